using Jeongsan.Domain.Privacy;
using Jeongsan.Server.Api.Companies;
using Jeongsan.Server.Api.Contracts;
using Jeongsan.Server.Api.Operations;
using Jeongsan.Server.Api.Privacy;

namespace Jeongsan.Server.Api.Statements;

// Our own operations: templates of settlement statements, and sending them.

internal enum SettlementStatementDetail
{
    /// <summary>One line for orders, one for cancellations, one for corrections by hand.</summary>
    Sums,
    Settlements,

    /// <summary>Up to 2,000 transfers; with more of them the statement lists settlements.</summary>
    Transfers,
}

/// <summary>What a statement shows. Sums and what is paid always stand on it.</summary>
internal sealed record SettlementStatementItems
{
    public required SettlementStatementDetail Detail { get; init; }

    public required bool PlatformFee { get; init; }

    public required bool AdditionalFee { get; init; }

    public required bool DiscountShare { get; init; }

    /// <summary>VAT of the fees, and supply amount, tax-free amount and VAT of the payout.</summary>
    public required bool Vat { get; init; }

    /// <summary>Only on statements of persons of whom it is withheld.</summary>
    public required bool WithheldTax { get; init; }

    /// <summary>With its middle hidden.</summary>
    public required bool BankAccount { get; init; }

    /// <summary>The memo on the partner's bank book.</summary>
    public required bool BankMemo { get; init; }
}

internal sealed record SettlementStatementTemplateView
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Sent by when no other is named.</summary>
    public required bool IsDefault { get; init; }

    public required SettlementStatementItems Items { get; init; }

    public string? Greeting { get; init; }

    public string? Notice { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }
}

internal sealed record CreateSettlementStatementTemplateBody
{
    /// <summary>A new one when absent.</summary>
    public string? Id { get; init; }

    /// <summary>At most 100 characters.</summary>
    public required string Name { get; init; }

    public required SettlementStatementItems Items { get; init; }

    /// <summary>Above the facts, and in the mail. At most 1,000 characters.</summary>
    public string? Greeting { get; init; }

    /// <summary>At the end of the statement. At most 1,000 characters.</summary>
    public string? Notice { get; init; }

    /// <summary>The first template is the default anyway.</summary>
    public bool? IsDefault { get; init; }

    public bool? IsForTest { get; init; }
}

/// <summary>The whole template as it is to be.</summary>
internal sealed record UpdateSettlementStatementTemplateBody
{
    public required string Name { get; init; }

    public required SettlementStatementItems Items { get; init; }

    public string? Greeting { get; init; }

    public string? Notice { get; init; }

    /// <summary>As it is when absent.</summary>
    public bool? IsDefault { get; init; }

    public bool? IsForTest { get; init; }
}

internal sealed record SettlementStatementTemplateResponse
{
    public required SettlementStatementTemplateView Template { get; init; }
}

internal sealed record GetSettlementStatementTemplatesResponse
{
    public required IReadOnlyList<SettlementStatementTemplateView> Items { get; init; }
}

internal sealed record DeleteSettlementStatementTemplateResponse;

internal sealed record PreviewSettlementStatementBody
{
    /// <summary>The newest payout that could be sent when absent.</summary>
    public string? PayoutId { get; init; }

    /// <summary>The default when absent. Not looked at when <see cref="Items"/> are given.</summary>
    public string? TemplateId { get; init; }

    /// <summary>Of a template that isn't saved.</summary>
    public SettlementStatementItems? Items { get; init; }

    public string? Greeting { get; init; }

    public string? Notice { get; init; }
}

internal enum SettlementStatementSendingStatus
{
    /// <summary>On its way to the receiver's mail server.</summary>
    Waiting,

    /// <summary>The receiver's mail server took it.</summary>
    Sent,

    /// <summary>The receiver's mail server refused the address.</summary>
    Failed,
}

internal sealed record SettlementStatementSendingView
{
    public required string Id { get; init; }

    public required string PayoutId { get; init; }

    public required string BulkPayoutId { get; init; }

    [Subject(DataSubjectKind.Partner)]
    public required string PartnerId { get; init; }

    public required string PartnerName { get; init; }

    public required string TemplateId { get; init; }

    /// <summary>As it was called when the statement was sent.</summary>
    public required string TemplateName { get; init; }

    /// <summary>From 1; more than 1 is a re-send.</summary>
    public required int Attempt { get; init; }

    public required SettlementStatementSendingStatus Status { get; init; }

    /// <summary>Masked.</summary>
    [Personal(PersonalDataItem.Contact)]
    public required string Email { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Kind and id of who sent it, e.g. Person:person-1.</summary>
    public required string CreatedBy { get; init; }

    public DateTimeOffset? SentAt { get; init; }

    /// <summary>When the partner first opened it behind the link.</summary>
    public DateTimeOffset? OpenedAt { get; init; }

    /// <summary>When a re-send closed its link.</summary>
    public DateTimeOffset? ReplacedAt { get; init; }

    /// <summary>Why it failed, or why it still waits, in Korean.</summary>
    public string? Problem { get; init; }
}

internal sealed record SettlementStatementSendingFilter
{
    public IReadOnlyList<SettlementStatementSendingStatus>? Statuses { get; init; }

    public IReadOnlyList<string>? PartnerIds { get; init; }

    public IReadOnlyList<string>? PayoutIds { get; init; }

    public IReadOnlyList<string>? BulkPayoutIds { get; init; }

    public IReadOnlyList<string>? TemplateIds { get; init; }

    /// <summary>Of creation; both ends included.</summary>
    public DateTimeRange? TimestampRange { get; init; }

