using Jeongsan.Application.Privacy;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Payouts;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Payouts;

/// <summary>What executing and scheduling say no to besides the domain's own reasons.</summary>
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
    /// <summary>Who executes or schedules sees the same account's other bulk payouts: one runs at a time.</summary>
    internal const string AccountLock = "execute-bulk-payout";

    /// <param name="secondFactorPassed">True when the person's second factor was checked for this very request.</param>
    public async Task<Outcome<BulkPayout>> HandleAsync(Tenant tenant, Actor actor, BulkPayoutId id, bool secondFactorPassed, CancellationToken ct)
    {
        if (tenant.Mode == Mode.Live && !secondFactorPassed)
        {
            return new ExecutionRefusal.SecondFactorNeeded();
        }
        var balance = await BalanceAsync(ct);
        return balance.IsRefused
            ? balance.Refusal
            : await store.CommandAsync<BulkPayout>(tenant, actor, work => ExecuteAsync(work, id, balance.Value, isDue: false, ct), ct);
    }

    /// <summary>Starts what a person scheduled, with a second factor where it was needed, if it is still due.</summary>
    internal async Task<Outcome<BulkPayout>> StartDueAsync(Tenant tenant, BulkPayoutId id, CancellationToken ct)
    {
        var balance = await BalanceAsync(ct);
        return balance.IsRefused
            ? balance.Refusal
            : await store.CommandAsync<BulkPayout>(tenant, Actor.System, work => ExecuteAsync(work, id, balance.Value, isDue: true, ct), ct);
    }

    private async Task<Outcome<Won>> BalanceAsync(CancellationToken ct)
    {
        try
        {
            return new Won(await bank.BalanceAsync(ct));
        }
        catch (Exception fault) when (fault is HttpRequestException or System.Text.Json.JsonException || (fault is TaskCanceledException && !ct.IsCancellationRequested))
        {
            return new ExecutionRefusal.BankUnavailable();
        }
    }

    private static async Task<Outcome<BulkPayout>> ExecuteAsync(Work work, BulkPayoutId id, Won balance, bool isDue, CancellationToken ct)
    {
        // Two bulk payouts that start at once must see each other: only one may run on an account.
        await TenantLock.TakeAsync(work, AccountLock, ct);
        var found = await work.FindBulkAsync(id, ct);
        if (found.IsRefused)
        {
            return found;
        }
        var bulk = found.Value;
        var waiting = work.Db.Set<Payout>().Where(row => row.BulkPayoutId == id && PayoutTurn.Waiting.Contains(row.Status));
        if (isDue && !await waiting.AnyAsync(row => row.Status == PayoutStatus.Scheduled && row.ScheduledAt <= work.Now, ct))
        {
            // Somebody rescheduled, cancelled or executed it since it was seen to be due.
            return new PayoutRefusal.NotScheduled();
        }
        var payouts = await waiting.Select(row => new { row.PartnerId, row.Amount }).ToListAsync(ct);
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
        work.Note(PayoutWork.BulkSubject, id.Value, isDue ? "BulkPayoutStartedBySchedule" : "BulkPayoutExecuted", executed);
        var first = await waiting.OrderBy(row => row.Index).FirstAsync(ct);
        return await work.StartAsync(first, ct) is { } refusal ? refusal : bulk;
    }
}
