using Jeongsan.Application.Partners;
using Jeongsan.Application.Counterparties;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Counterparties;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Privacy;
using Jeongsan.Domain.TaxInvoices;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Console.TaxInvoices;

/// <summary>Who can be asked for a reverse invoice: a connected partner, or a connected company that is none.</summary>
public sealed record SupplierChoice(TaxInvoiceParty Party, DataSubject Subject)
{
    /// <summary>More than these are found by a longer word.</summary>
    internal const int ShownMax = 8;

    internal static async Task<IReadOnlyList<SupplierChoice>> FindAsync(JeongsanContext db, string words, CancellationToken ct)
    {
        var partners = PartnerCounterparties.Of(db.Set<Partner>()).Where(row => row.NtsConnection == NtsConnectionStatus.Connected && !row.IsArchived);
        var others = db.Set<Counterparty>().Where(row => row.NtsConnection == NtsConnectionStatus.Connected);
        var number = BusinessRegistrationNumber.Parse(words);
        if (!number.IsRefused)
        {
            var given = number.Value;
            (partners, others) = (partners.Where(row => row.BusinessRegistrationNumber == given), others.Where(row => row.Brn == given));
        }
        else if (words.Length > 0)
        {
            (partners, others) = (partners.Where(row => row.Name.Contains(words)), others.Where(row => row.CompanyName.Contains(words)));
        }
        return
        [
            .. (await partners.OrderBy(row => row.Name).ThenBy(row => row.Id).Take(ShownMax).ToListAsync(ct)).Select(Of).OfType<SupplierChoice>(),
            .. (await others.OrderBy(row => row.CompanyName).ThenBy(row => row.Id).Take(ShownMax).ToListAsync(ct)).Select(Of),
        ];
    }

    private static SupplierChoice? Of(Partner partner) => partner.Type is PartnerType.Business business && TaxInvoiceDraft.MayIssue(business)
        ? new(TaxInvoiceDraft.SupplierOf(partner.Profile(), business) with { CounterpartyId = partner.Id.Value }, DataSubject.Of(partner.Id))
        : null;

    private static SupplierChoice Of(Counterparty company) => new(
        new TaxInvoiceParty(
            company.Brn, company.Id.Value, TaxRegistrationId: null, company.CompanyName, company.RepresentativeName, company.Address, company.BusinessType, company.BusinessClass,
            new TaxInvoiceContact(company.ContactName, null, company.ContactPhoneNumber, null, company.ContactEmail)),
        DataSubject.Of(company.Brn));
}
