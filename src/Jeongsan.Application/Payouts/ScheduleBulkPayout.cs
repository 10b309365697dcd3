using Jeongsan.Application.Ledger;
using Jeongsan.Application.Mails;
using Jeongsan.Application.Payees;
using Jeongsan.Application.Privacy;
using Jeongsan.Application.Schedules;
using Jeongsan.Application.Settings;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.BankFiles;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Privacy;
using Jeongsan.Domain.Settlements;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Payouts;

/// <summary>지급 예약: a confirmed bulk payout starts by itself at a time that a person set.</summary>
public sealed class ScheduleBulkPayout(Store store)
{
    /// <param name="secondFactorPassed">As for executing: what is scheduled leaves without being asked again.</param>
    public Task<Outcome<BulkPayout>> HandleAsync(Tenant tenant, Actor actor, BulkPayoutId id, DateTimeOffset at, bool secondFactorPassed, CancellationToken ct) =>
        ScheduleAsync(tenant, actor, id, at, isAgain: false, secondFactorPassed, ct);

    /// <summary>Moves an existing schedule to another time.</summary>
    public Task<Outcome<BulkPayout>> AgainAsync(Tenant tenant, Actor actor, BulkPayoutId id, DateTimeOffset at, bool secondFactorPassed, CancellationToken ct) =>
        ScheduleAsync(tenant, actor, id, at, isAgain: true, secondFactorPassed, ct);

    /// <summary>The payouts are confirmed as before; nothing is sent until somebody executes or schedules again.</summary>
    public Task<Outcome<BulkPayout>> UnscheduleAsync(Tenant tenant, Actor actor, BulkPayoutId id, CancellationToken ct) =>
        store.CommandAsync<BulkPayout>(tenant, actor, async work =>
        {
            var found = await work.FindBulkAsync(id, ct);
            return found.IsRefused ? found : await UnscheduleAsync(work, found.Value, "BulkPayoutUnscheduled", why: null, ct);
        }, ct);

    /// <summary>What a schedule could not start goes back to be looked at by a person.</summary>
    internal Task<Outcome<BulkPayout>> DropAsync(Tenant tenant, BulkPayoutId id, string why, CancellationToken ct) =>
        store.CommandAsync<BulkPayout>(tenant, Actor.System, async work =>
        {
            var found = await work.FindBulkAsync(id, ct);
            return found.IsRefused ? found
                : await work.Db.Set<Payout>().AnyAsync(row => row.BulkPayoutId == id && row.Status == PayoutStatus.Scheduled && row.ScheduledAt <= work.Now, ct)
                    ? await UnscheduleAsync(work, found.Value, "BulkPayoutScheduleDropped", why, ct)
                    : new PayoutRefusal.NotScheduled();
        }, ct);

    private async Task<Outcome<BulkPayout>> ScheduleAsync(Tenant tenant, Actor actor, BulkPayoutId id, DateTimeOffset at, bool isAgain, bool secondFactorPassed, CancellationToken ct)
    {
        if (tenant.Mode == Mode.Live && !secondFactorPassed)
        {
            return new ExecutionRefusal.SecondFactorNeeded();
        }
        return await store.CommandAsync<BulkPayout>(tenant, actor, work => ScheduleAsync(work, id, at.ToUniversalTime(), isAgain, ct), ct);
    }

    private static async Task<Outcome<BulkPayout>> ScheduleAsync(Work work, BulkPayoutId id, DateTimeOffset at, bool isAgain, CancellationToken ct)
    {
        // Schedules are counted per account.
        await TenantLock.TakeAsync(work, ExecuteBulkPayout.AccountLock, ct);
        var found = await work.FindBulkAsync(id, ct);
        if (found.IsRefused)
        {
            return found;
        }
        if ((await PlatformSettings.ReadAsync(work.Db, ct)).SendingNow.Way == PayoutWay.BankFile)
        {
            return new BankFileRefusal.NotSchedulable();
        }
        if (await PayoutDuties.CheckAsync(work, id, ct) is { } same)
        {
            return same;
        }
        var scheduled = found.Value.Schedule(work.Now);
        if (scheduled.IsRefused)
        {
            return scheduled.Refusal;
        }
        var payouts = await work.PayoutsOfAsync(id, ct, PayoutTurn.Waiting);
        var earlier = payouts.Select(payout => payout.ScheduledAt).FirstOrDefault(time => time is not null);
        if (payouts.Count == 0 || isAgain != earlier is not null)
        {
            return earlier is { } time ? new PayoutRefusal.AlreadyScheduled(time) : payouts.Count == 0 ? new PayoutRefusal.NothingToSend() : new PayoutRefusal.NotScheduled();
        }
        if (PayoutSchedule.Check(at, work.Now, await CountOthersAsync(work, id, ct)) is { } refusal)
        {
            return refusal;
        }
        // What may not leave would lose its schedule when its time comes.
        if (await work.NotToldAsync(RemitPayout.Carried, [.. payouts.Select(payout => payout.PartnerId)], ct) is { } untold)
        {
            return untold;
        }
        await work.MoveSettlementsAsync([.. payouts.Where(payout => payout.Status == PayoutStatus.Confirmed).Select(payout => payout.Id)], PartnerSettlementCommand.Schedule, ct);
        foreach (var payout in payouts)
        {
            await work.NotePayoutAsync(payout, "PayoutScheduled", payout.Schedule(at, work.Now), ct);
        }
        work.Note(PayoutWork.BulkSubject, id.Value, isAgain ? "BulkPayoutRescheduled" : "BulkPayoutScheduled", scheduled, $"시작할 시각: {KoreanWords.InstantInTable(at)}");
        return found;
    }

