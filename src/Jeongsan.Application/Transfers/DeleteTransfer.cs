using Jeongsan.Application.Ledger;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Ledger;
using Jeongsan.Domain.Settlements;
using Jeongsan.Domain.Transfers;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Transfers;

/// <summary>Deletes a transfer that no payout holds; its settlement shrinks, and a cancelled order gets back what the cancellation took.</summary>
public sealed class DeleteTransfer(Store store)
{
    public Task<Outcome<Done>> HandleAsync(Tenant tenant, Actor actor, TransferId id, CancellationToken ct) =>
        store.CommandAsync<Done>(tenant, actor, async work =>
        {
            if (await work.Db.Set<Transfer>().SingleOrDefaultAsync(row => row.Id == id, ct) is not { } transfer)
            {
                return new StoredRefusal.NotFound(RegisterOrder.Subject, id.Value);
            }
            if (transfer.CheckDeletable() is { } refusal)
            {
                return refusal;
            }
            if (transfer.OriginalTransferId is { } original)
            {
                (await work.Db.Set<Transfer>().SingleAsync(row => row.Id == original, ct)).ForgetCancellation(transfer);
            }
            if (transfer.PartnerSettlementId is { } settlementId)
            {
                var settlement = await work.Db.Set<PartnerSettlement>().SingleAsync(row => row.Id == settlementId, ct);
                if (settlement.CheckDeletable() is not null)
                {
                    // Held by a payout or failed in one: its amounts were shown to people as they are.
                    return new TransferRefusal.NotDeletable(id, transfer.Status);
                }
                var before = LedgerSides.Of(settlement);
                settlement.Remove(transfer);
                work.Db.AddRange(work.SettlementLines(settlement, "TransferDeleted", before, LedgerSides.Of(settlement)));
                if (settlement.TransferCount == 0)
                {
                    work.Db.Remove(settlement);
                }
            }
            work.Db.Remove(transfer);
            work.Record(RegisterOrder.Subject, id.Value, "TransferDeleted", from: transfer.Status.ToString());
            return new Done();
        }, ct);
}
