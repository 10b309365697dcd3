using System.Collections.Concurrent;
using Jeongsan.Application.Outbox;
using Jeongsan.Application.Privacy;
using Jeongsan.Application.Storage;
using Jeongsan.Application.Webhooks;
using Jeongsan.Domain.Foundation;
using Jeongsan.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Jeongsan.Application.Tests.Outbox;

/// <summary>Each test has a database of its own: claims look over all tenants.</summary>
public sealed class OutboxTests
{
    private static readonly Tenant Tenant = new(new MerchantId("m"), Mode.Test);

    /// <summary>Does what the test says, and remembers in which order it was asked.</summary>
    private sealed class Probe : OutboxHandler
    {
        public ConcurrentQueue<(string Key, int Attempts)> Asked { get; } = new();

        public Func<OutboxMessage, Delivery> Answer { get; set; } = _ => new Delivery.Finished(_ => Task.CompletedTask);

        public override string Type => "Probe";

        public override CarriedData Carries => new CarriedData.Nothing("a probe");

        public override bool ForgetsPayload => true;

        public override Task<Delivery> PerformAsync(OutboxMessage message, CancellationToken ct)
        {
            Asked.Enqueue((message.Key, message.Attempts));
            return Task.FromResult(Answer(message));
        }
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Take_SeveralOfAnAggregate_GivesTheFirstUntilItIsDone(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        await SendAsync(world, ("a1", "A"), ("a2", "A"), ("b1", "B"));
        var claims = world.Get<OutboxClaims>();
        Assert.Equal(["a1", "b1"], (await claims.TakeAsync(OutboxLane.Open, 10, CancellationToken.None)).Select(message => message.Key).Order());
        Assert.Empty(await claims.TakeAsync(OutboxLane.Open, 10, CancellationToken.None));
        await SetAsync(world, "a1", OutboxState.Done);
        Assert.Equal("a2", Assert.Single(await claims.TakeAsync(OutboxLane.Open, 10, CancellationToken.None)).Key);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Take_FourWorkersAtOnce_NoMessageIsClaimedTwice(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        await SendAsync(world, [.. Enumerable.Range(0, 80).Select(index => ($"k{index}", $"aggregate-{index}"))]);
        var taken = await Task.WhenAll(Enumerable.Range(0, 4).Select(worker => Task.Run(async () =>
        {
            var claims = Worker(world, $"worker-{worker}");
            var mine = new List<OutboxMessage>();
            while (await claims.TakeAsync(OutboxLane.Open, 3, CancellationToken.None) is { Count: > 0 } some)
            {
                Assert.True(some.Count <= 3);
                mine.AddRange(some);
            }
            return mine;
        })));
        // Workers that skipped each other's locked rows may have stopped early: one last look takes what is left.
        var all = taken.SelectMany(mine => mine).Concat(await Worker(world, "last").TakeAsync(OutboxLane.Open, 80, CancellationToken.None)).ToList();
        Assert.Equal(80, all.Count);
        Assert.Equal(80, all.Select(message => message.Sequence).Distinct().Count());
        Assert.All(all, message => Assert.Equal(1, message.Attempts));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Take_AfterTheLease_TakesOverAsASecondAttempt(DatabaseKind kind)
    {
        var time = new TestTime();
        await using var world = await World.CreateAsync(kind, time);
        await SendAsync(world, ("a1", "A"));
        Assert.Single(await Worker(world, "dead").TakeAsync(OutboxLane.Open, 10, CancellationToken.None));
        time.Advance(world.Get<OutboxOptions>().Lease);
        Assert.Empty(await Worker(world, "other").TakeAsync(OutboxLane.Open, 10, CancellationToken.None));
        time.Advance(TimeSpan.FromMilliseconds(1));
        var again = Assert.Single(await Worker(world, "other").TakeAsync(OutboxLane.Open, 10, CancellationToken.None));
        Assert.Equal((2, "other"), (again.Attempts, again.LeaseOwner));
    }

    /// <summary>After a restart the process does not wait for its own lease to end; another's claim stays.</summary>
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task ReleaseOwn_AfterARestart_FreesOnlyItsOwn(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        await SendAsync(world, ("mine", "A"), ("theirs", "B"));
        Assert.Single(await Worker(world, "me").TakeAsync(OutboxLane.Open, 1, CancellationToken.None));
        Assert.Single(await Worker(world, "they").TakeAsync(OutboxLane.Open, 1, CancellationToken.None));
        await Worker(world, "me").ReleaseOwnAsync(CancellationToken.None);
        Assert.Equal(("mine", 2), Assert.Single(await Worker(world, "me").TakeAsync(OutboxLane.Open, 10, CancellationToken.None)) is var again ? (again.Key, again.Attempts) : default);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Dispatch_ManyOfTwoAggregates_KeepsTheOrderOfEach(DatabaseKind kind)
    {
        var probe = new Probe();
        await using var world = await StartAsync(kind, probe);
        await SendAsync(world, [.. Enumerable.Range(0, 20).Select(index => ($"{index % 2}-{index:00}", $"aggregate-{index % 2}"))]);
        await UntilAsync(world, messages => messages.Count == 20 && messages.All(message => message.State == OutboxState.Done));
        Assert.Equal(20, probe.Asked.Count);
        Assert.All(probe.Asked.GroupBy(asked => asked.Key[0]), group => Assert.Equal(group.Select(asked => asked.Key).Order(StringComparer.Ordinal), group.Select(asked => asked.Key)));
        Assert.All(await MessagesAsync(world), message => Assert.Equal(("{}", null), (message.Payload, message.LeaseOwner)));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Dispatch_HandlerThrows_IsAskedAgainLater(DatabaseKind kind)
    {
        var time = new TestTime();
        var probe = new Probe { Answer = message => message.Attempts == 1 ? throw new HttpRequestException("dropped") : new Delivery.Finished(_ => Task.CompletedTask) };
        await using var world = await StartAsync(kind, probe, time);
        await SendAsync(world, ("a1", "A"));
        await UntilAsync(world, messages => messages is [{ State: OutboxState.Pending, Attempts: 1 }]);
        var waiting = Assert.Single(await MessagesAsync(world));
        Assert.InRange(waiting.DueAt - time.GetUtcNow(), RetryDelay.First / 2, RetryDelay.First);
        Assert.NotNull(waiting.LastProblem);
        time.Advance(RetryDelay.First);
        await UntilAsync(world, messages => messages is [{ State: OutboxState.Done, Attempts: 2 }]);
        Assert.Equal([("a1", 1), ("a1", 2)], probe.Asked);
    }

    /// <summary>What closes a message happens with it or not at all.</summary>
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Dispatch_ClosingWorkThrows_LeavesTheMessageToItsLease(DatabaseKind kind)
    {
        var time = new TestTime();
        var probe = new Probe();
        probe.Answer = message => new Delivery.Finished(work =>
        {
            work.Record("Probe", message.Key, "Closed");
            return message.Attempts == 1 ? throw new InvalidDataException() : Task.CompletedTask;
        });
        await using var world = await StartAsync(kind, probe, time);
        await SendAsync(world, ("a1", "A"));
        await Polling.UntilTrueAsync("the first attempt", _ => Task.FromResult(!probe.Asked.IsEmpty));
        time.Advance(world.Get<OutboxOptions>().Lease + TimeSpan.FromSeconds(1));
        await UntilAsync(world, messages => messages is [{ State: OutboxState.Done, Attempts: 2 }]);
        await using var db = world.Store.Read(Tenant);
        Assert.Equal(1, await db.Set<HistoryRow>().CountAsync(row => row.What == "Closed"));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Dispatch_AfterTheLastAttempt_StopsHoldsTheNextAndGoesOnByHand(DatabaseKind kind)
    {
        var open = false;
        var probe = new Probe { Answer = _ => open ? new Delivery.Finished(_ => Task.CompletedTask) : new Delivery.Later("닫혀 있습니다.", TimeSpan.Zero) };
        await using var world = await StartAsync(kind, probe, outbox: options => options with { AttemptsMax = 3 });
        await SendAsync(world, ("a1", "A"), ("a2", "A"));
        await UntilAsync(world, messages => messages.Any(message => message.State == OutboxState.Failed));
        Assert.Equal([("a1", 1), ("a1", 2), ("a1", 3)], probe.Asked);

        var failed = (await MessagesAsync(world)).Single(message => message.State == OutboxState.Failed);
        Assert.Equal("닫혀 있습니다.", failed.LastProblem);
        var retry = world.Get<RetryMessage>();
        var waiting = (await MessagesAsync(world)).Single(message => message.Key == "a2");
        Assert.Equal(new OutboxRefusal.MessageNotFailed(waiting.Sequence, OutboxState.Pending), (await retry.HandleAsync(Tenant, Platform.Actor, waiting.Sequence, CancellationToken.None)).Refusal);
        Assert.IsType<OutboxRefusal.MessageNotFound>((await retry.HandleAsync(Tenant with { Mode = Mode.Live }, Platform.Actor, failed.Sequence, CancellationToken.None)).Refusal);
        open = true;
        Platform.Must(await retry.HandleAsync(Tenant, Platform.Actor, failed.Sequence, CancellationToken.None));
        await UntilAsync(world, messages => messages.All(message => message.State == OutboxState.Done));
        Assert.Equal([("a1", 4), ("a2", 1)], probe.Asked.Skip(3));
    }

    /// <summary>An endpoint hears the events of one invoice in order; one that it never took doesn't hold the next for ever.</summary>
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Take_WebhooksOfOneSubject_InOrderUntilOneGaveUp(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        Platform.Must(await world.Store.CommandAsync<Done>(Tenant, Actor.System, async work =>
        {
            work.Db.Add(new WebhookEndpoint
            {
                MerchantId = Tenant.Merchant,
                Mode = Tenant.Mode,
                Id = "endpoint",
                Url = new Uri("https://receiver.example/"),
                ProtectedSecret = "-",
                CreatedAt = work.Now,
            });
            await work.Db.SaveChangesAsync();
            foreach (var (subject, key) in new[] { ("TaxInvoice:a", "a.1"), ("TaxInvoice:a", "a.2"), ("TaxInvoice:b", "b.1") })
            {
                await work.PublishAsync(subject, key, "TaxInvoice.Issued", new { }, CancellationToken.None);
            }
            return new Done();
        }, CancellationToken.None));
        var claims = world.Get<OutboxClaims>();
        Assert.Equal(["a.1.endpoint", "b.1.endpoint"], (await claims.TakeAsync(OutboxLane.Open, 10, CancellationToken.None)).Select(message => message.Key).Order());
        Assert.Empty(await claims.TakeAsync(OutboxLane.Open, 10, CancellationToken.None));
        await SetAsync(world, "a.1.endpoint", OutboxState.Failed);
        Assert.Equal("a.2.endpoint", Assert.Single(await claims.TakeAsync(OutboxLane.Open, 10, CancellationToken.None)).Key);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Dispatch_UnknownType_WaitsForAPerson(DatabaseKind kind)
    {
        await using var world = await StartAsync(kind, new Probe());
        await world.Store.CommandAsync<Done>(Tenant, Actor.System, work =>
        {
            work.Send("OfALaterVersion", "k", "A", new { });
            return Task.FromResult<Outcome<Done>>(new Done());
        }, CancellationToken.None);
        await UntilAsync(world, messages => messages is [{ State: OutboxState.Failed }]);
        Assert.Contains("OfALaterVersion", Assert.Single(await MessagesAsync(world)).LastProblem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 0, 500)]
    [InlineData(1, 999, 999)]
    [InlineData(2, 0, 1_000)]
    [InlineData(4, 0, 4_000)]
    [InlineData(4, 500, 6_000)]
    [InlineData(10, 0, 256_000)]
    [InlineData(11, 0, 300_000)]
    [InlineData(30, 0, 300_000)]
    public void RetryDelay_AfterAttempts_IsHalfSureAndHalfByChance(int attempts, int random, int milliseconds) =>
        Assert.Equal(milliseconds, (int)RetryDelay.After(attempts, random).TotalMilliseconds);

    /// <summary>The breaker guards the ASP, so that nothing of its lane sleeps through the ASP's return.</summary>
    [Fact]
    public void RetryDelay_WithALongestOfOneMinute_StaysBelowIt() =>
        Assert.Equal(59_970, (int)RetryDelay.After(30, 999, TimeSpan.FromMinutes(1)).TotalMilliseconds);

    private static OutboxClaims Worker(World world, string owner) =>
        new(world.All<OutboxHandler>(), world.Get<ContextFactory>(), world.Get<SqliteWriter>(), world.Get<OutboxOptions>() with { Owner = owner }, world.Time);

    private static async Task<World> StartAsync(DatabaseKind kind, Probe probe, TestTime? time = null, Func<OutboxOptions, OutboxOptions>? outbox = null)
    {
        var world = await World.CreateAsync(kind, time, outbox, more: services => services.AddSingleton<OutboxHandler>(probe));
        await world.StartDispatcherAsync();
        return world;
    }

    private static async Task SendAsync(World world, params (string Key, string Aggregate)[] messages) =>
        Platform.Must(await world.Store.CommandAsync<Done>(Tenant, Actor.System, work =>
        {
            foreach (var (key, aggregate) in messages)
            {
                work.Send("Probe", key, aggregate, new { personal = "지울 것" });
            }
            return Task.FromResult<Outcome<Done>>(new Done());
        }, CancellationToken.None));

    private static async Task SetAsync(World world, string key, OutboxState state) =>
        Platform.Must(await world.Store.CommandAsync<Done>(Tenant, Actor.System, async work =>
        {
            (await work.Db.Set<OutboxMessage>().SingleAsync(message => message.Key == key)).State = state;
            return new Done();
        }, CancellationToken.None));

    private static async Task<List<OutboxMessage>> MessagesAsync(World world)
    {
        await using var db = world.Store.Read(Tenant);
        return await db.Set<OutboxMessage>().OrderBy(message => message.Sequence).ToListAsync();
    }

    private static Task UntilAsync(World world, Func<List<OutboxMessage>, bool> holds) =>
        Polling.UntilTrueAsync("the outbox", async _ => holds(await MessagesAsync(world)));
}
