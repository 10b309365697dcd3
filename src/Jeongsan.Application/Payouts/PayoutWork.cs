using Jeongsan.Application.Storage;
using Jeongsan.Application.Transfers;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Settlements;
using Jeongsan.Domain.Transfers;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Payouts;

/// <summary>What payout commands share: moving a payout's settlements and transfers along with it, and its time line.</summary>
internal static class PayoutWork
{
    public const string BulkSubject = "BulkPayout";
    public const string Subject = "Payout";

    public static void Note(this Work work, string subject, string id, string what, Outcome<Move> move, string? why = null) =>
        work.Record(subject, id, what, move.Value.From, move.Value.To, why);

    public static async Task MoveSettlementsAsync(this Work work, PayoutId payout, PartnerSettlementCommand command, CancellationToken ct)
    {
        var settlements = await work.Db.Set<PartnerSettlement>().Where(row => row.PayoutId == payout).ToListAsync(ct);
        foreach (var settlement in settlements)
        {
            work.Note("PartnerSettlement", settlement.Id.Value, $"Payout{command}", settlement.Do(command, work.Now));
        }
    }

    public static Task<int> MoveTransfersAsync(this Work work, PayoutId payout, TransferCommand command, CancellationToken ct) =>
        work.MoveAsync(work.Db.Set<Transfer>().Where(row => row.PayoutId == payout), command, ct);

    /// <summary>Lets the transfers of a payout that moved no money go back to their settlements.</summary>
    public static async Task ReleaseTransfersAsync(this Work work, PayoutId payout, CancellationToken ct)
    {
        await work.MoveTransfersAsync(payout, TransferCommand.ReleasePayout, ct);
        await work.Db.Set<Transfer>().Where(row => row.PayoutId == payout)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.PayoutId, (PayoutId?)null), ct);
    }
}
