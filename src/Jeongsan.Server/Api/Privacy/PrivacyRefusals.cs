using System.Diagnostics;
using Jeongsan.Application.Privacy;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Privacy;
using Jeongsan.Server.Api.Contracts;

namespace Jeongsan.Server.Api.Privacy;

/// <summary>How refusals about personal data read on the wire.</summary>
internal static class PrivacyRefusals
{
    public static ApiError Of(Refusal refusal) => refusal switch
    {
        StoredRefusal.NotFound { Subject: "Partner" } => new PlatformPartnerNotFoundError(),
        StoredRefusal.NotFound => new ProcessorNotFoundError(),
        StoredRefusal.AlreadyExists => new ProcessorIdAlreadyExistsError(),
        PrivacyRefusal privacy => OfPrivacy(privacy),
        _ => Invalid.Of(refusal),
    };

    public static ApiError OfPrivacy(PrivacyRefusal refusal) => refusal switch
    {
        PrivacyRefusal.NotInRegister => NotTold(refusal, PartnerNotToldReason.NotInRegister),
        PrivacyRefusal.NoticeNotPublished => NotTold(refusal, PartnerNotToldReason.NoticeNotPublished),
        PrivacyRefusal.PartnerNotTold one => NotTold(refusal, PartnerNotToldReason.PartnerNotTold, one.Partner.Value),
        PrivacyRefusal.PartnersNotTold many => NotTold(refusal, PartnerNotToldReason.PartnerNotTold, [.. many.Partners.Select(partner => partner.Value)]),
        PrivacyRefusal.ProcessingStopped stopped => NotTold(refusal, PartnerNotToldReason.ProcessingStopped, stopped.Partner.Value),
        PrivacyRefusal.ContractIncomplete incomplete => new ProcessorNotReadyError
        {
            Message = PrivacyWords.Of(refusal),
            MissingPoints = [.. incomplete.Missing.Select(point => Code.Of(point).As<ContractPointCode>())],
        },
        PrivacyRefusal.ContractDateMissing or PrivacyRefusal.SubConsentMissing => new ProcessorNotReadyError { Message = PrivacyWords.Of(refusal), MissingPoints = [] },
        PrivacyRefusal.NotInState or PrivacyRefusal.NoticeNotInState => new ProcessorNotInStateError { Message = PrivacyWords.Of(refusal) },
        PrivacyRefusal.FieldMissing missing => Invalid.Field(missing.Field, "꼭 있어야 하는 값이에요."),
        PrivacyRefusal.ProcessorNotNamed or PrivacyRefusal.WordingTooLong => Invalid.Field("wording", PrivacyWords.Of(refusal)),
        PrivacyRefusal.DocumentInFuture => Invalid.Field("documentDate", PrivacyWords.Of(refusal)),
        PrivacyRefusal.OfficerUnusable => Invalid.Field("officer", PrivacyWords.Of(refusal)),
        PrivacyRefusal.PolicyInPast => Invalid.Field("effectiveFrom", PrivacyWords.Of(refusal)),
        PrivacyRefusal.PolicyUnchanged => new ProcessorNotInStateError { Message = PrivacyWords.Of(refusal) },
        PrivacyRefusal.EvidenceUnusable(var problem) => Invalid.Field(FieldOf(problem), PrivacyWords.Of(refusal)),
        PrivacyRefusal.ParentUnknown => Invalid.Field("parentId", PrivacyWords.Of(refusal)),
        _ => throw new UnreachableException($"No API error for {refusal.Reason}"),
    };

    private static string FieldOf(EvidenceProblem problem) => problem switch
    {
        EvidenceProblem.InFuture => "on",
        EvidenceProblem.WordsMissing or EvidenceProblem.WordsTooLong => "words",
        EvidenceProblem.FileNameUnusable => "file.name",
        EvidenceProblem.FileEmpty or EvidenceProblem.FileTooLarge => "file.content",
        _ => throw new UnreachableException(problem.ToString()),
    };

    private static PartnerNotToldError NotTold(PrivacyRefusal refusal, PartnerNotToldReason reason, params IReadOnlyList<string> partners) =>
        new() { Message = PrivacyWords.Of(refusal), Reason = reason, PartnerIds = partners };
}
