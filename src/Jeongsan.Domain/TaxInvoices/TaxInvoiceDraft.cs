using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;

namespace Jeongsan.Domain.TaxInvoices;

/// <summary>How invoices on payouts are worded.</summary>
/// <param name="ItemName">품목, for example "10월 판매대금 정산".</param>
public sealed record TaxInvoiceWording(string ItemName, TaxInvoicePurpose Purpose, IReadOnlyList<string> Remarks);

/// <summary>The reverse invoices that a payout calls for: one on its taxable part, one (계산서) on its tax-free part.</summary>
public static class TaxInvoiceDraft
{
    /// <summary>True if a partner of that type issues tax invoices or 계산서 at all.</summary>
    public static bool MayIssue(PartnerType type) => type is PartnerType.Business { TaxationType: not TaxationType.Simple };

    /// <summary>One or two contents whose totals add up to the payout's supply, VAT and tax-free amounts.</summary>
    /// <param name="platform">The recipient.</param>
    /// <param name="writeDate">Within the month of the supply.</param>
    public static Outcome<IReadOnlyList<TaxInvoiceContent>> From(Payout payout, TaxInvoiceParty platform, DateOnly writeDate, TaxInvoiceWording wording)
    {
        if (payout.Partner.Profile.Type is not PartnerType.Business business || !MayIssue(business))
        {
            return new TaxInvoiceRefusal.PartnerIssuesNone(payout.PartnerId);
        }

        var contents = new List<TaxInvoiceContent>();
        var supplier = SupplierOf(payout.Partner.Profile, business);
        if (!payout.SupplyAmount.IsZero && payout.TaxInvoiceId is null)
        {
            contents.Add(Content(TaxInvoiceTaxation.Taxable, payout.SupplyAmount, payout.VatAmount, supplier, platform, writeDate, wording));
        }

        if (!payout.TaxFreeAmount.IsZero && payout.TaxFreeInvoiceId is null)
        {
            contents.Add(Content(TaxInvoiceTaxation.Free, payout.TaxFreeAmount, Won.Zero, supplier, platform, writeDate, wording));
        }

        return contents.Count == 0 ? new TaxInvoiceRefusal.NothingToInvoice(payout.Id.Value) : contents;
    }

    public static TaxInvoiceParty SupplierOf(PartnerProfile profile, PartnerType.Business business) => new(
        business.BusinessRegistrationNumber,
        CounterpartyId: null,
        TaxRegistrationId: null,
        business.CompanyName,
        business.RepresentativeName,
        business.CompanyAddress,
        business.BusinessType,
        business.BusinessClass,
        new TaxInvoiceContact(profile.Contact.Name, null, profile.Contact.PhoneNumber, null, profile.Contact.Email));

    private static TaxInvoiceContent Content(
        TaxInvoiceTaxation taxation, Won supply, Won tax, TaxInvoiceParty supplier, TaxInvoiceParty platform, DateOnly writeDate, TaxInvoiceWording wording) => new()
        {
            Taxation = taxation,
            Issuance = TaxInvoiceIssuance.Reverse,
            Purpose = wording.Purpose,
            WriteDate = writeDate,
            TotalSupply = supply,
            TotalTax = tax,
            TotalAmount = supply + tax,
            Supplier = supplier,
            Recipient = platform,
            Remarks = wording.Remarks,
            Items = [new TaxInvoiceItem(writeDate, wording.ItemName, null, new ScaledNumber(1), null, supply, tax, null)],
        };
}
