using Jeongsan.Application.Storage;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.Counterparties;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.TaxInvoices;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Counterparties;

/// <summary>What counterparty commands share.</summary>
internal static class CounterpartyWork
{
    public const string Subject = "Counterparty";

    private static readonly TaxInvoiceStatus[] UnderWay = [.. Enum.GetValues<TaxInvoiceStatus>().Where(TaxInvoiceLifecycle.IsUnderWay)];

    public static string Aggregate(CounterpartyId id) => $"{Subject}:{id}";

    /// <param name="ofPartner">What is said when the id is that of a partner's counterparty.</param>
    public static async Task<Outcome<Counterparty>> FindCounterpartyAsync(this Work work, CounterpartyId id, Func<CounterpartyId, Refusal> ofPartner, CancellationToken ct)
    {
        if (await work.Db.Set<Counterparty>().SingleOrDefaultAsync(row => row.Id == id, ct) is { } found)
        {
            return found;
        }
        var partner = new PartnerId(id.Value);
        return await work.Db.Set<Partner>().OfCounterparties().AnyAsync(row => row.Id == partner, ct) ? ofPartner(id) : new StoredRefusal.NotFound(Subject, id.Value);
    }

    /// <summary>Partners are counterparties of the same id from the moment they are being connected until they are disconnected.</summary>
    public static IQueryable<Partner> OfCounterparties(this IQueryable<Partner> partners) =>
        partners.Where(partner => partner.TypeName == PartnerTypeName.Business && partner.NtsConnection != NtsConnectionStatus.NotConnected);

    public static Task<bool> HasOngoingTaxInvoiceAsync(this Work work, CounterpartyId id, CancellationToken ct) =>
        work.Db.Set<TaxInvoice>().AnyAsync(invoice =>
            (invoice.SupplierCounterpartyId == id.Value || invoice.RecipientCounterpartyId == id.Value) && invoice.DeletedAt == null && UnderWay.Contains(invoice.Status), ct);
}

/// <summary>The same for those who read only.</summary>
public static class PartnerCounterparties
{
    public static IQueryable<Partner> Of(IQueryable<Partner> partners) => partners.OfCounterparties();
}
