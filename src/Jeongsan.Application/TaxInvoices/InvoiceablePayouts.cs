using Jeongsan.Application.Storage;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Settlements;
using Jeongsan.Domain.TaxInvoices;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.TaxInvoices;

/// <summary>Confirmed payouts of one bulk payout and one month of supply that no invoice was drawn on yet.</summary>
/// <param name="Month">Its first day: the month of the payouts' newest settlements.</param>
/// <param name="Supply">공급가액 and tax-free amounts, without VAT.</param>
public sealed record InvoiceablePayouts(DateOnly Month, BulkPayoutId Bulk, string BulkName, IReadOnlyList<PayoutId> Payouts, Won Supply)
{
    /// <summary>Newest month first. A payout that can't be invoiced after all, e.g. of a business that issues none, is told when it is drafted.</summary>
    public static async Task<IReadOnlyList<InvoiceablePayouts>> ReadAsync(JeongsanContext db, CancellationToken ct)
    {
        var open = db.Set<Payout>().Where(payout =>
            !db.Set<TaxInvoice>().Any(invoice => (invoice.Id == payout.TaxInvoiceId || invoice.Id == payout.TaxFreeInvoiceId) && invoice.DeletedAt == null && !TaxInvoiceLifecycle.Ended.Contains(invoice.Status))
            && payout.Status != PayoutStatus.Prepared && payout.Status != PayoutStatus.Cancelled
            && db.Set<Partner>().Any(partner => partner.Id == payout.PartnerId && partner.TypeName == PartnerTypeName.Business));
        var rows = await open.Select(payout => new { payout.Id, payout.BulkPayoutId, payout.CreatedAt, payout.SupplyAmount, payout.TaxFreeAmount }).ToListAsync(ct);
        var newest = await db.Set<PartnerSettlement>().Where(row => row.PayoutId != null && open.Any(payout => (PayoutId?)payout.Id == row.PayoutId))
            .GroupBy(row => row.PayoutId).Select(group => new { group.Key, Date = group.Max(row => row.SettlementDate) }).ToDictionaryAsync(row => row.Key!.Value, row => row.Date, ct);
        var bulks = rows.Select(row => row.BulkPayoutId).Distinct().ToList();
        var names = await db.Set<BulkPayout>().Where(bulk => bulks.Contains(bulk.Id)).ToDictionaryAsync(bulk => bulk.Id, bulk => bulk.Name, ct);
        return
        [
            .. rows.Where(row => newest.ContainsKey(row.Id))
                .GroupBy(row => (Month: new DateOnly(newest[row.Id].Year, newest[row.Id].Month, 1), row.BulkPayoutId))
                .Select(group => new InvoiceablePayouts(
                    group.Key.Month, group.Key.BulkPayoutId, names[group.Key.BulkPayoutId], [.. group.Select(row => row.Id)], group.Total(row => row.SupplyAmount + row.TaxFreeAmount)))
                .OrderByDescending(group => group.Month).ThenByDescending(group => group.Bulk.Value, StringComparer.Ordinal),
        ];
    }
}
