using Jeongsan.Server.Api.Contracts;
using Jeongsan.Server.Api.Privacy;

namespace Jeongsan.Server.Api.Operations;

internal sealed record DraftTaxInvoicesFromPayoutsBody
{
    /// <summary>All payouts of it that were not cancelled; or</summary>
    public string? BulkPayoutId { get; init; }

    /// <summary>exactly these.</summary>
    public IReadOnlyList<string>? PayoutIds { get; init; }

    /// <summary>작성일자; the last day of the month of the newest settlement, but not after today, when absent.</summary>
    public DateOnly? WriteDate { get; init; }

    public string? Name { get; init; }

    public bool? IsForTest { get; init; }
}

/// <summary>One that was left as it was, and why.</summary>
internal sealed record SkippedTaxInvoice
{
    public string? PayoutId { get; init; }

    public string? TaxInvoiceId { get; init; }

    public required string Type { get; init; }

    public required string Message { get; init; }
}

internal sealed record DraftTaxInvoicesFromPayoutsResponse
{
    public required B2bBulkTaxInvoice BulkTaxInvoice { get; init; }

    public required IReadOnlyList<string> TaxInvoiceIds { get; init; }

    public required IReadOnlyList<SkippedTaxInvoice> Skipped { get; init; }
}

internal sealed record RequestBulkTaxInvoiceResponse
{
    public required B2bBulkTaxInvoice BulkTaxInvoice { get; init; }

    /// <summary>Now on their way to the ASP.</summary>
    public required IReadOnlyList<string> TaxInvoiceIds { get; init; }

    public required IReadOnlyList<SkippedTaxInvoice> Skipped { get; init; }
}

internal sealed record ResendTaxInvoiceRequestBody
{
    /// <summary>The supplier's contact when absent.</summary>
    public string? Email { get; init; }
}

internal sealed record ResendTaxInvoiceRequestResponse
{
    public required B2bTaxInvoice TaxInvoice { get; init; }
}

[OneOf(typeof(ForbiddenError), typeof(InvalidRequestError), typeof(UnauthorizedError), typeof(BulkPayoutNotFoundError), typeof(PayoutNotFoundError), typeof(B2bRecipientNotFoundError))]
internal sealed class DraftTaxInvoicesFromPayoutsError;

[OneOf(typeof(ForbiddenError), typeof(InvalidRequestError), typeof(UnauthorizedError), typeof(B2bBulkTaxInvoiceNotFoundError))]
internal sealed class RequestBulkTaxInvoiceError;

[OneOf(typeof(ForbiddenError), typeof(InvalidRequestError), typeof(UnauthorizedError), typeof(PartnerNotToldError), typeof(B2bTaxInvoiceNotFoundError), typeof(B2bTaxInvoiceNotRequestedStatusError))]
internal sealed class ResendTaxInvoiceRequestError;

/// <summary>What the member "type" of a <see cref="SkippedTaxInvoice"/> may say.</summary>
[OneOf(typeof(PartnerNotToldError), typeof(PartnerIssuesNoTaxInvoiceError), typeof(NothingToInvoiceError), typeof(PayoutNotInvoiceableError), typeof(InvoicedWithAnotherPayoutError), typeof(PayoutCancelledError),
    typeof(B2bCounterpartyNtsNotConnectedError), typeof(B2bTaxInvoiceNotDraftedStatusError), typeof(B2bIssuanceTypeMismatchError), typeof(InvalidRequestError))]
internal sealed class SkippedTaxInvoiceReason;

[ErrorType("PAYOUT_NOT_FOUND", 404, "지급을 찾을 수 없어요. 아이디를 확인해 주세요.")]
internal sealed record PayoutNotFoundError : ApiError
{
    public required string PayoutId { get; init; }
}

[ErrorType("PARTNER_ISSUES_NO_TAX_INVOICE", 400, "세금계산서를 발행하는 사업자가 아니에요.")]
internal sealed record PartnerIssuesNoTaxInvoiceError : ApiError;

[ErrorType("NOTHING_TO_INVOICE", 400, "세금계산서로 만들 금액이 없거나, 이미 만든 지급이에요.")]
internal sealed record NothingToInvoiceError : ApiError;

[ErrorType("PAYOUT_NOT_INVOICEABLE", 409, "확정하기 전이거나, 취소했거나, 다시 지급한 지급이에요. 정산 내역을 지급하는 확정된 지급에서 만들어 주세요.")]
internal sealed record PayoutNotInvoiceableError : ApiError;

[ErrorType("INVOICED_WITH_ANOTHER_PAYOUT", 409, "같은 정산 내역의 세금계산서가 앞선 지급에 이미 있어요. 그 세금계산서를 그대로 쓰거나, 요청이나 발행을 취소한 뒤 다시 만들어 주세요.")]
internal sealed record InvoicedWithAnotherPayoutError : ApiError;

[ErrorType("PAYOUT_CANCELLED", 409, "취소한 지급의 초안이에요. 초안을 지우고, 정산 내역을 다시 지급하는 지급에서 만들어 주세요.")]
internal sealed record PayoutCancelledError : ApiError;
