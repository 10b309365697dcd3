using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;

namespace Jeongsan.Domain.Privacy;

/// <summary>Every way in which personal data is kept from leaving.</summary>
public abstract record PrivacyRefusal : Refusal
{
    private PrivacyRefusal()
    {
    }

    public sealed record FieldMissing(string Field) : PrivacyRefusal;

    /// <summary>The written contract lacks points that article 26 asks for.</summary>
    public sealed record ContractIncomplete(ProcessorId Processor, IReadOnlyList<ContractPoint> Missing) : PrivacyRefusal;

    public sealed record ContractDateMissing(ProcessorId Processor) : PrivacyRefusal;

    /// <summary>Article 26 ⑥: a sub-processor needs the controller's consent.</summary>
    public sealed record SubConsentMissing(ProcessorId Processor, ProcessorId Parent) : PrivacyRefusal;

    public sealed record NotInState(ProcessorStatus Status, ProcessorCommand Command) : PrivacyRefusal;

    /// <summary>No active processor in the register does this work with this data.</summary>
    public sealed record NotInRegister(EntrustedWork Work, IReadOnlyList<PersonalDataItem> Missing) : PrivacyRefusal;

    /// <summary>The platform has not published what the register says now.</summary>
    public sealed record NoticeNotPublished(int RegisterRevision, int? PublishedRevision) : PrivacyRefusal;

    /// <summary>The partner was not told, or only of an older register.</summary>
    public sealed record PartnerNotTold(PartnerId Partner, int RegisterRevision, int? ToldRevision) : PrivacyRefusal;

    /// <summary>Some of many partners were not told; none of them gets anything until they are.</summary>
    public sealed record PartnersNotTold(IReadOnlyList<PartnerId> Partners, int RegisterRevision) : PrivacyRefusal;

    /// <summary>The partner had the processing of its data stopped (제37조): nothing new of it leaves until that is lifted.</summary>
    public sealed record ProcessingStopped(PartnerId Partner) : PrivacyRefusal;

    /// <summary>A notice names everybody who gets data.</summary>
    public sealed record ProcessorNotNamed(string Name) : PrivacyRefusal;

    public sealed record WordingTooLong(int Length, int LengthMax) : PrivacyRefusal;

    public sealed record DocumentInFuture(DateOnly Date, DateOnly Today) : PrivacyRefusal;

    /// <summary>A sub-processor's parent that the register does not have, or that is the processor itself.</summary>
    public sealed record ParentUnknown(ProcessorId Parent) : PrivacyRefusal;

    /// <summary>The policy names who answers for personal data (제30조 ① 7호).</summary>
    public sealed record OfficerUnusable(int Length, int LengthMax) : PrivacyRefusal;

    public sealed record PolicyInPast(DateOnly From, DateOnly Today) : PrivacyRefusal;

    /// <summary>It says what the published one says.</summary>
    public sealed record PolicyUnchanged(int Number) : PrivacyRefusal;

    /// <summary>What was to show that a processor is supervised can't be kept as it is.</summary>
    public sealed record EvidenceUnusable(EvidenceProblem Problem) : PrivacyRefusal;

    public sealed record NoticeNotInState(NoticeDelivery Delivery, NoticeCommand Command) : PrivacyRefusal;
}
