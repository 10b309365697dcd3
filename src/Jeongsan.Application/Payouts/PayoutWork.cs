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

    /// <summary>So that a statement's list of ids stays within what databases take.</summary>
    private const int IdsAtOnce = 500;

    /// <summary>
    /// The bulk payout, with the right to change it and its payouts until the transaction ends: who comes second reads what the
    /// first one wrote, and never the bulk payout of before with the payouts of after.
    /// </summary>
    public static async Task<Outcome<BulkPayout>> FindBulkAsync(this Work work, BulkPayoutId id, CancellationToken ct)
    {
        await HoldBulkAsync(work, id, ct);
        return await work.Db.Set<BulkPayout>().SingleOrDefaultAsync(row => row.Id == id, ct) is { } bulk ? bulk : new StoredRefusal.NotFound(BulkSubject, id.Value);
    }

    /// <summary>Nobody else changes the bulk payout or its payouts until the transaction ends.</summary>
    public static Task HoldBulkAsync(Work work, BulkPayoutId id, CancellationToken ct) => TenantLock.TakeAsync(work, $"bulk-payout/{id}", ct);

    public static Task<List<Payout>> PayoutsOfAsync(this Work work, BulkPayoutId id, CancellationToken ct, params PayoutStatus[] statuses) =>
        work.Db.Set<Payout>().Where(row => row.BulkPayoutId == id && statuses.Contains(row.Status)).OrderBy(row => row.Index).ToListAsync(ct);

    public static async Task MoveSettlementsAsync(this Work work, IReadOnlyCollection<PayoutId> payouts, PartnerSettlementCommand command, CancellationToken ct)
    {
        foreach (var chunk in payouts.Chunk(IdsAtOnce))
        {
            work.Move(await work.Db.Set<PartnerSettlement>().Where(row => chunk.Contains(row.PayoutId!.Value)).ToListAsync(ct), command);
        }
    }

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

    /// <summary>Those of which a person said that they were paid outside the system.</summary>
    public static async Task<HashSet<PayoutId>> CompletedByHandAsync(JeongsanContext db, IReadOnlyCollection<Payout> payouts, CancellationToken ct)
    {
        var found = new HashSet<PayoutId>();
        foreach (var ids in payouts.Where(payout => payout.Status == PayoutStatus.Succeeded).Select(payout => payout.Id.Value).Chunk(IdsAtOnce))
        {
            found.UnionWith((await db.Set<HistoryRow>().Where(row => row.Subject == Subject && ids.Contains(row.SubjectId) && row.What == CompletedByHand).Select(row => row.SubjectId).ToListAsync(ct))
                .Select(PayoutId.From));
        }
        return found;
    }

    public static async Task MoveTransfersAsync(this Work work, IReadOnlyCollection<PayoutId> payouts, TransferCommand command, CancellationToken ct)
    {
        foreach (var chunk in payouts.Chunk(IdsAtOnce))
        {
            await work.MoveAsync(work.Db.Set<Transfer>().Where(row => chunk.Contains(row.PayoutId!.Value)), command, ct);
        }
    }

    /// <summary>Lets the transfers of payouts that moved no money go back to their settlements.</summary>
    public static async Task ReleaseTransfersAsync(this Work work, IReadOnlyCollection<PayoutId> payouts, CancellationToken ct)
    {
        foreach (var (chunk, row) in payouts.Chunk(IdsAtOnce).SelectMany(chunk => TransferMoves.Rows(TransferCommand.ReleasePayout).Select(row => (chunk, row))))
        {
            await work.Db.Set<Transfer>().Where(transfer => chunk.Contains(transfer.PayoutId!.Value) && transfer.Status == row.From).ExecuteUpdateAsync(set => set
                .SetProperty(transfer => transfer.Status, row.To)
                .SetProperty(transfer => transfer.PayoutId, (PayoutId?)null)
                .SetProperty(transfer => transfer.StatusUpdatedAt, work.Now)
                .SetProperty(transfer => transfer.Version, transfer => transfer.Version + 1), ct);
        }
    }
}
