using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;

namespace Jeongsan.Domain.TaxInvoices;

/// <summary>Every way in which a tax invoice says no.</summary>
public abstract record TaxInvoiceRefusal : Refusal
{
    private TaxInvoiceRefusal()
    {
    }

    public sealed record FieldMissing(string Field) : TaxInvoiceRefusal;

    public sealed record FieldTooLong(string Field, int Length, int LengthMax) : TaxInvoiceRefusal;

    public sealed record TooMany(string Field, int Count, int CountMax) : TaxInvoiceRefusal;

    public sealed record BrnInvalid(string Field, BusinessRegistrationNumber Brn) : TaxInvoiceRefusal;

    public sealed record DocumentKeyMalformed(string Field, string Key, int LengthMax) : TaxInvoiceRefusal;

    /// <summary>Supply + tax is not the total.</summary>
    public sealed record TotalMismatched(Won TotalSupply, Won TotalTax, Won TotalAmount) : TaxInvoiceRefusal;

    /// <summary>Zero-rated and tax-free documents carry no tax.</summary>
    public sealed record TaxNotAllowed(TaxInvoiceTaxation Taxation, Won TotalTax) : TaxInvoiceRefusal;

    /// <summary>The items' sum is not the document's.</summary>
    public sealed record ItemsMismatched(string Field, Won ItemsSum, Won Total) : TaxInvoiceRefusal;

    public sealed record SupplierIsRecipient(BusinessRegistrationNumber Brn) : TaxInvoiceRefusal;

    /// <summary>Only a document that was sent can be amended.</summary>
    public sealed record OriginalNotSent(TaxInvoiceId Original, TaxInvoiceStatus Status) : TaxInvoiceRefusal;

    public sealed record TaxationUnchangeable(TaxInvoiceTaxation Original, TaxInvoiceTaxation Given) : TaxInvoiceRefusal;

    public sealed record IssuanceMismatched(TaxInvoiceIssuance Expected, TaxInvoiceIssuance Actual) : TaxInvoiceRefusal;

    public sealed record SupplierNotConnected(BusinessRegistrationNumber Brn, NtsConnectionStatus Connection) : TaxInvoiceRefusal;

    /// <summary>The number typed at the supplier page is not the invoice's. Does not tell the right one.</summary>
    public sealed record SupplierNumberMismatched : TaxInvoiceRefusal;

    public sealed record CertificateNotRegistered(BusinessRegistrationNumber Brn) : TaxInvoiceRefusal;

    public sealed record CertificateOfAnother(BusinessRegistrationNumber Brn) : TaxInvoiceRefusal;

    public sealed record CertificateNotYetValid(DateOnly ValidFrom, DateOnly Today) : TaxInvoiceRefusal;

    public sealed record CertificateExpired(DateOnly ValidUntil, DateOnly Today) : TaxInvoiceRefusal;

    public sealed record AgencyNotAsked(TaxInvoiceAgencyAim Aim) : TaxInvoiceRefusal;

    public sealed record NotDrafted(TaxInvoiceStatus Status) : TaxInvoiceRefusal;

    public sealed record NotRequested(TaxInvoiceStatus Status) : TaxInvoiceRefusal;

    public sealed record NotIssued(TaxInvoiceStatus Status) : TaxInvoiceRefusal;

    public sealed record NotInState(TaxInvoiceStatus Status, TaxInvoiceCommand Command) : TaxInvoiceRefusal;

    public sealed record NotDeletable(TaxInvoiceStatus Status) : TaxInvoiceRefusal;

    public sealed record Deleted(TaxInvoiceId Id) : TaxInvoiceRefusal;

    /// <summary>Only a business that may issue can be asked for an invoice on its payout.</summary>
    public sealed record PartnerIssuesNone(PartnerId Partner) : TaxInvoiceRefusal;

    /// <summary>The payout has nothing to invoice, or its invoice exists already.</summary>
    public sealed record NothingToInvoice(string PayoutId) : TaxInvoiceRefusal;

    /// <summary>An invoice is drawn on what is surely paid: not before the payout is confirmed, and not after it was cancelled or made anew.</summary>
    public sealed record PayoutNotInvoiceable(string PayoutId) : TaxInvoiceRefusal;

    /// <summary>A payout that failed or was cancelled paid the same settlements, and its invoice still stands.</summary>
    public sealed record InvoicedWithAnother(TaxInvoiceId Invoice, string PayoutId) : TaxInvoiceRefusal;

    /// <summary>The draft's payout was cancelled: its settlements are invoiced with the payout that pays them.</summary>
    public sealed record PayoutCancelled(string PayoutId) : TaxInvoiceRefusal;

    public sealed record LinkUnknown : TaxInvoiceRefusal;

    public sealed record LinkExpired(DateTimeOffset ExpiredAt) : TaxInvoiceRefusal;

    /// <summary>A newer mail was sent: only its link works.</summary>
    public sealed record LinkReplaced(DateTimeOffset ReplacedAt) : TaxInvoiceRefusal;

    public sealed record LinkLocked(DateTimeOffset LockedUntil, int AttemptCountMax) : TaxInvoiceRefusal;
}
