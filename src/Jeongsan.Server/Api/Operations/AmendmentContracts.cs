using Jeongsan.Server.Api.Contracts;
using Jeongsan.Server.Api.Privacy;

namespace Jeongsan.Server.Api.Operations;

internal enum AmendmentCauseKind
{
    Correction,
    SupplyChanged,
    Returned,
    ContractCancelled,
    IssuedTwice,
    NotSubject,
}

internal enum CorrectionCauseKind
{
    RequiredItemMistaken,
    OtherwiseWrong,
    WrongTaxRate,
}

internal sealed record AmendTaxInvoiceBody
{
    public required AmendmentCauseKind Cause { get; init; }

    /// <summary>The day on which it happened; needed for SUPPLY_CHANGED, RETURNED and CONTRACT_CANCELLED.</summary>
    public DateOnly? On { get; init; }

    /// <summary>SUPPLY_CHANGED: what is added or, negative, taken away. RETURNED: what came back, of the original's sign.</summary>
    public long? SupplyAmount { get; init; }

    public long? TaxAmount { get; init; }

    /// <summary>CORRECTION: why it was wrong; decides the deadline.</summary>
    public CorrectionCauseKind? CorrectionCause { get; init; }

    /// <summary>CORRECTION: what should have been written. What is left out stays as it was.</summary>
    public CorrectedTaxInvoice? Corrected { get; init; }

    public string? Memo { get; init; }

    public bool? IsForTest { get; init; }
}

/// <summary>The numbers of both sides stay, and so does tax-free or not: else it is another dealing.</summary>
internal sealed record CorrectedTaxInvoice
{
    public DateOnly? WriteDate { get; init; }

    public B2bTaxInvoiceTaxationType? TaxationType { get; init; }

    public B2bTaxInvoicePurposeType? PurposeType { get; init; }

    public long? TotalSupplyAmount { get; init; }

    public long? TotalTaxAmount { get; init; }

    /// <summary>Without them a single item takes the corrected amounts.</summary>
    public IReadOnlyList<B2bTaxInvoiceItem>? Items { get; init; }

    public IReadOnlyList<string>? Remarks { get; init; }

    public CorrectedCompany? Supplier { get; init; }

    public CorrectedCompany? Recipient { get; init; }
}

/// <summary>What is left out stays as it was; empty text takes it away.</summary>
internal sealed record CorrectedCompany
{
    public string? Name { get; init; }

    public string? RepresentativeName { get; init; }

    public string? Address { get; init; }

    public string? BusinessType { get; init; }

    public string? BusinessClass { get; init; }

    public string? TaxRegistrationId { get; init; }
}

internal sealed record AmendTaxInvoiceResponse
{
    /// <summary>What was written, in the order of issuing: of a correction the negative one and the right one. Reverse invoices are on their way to the supplier, forward ones are drafts.</summary>
    public required IReadOnlyList<B2bTaxInvoice> TaxInvoices { get; init; }
}

[ErrorType("TAX_INVOICE_ALREADY_AMENDED", 409, "이미 수정세금계산서를 쓴 세금계산서예요. 그 수정세금계산서를 먼저 취소하거나, 바르게 적은 수정세금계산서를 다시 수정해 주세요.")]
internal sealed record TaxInvoiceAlreadyAmendedError : ApiError
{
    /// <summary>The amendment that stands in the way.</summary>
    public required string TaxInvoiceId { get; init; }
}

[OneOf(typeof(ForbiddenError), typeof(InvalidRequestError), typeof(UnauthorizedError), typeof(B2bTaxInvoiceNotFoundError), typeof(B2bTaxInvoiceNotIssuedStatusError),
    typeof(TaxInvoiceAlreadyAmendedError), typeof(B2bCounterpartyNtsNotConnectedError), typeof(B2bIssuanceTypeMismatchError), typeof(B2bSupplierNotFoundError), typeof(B2bNotEnabledError),
    typeof(PartnerNotToldError), typeof(B2bExternalServiceError))]
internal sealed class AmendTaxInvoiceError;
