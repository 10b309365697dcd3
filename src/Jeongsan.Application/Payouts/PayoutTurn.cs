using Jeongsan.Application.Ledger;
using Jeongsan.Application.Payees;
using Jeongsan.Application.Privacy;
using Jeongsan.Application.Storage;
using Jeongsan.Application.Transfers;
using Jeongsan.Domain.AccountTransfers;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Settlements;
using Jeongsan.Domain.Transfers;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Payouts;

/// <summary>
/// Whose turn is next in an ongoing bulk payout. A payout's order is decided in the transaction that ends the one before, so
/// that everything whose turn has not come can be stopped, and whatever is being sent is one payout.
/// </summary>
internal static class PayoutTurn
{
    public static readonly PayoutStatus[] Waiting = [PayoutStatus.Confirmed, PayoutStatus.Scheduled];

    /// <summary>Sends the next payout's money, or ends the bulk payout when nothing of it is left to be sent.</summary>
    public static async Task GoOnAsync(this Work work, BulkPayout bulk, CancellationToken ct)
    {
        var payouts = work.Db.Set<Payout>().Where(row => row.BulkPayoutId == bulk.Id);
        if (await payouts.AnyAsync(row => row.Status == PayoutStatus.Processing, ct))
        {
            return;
        }
        while (await payouts.Where(row => Waiting.Contains(row.Status)).OrderBy(row => row.Index).FirstOrDefaultAsync(ct) is { } next)
        {
            if (await work.StopIfUnpayableAsync(next, ct))
            {
                continue;
            }
            if (await work.StartAsync(next, ct) is not { } refusal)
            {
                return;
            }
            // There is nobody to refuse to: the rest waits, stopped, for the person who reads why.
            await work.StopWaitingAsync(bulk.Id, PrivacyWords.Of(refusal), ct);
            await work.Db.SaveChangesAsync(ct);
            break;
        }
        if (await payouts.AnyAsync(row => row.Status == PayoutStatus.Stopped, ct))
        {
            work.Note(PayoutWork.BulkSubject, bulk.Id.Value, "BulkPayoutHalted", bulk.Halt(work.Now));
        }
        else
        {
            work.Note(PayoutWork.BulkSubject, bulk.Id.Value, "BulkPayoutCompleted", bulk.Complete(work.Now));
        }
    }

    /// <summary>Decides the order of one payout's money. Refused when its partner's data may not leave; then nothing is written.</summary>
    public static async Task<Refusal?> StartAsync(this Work work, Payout payout, CancellationToken ct)
    {
        var sent = await work.SendDisclosedAsync(
            RemitPayout.Carried.About(payout.PartnerId), RemitPayout.MessageType, RemitPayout.KeyPrefix + payout.Id, RemitPayout.Account, new RemitPayout.Payload(payout.Id), ct);
        if (sent.IsRefused)
        {
            return sent.Refusal;
        }
        await work.NotePayoutAsync(payout, "PayoutStarted", payout.Execute(work.Now), ct);
        work.Db.Add(AccountTransfer.ForPayout(payout, work.Now));
        await work.MoveSettlementsAsync(payout.Id, PartnerSettlementCommand.StartPayout, ct);
        await work.MoveTransfersAsync(payout.Id, TransferCommand.StartPayout, ct);
        return null;
    }

    /// <summary>Stops every payout of it whose turn has not come.</summary>
    public static async Task<int> StopWaitingAsync(this Work work, BulkPayoutId bulk, string? why, CancellationToken ct)
    {
        var waiting = await work.PayoutsOfAsync(bulk, ct, Waiting);
        await work.MoveSettlementsAsync([.. waiting.Where(payout => payout.Status == PayoutStatus.Scheduled).Select(payout => payout.Id)], PartnerSettlementCommand.Unschedule, ct);
        foreach (var payout in waiting)
        {
            await work.NotePayoutAsync(payout, "PayoutStopped", payout.Stop(work.Now), ct, why);
        }
        return waiting.Count;
    }
}