    private static async Task<Outcome<BulkPayout>> UnscheduleAsync(Work work, BulkPayout bulk, string what, string? why, CancellationToken ct)
    {
        var unscheduled = bulk.Unschedule(work.Now);
        if (unscheduled.IsRefused)
        {
            return unscheduled.Refusal;
        }
        var payouts = await work.PayoutsOfAsync(bulk.Id, ct, PayoutStatus.Scheduled);
        if (payouts.Count == 0)
        {
            return new PayoutRefusal.NotScheduled();
        }
        await work.MoveSettlementsAsync([.. payouts.Select(payout => payout.Id)], PartnerSettlementCommand.Unschedule, ct);
        foreach (var payout in payouts)
        {
            await work.NotePayoutAsync(payout, "PayoutUnscheduled", payout.Unschedule(work.Now), ct, why);
        }
        work.Note(PayoutWork.BulkSubject, bulk.Id.Value, what, unscheduled, why);
        return bulk;
    }

    private static Task<int> CountOthersAsync(Work work, BulkPayoutId id, CancellationToken ct) => work.Db.Set<BulkPayout>().CountAsync(
        row => row.Id != id && row.Status == BulkPayoutStatus.Prepared
            && work.Db.Set<Payout>().Any(payout => payout.BulkPayoutId == row.Id && payout.Status == PayoutStatus.Scheduled), ct);
}

/// <summary>
/// Starts scheduled bulk payouts whose time has come, each in one transaction that finds it still scheduled: once, however many
/// servers look. What can't start now for a passing reason (another one runs, the bank is away or in maintenance) is looked at
/// again; what needs a person (money is missing, a partner was not told) loses its schedule and says why.
/// </summary>
internal sealed class StartScheduledPayouts(Store store, ExecuteBulkPayout execute, ScheduleBulkPayout schedule) : DueStep
{
    public override int Order => 20;

    public override async Task RunAsync(Tenant tenant, CancellationToken ct)
    {
        foreach (var id in await DueAsync(tenant, ct))
        {
            var started = await execute.StartDueAsync(tenant, id, ct);
            if (WhyDropped(started.Refusal) is { } why)
            {
                await schedule.DropAsync(tenant, id, why, ct);
            }
        }
    }

    private async Task<List<BulkPayoutId>> DueAsync(Tenant tenant, CancellationToken ct)
    {
        var now = await store.NowAsync(tenant, ct);
        if (PayoutSchedule.IsMaintenance(now))
        {
            return [];
        }
        await using var db = store.Read(tenant);
        var due = await db.Set<Payout>().Where(row => row.Status == PayoutStatus.Scheduled && row.ScheduledAt <= now)
            .Where(row => db.Set<BulkPayout>().Any(bulk => bulk.Id == row.BulkPayoutId && bulk.Status == BulkPayoutStatus.Prepared))
            .Select(row => new { row.BulkPayoutId, row.ScheduledAt }).Distinct().ToListAsync(ct);
        return [.. due.OrderBy(bulk => bulk.ScheduledAt).ThenBy(bulk => bulk.BulkPayoutId.Value, StringComparer.Ordinal).Select(bulk => bulk.BulkPayoutId).Distinct()];
    }

    private static string? WhyDropped(Refusal? refusal) => refusal switch
    {
        PayoutRefusal.BalanceInsufficient => "출금 계좌의 잔액이 부족해서 예약한 지급을 시작하지 않았습니다. 입금한 뒤 다시 실행하거나 예약해 주세요.",
        PrivacyRefusal privacy => PrivacyWords.Of(privacy),
        PayeeRefusal payees => PayeeWords.Of(payees),
        BankFileRefusal.NotSchedulable => "지급을 이체 파일로 보내도록 바꾸어서 예약한 지급을 시작하지 않았습니다. 화면에서 실행해 파일을 받아 주세요.",
        _ => null,
    };
}
