using Jeongsan.Application.Storage;
using Jeongsan.Application.Transfers;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Transfers;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Rehearsals;

/// <summary>What becomes of cancellations: each is replayed behind its order and the cancellations that came before it.</summary>
internal sealed class CancelledOrders
{
    private const int AskedCountMax = 500;

    private readonly Dictionary<TransferId, RehearsedTransfer> _replayed = [];

    private CancelledOrders()
    {
    }

    public RehearsedTransfer Of(Transfer cancel) => _replayed[cancel.Id];

    public static async Task<CancelledOrders> ReadAsync(JeongsanContext db, RehearsalRules rules, IReadOnlyList<Transfer> slice, CancellationToken ct)
    {
        var found = new CancelledOrders();
        var cancels = slice.Where(transfer => transfer.Kind == TransferKind.OrderCancel).ToList();
        foreach (var part in cancels.Chunk(AskedCountMax))
        {
            await found.AddAsync(db, rules, part, ct);
        }
        return found;
    }

    private async Task AddAsync(JeongsanContext db, RehearsalRules rules, IReadOnlyList<Transfer> cancels, CancellationToken ct)
    {
        if (!rules.TouchesTransfers)
        {
            foreach (var cancel in cancels)
            {
                Keep(rules, cancel, cancel.Amounts);
            }
            return;
        }
        TransferId[] orderIds = [.. cancels.Select(cancel => cancel.OriginalTransferId!.Value).Distinct()];
        var orders = await db.Set<Transfer>().AsNoTracking().Where(row => orderIds.Contains(row.Id)).ToListAsync(ct);
        // Cancellations bear their order's payment, which has an index.
        PaymentId?[] payments = [.. orders.Select(order => order.PaymentId).Distinct()];
        var family = await db.Set<Transfer>().AsNoTracking().Where(row => payments.Contains(row.PaymentId) && row.Kind == TransferKind.OrderCancel).ToListAsync(ct);
        var byOrder = family.ToLookup(cancel => cancel.OriginalTransferId!.Value);
        foreach (var order in orders)
        {
            var chain = byOrder[order.Id].OrderBy(cancel => cancel.CreatedAt).ThenBy(cancel => cancel.Id.Value, StringComparer.Ordinal).ToList();
            // One that is refused takes nothing, so that those behind it may take more.
            if (!rules.TouchesAmountsOf(order) && rules.IsDated(order) && chain.TrueForAll(rules.IsDated))
            {
                foreach (var cancel in chain)
                {
                    Keep(rules, cancel, cancel.Amounts);
                }
                continue;
            }
            Replay(rules, await rules.ReplayAsync(db, order, ct), order, chain);
        }
    }

    private void Replay(RehearsalRules rules, Outcome<ReplayedOrder> again, Transfer order, IEnumerable<Transfer> chain)
    {
        foreach (var cancel in chain)
        {
            // An order that is refused was never there to be cancelled.
            var taken = again.IsRefused ? new StoredRefusal.NotFound(RegisterOrder.Subject, order.Id.Value) : again.Value.Cancel(cancel, rules.DateOf(cancel));
            if (taken.IsRefused)
            {
                _replayed[cancel.Id] = new RehearsedTransfer(cancel, TransferSide.Of(cancel), null, taken.Refusal);
            }
            else
            {
                Keep(rules, cancel, taken.Value);
            }
        }
    }

    private void Keep(RehearsalRules rules, Transfer cancel, SettlementAmounts amounts) => _replayed[cancel.Id] = new RehearsedTransfer(
        cancel, TransferSide.Of(cancel), new TransferSide(rules.ContractOf(cancel).Id, rules.DateOf(cancel), TransferSide.Signed(cancel.Kind, amounts)), null);
}
