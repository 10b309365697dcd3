using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;

namespace Jeongsan.Domain.TaxInvoices;

public enum TaxInvoiceTaxation
{
    /// <summary>과세.</summary>
    Taxable = 0,

    /// <summary>영세.</summary>
    ZeroRated,

    /// <summary>면세: the document is a 계산서.</summary>
    Free,
}

public enum TaxInvoiceIssuance
{
    /// <summary>정발행: the supplier writes and issues.</summary>
    Normal = 0,

    /// <summary>역발행: the recipient writes, the supplier issues.</summary>
    Reverse,
}

public enum TaxInvoicePurpose
{
    /// <summary>영수.</summary>
    Receipt = 0,

    /// <summary>청구.</summary>
    Invoice,
    None,
}

public enum TaxInvoiceDocument
{
    Normal = 0,

    /// <summary>수정.</summary>
    Modification,
}

/// <summary>Why a sent invoice is amended (decree art. 70 ①).</summary>
public enum AmendmentReason
{
    CorrectionOfEntryErrors = 0,
    ChangeInSupplyCost,
    Return,
    CancellationOfContract,
    DuplicateIssuanceDueToError,
}

public sealed record TaxInvoiceContact(string? Name, string? Department, string? PhoneNumber, string? MobilePhoneNumber, string Email);

/// <summary>One side of an invoice, as it is printed.</summary>
/// <param name="TaxRegistrationId">종사업장번호, four digits.</param>
/// <param name="BusinessType">업태.</param>
/// <param name="BusinessClass">종목.</param>
public sealed record TaxInvoiceParty(
    BusinessRegistrationNumber Brn,
    string? CounterpartyId,
    string? TaxRegistrationId,
    string Name,
    string RepresentativeName,
    string? Address,
    string? BusinessType,
    string? BusinessClass,
    TaxInvoiceContact? Contact)
{
    /// <summary>A side of which nothing is known that tells who it was.</summary>
    public TaxInvoiceParty Erased() => this with
    {
        Brn = new BusinessRegistrationNumber("0000000000"),
        Name = PartnerProfile.ErasedName,
        RepresentativeName = "",
        Address = null,
        BusinessType = null,
        BusinessClass = null,
        Contact = null,
    };
}

/// <summary>Unscaled ÷ 10^scale; quantities and unit prices may have fractions.</summary>
public readonly record struct ScaledNumber(long Unscaled, int Scale = 0);

public sealed record TaxInvoiceItem(
    DateOnly? PurchaseDate,
    string? Name,
    string? Spec,
    ScaledNumber? Quantity,
    ScaledNumber? UnitCost,
    Won? SupplyCost,
    Won? Tax,
    string? Remark);

public sealed record TaxInvoiceAdditionalContact(string? Name, string Email, string? PhoneNumber);

/// <param name="PairTaxInvoiceId">Of a correction: the other one of its two documents, without which it is not issued.</param>
public sealed record TaxInvoiceAmendment(
    AmendmentReason Reason,
    string OriginalNtsApprovalNumber,
    TaxInvoiceId OriginalTaxInvoiceId,
    TaxInvoiceId RootTaxInvoiceId,
    TaxInvoiceId? PairTaxInvoiceId = null);

/// <summary>How the amount was or will be paid; each part may be absent.</summary>
public sealed record TaxInvoicePaymentMeans(Won? Cash, Won? Check, Won? Credit, Won? Note);

/// <summary>All that a person or program states about an invoice.</summary>
public sealed record TaxInvoiceContent
{
    public required TaxInvoiceTaxation Taxation { get; init; }
    public required TaxInvoiceIssuance Issuance { get; init; }
    public required TaxInvoicePurpose Purpose { get; init; }

    /// <summary>작성일자.</summary>
    public required DateOnly WriteDate { get; init; }

    public required Won TotalSupply { get; init; }
    public required Won TotalTax { get; init; }
    public required Won TotalAmount { get; init; }
    public required TaxInvoiceParty Supplier { get; init; }
    public required TaxInvoiceParty Recipient { get; init; }
    public string? SerialNumber { get; init; }
    public int? BookVolume { get; init; }
    public int? BookIssue { get; init; }
    public TaxInvoicePaymentMeans? PaymentMeans { get; init; }
    public IReadOnlyList<string> Remarks { get; init; } = [];
    public IReadOnlyList<TaxInvoiceItem> Items { get; init; } = [];
    public IReadOnlyList<TaxInvoiceAdditionalContact> AdditionalContacts { get; init; } = [];
    public TaxInvoiceAmendment? Amendment { get; init; }
    public bool? SendSms { get; init; }

    /// <summary>What the platform wants to stand above the mail that a forward invoice's recipient gets.</summary>
    public string? EmailSubject { get; init; }
}
