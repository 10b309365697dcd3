using Jeongsan.Application.Storage;
using Jeongsan.Application.Transfers;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Transfers;
using Jeongsan.TestKit;
using Xunit;

namespace Jeongsan.Application.Tests.Storage;

public sealed class IdempotencyTests(Worlds worlds)
{
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Key_OfAFinishedRequest_IsRememberedWithItsAnswer(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));
        var requests = platform.World.Get<IdempotentRequests>();
        await UnderKeyAsync("k1", "f1", () => platform.ManualAsync(0, 1_000));
        var remembered = await requests.FindAsync(platform.Tenant, "k1", CancellationToken.None);
        Assert.Equal(("f1", 200), (remembered!.Fingerprint, remembered.Status));
        Assert.Equal([1, 2, 3], remembered.Body.ToArray());
        Assert.Null(await requests.FindAsync(platform.Tenant with { Mode = Mode.Live }, "k1", CancellationToken.None));
    }

    /// <summary>All commands of a request, and what it reads, are one transaction; nobody else sees it before it is answered.</summary>
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Request_OfTwoCommandsThatIsNotAnswered_ChangesNothing(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));
        foreach (var isAnswered in new[] { false, true })
        {
            var mark = new IdempotencyMark("two", "f");
            IdempotencyMark.Current = mark;
            Platform.Must(await platform.ManualAsync(0, 1_000));
            Assert.True((await platform.ManualAsync(9, 1)).IsRefused);
            Platform.Must(await platform.ManualAsync(1, 2_000));
            Assert.Equal(2, (await platform.RowsAsync<Transfer>()).Count);
            IdempotencyMark.Current = null;
            Assert.Empty(await platform.RowsAsync<Transfer>());
            if (isAnswered)
            {
                await mark.KeepAsync(new KeptAnswer(200, [7]), CancellationToken.None);
            }
            await mark.AbandonAsync();
            Assert.Equal(isAnswered ? 2 : 0, (await platform.RowsAsync<Transfer>()).Count);
            Assert.Equal(isAnswered, await platform.World.Get<IdempotentRequests>().FindAsync(platform.Tenant, "two", CancellationToken.None) is not null);
        }
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Key_AfterAWeek_IsForgotten(DatabaseKind kind)
    {
        var time = new TestTime();
        await using var world = await World.CreateAsync(kind, time);
        var platform = await Platform.CreateAsync(world);
        var requests = world.Get<IdempotentRequests>();
        await UnderKeyAsync("old", "f", () => platform.ManualAsync(0, 1_000));
        time.Advance(TimeSpan.FromDays(6.9));
        await UnderKeyAsync("young", "f", () => platform.ManualAsync(0, 2_000));
        await platform.GatherAsync();
        Assert.NotNull(await requests.FindAsync(platform.Tenant, "old", CancellationToken.None));
        time.Advance(TimeSpan.FromDays(0.2));
        await platform.GatherAsync();
        Assert.Null(await requests.FindAsync(platform.Tenant, "old", CancellationToken.None));
        Assert.NotNull(await requests.FindAsync(platform.Tenant, "young", CancellationToken.None));
    }

    /// <summary>Each but one learns that the key is taken, never that the order which the first one made exists already.</summary>
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Key_OfTenRequestsAtOnce_LetsOneThrough(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));
        var results = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(async () =>
        {
            try
            {
                return (await UnderKeyAsync("same", "f", () => platform.OrderAsync(0, "pay", 10_000))).Refusal?.Reason ?? "made";
            }
            catch (IdempotencyKeyTakenException)
            {
                return "taken";
            }
        })));
        Assert.Equal(1, results.Count(result => result == "made"));
        Assert.Equal(9, results.Count(result => result == "taken"));
        Assert.Single(await platform.RowsAsync<Transfer>());
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Key_OfARefusedRequest_IsNotRemembered(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));
        Assert.True((await UnderKeyAsync("k", "f", () => platform.OrderAsync(9, "pay", 10_000))).IsRefused);
        Assert.Null(await platform.World.Get<IdempotentRequests>().FindAsync(platform.Tenant, "k", CancellationToken.None));
    }

    private static async Task<Outcome<Transfer>> UnderKeyAsync(string key, string fingerprint, Func<Task<Outcome<Transfer>>> request)
    {
        var mark = new IdempotencyMark(key, fingerprint);
        IdempotencyMark.Current = mark;
        try
        {
            var outcome = await request();
            await mark.KeepAsync(new KeptAnswer(200, [1, 2, 3]), CancellationToken.None);
            return outcome;
        }
        finally
        {
            IdempotencyMark.Current = null;
            await mark.AbandonAsync();
        }
    }
}
