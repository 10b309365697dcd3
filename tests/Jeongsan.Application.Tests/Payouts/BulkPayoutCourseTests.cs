using Jeongsan.Application.Payouts;
using Jeongsan.Application.Schedules;
using Jeongsan.Application.Storage;
using Jeongsan.Application.TestClocks;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Settlements;
using Jeongsan.Domain.Transfers;
using Jeongsan.TestKit;
using Xunit;

namespace Jeongsan.Application.Tests.Payouts;

/// <summary>The course of a bulk payout: rows, memos, schedule, stop, resume, cancel, and paying failures again.</summary>
public sealed class BulkPayoutCourseTests : IClassFixture<PayoutWorlds>
{
    private static readonly TimeOnly Two = new(14, 0);
    private readonly PayoutWorlds _worlds;

    public BulkPayoutCourseTests(PayoutWorlds worlds)
    {
        _worlds = worlds;
        worlds.Bank.Decide = _ => Task.FromResult<RemittanceState?>(RemittanceState.Succeeded);
        worlds.Bank.BalanceWon = 1_000_000_000;
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private LedgerBank Bank => _worlds.Bank;

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Rows_TakenOutAndPutBack_FreeTheSettlementsAndCountAgain(DatabaseKind kind)
    {
        var platform = await PayoutPlatform.SoldAsync(await _worlds.OnAsync(kind), days: 2);
        var bulk = await platform.CreateAsync(days: 2);
        var before = await platform.PayoutsAsync(bulk.Id);
        var one = (await platform.SettlementsAsync()).First(row => row.PartnerId == new PartnerId("p0"));

        var less = Platform.Must(await platform.TakeOutAsync(bulk.Id, new(new HashSet<PartnerSettlementId> { one.Id }, null)));

        Assert.Equal((bulk.TotalPayoutAmount - one.SignedSettlement, 3), (less.TotalPayoutAmount, less.PayoutCount));
        Assert.Equal(before[0].Amount - one.SignedSettlement, (await platform.PayoutsAsync(bulk.Id))[0].Amount);
        var free = (await platform.SettlementsAsync()).Single(row => row.Id == one.Id);
        Assert.Equal((PartnerSettlementStatus.PayoutPrepared, null), (free.Status, free.PayoutId));

        var without = Platform.Must(await platform.TakeOutAsync(bulk.Id, new(null, new HashSet<PartnerId> { new("p0"), new("p1") })));
        Assert.Equal(1, without.PayoutCount);
        Assert.IsType<PayoutRefusal.NothingChosen>((await platform.TakeOutAsync(bulk.Id, new(null, new HashSet<PartnerId> { new("p2") }))).Refusal);

        var whole = Platform.Must(await platform.PutBackAsync(bulk.Id, new(null, new HashSet<PartnerId> { new("p0"), new("p1") })));
        Assert.Equal((bulk.TotalPayoutAmount, 3, null), (whole.TotalPayoutAmount, whole.PayoutCount, whole.LeftOut));
        Assert.All(await platform.SettlementsAsync(), row => Assert.Equal((PartnerSettlementStatus.Confirmed, bulk.Id), (row.Status, row.BulkPayoutId)));
        Platform.Must(await platform.ConfirmAsync(bulk.Id));
        Assert.IsType<PayoutRefusal.BulkNotInState>((await platform.TakeOutAsync(bulk.Id, new(null, new HashSet<PartnerId> { new("p2") }))).Refusal);
        Assert.All(await platform.Platform.RowsAsync<Transfer>(), transfer => Assert.Equal(TransferStatus.PayoutConfirmed, transfer.Status));
    }

    /// <summary>Two people at once: one takes a row out while the other confirms the sum that the screen showed.</summary>
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Confirm_OfASumThatSomebodyChangedSinceItWasShown_IsRefused(DatabaseKind kind)
    {
        var platform = await PayoutPlatform.SoldAsync(await _worlds.OnAsync(kind));
        var seen = await platform.CreateAsync();
        var less = Platform.Must(await platform.TakeOutAsync(seen.Id, new(null, new HashSet<PartnerId> { new("p0") })));

        var refused = await platform.ConfirmSeenAsync(seen.Id, seen.TotalPayoutAmount);

        Assert.Equal(new PayoutRefusal.TotalChanged(seen.TotalPayoutAmount, less.TotalPayoutAmount), refused.Refusal);
        Assert.Equal(BulkPayoutStatus.Preparing, (await platform.ReadAsync(seen.Id)).Status);
        Assert.Equal(BulkPayoutStatus.Prepared, Platform.Must(await platform.ConfirmSeenAsync(seen.Id, less.TotalPayoutAmount)).Status);
    }

    /// <summary>What another bulk payout took meanwhile does not come back.</summary>
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task PutBack_HeldByAnother_IsRefusedAsSettlementsNotPayable(DatabaseKind kind)
    {
        var platform = await PayoutPlatform.SoldAsync(await _worlds.OnAsync(kind));
        var bulk = await platform.CreateAsync();
        ChosenRows first = new(null, new HashSet<PartnerId> { new("p0") });
        Platform.Must(await platform.TakeOutAsync(bulk.Id, first));
        var other = await platform.CreateAsync();

        Assert.IsType<PayoutRefusal.SettlementsNotPayable>((await platform.PutBackAsync(bulk.Id, first)).Refusal);
        Assert.IsType<StoredRefusal.NotFound>((await platform.TakeOutAsync(bulk.Id, first)).Refusal);

        Platform.Must(await platform.CancelAsync(other.Id));
        Assert.Equal(3, Platform.Must(await platform.PutBackAsync(bulk.Id, first)).PayoutCount);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Create_PartnerBelowZero_IsLeftOutAndSaysSo(DatabaseKind kind)
    {
        var platform = await PayoutPlatform.SoldAsync(await _worlds.OnAsync(kind));
        Platform.Must(await platform.Platform.ManualAsync(1, -500_000));
        await platform.Platform.GatherAsync();

        var bulk = await platform.CreateAsync();

        Assert.Equal(2, bulk.PayoutCount);
        Assert.All(bulk.LeftOut!, row => Assert.Equal((new PartnerId("p1"), LeftOutReason.NetNotPositive), (row.PartnerId, row.Reason)));
        Assert.Equal(2, bulk.LeftOut!.Count);
        Assert.IsType<PayoutRefusal.NetNotPositive>((await platform.PutBackAsync(bulk.Id, new(null, new HashSet<PartnerId> { new("p1") }))).Refusal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Memos_ForAllAndForOne_ReachTheBank(DatabaseKind kind)
    {
        var platform = await PayoutPlatform.SoldAsync(await _worlds.OnAsync(kind));
        var bulk = await platform.ConfirmedAsync();
        var payouts = await platform.PayoutsAsync(bulk.Id);
        var set = platform.Get<SetBankMemos>();
        Task<Outcome<BulkPayout>> SetAsync(BankMemos all, params (PayoutId Id, BankMemos Memos)[] single) =>
            set.HandleAsync(platform.Tenant, Platform.Actor, bulk.Id, new NewBankMemos(all, single.ToDictionary(one => one.Id, one => one.Memos)), Ct);

        Assert.IsType<PayoutRefusal.FieldTooLong>((await SetAsync(new("가나다라마바사아", null))).Refusal);
        Platform.Must(await SetAsync(new("9월 지급", "시험정산"), (payouts[1].Id, new BankMemos(null, "특별정산")), (payouts[2].Id, new BankMemos("", null))));
        Platform.Must(await platform.ExecuteAsync(bulk.Id));
        await platform.UntilAsync(bulk.Id, BulkPayoutStatus.Completed);

        Assert.Equal(
            [("9월 지급", "시험정산"), ("9월 지급", "특별정산"), ("9월 지급", "시험정산")],
            payouts.Select(payout => Bank.Orders[payout.Id.Value]).Select(order => (order.WithdrawalMemo!, order.DepositMemo!)));
        Assert.Equal([payouts[0].Id], Assert.IsType<PayoutRefusal.MemosFixed>((await SetAsync(new(null, null), (payouts[0].Id, new BankMemos("늦음", null)))).Refusal).Ids);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Schedule_ItsTimeComes_StartsOnceHoweverManyLook(DatabaseKind kind)
    {
        var platform = await PayoutPlatform.SoldAsync(await _worlds.OnAsync(kind));
        var bulk = await platform.ConfirmedAsync();
        var at = SeoulTime.At(platform.Platform.Today, Two);
        Assert.IsType<PayoutRefusal.NotScheduled>((await platform.RescheduleAsync(bulk.Id, at)).Refusal);
        Platform.Must(await platform.ScheduleAsync(bulk.Id, at.AddHours(1)));
        Assert.IsType<PayoutRefusal.AlreadyScheduled>((await platform.ScheduleAsync(bulk.Id, at)).Refusal);
        Platform.Must(await platform.RescheduleAsync(bulk.Id, at));
        Assert.All(await platform.SettlementsAsync(), row => Assert.Equal(PartnerSettlementStatus.PayoutScheduled, row.Status));
        Assert.IsType<PayoutRefusal.UnscheduleFirst>((await platform.CancelAsync(bulk.Id)).Refusal);

        await platform.Platform.GatherAsync();
        Assert.Equal(BulkPayoutStatus.Prepared, (await platform.ReadAsync(bulk.Id)).Status);
        Platform.Must(await platform.Get<AdvanceTestClock>().HandleAsync(platform.Tenant, Platform.Actor, at, Ct));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => platform.Get<DueWork>().RunAsync(platform.Tenant, Ct), Ct)));
        await platform.UntilAsync(bulk.Id, BulkPayoutStatus.Completed);

        Assert.Single(await platform.Platform.RowsAsync<HistoryRow>(), row => row.What == "BulkPayoutStartedBySchedule");
        Assert.All(await platform.PayoutsAsync(bulk.Id), payout => Assert.Contains(payout.Id.Value, Bank.Paid));
        Assert.All(await platform.SettlementsAsync(), row => Assert.Equal(PartnerSettlementStatus.PaidOut, row.Status));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Schedule_MoneyIsMissingThen_LosesItsScheduleAndSaysWhy(DatabaseKind kind)
    {
        var platform = await PayoutPlatform.SoldAsync(await _worlds.OnAsync(kind));
        var bulk = await platform.ConfirmedAsync();
        var at = SeoulTime.At(platform.Platform.Today, Two);
        Platform.Must(await platform.ScheduleAsync(bulk.Id, at));
        Bank.BalanceWon = 1;

        Platform.Must(await platform.Get<AdvanceTestClock>().HandleAsync(platform.Tenant, Platform.Actor, at, Ct));

        Assert.All(await platform.PayoutsAsync(bulk.Id), payout => Assert.Equal((PayoutStatus.Confirmed, null), (payout.Status, payout.ScheduledAt)));
        Assert.Contains("잔액", Assert.Single(await platform.Platform.RowsAsync<HistoryRow>(), row => row.What == "BulkPayoutScheduleDropped").Why, StringComparison.Ordinal);
        Assert.IsType<PayoutRefusal.NotScheduled>((await platform.UnscheduleAsync(bulk.Id)).Refusal);
        Assert.DoesNotContain((await platform.PayoutsAsync(bulk.Id))[0].Id.Value, Bank.Orders.Keys);
    }

    /// <summary>A schedule whose time is over while banks are in maintenance starts when they are back.</summary>
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Schedule_SeenInMaintenance_StartsAfterIt(DatabaseKind kind)
    {
        var platform = await PayoutPlatform.SoldAsync(await _worlds.OnAsync(kind));
        var bulk = await platform.ConfirmedAsync();
        var today = platform.Platform.Today;
        Assert.IsType<PayoutRefusal.ScheduleInMaintenance>((await platform.ScheduleAsync(bulk.Id, SeoulTime.At(today, new TimeOnly(22, 50)))).Refusal);
        Platform.Must(await platform.ScheduleAsync(bulk.Id, SeoulTime.At(today, new TimeOnly(22, 40))));

        Platform.Must(await platform.Get<AdvanceTestClock>().HandleAsync(platform.Tenant, Platform.Actor, SeoulTime.At(today, new TimeOnly(23, 0)), Ct));
        Assert.Equal(BulkPayoutStatus.Prepared, (await platform.ReadAsync(bulk.Id)).Status);
        Platform.Must(await platform.Get<AdvanceTestClock>().HandleAsync(platform.Tenant, Platform.Actor, SeoulTime.At(today.AddDays(1), new TimeOnly(1, 0)), Ct));

        await platform.UntilAsync(bulk.Id, BulkPayoutStatus.Completed);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Schedule_TenWaiting_RefusesTheEleventhUntilOneIsTakenBack(DatabaseKind kind)
    {
        var platform = await PayoutPlatform.SoldAsync(await _worlds.OnAsync(kind), partners: 11);
        var bulks = new List<BulkPayoutId>();
        foreach (var settlement in await platform.SettlementsAsync())
        {
            var made = Platform.Must(await platform.Get<CreateBulkPayout>().HandleAsync(platform.Tenant, Platform.Actor, new NewBulkPayout(null, null, null, [settlement.Id]), Ct));
            Platform.Must(await platform.ConfirmAsync(made.Id));
            bulks.Add(made.Id);
        }
        var at = SeoulTime.At(platform.Platform.Today, Two);

        // Counted one after the other, also when they come at once.
        var outcomes = await Task.WhenAll(bulks.Select(id => Task.Run(() => platform.ScheduleAsync(id, at), Ct)));

        Assert.Equal(PayoutSchedule.CountMax, outcomes.Count(outcome => !outcome.IsRefused));
        var eleventh = bulks.Where((_, index) => outcomes[index].IsRefused).Single();
        Assert.Equal(new PayoutRefusal.TooManySchedules(10, 10), (await platform.ScheduleAsync(eleventh, at)).Refusal);
        Platform.Must(await platform.UnscheduleAsync(bulks.First(id => id != eleventh)));
        Platform.Must(await platform.ScheduleAsync(eleventh, at));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Stop_WhileOneIsBeingSent_AwaitsItAndSendsNoOther(DatabaseKind kind)
    {
        var platform = await PayoutPlatform.SoldAsync(await _worlds.OnAsync(kind));
        var bulk = await platform.ConfirmedAsync();
        var payouts = await platform.PayoutsAsync(bulk.Id);
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var answer = new TaskCompletionSource<RemittanceState?>(TaskCreationOptions.RunContinuationsAsynchronously);
        Bank.Decide = order =>
        {
            asked.TrySetResult();
            return order.TransferId == payouts[0].Id.Value ? answer.Task : Task.FromResult<RemittanceState?>(RemittanceState.Succeeded);
        };
        Platform.Must(await platform.ExecuteAsync(bulk.Id));
        await asked.Task.WaitAsync(PayoutPlatform.Limit, Ct);

        Platform.Must(await platform.StopAsync(bulk.Id));
        Assert.Equal(BulkPayoutStatus.Ongoing, (await platform.ReadAsync(bulk.Id)).Status);
        Assert.IsType<PayoutRefusal.BulkNotInState>((await platform.ResumeAsync(bulk.Id)).Refusal);
        Assert.IsType<PayoutRefusal.BulkNotInState>((await platform.CancelAsync(bulk.Id)).Refusal);
        answer.SetResult(RemittanceState.Succeeded);
        await platform.UntilAsync(bulk.Id, BulkPayoutStatus.Prepared);

        Assert.Equal([PayoutStatus.Succeeded, PayoutStatus.Stopped, PayoutStatus.Stopped], (await platform.PayoutsAsync(bulk.Id)).Select(payout => payout.Status));
        Assert.DoesNotContain(payouts[1].Id.Value, Bank.Orders.Keys);
        Assert.IsType<PayoutRefusal.NothingToSend>((await platform.ExecuteAsync(bulk.Id)).Refusal);

        Platform.Must(await platform.ResumeAsync(bulk.Id));
        Platform.Must(await platform.ExecuteAsync(bulk.Id));
        await platform.UntilAsync(bulk.Id, BulkPayoutStatus.Completed);
        Assert.All(payouts, payout => Assert.Contains(payout.Id.Value, Bank.Paid));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Cancel_StoppedHalfway_CompletesWhatWasPaidAndFreesTheRest(DatabaseKind kind)
    {
        var platform = await PayoutPlatform.SoldAsync(await _worlds.OnAsync(kind));
        var bulk = await platform.ConfirmedAsync();
        var payouts = await platform.PayoutsAsync(bulk.Id);
        var stopped = new TaskCompletionSource<RemittanceState?>(TaskCreationOptions.RunContinuationsAsynchronously);
        Bank.Decide = _ => stopped.Task;
        Platform.Must(await platform.ExecuteAsync(bulk.Id));
        Platform.Must(await platform.StopAsync(bulk.Id));
        stopped.SetResult(RemittanceState.Succeeded);
        await platform.UntilAsync(bulk.Id, BulkPayoutStatus.Prepared);

        Platform.Must(await platform.CancelAsync(payouts[1].Id));
        var ended = Platform.Must(await platform.CancelAsync(bulk.Id));

        Assert.Equal(BulkPayoutStatus.Completed, ended.Status);
        Assert.Equal([PayoutStatus.Succeeded, PayoutStatus.Cancelled, PayoutStatus.Cancelled], (await platform.PayoutsAsync(bulk.Id)).Select(payout => payout.Status));
        Assert.Equal(1, (await platform.SettlementsAsync()).Count(row => row.Status == PartnerSettlementStatus.PaidOut));
        Assert.Equal(2, (await platform.SettlementsAsync()).Count(row => row is { Status: PartnerSettlementStatus.Cancelled, PayoutId: null, BulkPayoutId: null }));
        Assert.Equal(2, (await platform.Platform.RowsAsync<Transfer>()).Count(transfer => transfer is { Status: TransferStatus.Settled, PayoutId: null }));
        // What was cancelled can be paid with another one.
        Assert.Equal(2, (await platform.ConfirmedAsync()).PayoutCount);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Cancel_BeforeAnythingIsSent_FreesAll(DatabaseKind kind)
    {
        var platform = await PayoutPlatform.SoldAsync(await _worlds.OnAsync(kind));
        var unconfirmed = await platform.CreateAsync();
        Assert.IsType<PayoutRefusal.NotInState>((await platform.CancelAsync((await platform.PayoutsAsync(unconfirmed.Id))[0].Id)).Refusal);
        Assert.Equal(BulkPayoutStatus.Cancelled, Platform.Must(await platform.CancelAsync(unconfirmed.Id)).Status);
        Assert.All(await platform.SettlementsAsync(), row => Assert.Equal(PartnerSettlementStatus.Cancelled, row.Status));

        var confirmed = await platform.ConfirmedAsync();
        foreach (var payout in await platform.PayoutsAsync(confirmed.Id))
        {
            Platform.Must(await platform.CancelAsync(payout.Id));
        }

        Assert.Equal(BulkPayoutStatus.Cancelled, (await platform.ReadAsync(confirmed.Id)).Status);
        Assert.IsType<PayoutRefusal.BulkNotInState>((await platform.ExecuteAsync(confirmed.Id)).Refusal);
        Assert.All(await platform.Platform.RowsAsync<Transfer>(), transfer => Assert.Equal((TransferStatus.Settled, null), (transfer.Status, transfer.PayoutId)));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task RetryFailed_OneOfThreeFailed_PaysItWithANewBulkPayoutOnce(DatabaseKind kind)
    {
        var platform = await PayoutPlatform.SoldAsync(await _worlds.OnAsync(kind));
        var bulk = await platform.ConfirmedAsync();
        var failing = (await platform.PayoutsAsync(bulk.Id))[1];
        Bank.Decide = order => Task.FromResult<RemittanceState?>(order.TransferId == failing.Id.Value ? RemittanceState.Failed : RemittanceState.Succeeded);
        Platform.Must(await platform.ExecuteAsync(bulk.Id));
        await platform.UntilAsync(bulk.Id, BulkPayoutStatus.Completed);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => platform.RetryAsync(bulk.Id), Ct)));

        var again = Assert.Single(outcomes, outcome => !outcome.IsRefused).Value;
        Assert.All(outcomes.Where(outcome => outcome.IsRefused), outcome => Assert.IsType<PayoutRefusal.NothingChosen>(outcome.Refusal));
        var payout = Assert.Single(await platform.PayoutsAsync(again.Id));
        Assert.Equal((failing.PartnerId, failing.Amount), (payout.PartnerId, payout.Amount));
        Platform.Must(await platform.ConfirmAsync(again.Id));
        Platform.Must(await platform.ExecuteAsync(again.Id));
        await platform.UntilAsync(again.Id, BulkPayoutStatus.Completed);
        Assert.All(await platform.SettlementsAsync(), row => Assert.Equal(PartnerSettlementStatus.PaidOut, row.Status));
        Platform.Must(await platform.CancelAsync(failing.Id));
        Assert.All(await platform.SettlementsAsync(), row => Assert.Equal(PartnerSettlementStatus.PaidOut, row.Status));
    }

    /// <summary>A program has no second factor: in live mode it neither executes nor schedules.</summary>
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Schedule_LiveWithoutSecondFactor_IsRefused(DatabaseKind kind)
    {
        var platform = await PayoutPlatform.SoldAsync(await _worlds.OnAsync(kind), mode: Mode.Live);
        var bulk = await platform.ConfirmedAsync();
        var at = SeoulTime.At(platform.Platform.Today.AddDays(1), Two);
        var schedule = platform.Get<ScheduleBulkPayout>();

        Assert.IsType<ExecutionRefusal.SecondFactorNeeded>((await schedule.HandleAsync(platform.Tenant, Platform.Actor, bulk.Id, at, secondFactorPassed: false, Ct)).Refusal);
        Platform.Must(await platform.ScheduleAsync(bulk.Id, at));
        Assert.IsType<ExecutionRefusal.SecondFactorNeeded>((await schedule.AgainAsync(platform.Tenant, Platform.Actor, bulk.Id, at.AddHours(1), secondFactorPassed: false, Ct)).Refusal);
        Platform.Must(await platform.UnscheduleAsync(bulk.Id));
    }
}
