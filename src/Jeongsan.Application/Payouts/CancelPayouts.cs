using Jeongsan.Application.Ledger;
using Jeongsan.Application.Storage;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Settlements;
using Jeongsan.Domain.TaxInvoices;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Payouts;

/// <summary>지급 취소: what was not paid will not be paid with it, and its settlements can be chosen again.</summary>
public sealed class CancelPayouts(Store store)
{
    private static readonly PayoutStatus[] Cancellable = [PayoutStatus.Confirmed, PayoutStatus.Stopped, PayoutStatus.Failed];

    /// <summary>Taken back with the payout; one that is on its way to the ASP refuses it until it is there.</summary>
    private static readonly TaxInvoiceStatus[] Waiting = [TaxInvoiceStatus.RequestPending, TaxInvoiceStatus.Requested];

    /// <summary>
    /// All of a bulk payout that is not running. Where some of it was paid before it was stopped, the rest is cancelled and the bulk
    /// payout is completed.
    /// </summary>
    /// <param name="cancelTaxInvoice">Also takes back the requests of invoices on cancelled payouts that the supplier has not answered.</param>
    public Task<Outcome<BulkPayout>> AllAsync(Tenant tenant, Actor actor, BulkPayoutId id, bool cancelTaxInvoice, CancellationToken ct) =>
        store.CommandAsync<BulkPayout>(tenant, actor, async work =>
        {
            var found = await work.FindBulkAsync(id, ct);
            if (found.IsRefused)
            {
                return found;
            }
            if (await work.Db.Set<Payout>().AnyAsync(row => row.BulkPayoutId == id && row.Status == PayoutStatus.Scheduled, ct) && found.Value.Status == BulkPayoutStatus.Prepared)
            {
                return new PayoutRefusal.UnscheduleFirst();
            }
            var isPaid = await work.Db.Set<Payout>().AnyAsync(row => row.BulkPayoutId == id && row.Status == PayoutStatus.Succeeded, ct);
            if (End(work, found.Value, isPaid) is { } refusal)
            {
                return refusal;
            }
            foreach (var payout in await work.PayoutsOfAsync(id, ct, PayoutStatus.Prepared))
            {
                await work.NotePayoutAsync(payout, "PayoutCancelled", payout.Drop(work.Now), ct);
                await work.MoveSettlementsAsync(payout.Id, PartnerSettlementCommand.CancelPayout, ct);
            }
            return await CancelAsync(work, await work.PayoutsOfAsync(id, ct, Cancellable), cancelTaxInvoice, ct) is { } no ? no : found;
        }, ct);

    /// <summary>One payout, also of a bulk payout that is running while its turn has not come.</summary>
    public Task<Outcome<Payout>> OneAsync(Tenant tenant, Actor actor, PayoutId id, bool cancelTaxInvoice, CancellationToken ct) =>
        store.CommandAsync<Payout>(tenant, actor, async work =>
        {
            if (await work.Db.Set<Payout>().Where(row => row.Id == id).Select(row => (BulkPayoutId?)row.BulkPayoutId).SingleOrDefaultAsync(ct) is not { } bulkId)
            {
                return new StoredRefusal.NotFound(PayoutWork.Subject, id.Value);
            }
            var bulk = (await work.FindBulkAsync(bulkId, ct)).Value;
            // Taken out of its bulk payout while the lock was awaited, it is gone.
            if (await work.Db.Set<Payout>().SingleOrDefaultAsync(row => row.Id == id, ct) is not { } payout)
            {
                return new StoredRefusal.NotFound(PayoutWork.Subject, id.Value);
            }
            if (await CancelAsync(work, [payout], cancelTaxInvoice, ct) is { } refusal)
            {
                return refusal;
            }
            var others = work.Db.Set<Payout>().Where(row => row.BulkPayoutId == bulkId && row.Id != id);
            if (bulk.Status == BulkPayoutStatus.Prepared && !await others.AnyAsync(row => row.Status != PayoutStatus.Cancelled && row.Status != PayoutStatus.Succeeded && row.Status != PayoutStatus.Failed, ct))
            {
                // Nothing of it is left to be paid.
                End(work, bulk, isPaid: await others.AnyAsync(row => row.Status != PayoutStatus.Cancelled, ct));
            }
            return payout;
        }, ct);

    private static Refusal? End(Work work, BulkPayout bulk, bool isPaid)
    {
        var ended = isPaid && bulk.Status == BulkPayoutStatus.Prepared ? bulk.Complete(work.Now) : bulk.Cancel(work.Now);
        if (ended.IsRefused)
        {
            return ended.Refusal;
        }
        work.Note(PayoutWork.BulkSubject, bulk.Id.Value, isPaid ? "BulkPayoutRestCancelled" : "BulkPayoutCancelled", ended);
        return null;
    }

    private static async Task<Refusal?> CancelAsync(Work work, IReadOnlyList<Payout> payouts, bool cancelTaxInvoice, CancellationToken ct)
    {
        // The settlements of a failed payout went back when it failed.
        PayoutId[] holding = [.. payouts.Where(payout => payout.Status != PayoutStatus.Failed).Select(payout => payout.Id)];
        foreach (var payout in payouts)
        {
            var cancelled = payout.Cancel(work.Now);
            if (cancelled.IsRefused)
            {
                return cancelled.Refusal;
            }
            await work.NotePayoutAsync(payout, "PayoutCancelled", cancelled, ct);
            if (cancelTaxInvoice && await CancelRequestsAsync(work, payout, ct) is { } refusal)
            {
                return refusal;
            }
        }
        await work.MoveSettlementsAsync(holding, PartnerSettlementCommand.CancelPayout, ct);
        await work.ReleaseTransfersAsync(holding, ct);
        return null;
    }

    private static async Task<Refusal?> CancelRequestsAsync(Work work, Payout payout, CancellationToken ct)
    {
        TaxInvoiceId[] ids = [.. new[] { payout.TaxInvoiceId, payout.TaxFreeInvoiceId }.OfType<TaxInvoiceId>()];
        foreach (var invoice in await work.Db.Set<TaxInvoice>().Where(row => ids.Contains(row.Id) && Waiting.Contains(row.Status) && row.DeletedAt == null).ToListAsync(ct))
        {
            var undone = await work.UndoAsync(invoice, invoice.CancelRequest("지급을 취소해서 요청을 취소했습니다.", work.Actor, work.Now), ct);
            if (undone.IsRefused)
            {
                return undone.Refusal;
            }
        }
        return null;
    }
}
