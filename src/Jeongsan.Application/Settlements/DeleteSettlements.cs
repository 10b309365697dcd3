using Jeongsan.Application.Ledger;
using Jeongsan.Application.Storage;
using Jeongsan.Application.Transfers;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Ledger;
using Jeongsan.Domain.Settlements;
using Jeongsan.Domain.Transfers;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Settlements;

/// <summary>Deletes settlements together with their transfers, all or none. Orders get back what deleted cancellations had taken.</summary>
public sealed class DeleteSettlements(Store store)
{
    /// <summary>Cancellations that are named in a refusal.</summary>
    public const int NamedMax = 100;

    public Task<Outcome<Done>> HandleAsync(Tenant tenant, Actor actor, IReadOnlyList<PartnerSettlementId> ids, CancellationToken ct) =>
        store.CommandAsync<Done>(tenant, actor, async work =>
        {
            var chosen = await work.ChosenAsync(ids, ct);
            if (chosen.IsRefused)
            {
                return chosen.Refusal;
            }
            var held = chosen.Value.Where(settlement => settlement.CheckDeletable() is not null).Select(settlement => settlement.Id).ToList();
            if (held.Count > 0)
            {
                return new PartnerSettlementRefusal.SomeNotDeletable(held);
            }
            var members = work.Db.Set<Transfer>().Where(transfer => transfer.PartnerSettlementId != null && ids.Contains(transfer.PartnerSettlementId.Value));
            if (await RemainingAsync(work, members, ct) is { Count: > 0 } remaining)
            {
                return new PartnerSettlementRefusal.CancellationsRemain(remaining);
            }
            await DeleteTransfersAsync(work, members, chosen.Value, ct);
            foreach (var settlement in chosen.Value)
            {
                work.Db.Remove(settlement);
                work.Db.AddRange(work.SettlementLines(settlement, "PartnerSettlementDeleted", LedgerSides.Of(settlement), LedgerSides.None));
                work.Record("PartnerSettlement", settlement.Id.Value, "PartnerSettlementDeleted", from: settlement.Status.ToString(), why: $"{settlement.TransferCount}건과 함께 지웠습니다.");
            }
            return new Done();
        }, ct);

    /// <summary>Cancellations of the orders among them that are not among them.</summary>
    private static async Task<List<TransferId>> RemainingAsync(Work work, IQueryable<Transfer> members, CancellationToken ct)
    {
        var orders = members.Where(transfer => transfer.Kind == TransferKind.Order && transfer.CancellationCount > 0).Select(transfer => (TransferId?)transfer.Id);
        var inside = members.Select(transfer => transfer.Id);
        return await work.Db.Set<Transfer>()
            .Where(transfer => transfer.OriginalTransferId != null && orders.Contains(transfer.OriginalTransferId) && !inside.Contains(transfer.Id))
            .OrderBy(transfer => transfer.Id).Select(transfer => transfer.Id).Take(NamedMax).ToListAsync(ct);
    }

    private static async Task DeleteTransfersAsync(Work work, IQueryable<Transfer> members, List<PartnerSettlement> settlements, CancellationToken ct)
    {
        var cancels = await members.AsNoTracking().Where(transfer => transfer.Kind == TransferKind.OrderCancel).ToListAsync(ct);
        var originals = cancels.Select(cancel => cancel.OriginalTransferId!.Value).Distinct().ToList();
        var orders = await work.Db.Set<Transfer>().Where(transfer => originals.Contains(transfer.Id)).ToDictionaryAsync(transfer => transfer.Id, ct);
        foreach (var cancel in cancels)
        {
            orders[cancel.OriginalTransferId!.Value].ForgetCancellation(cancel);
        }
        // Written before the orders are deleted: an order that is cancelled at this moment has another version then.
        await work.Db.SaveChangesAsync(ct);
        var deleted = await members.Where(transfer => transfer.Kind != TransferKind.Order || transfer.CancellationCount == 0).ExecuteDeleteAsync(ct);
        if (deleted != settlements.Sum(settlement => settlement.TransferCount))
        {
            // Somebody cancelled, added or deleted one of them meanwhile: decide again on what is there now.
            throw new DbUpdateConcurrencyException("The transfers of a settlement changed while it was deleted.");
        }
    }
}
