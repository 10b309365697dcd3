using Jeongsan.Domain.Privacy;
using Jeongsan.Server.Api.Contracts;

namespace Jeongsan.Server.Api.Privacy;

internal enum ErasureStatusCode
{
    Erasing,
    Locked,
    Erased,
}

internal enum ErasureObstacleCode
{
    NotArchived,
    AlreadyErased,
    StillConnected,
    NotPaidOut,
    InvoiceUnderWay,
    MessagesWaiting,
    WithholdingNotReported,
}

/// <summary>Why a partner's data may not be destroyed yet.</summary>
internal sealed record ErasureBlockView
{
    public required ErasureObstacleCode Obstacle { get; init; }

    /// <summary>The same and the mend, in Korean.</summary>
    public required string Message { get; init; }

    /// <summary>The last day on which it stands in the way, where the calendar says it.</summary>
    public DateOnly? Until { get; init; }
}

internal sealed record ErasureCandidate
{
    public required string PartnerId { get; init; }

    /// <summary>Empty: it can be erased now.</summary>
    public required IReadOnlyList<ErasureBlockView> Blocks { get; init; }

    /// <summary>Until when name, business data and account would be kept apart; absent when nothing has to be.</summary>
    public DateOnly? KeepUntil { get; init; }
}

internal sealed record GetErasureCandidatesResponse
{
    /// <summary>Archived partners whose data is still there; the longest archived first, at most 200.</summary>
    public required IReadOnlyList<ErasureCandidate> Items { get; init; }
}

internal sealed record ErasureView
{
    public required string Id { get; init; }

    public required string PartnerId { get; init; }

    public required ErasureStatusCode Status { get; init; }

    public required string Reason { get; init; }

    public required DateTimeOffset OrderedAt { get; init; }

    /// <summary>When the last copy was emptied.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>The last day of the locked store; absent when nothing had to be kept.</summary>
    public DateOnly? KeepUntil { get; init; }

    /// <summary>When the locked store was destroyed.</summary>
    public DateTimeOffset? DestroyedAt { get; init; }

    /// <summary>Certificate in Korean (파기 확인서); absent until it is finished.</summary>
    public string? Certificate { get; init; }

    /// <summary>SHA-256 of the certificate's UTF-8 bytes, lower-case hex; it stands in the history too.</summary>
    public string? CertificateSha256 { get; init; }
}

internal sealed record GetErasuresResponse
{
    /// <summary>The latest first.</summary>
    public required IReadOnlyList<ErasureView> Items { get; init; }

    public required PageInfo Page { get; init; }
}

internal sealed record ErasureResponse
{
    public required ErasureView Erasure { get; init; }
}

internal sealed record EraseBody
{
    /// <summary>An archived partner.</summary>
    public required string PartnerId { get; init; }

    /// <summary>At most 500 characters, e.g. the end of the business.</summary>
    public required string Reason { get; init; }
}

internal sealed record OpenLockedStoreBody
{
    /// <summary>What it is needed for; stands in the history. At most 500 characters.</summary>
    public required string Reason { get; init; }
}

internal sealed record OpenLockedStoreResponse
{
    [Subject(DataSubjectKind.Partner)]
    public required string PartnerId { get; init; }

    [Personal(PersonalDataItem.BusinessIdentity)]
    public required string Name { get; init; }

    [Personal(PersonalDataItem.BankAccount)]
    public required string AccountNumber { get; init; }

    [Personal(PersonalDataItem.BankAccount)]
    public required string AccountHolder { get; init; }

    /// <summary>Of a business: ten digits.</summary>
    [Personal(PersonalDataItem.BusinessIdentity)]
    public string? BusinessRegistrationNumber { get; init; }

    [Personal(PersonalDataItem.BusinessIdentity)]
    public string? RepresentativeName { get; init; }

    [Personal(PersonalDataItem.BusinessIdentity)]
    public string? CompanyAddress { get; init; }

    /// <summary>Of a natural person.</summary>
    [Personal(PersonalDataItem.Birthdate)]
    public DateOnly? Birthdate { get; init; }
}

[ErrorType("ERASURE_NOT_FOUND", 404, "파기 기록을 찾을 수 없어요. 아이디를 확인해 주세요.")]
internal sealed record ErasureNotFoundError : ApiError;

[ErrorType("ERASURE_NOT_ALLOWED", 409, "지금은 파기할 수 없어요. 먼저 해야 할 일을 확인해 주세요.")]
internal sealed record ErasureNotAllowedError : ApiError
{
    /// <summary>What stands in the way of erasing; empty when it is something else.</summary>
    public required IReadOnlyList<ErasureBlockView> Blocks { get; init; }
}

[OneOf(typeof(ForbiddenError), typeof(InvalidRequestError), typeof(UnauthorizedError), typeof(PlatformPartnerNotFoundError), typeof(ErasureNotFoundError), typeof(ErasureNotAllowedError))]
internal sealed class ErasureError;