    /// <summary>Only those that no re-send took the place of.</summary>
    public bool? OnlyNewest { get; init; }
}

internal sealed record GetSettlementStatementSendingsBody
{
    public PageInput? Page { get; init; }

    public SettlementStatementSendingFilter? Filter { get; init; }
}

internal sealed record GetSettlementStatementSendingsResponse
{
    public required IReadOnlyList<SettlementStatementSendingView> Items { get; init; }

    public required PageInfo Page { get; init; }
}

internal sealed record SendSettlementStatementBody
{
    /// <summary>The default when absent.</summary>
    public string? TemplateId { get; init; }

    /// <summary>The partner's contact when absent.</summary>
    public string? Email { get; init; }

    public bool? IsForTest { get; init; }
}

internal sealed record ResendSettlementStatementBody
{
    /// <summary>The partner's contact when absent.</summary>
    public string? Email { get; init; }

    public bool? IsForTest { get; init; }
}

/// <summary>At least one of the two; both together mean all of them.</summary>
internal sealed record SendSettlementStatementsBody
{
    /// <summary>At most 1,000.</summary>
    public IReadOnlyList<string>? PayoutIds { get; init; }

    /// <summary>All payouts of it.</summary>
    public string? BulkPayoutId { get; init; }

    /// <summary>The default when absent.</summary>
    public string? TemplateId { get; init; }

    public bool? IsForTest { get; init; }
}

internal sealed record SettlementStatementSendingResponse
{
    public required SettlementStatementSendingView Sending { get; init; }
}

internal sealed record SendSettlementStatementsResponse
{
    /// <summary>Goes on by itself; its items say what became of each payout.</summary>
    public required PlatformBulkTask BulkTask { get; init; }
}

[OneOf(typeof(ForbiddenError), typeof(InvalidRequestError), typeof(UnauthorizedError), typeof(SettlementStatementTemplateNotFoundError), typeof(SettlementStatementTemplateIdAlreadyExistsError),
    typeof(SettlementStatementTemplateNameTakenError), typeof(TooManySettlementStatementTemplatesError), typeof(SettlementStatementTemplateIsDefaultError), typeof(PayoutNotFoundError))]
internal sealed class SettlementStatementTemplateError;

[OneOf(typeof(ForbiddenError), typeof(InvalidRequestError), typeof(UnauthorizedError), typeof(SettlementStatementTemplateNotFoundError), typeof(SettlementStatementNotFoundError), typeof(PayoutNotFoundError),
    typeof(BulkPayoutNotFoundError), typeof(OwnCompanyNotSetUpError), typeof(PayoutNotInStateError), typeof(SettlementStatementAlreadySentError), typeof(SettlementStatementReplacedError),
    typeof(SettlementStatementBeingSentError), typeof(PartnerEmailMissingError), typeof(PartnerNotToldError))]
internal sealed class SettlementStatementSendingError;

[ErrorType("SETTLEMENT_STATEMENT_TEMPLATE_NOT_FOUND", 404, "정산내역서 양식을 찾을 수 없어요. 아이디를 확인해 주세요.")]
internal sealed record SettlementStatementTemplateNotFoundError : ApiError;

[ErrorType("SETTLEMENT_STATEMENT_TEMPLATE_ID_ALREADY_EXISTS", 409, "이미 쓰고 있는 양식 아이디예요. 다른 아이디로 만들어 주세요.")]
internal sealed record SettlementStatementTemplateIdAlreadyExistsError : ApiError;

[ErrorType("SETTLEMENT_STATEMENT_TEMPLATE_NAME_TAKEN", 409, "같은 이름의 양식이 있어요. 다른 이름을 적어 주세요.")]
internal sealed record SettlementStatementTemplateNameTakenError : ApiError;

[ErrorType("TOO_MANY_SETTLEMENT_STATEMENT_TEMPLATES", 409, "양식을 더 만들 수 없어요. 쓰지 않는 양식을 지워 주세요.")]
internal sealed record TooManySettlementStatementTemplatesError : ApiError;

[ErrorType("SETTLEMENT_STATEMENT_TEMPLATE_IS_DEFAULT", 409, "기본 양식이에요. 다른 양식을 먼저 기본으로 정해 주세요.")]
internal sealed record SettlementStatementTemplateIsDefaultError : ApiError;

[ErrorType("SETTLEMENT_STATEMENT_NOT_FOUND", 404, "보낸 정산내역서를 찾을 수 없어요. 아이디를 확인해 주세요.")]
internal sealed record SettlementStatementNotFoundError : ApiError;

[ErrorType("SETTLEMENT_STATEMENT_ALREADY_SENT", 409, "이 양식으로 이미 보낸 정산내역서예요. 다시 보내려면 resend로 요청해 주세요.")]
internal sealed record SettlementStatementAlreadySentError : ApiError
{
    public required string SettlementStatementId { get; init; }
}

[ErrorType("SETTLEMENT_STATEMENT_REPLACED", 409, "그 사이에 다시 보낸 정산내역서예요. 가장 나중에 보낸 것을 다시 보내 주세요.")]
internal sealed record SettlementStatementReplacedError : ApiError
{
    /// <summary>The newest one.</summary>
    public required string SettlementStatementId { get; init; }
}

[ErrorType("SETTLEMENT_STATEMENT_BEING_SENT", 409, "지금 보내고 있는 정산내역서예요. 잠시 뒤 결과를 확인해 주세요.")]
internal sealed record SettlementStatementBeingSentError : ApiError;

[ErrorType("PARTNER_EMAIL_MISSING", 409, "파트너 담당자의 이메일 주소가 없어요. 파트너 정보에 적거나 email을 보내 주세요.")]
internal sealed record PartnerEmailMissingError : ApiError;
