using Jeongsan.Application.BankFiles;
using Jeongsan.Application.Payees;
using Jeongsan.Application.Privacy;
using Jeongsan.Application.Settings;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.BankFiles;
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

    /// <summary>The platform separates duties, and this person confirmed the bulk payout.</summary>
    public sealed record ConfirmedBySamePerson : ExecutionRefusal;

    /// <summary>The bank did not tell the balance: nothing was started.</summary>
    public sealed record BankUnavailable : ExecutionRefusal;

    /// <summary>The way in which payouts leave was changed at the same moment: nothing was started.</summary>
    public sealed record WayChanged : ExecutionRefusal;
}

/// <summary>
/// Starts sending a confirmed bulk payout: the transfers go out one by one, in order, from the outbox; or all of them at once
/// become a file for the bank's site, if that is the platform's way.
/// </summary>
public sealed class ExecuteBulkPayout(Store store, IRemittance bank, BankFileSeal seal)
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
        return await RunAsync(tenant, actor, id, isDue: false, ct);
    }

    /// <summary>Starts what a person scheduled, with a second factor where it was needed, if it is still due.</summary>
    internal Task<Outcome<BulkPayout>> StartDueAsync(Tenant tenant, BulkPayoutId id, CancellationToken ct) => RunAsync(tenant, Actor.System, id, isDue: true, ct);

    private async Task<Outcome<BulkPayout>> RunAsync(Tenant tenant, Actor actor, BulkPayoutId id, bool isDue, CancellationToken ct)
    {
        if (await WayAsync(tenant, ct) == PayoutWay.BankFile)
        {
            // Nobody tells the balance: the bank looks at it when the file is given to it.
            var key = seal.NewKey();
            return await store.CommandAsync<BulkPayout>(tenant, actor, work => ExecuteAsync(work, id, new Means(null, key), isDue, ct), ct);
        }
        var balance = await BalanceAsync(ct);
        return balance.IsRefused
            ? balance.Refusal
            : await store.CommandAsync<BulkPayout>(tenant, actor, work => ExecuteAsync(work, id, new Means(balance.Value, null), isDue, ct), ct);
    }

    private async Task<PayoutWay> WayAsync(Tenant tenant, CancellationToken ct)
    {
        await using var db = store.Read(tenant);
        return (await PlatformSettings.ReadAsync(db, ct)).SendingNow.Way;
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

    private static async Task<Outcome<BulkPayout>> ExecuteAsync(Work work, BulkPayoutId id, Means means, bool isDue, CancellationToken ct)
    {
        // Two bulk payouts that start at once must see each other: only one may run on an account.
        await TenantLock.TakeAsync(work, AccountLock, ct);
        var found = await work.FindBulkAsync(id, ct);
        if (found.IsRefused)
        {
            return found;
        }
        var bulk = found.Value;
        var sending = (await PlatformSettings.ReadAsync(work.Db, ct)).SendingNow;
        var isFile = sending.Way == PayoutWay.BankFile;
        if (isFile == means.FileKey is null)
        {
            // Somebody changed the way a moment ago: what this one needs was not asked for.
            return new ExecutionRefusal.WayChanged();
        }
        if (await PayoutDuties.CheckAsync(work, id, ct) is { } same)
        {
            return same;
        }
        var waiting = work.Db.Set<Payout>().Where(row => row.BulkPayoutId == id && PayoutTurn.Waiting.Contains(row.Status));
        if (isDue && !await waiting.AnyAsync(row => row.Status == PayoutStatus.Scheduled && row.ScheduledAt <= work.Now, ct))
        {
            // Somebody rescheduled, cancelled or executed it since it was seen to be due.
            return new PayoutRefusal.NotScheduled();
        }
        if (isDue && isFile)
        {
            return new BankFileRefusal.NotSchedulable();
        }
        var problems = await work.StopUnpayableAsync(id, ct);
        var payouts = await waiting.Select(row => new { row.PartnerId, row.Amount }).ToListAsync(ct);
        if (payouts.Count == 0 && problems.Count > 0)
        {
            return new PayeeRefusal.NonePayable(problems);
        }
        if (await work.NotToldAsync(RemitPayout.Carried, [.. payouts.Select(payout => payout.PartnerId)], ct) is { } untold)
        {
            return untold;
        }
        var ongoing = await work.Db.Set<BulkPayout>().Where(row => row.Status == BulkPayoutStatus.Ongoing).Select(row => (BulkPayoutId?)row.Id).FirstOrDefaultAsync(ct);
        var executed = bulk.Execute(means.Balance, payouts.Total(payout => payout.Amount), ongoing, work.Now);
        if (executed.IsRefused)
        {
            return executed.Refusal;
        }
        work.Note(PayoutWork.BulkSubject, id.Value, isDue ? "BulkPayoutStartedBySchedule" : isFile ? "BulkPayoutExecutedAsFile" : "BulkPayoutExecuted", executed);
        if (means.FileKey is { } key)
        {
            return (await work.FileAsync(bulk, sending.Layout!, key, ct)).Then<BulkPayout>(_ => bulk);
        }
        var first = await waiting.OrderBy(row => row.Index).FirstAsync(ct);
        return await work.StartAsync(first, ct) is { } refusal ? refusal : bulk;
    }

    /// <summary>What was asked for before the transaction: one of them.</summary>
    /// <param name="FileKey">Seals the file.</param>
    private sealed record Means(Won? Balance, BankFileKey? FileKey);
}
