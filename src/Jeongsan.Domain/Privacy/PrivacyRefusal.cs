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

    public sealed record NoticeNotInState(NoticeDelivery Delivery, NoticeCommand Command) : PrivacyRefusal;
}
