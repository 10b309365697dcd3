using Jeongsan.Application.Storage;
using Jeongsan.Application.Transfers;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Settlements;
using Jeongsan.Domain.Transfers;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Payouts;

/// <summary>Fixes the amounts of a prepared bulk payout (지급 확정): from here on only cancelling changes what will be paid.</summary>
public sealed class ConfirmBulkPayout(Store store)
{
    public Task<Outcome<BulkPayout>> HandleAsync(Tenant tenant, Actor actor, BulkPayoutId id, CancellationToken ct) =>
        store.CommandAsync<BulkPayout>(tenant, actor, async work =>
        {
            if (await work.Db.Set<BulkPayout>().SingleOrDefaultAsync(row => row.Id == id, ct) is not { } bulk)
            {
                return new StoredRefusal.NotFound(PayoutWork.BulkSubject, id.Value);
            }
            var confirmed = bulk.Confirm(work.Now);
            if (confirmed.IsRefused)
            {
                return confirmed.Refusal;
            }
            work.Note(PayoutWork.BulkSubject, id.Value, "BulkPayoutConfirmed", confirmed);
            foreach (var payout in await work.Db.Set<Payout>().Where(row => row.BulkPayoutId == id).ToListAsync(ct))
            {
                work.Note(PayoutWork.Subject, payout.Id.Value, "PayoutConfirmed", payout.Confirm(work.Now));
                await TakeTransfersAsync(work, payout.Id, ct);
            }
            return bulk;
        }, ct);

    private static async Task TakeTransfersAsync(Work work, PayoutId payout, CancellationToken ct)
    {
        var settlements = work.Db.Set<PartnerSettlement>().Where(row => row.PayoutId == payout).Select(row => (PartnerSettlementId?)row.Id);
        var transfers = work.Db.Set<Transfer>().Where(row => settlements.Contains(row.PartnerSettlementId));
        await work.MoveAsync(transfers, TransferCommand.ConfirmPayout, ct);
        await transfers.ExecuteUpdateAsync(set => set.SetProperty(row => row.PayoutId, payout), ct);
    }
}
