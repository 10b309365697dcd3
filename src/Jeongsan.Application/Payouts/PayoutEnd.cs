using Jeongsan.Application.Ledger;
using Jeongsan.Application.Storage;
using Jeongsan.Application.Transfers;
using Jeongsan.Domain.AccountTransfers;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Settlements;
using Jeongsan.Domain.Transfers;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Payouts;

/// <summary>Ends payouts whose money was on its way, as the bank said, with their transfers and settlements.</summary>
internal static class PayoutEnd
{
    private const int IdsAtOnce = 500;

    /// <param name="failed">Only a sure "no": their settlements can be paid again.</param>
    public static async Task EndAsync(this Work work, IReadOnlyList<Payout> succeeded, IReadOnlyList<(Payout Payout, string Reason)> failed, CancellationToken ct)
    {
        var lines = await LinesOfAsync(work, [.. succeeded.Select(payout => payout.Id), .. failed.Select(one => one.Payout.Id)], ct);
        foreach (var payout in succeeded)
        {
            await work.NotePayoutAsync(payout, "PayoutSucceeded", payout.Succeed(work.Now, work.Now), ct);
            lines.GetValueOrDefault(payout.Id.Value)?.Succeed(work.Now, work.Now);
        }
        foreach (var (payout, reason) in failed)
        {
            await work.NotePayoutAsync(payout, "PayoutFailed", payout.Fail(reason, work.Now), ct, reason);
            lines.GetValueOrDefault(payout.Id.Value)?.Fail(reason, work.Now);
        }
        PayoutId[] paid = [.. succeeded.Select(payout => payout.Id)];
        PayoutId[] unpaid = [.. failed.Select(one => one.Payout.Id)];
        await work.MoveSettlementsAsync(paid, PartnerSettlementCommand.CompletePayout, ct);
        await work.MoveTransfersAsync(paid, TransferCommand.CompletePayout, ct);
        await work.MoveSettlementsAsync(unpaid, PartnerSettlementCommand.FailPayout, ct);
        await work.ReleaseTransfersAsync(unpaid, ct);
    }

    /// <summary>None for a payout that was executed before account transfers were kept.</summary>
    private static async Task<Dictionary<string, AccountTransfer>> LinesOfAsync(Work work, IReadOnlyList<PayoutId> payouts, CancellationToken ct)
    {
        var lines = new Dictionary<string, AccountTransfer>(StringComparer.Ordinal);
        foreach (var some in payouts.Select(payout => new AccountTransferId(payout.Value)).Chunk(IdsAtOnce))
        {
            foreach (var line in await work.Db.Set<AccountTransfer>().Where(row => some.Contains(row.Id)).ToListAsync(ct))
            {
                lines.Add(line.Id.Value, line);
            }
        }
        return lines;
    }
}
