using Jeongsan.Application.Privacy;
using Jeongsan.Application.Storage;
using Jeongsan.Application.Transfers;
using Jeongsan.Domain.AccountTransfers;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Settlements;
using Jeongsan.Domain.Transfers;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Payouts;

/// <summary>What executing says no to besides the domain's own reasons.</summary>
public abstract record ExecutionRefusal : Refusal
{
    private ExecutionRefusal()
    {
    }

    /// <summary>Live money leaves only when a person confirms it with a second factor at that moment.</summary>
    public sealed record SecondFactorNeeded : ExecutionRefusal;

    /// <summary>The bank did not tell the balance: nothing was started.</summary>
    public sealed record BankUnavailable : ExecutionRefusal;
}

/// <summary>Starts sending a confirmed bulk payout. The transfers go out one by one, in order, from the outbox.</summary>
public sealed class ExecuteBulkPayout(Store store, IRemittance bank)
{
    /// <param name="secondFactorPassed">True when the person's second factor was checked for this very request.</param>
    public async Task<Outcome<BulkPayout>> HandleAsync(Tenant tenant, Actor actor, BulkPayoutId id, bool secondFactorPassed, CancellationToken ct)
    {
        if (tenant.Mode == Mode.Live && !secondFactorPassed)
        {
            return new ExecutionRefusal.SecondFactorNeeded();
        }
        Won balance;
        try
        {
            balance = new Won(await bank.BalanceAsync(ct));
        }
        catch (Exception fault) when (fault is HttpRequestException or System.Text.Json.JsonException || (fault is TaskCanceledException && !ct.IsCancellationRequested))
        {
            return new ExecutionRefusal.BankUnavailable();
        }
        return await store.CommandAsync<BulkPayout>(tenant, actor, work => ExecuteAsync(work, id, balance, ct), ct);
    }

    private static async Task<Outcome<BulkPayout>> ExecuteAsync(Work work, BulkPayoutId id, Won balance, CancellationToken ct)
    {
        // Two bulk payouts that start at once must see each other: only one may run on an account.
        await TenantLock.TakeAsync(work, "execute-bulk-payout", ct);
        if (await work.Db.Set<BulkPayout>().SingleOrDefaultAsync(row => row.Id == id, ct) is not { } bulk)
        {
            return new StoredRefusal.NotFound(PayoutWork.BulkSubject, id.Value);
        }
        var payouts = await work.Db.Set<Payout>().Where(row => row.BulkPayoutId == id && row.Status == PayoutStatus.Confirmed).OrderBy(row => row.Index).ToListAsync(ct);
        if (await work.NotToldAsync(RemitPayout.Carried, [.. payouts.Select(payout => payout.PartnerId)], ct) is { } untold)
        {
            return untold;
        }
        var ongoing = await work.Db.Set<BulkPayout>().Where(row => row.Status == BulkPayoutStatus.Ongoing).Select(row => (BulkPayoutId?)row.Id).FirstOrDefaultAsync(ct);
        var executed = bulk.Execute(balance, payouts.Total(payout => payout.Amount), ongoing, work.Now);
        if (executed.IsRefused)
        {
            return executed.Refusal;
        }
        work.Note(PayoutWork.BulkSubject, id.Value, "BulkPayoutExecuted", executed);
        var settlements = (await work.Db.Set<PartnerSettlement>().Where(row => row.BulkPayoutId == id).ToListAsync(ct)).ToLookup(row => row.PayoutId);
        foreach (var payout in payouts)
        {
            work.Note(PayoutWork.Subject, payout.Id.Value, "PayoutStarted", payout.Execute(work.Now));
            work.Move(settlements[payout.Id], PartnerSettlementCommand.StartPayout);
            work.Db.Add(AccountTransfer.ForPayout(payout, work.Now));
            var sent = await work.SendDisclosedAsync(
                RemitPayout.Carried.About(payout.PartnerId), RemitPayout.MessageType, $"remit-{payout.Id}", RemitPayout.Account, new RemitPayout.Payload(payout.Id), ct);
            if (sent.IsRefused)
            {
                return sent.Refusal;
            }
        }
        var ids = payouts.Select(payout => (PayoutId?)payout.Id).ToList();
        await work.MoveAsync(work.Db.Set<Transfer>().Where(row => ids.Contains(row.PayoutId)), TransferCommand.StartPayout, ct);
        return bulk;
    }
}
