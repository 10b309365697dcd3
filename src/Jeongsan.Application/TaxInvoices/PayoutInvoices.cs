using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Settlements;
using Jeongsan.Domain.TaxInvoices;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.TaxInvoices;

/// <summary>
/// A supply is invoiced once, however often its payout is made: settlements of a payout that failed or was cancelled are paid by
/// another one, and an invoice that stands on the earlier payout is theirs.
/// </summary>
internal static class PayoutInvoices
{
    private const int AtOnce = 500;

    /// <summary>Why no invoice may be drawn on some of the payouts. One such command of a tenant runs at a time.</summary>
    public static async Task<Dictionary<PayoutId, Refusal>> NotInvoiceableAsync(this Work work, IReadOnlyList<Payout> payouts, CancellationToken ct)
    {
        await TenantLock.TakeAsync(work, "draft-from-payouts", ct);
        var refused = new Dictionary<PayoutId, Refusal>();
        foreach (var some in payouts.Chunk(AtOnce))
        {
            var standing = await StandingAsync(work.Db, [.. some.Select(payout => payout.PartnerId).Distinct()], ct);
            foreach (var payout in some)
            {
                if (payout.Status is PayoutStatus.Prepared or PayoutStatus.Cancelled || (payout.Status == PayoutStatus.Failed && await IsPaidAnewAsync(work, payout, ct)))
                {
                    refused[payout.Id] = new TaxInvoiceRefusal.PayoutNotInvoiceable(payout.Id.Value);
                }
                else if (standing.Find(one => one.Payout.Id != payout.Id && Settlements(one.Payout).Intersect(Settlements(payout)).Any()) is { Payout: { } earlier } found)
                {
                    refused[payout.Id] = new TaxInvoiceRefusal.InvoicedWithAnother(found.Invoice.Id, earlier.Id.Value);
                }
            }
        }
        return refused;
    }

    /// <summary>Lets go of invoices that were refused, taken back or deleted, if nothing of them is left at the ASP: their payout can be invoiced again.</summary>
    public static async Task ReleaseEndedAsync(this Work work, Payout payout, CancellationToken ct)
    {
        TaxInvoiceId[] linked = [.. new[] { payout.TaxInvoiceId, payout.TaxFreeInvoiceId }.OfType<TaxInvoiceId>()];
        foreach (var invoice in await work.Db.Set<TaxInvoice>().Where(row => linked.Contains(row.Id)).ToListAsync(ct))
        {
            if (!IsStanding(invoice))
            {
                payout.LinkInvoice(invoice.Content.Taxation, null);
            }
        }
    }

    /// <summary>Which of the invoices' payouts were cancelled. None of the others is, until the transaction ends.</summary>
    public static async Task<HashSet<PayoutId>> CancelledPayoutsAsync(this Work work, IQueryable<TaxInvoice> invoices, CancellationToken ct)
    {
        var payouts = work.Db.Set<Payout>().Where(payout => invoices.Any(invoice => invoice.PayoutId == payout.Id && invoice.Document == TaxInvoiceDocument.Normal));
        foreach (var bulk in (await payouts.Select(payout => payout.BulkPayoutId).Distinct().ToListAsync(ct)).OrderBy(bulk => bulk.Value, StringComparer.Ordinal))
        {
            await Payouts.PayoutWork.HoldBulkAsync(work, bulk, ct);
        }
        return [.. await payouts.Where(payout => payout.Status == PayoutStatus.Cancelled).Select(payout => payout.Id).ToListAsync(ct)];
    }

    /// <summary>Invoices that stand, or still may, on payouts of these partners whose settlements went back. A cancelled payout's draft can't be requested any more.</summary>
    /// <param name="partners">Null: everybody's.</param>
    internal static async Task<List<(TaxInvoice Invoice, Payout Payout)>> StandingAsync(JeongsanContext db, PartnerId[]? partners, CancellationToken ct)
    {
        var payouts = db.Set<Payout>().Where(payout => payout.Status == PayoutStatus.Failed || payout.Status == PayoutStatus.Cancelled);
        if (partners is not null)
        {
            payouts = payouts.Where(payout => partners.Contains(payout.PartnerId));
        }
        var found = await (from payout in payouts
                           join invoice in db.Set<TaxInvoice>() on (PayoutId?)payout.Id equals invoice.PayoutId
                           where invoice.Document == TaxInvoiceDocument.Normal && !TaxInvoiceLifecycle.Ended.Contains(invoice.Status)
                           orderby invoice.Id
                           select new { Invoice = invoice, Payout = payout }).ToListAsync(ct);
        return [.. found.Where(one => IsStanding(one.Invoice) && (one.Payout.Status == PayoutStatus.Failed || !RequestTaxInvoice.IsDraft(one.Invoice))).Select(one => (one.Invoice, one.Payout))];
    }

    private static bool IsStanding(TaxInvoice invoice) => IsStanding(invoice.Status, invoice.IsDeleted);

    /// <summary>It is, or may still become, the invoice of its supply.</summary>
    internal static bool IsStanding(TaxInvoiceStatus status, bool isDeleted) =>
        !TaxInvoiceLifecycle.Ended.Contains(status) && (!isDeleted || TaxInvoiceLifecycle.OutlivesDeletion(status));

    private static Task<bool> IsPaidAnewAsync(Work work, Payout payout, CancellationToken ct)
    {
        PartnerSettlementId[] ids = [.. Settlements(payout)];
        return work.Db.Set<PartnerSettlement>().AnyAsync(row => ids.Contains(row.Id) && row.PayoutId != null, ct);
    }

    private static IReadOnlyList<PartnerSettlementId> Settlements(Payout payout) => payout.SettlementIds ?? [];
}
