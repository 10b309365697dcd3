using System.Collections.Concurrent;
using Jeongsan.Application.Adapters.Bank;
using Jeongsan.Application.Audit;
using Jeongsan.Application.Outbox;
using Jeongsan.Application.Payouts;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Payouts;
using Jeongsan.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Jeongsan.Application.Tests.Payouts;

/// <summary>A provider that calls back: whatever it calls, and whenever, each payout's money moves once and its end is written once.</summary>
public sealed class TransferResultTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Takes orders, ends them when the test says so, and lets the test stand between an order and its answer.</summary>
    private sealed class LateBank : IRemittance
    {
        private readonly ConcurrentDictionary<string, Remittance> _transfers = new();

        public ConcurrentDictionary<string, int> Orders { get; } = new();

        public ConcurrentDictionary<string, int> Asked { get; } = new();

        public Func<string, Task> BeforeAnswer { get; set; } = _ => Task.CompletedTask;

        public Func<string, Task> AfterLook { get; set; } = _ => Task.CompletedTask;

        public void End(string id, RemittanceState state) => _transfers[id] = new Remittance(id, state, state == RemittanceState.Failed ? "해지된 계좌입니다." : null);

        public async Task<Remittance> SendAsync(RemittanceOrder order, CancellationToken ct)
        {
            var taken = _transfers.GetOrAdd(order.TransferId, id => new Remittance(id, RemittanceState.Processing, null));
            Orders.AddOrUpdate(order.TransferId, 1, (_, count) => count + 1);
            await BeforeAnswer(order.TransferId);
            return taken;
        }

        public async Task<Remittance?> FindAsync(string transferId, CancellationToken ct)
        {
            var found = _transfers.GetValueOrDefault(transferId);
            Asked.AddOrUpdate(transferId, 1, (_, count) => count + 1);
            await AfterLook(transferId);
            return found;
        }

        public Task<long> BalanceAsync(CancellationToken ct) => Task.FromResult(1_000_000_000L);

        public Task<IReadOnlyList<BankDeposit>> DepositsAsync(string account, CancellationToken ct) => Task.FromResult<IReadOnlyList<BankDeposit>>([]);
    }

    private static Task<World> WorldAsync(DatabaseKind kind, IRemittance bank, bool callsBack = true, TestTime? time = null) => World.CreateAsync(kind, time, more: services => services
        .AddSingleton(bank)
        .AddSingleton(new BankOptions { Address = new Uri("http://127.0.0.1:9/"), CallbackSecret = callsBack ? "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw" : null }));

    private static Task<bool> TellAsync(World world, string id) => world.Get<ReceiveTransferResult>().HandleAsync(id, Ct);

    private static async Task<OutboxMessage> OrderOf(PayoutPlatform platform, PayoutId id) =>
        (await platform.Platform.RowsAsync<OutboxMessage>()).Single(message => message.Key == RemitPayout.KeyPrefix + id.Value);

    private static Task UntilWaitingAsync(PayoutPlatform platform, PayoutId id) =>
        Polling.UntilTrueAsync("the order to wait", async _ => await OrderOf(platform, id) is { State: OutboxState.Pending, Attempts: > 0 }, PayoutPlatform.Limit, Ct);

    private static async Task AssertEndedOnceAsync(PayoutPlatform platform, LateBank bank, PayoutStatus end)
    {
        foreach (var payout in await platform.Platform.RowsAsync<Payout>())
        {
            Assert.Equal(end, payout.Status);
            Assert.Equal(1, bank.Orders[payout.Id.Value]);
        }
        await using var db = platform.Platform.World.Store.Read(platform.Tenant);
        var ends = await db.Set<HistoryRow>().Where(row => row.Subject == "Payout" && (row.What == "PayoutSucceeded" || row.What == "PayoutFailed")).ToListAsync(Ct);
        Assert.Equal((await platform.Platform.RowsAsync<Payout>()).Select(payout => payout.Id.Value).Order(), ends.Select(row => row.SubjectId).Order());
        Assert.Empty((await platform.Get<AuditBooks>().HandleAsync(platform.Tenant, Ct)).Differences);
    }

    /// <summary>Nobody's clock moves: only the call-back can make the next look due.</summary>
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Tell_WhileTheOrderWaits_EndsThePayoutAtOnce(DatabaseKind kind)
    {
        var bank = new LateBank();
        await using var world = await WorldAsync(kind, bank);
        await world.StartDispatcherAsync();
        var platform = await PayoutPlatform.SoldAsync(world, partners: 1);
        var bulk = await platform.ConfirmedAsync();
        Platform.Must(await platform.ExecuteAsync(bulk.Id));
        var payout = Assert.Single(await platform.PayoutsAsync(bulk.Id)).Id;
        await UntilWaitingAsync(platform, payout);

        bank.End(payout.Value, RemittanceState.Failed);
        Assert.True(await TellAsync(world, payout.Value));
        await platform.UntilAsync(bulk.Id, BulkPayoutStatus.Completed);

        Assert.False(await TellAsync(world, payout.Value));
        await AssertEndedOnceAsync(platform, bank, PayoutStatus.Failed);
    }

    /// <summary>The result is known, and told, before the bank's answer to the order says "under way".</summary>
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Tell_BeforeTheAnswerOfTheOrder_IsNotLost(DatabaseKind kind)
    {
        var bank = new LateBank();
        await using var world = await WorldAsync(kind, bank);
        bank.BeforeAnswer = async id =>
        {
            bank.End(id, RemittanceState.Succeeded);
            Assert.True(await TellAsync(world, id));
        };
        await world.StartDispatcherAsync();
        var platform = await PayoutPlatform.SoldAsync(world, partners: 2);
        var bulk = await platform.ConfirmedAsync();
        Platform.Must(await platform.ExecuteAsync(bulk.Id));

        await platform.UntilAsync(bulk.Id, BulkPayoutStatus.Completed);

        await AssertEndedOnceAsync(platform, bank, PayoutStatus.Succeeded);
    }

    /// <summary>A look saw "under way", and the result came and was told before that look was written down.</summary>
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Tell_AtTheMomentOfALook_IsNotLost(DatabaseKind kind)
    {
        var bank = new LateBank();
        await using var world = await WorldAsync(kind, bank);
        var platform = await PayoutPlatform.SoldAsync(world, partners: 1);
        var bulk = await platform.ConfirmedAsync();
        var payout = Assert.Single(await platform.PayoutsAsync(bulk.Id)).Id;
        await world.StartDispatcherAsync();
        Platform.Must(await platform.ExecuteAsync(bulk.Id));
        await UntilWaitingAsync(platform, payout);
        var isFirst = true;
        bank.AfterLook = async id =>
        {
            if (isFirst)
            {
                isFirst = false;
                bank.End(id, RemittanceState.Succeeded);
                await TellAsync(world, id);
            }
        };

        // Early: the bank still says "under way" to the look that this makes.
        Assert.True(await TellAsync(world, payout.Value));

        await platform.UntilAsync(bulk.Id, BulkPayoutStatus.Completed);
        Assert.Equal(2, bank.Asked[payout.Value]);
        await AssertEndedOnceAsync(platform, bank, PayoutStatus.Succeeded);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Tell_OftenAtOnceWhilePollingGoesOn_EndsEachPayoutOnce(DatabaseKind kind)
    {
        var (bank, time) = (new LateBank(), new TestTime());
        await using var world = await WorldAsync(kind, bank, time: time);
        await world.StartDispatcherAsync();
        var platform = await PayoutPlatform.SoldAsync(world, partners: 4);
        var bulk = await platform.ConfirmedAsync();
        var payouts = await platform.PayoutsAsync(bulk.Id);
        Platform.Must(await platform.ExecuteAsync(bulk.Id));

        // All of them are told from the beginning: out of order, before they are ordered, twice, and after they ended.
        var random = new Random(7);
        await Polling.UntilTrueAsync("all payouts to end", async _ =>
        {
            foreach (var id in bank.Orders.Keys.Where(_ => random.Next(2) == 0))
            {
                bank.End(id, RemittanceState.Succeeded);
            }
            await Task.WhenAll(payouts.Concat(payouts).Select(payout => Task.Run(() => TellAsync(world, payout.Id.Value), Ct)));
            time.Advance(TimeSpan.FromSeconds(1));
            return (await platform.ReadAsync(bulk.Id)).Status == BulkPayoutStatus.Completed;
        }, PayoutPlatform.Limit, Ct);

        await AssertEndedOnceAsync(platform, bank, PayoutStatus.Succeeded);
    }

    /// <summary>The process died with the order claimed; the result is told while nobody works, and to a fresh process.</summary>
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Tell_AfterTheWorkerDied_EndsThePayoutAfterTheRestart(DatabaseKind kind)
    {
        var bank = new LateBank();
        await using var world = await WorldAsync(kind, bank);
        var platform = await PayoutPlatform.SoldAsync(world, partners: 1);
        var bulk = await platform.ConfirmedAsync();
        Platform.Must(await platform.ExecuteAsync(bulk.Id));
        var order = Assert.Single(await world.Get<OutboxClaims>().TakeAsync(OutboxLane.Open, 10, Ct), message => message.Type == RemitPayout.MessageType);
        await world.All<OutboxHandler>().Single(handler => handler.Type == RemitPayout.MessageType).PerformAsync(order, Ct);
        var payout = Assert.Single(bank.Orders.Keys);

        bank.End(payout, RemittanceState.Succeeded);
        Assert.True(await TellAsync(world, payout));
        ((TestTime)world.Time).Advance(TimeSpan.FromMilliseconds(1));
        await world.StartDispatcherAsync();
        await platform.UntilAsync(bulk.Id, BulkPayoutStatus.Completed);

        await AssertEndedOnceAsync(platform, bank, PayoutStatus.Succeeded);
    }

    /// <summary>Nothing is believed: what the bank itself does not say is not so.</summary>
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Tell_UnknownOrTooEarly_ChangesNothing(DatabaseKind kind)
    {
        var bank = new LateBank();
        await using var world = await WorldAsync(kind, bank);
        await world.StartDispatcherAsync();
        var platform = await PayoutPlatform.SoldAsync(world, partners: 1);
        var bulk = await platform.ConfirmedAsync();
        Platform.Must(await platform.ExecuteAsync(bulk.Id));
        var payout = Assert.Single(await platform.PayoutsAsync(bulk.Id)).Id;
        await UntilWaitingAsync(platform, payout);

        foreach (var nobodys in new[] { "", "payout-of-nobody", bulk.Id.Value, "a\0b", new string('a', 201) })
        {
            Assert.False(await TellAsync(world, nobodys));
        }
        // More often than a message is tried: an answer that it is under way is no failure.
        for (var told = 0; told < 40; told++)
        {
            var before = (await OrderOf(platform, payout)).Attempts;
            Assert.True(await TellAsync(world, payout.Value));
            await Polling.UntilTrueAsync("the look", async _ => await OrderOf(platform, payout) is { State: OutboxState.Pending } order && order.Attempts > before, PayoutPlatform.Limit, Ct);
        }
        Assert.Equal(PayoutStatus.Processing, Assert.Single(await platform.PayoutsAsync(bulk.Id)).Status);
        Assert.Equal(1, bank.Orders[payout.Value]);
    }

    /// <summary>2, 4, 8 … seconds up to a minute where the bank calls back, 2 seconds each time where it does not; a person is asked when an hour is over, and a call-back still counts then.</summary>
    [Theory]
    [InlineData(true, new[] { 2, 4, 8, 16, 32, 60, 60 })]
    [InlineData(false, new[] { 2, 2, 2, 2, 2, 2, 2 })]
    public async Task Wait_ForTheResult_IsLongerWhereTheBankCallsBack(bool callsBack, int[] seconds)
    {
        var (bank, time) = (new LateBank(), new TestTime());
        await using var world = await WorldAsync(DatabaseKind.Sqlite, bank, callsBack, time);
        await world.StartDispatcherAsync();
        var platform = await PayoutPlatform.SoldAsync(world, partners: 1);
        var bulk = await platform.ConfirmedAsync();
        Platform.Must(await platform.ExecuteAsync(bulk.Id));
        var payout = Assert.Single(await platform.PayoutsAsync(bulk.Id)).Id;
        for (var look = 0; look < seconds.Length; look++)
        {
            await Polling.UntilTrueAsync("the look", async _ => await OrderOf(platform, payout) is { State: OutboxState.Pending } order && order.Attempts == look + 1, PayoutPlatform.Limit, Ct);
            Assert.Equal(TimeSpan.FromSeconds(seconds[look]), (await OrderOf(platform, payout)).DueAt - time.GetUtcNow());
            time.Advance(TimeSpan.FromSeconds(seconds[look]));
        }
        time.Advance(TimeSpan.FromHours(1));
        await Polling.UntilTrueAsync("a person to be asked", async _ =>
        {
            time.Advance(TimeSpan.FromMinutes(1));
            return (await OrderOf(platform, payout)).State == OutboxState.Failed;
        }, PayoutPlatform.Limit, Ct);

        bank.End(payout.Value, RemittanceState.Succeeded);
        Assert.True(await TellAsync(world, payout.Value));
        await platform.UntilAsync(bulk.Id, BulkPayoutStatus.Completed);
        await AssertEndedOnceAsync(platform, bank, PayoutStatus.Succeeded);
    }
}
