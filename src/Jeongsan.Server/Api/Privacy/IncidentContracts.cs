using Jeongsan.Domain.Privacy;
using Jeongsan.Server.Api.Contracts;

namespace Jeongsan.Server.Api.Privacy;

internal enum IncidentStatusCode
{
    Open,
    Confirmed,
    Telling,
    Closed,
}

internal enum IncidentCertaintyCode
{
    Certain,
    Likely,
}

internal enum AffectedPartnerTypeCode
{
    Business,
    WhtPayer,
    NonWhtPayer,
}

/// <summary>The notice part by part, as the law asks for it.</summary>
internal sealed record IncidentNoticeView
{
    /// <summary>Which data.</summary>
    public required string Items { get; init; }

    public required string WhenAndHow { get; init; }

    /// <summary>What the affected can do against harm.</summary>
    public required string WhatToDo { get; init; }

    /// <summary>What was done, and how the platform helps.</summary>
    public required string Measures { get; init; }

    /// <summary>Whom to ask.</summary>
    [NotPersonal("Of the platform.")]
    public required string Contact { get; init; }

    /// <summary>To damages and to mediation.</summary>
    public required string Rights { get; init; }
}

internal sealed record IncidentView
{
    public required string Id { get; init; }

    public required IncidentStatusCode Status { get; init; }

    public required DateTimeOffset KnownAt { get; init; }

    /// <summary>72 hours later: by then the affected are told, and the Commission where it must be.</summary>
    public required DateTimeOffset DueAt { get; init; }

    public required string What { get; init; }

    public DateTimeOffset? Begun { get; init; }

    public DateTimeOffset? Ended { get; init; }

    public required IncidentCertaintyCode Certainty { get; init; }

    public required IReadOnlyList<PersonalDataItemCode> Items { get; init; }

    public required bool HasSensitive { get; init; }

    public required bool ByIntrusion { get; init; }

    /// <summary>How the affected were found, in words; absent until they are confirmed.</summary>
    public string? ChosenBy { get; init; }

    /// <summary>Partners; 0 until they are confirmed.</summary>
    public required int AffectedCount { get; init; }

    /// <summary>Those who are no partners: told by hand.</summary>
    public required int OthersCount { get; init; }

    /// <summary>From a thousand people on, with sensitive data or unique identifiers, or when somebody broke in from outside.</summary>
    public required bool MustBeReported { get; init; }

    public DateTimeOffset? ReportedAt { get; init; }

    public string? ReceiptNumber { get; init; }

    public required IncidentNoticeView Notice { get; init; }

    /// <summary>As it was sent; absent until then.</summary>
    public string? ToldText { get; init; }

    public DateTimeOffset? ToldAt { get; init; }

    public string? Summary { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }
}

internal sealed record GetIncidentsResponse
{
    /// <summary>The latest known first.</summary>
    public required IReadOnlyList<IncidentView> Items { get; init; }

    public required PageInfo Page { get; init; }
}

internal sealed record IncidentResponse
{
    public required IncidentView Incident { get; init; }
}

internal sealed record GetIncidentResponse
{
    public required IncidentView Incident { get; init; }

    /// <summary>Told by mail or otherwise.</summary>
    public required int ToldCount { get; init; }

    /// <summary>Mails on their way.</summary>
    public required int SendingCount { get; init; }

    /// <summary>Reached by no mail, and not told otherwise.</summary>
    public required int FailedCount { get; init; }

    /// <summary>The notice as it would begin; what was done stays empty.</summary>
    public required IncidentNoticeView DraftNotice { get; init; }
}

internal sealed record IncidentBody
{
    /// <summary>When the platform came to know: the clock starts here.</summary>
    public required DateTimeOffset KnownAt { get; init; }

    /// <summary>What happened, at most 4,000 characters.</summary>
    public required string What { get; init; }

    public DateTimeOffset? Begun { get; init; }

    public DateTimeOffset? Ended { get; init; }

    public required IncidentCertaintyCode Certainty { get; init; }

    public required IReadOnlyList<PersonalDataItemCode> Items { get; init; }

    /// <summary>Sensitive data or unique identifiers are among it.</summary>
    public bool? HasSensitive { get; init; }

    /// <summary>Somebody from outside broke into a system.</summary>
    public bool? ByIntrusion { get; init; }
}

/// <summary>Everybody whom one of these finds.</summary>
internal sealed record AffectedChoiceBody
{
    /// <summary>Of access records: a person's id, or the name of an API secret.</summary>
    public string? ActorId { get; init; }

    /// <summary>Of access records: from where.</summary>
    [NotPersonal("Of whoever looked.")]
    public string? NetworkAddress { get; init; }

    /// <summary>Of access records: included.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Of access records: not included.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>All partners of this type.</summary>
    public AffectedPartnerTypeCode? PartnerType { get; init; }

    /// <summary>All partners with this tag, of the type if one is given.</summary>
    public string? Tag { get; init; }

    /// <summary>All partners there are.</summary>
    public bool? Everybody { get; init; }

    public IReadOnlyList<string>? PartnerIds { get; init; }
}

internal sealed record FindIncidentAffectedResponse
{
    public required IReadOnlyList<string> PartnerIds { get; init; }

    /// <summary>Those who are no partners.</summary>
    public required IReadOnlyList<AccessSubjectView> Others { get; init; }

    /// <summary>Access records that were gone by.</summary>
    public required int RecordCount { get; init; }

    /// <summary>A whole sheet was taken, so it may have been anybody.</summary>
    public required bool IsEverybody { get; init; }
}

internal sealed record GetIncidentAffectedResponse
{
    public required IReadOnlyList<AccessSubjectView> Items { get; init; }

    public required PageInfo Page { get; init; }
}

internal sealed record WriteIncidentNoticeBody
{
    public required IncidentNoticeView Notice { get; init; }
}

internal sealed record TellIncidentAffectedResponse
{
    /// <summary>Mails that were decided now.</summary>
    public required int SendingCount { get; init; }
}

internal sealed record GetIncidentNoticesResponse
{
    public required IReadOnlyList<LegalNoticeView> Items { get; init; }

    public required PageInfo Page { get; init; }
}

internal sealed record NoteIncidentReportBody
{
    public required DateTimeOffset ReportedAt { get; init; }

    /// <summary>The Commission's, at most 100 characters.</summary>
    public required string ReceiptNumber { get; init; }
}

internal sealed record CloseIncidentBody
{
    /// <summary>What it was, what was done, what keeps it from happening again; at most 4,000 characters.</summary>
    public required string Summary { get; init; }
}

[ErrorType("INCIDENT_NOT_FOUND", 404, "유출 사고를 찾을 수 없어요. 아이디를 확인해 주세요.")]
internal sealed record IncidentNotFoundError : ApiError;

[ErrorType("INCIDENT_NOT_ALLOWED", 409, "지금 상태의 유출 사고에는 할 수 없는 일이에요. 상태를 확인해 주세요.")]
internal sealed record IncidentNotAllowedError : ApiError
{
    /// <summary>The name of what stands in the way.</summary>
    public required string Reason { get; init; }
}

[OneOf(typeof(ForbiddenError), typeof(InvalidRequestError), typeof(UnauthorizedError), typeof(PlatformPartnerNotFoundError), typeof(IncidentNotFoundError), typeof(IncidentNotAllowedError), typeof(PartnerNotToldError))]
internal sealed class IncidentError;
