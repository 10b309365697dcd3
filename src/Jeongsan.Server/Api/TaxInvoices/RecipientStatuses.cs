using Jeongsan.Application.Storage;
using Jeongsan.Domain.Counterparties;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.Server.Api.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Api.TaxInvoices;

/// <summary>What was last looked up of the recipients of some invoices, by business number: counterparties and partners know it of themselves.</summary>
internal static class RecipientStatuses
{
    public static async Task<IReadOnlyDictionary<BusinessRegistrationNumber, B2bCompanyStateBusinessStatus>> OfAsync(
        JeongsanContext db, IReadOnlyList<TaxInvoice> invoices, CancellationToken ct)
    {
        BusinessRegistrationNumber[] numbers = [.. invoices.Select(invoice => invoice.RecipientBrn).Distinct()];
        var counterparties = await db.Set<Counterparty>().Where(one => numbers.Contains(one.Brn)).Select(one => new { one.Brn, one.BusinessStatus }).ToListAsync(ct);
        var given = numbers.Select(number => (BusinessRegistrationNumber?)number).ToArray();
        var partners = await db.Set<Partner>().Where(partner => given.Contains(partner.BusinessRegistrationNumber)).Select(partner => partner.Type).ToListAsync(ct);
        var found = new Dictionary<BusinessRegistrationNumber, B2bCompanyStateBusinessStatus>();
        foreach (var business in partners.OfType<PartnerType.Business>())
        {
            Keep(found, business.BusinessRegistrationNumber, business.BusinessStatus.ToString());
        }

        foreach (var counterparty in counterparties)
        {
            Keep(found, counterparty.Brn, counterparty.BusinessStatus.ToString());
        }

        return found;
    }

    // In all three the states of a company have the same names; what wasn't found or looked up yet is none of them.
    private static void Keep(Dictionary<BusinessRegistrationNumber, B2bCompanyStateBusinessStatus> found, BusinessRegistrationNumber number, string status)
    {
        if (Enum.TryParse<B2bCompanyStateBusinessStatus>(status, out var known))
        {
            found[number] = known;
        }
    }
}
