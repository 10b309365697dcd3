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

    /// <summary>What the history says of a payout that a person paid outside the system.</summary>
    public const string CompletedByHand = "PayoutCompletedByHand";

    public static void Note(this Work work, string subject, string id, string what, Outcome<Move> move, string? why = null) =>
        work.Record(subject, id, what, move.Value.From, move.Value.To, why);

    public static async Task MoveSettlementsAsync(this Work work, PayoutId payout, PartnerSettlementCommand command, CancellationToken ct) =>
        work.Move(await work.Db.Set<PartnerSettlement>().Where(row => row.PayoutId == payout).ToListAsync(ct), command);

    public static void Move(this Work work, IEnumerable<PartnerSettlement> settlements, PartnerSettlementCommand command)
    {
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
        foreach (var row in TransferMoves.Rows(TransferCommand.ReleasePayout))
        {
            await work.Db.Set<Transfer>().Where(transfer => transfer.PayoutId == payout && transfer.Status == row.From).ExecuteUpdateAsync(set => set
                .SetProperty(transfer => transfer.Status, row.To)
                .SetProperty(transfer => transfer.PayoutId, (PayoutId?)null)
                .SetProperty(transfer => transfer.StatusUpdatedAt, work.Now)
                .SetProperty(transfer => transfer.Version, transfer => transfer.Version + 1), ct);
        }
    }
}
