using Jeongsan.Application.Ledger;
using Jeongsan.Application.Storage;
using Jeongsan.Application.Transfers;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Payouts;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Payouts;

/// <summary>Fixes the amounts of a prepared bulk payout (지급 확정): from here on only cancelling changes what will be paid.</summary>
public sealed class ConfirmBulkPayout(Store store)
{
    public Task<Outcome<BulkPayout>> HandleAsync(Tenant tenant, Actor actor, BulkPayoutId id, CancellationToken ct) =>
        HandleAsync(tenant, actor, id, seenTotal: null, ct);

    /// <param name="seenTotal">What the one who confirms saw, in the currency of the payouts: refused when somebody changed the rows since, so that it is another sum. Null if not to be compared.</param>
    public Task<Outcome<BulkPayout>> HandleAsync(Tenant tenant, Actor actor, BulkPayoutId id, Won? seenTotal, CancellationToken ct) =>
        store.CommandAsync<BulkPayout>(tenant, actor, async work =>
        {
            var found = await work.FindBulkAsync(id, ct);
            if (found.IsRefused)
            {
                return found;
            }
            var bulk = found.Value;
            if (seenTotal is { } seen && seen != bulk.TotalPayoutAmount)
            {
                return new PayoutRefusal.TotalChanged(seen, bulk.TotalPayoutAmount);
            }
            var confirmed = bulk.Confirm(work.Now);
            if (confirmed.IsRefused)
            {
                return confirmed.Refusal;
            }
            work.Note(PayoutWork.BulkSubject, id.Value, "BulkPayoutConfirmed", confirmed);
            foreach (var payout in await work.Db.Set<Payout>().Where(row => row.BulkPayoutId == id).ToListAsync(ct))
            {
                await work.NotePayoutAsync(payout, "PayoutConfirmed", payout.Confirm(work.Now), ct);
            }
            await work.ConfirmPayoutsAsync(id, ct);
            return bulk;
        }, ct);
}
