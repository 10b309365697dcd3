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
        var first = await requests.FindAsync(platform.Tenant, "k1", CancellationToken.None);
        Assert.Equal(("f1", null), (first!.Fingerprint, first.Status));

        Platform.Must(await requests.RememberAnswerAsync(platform.Tenant, "k1", 200, [1, 2, 3], CancellationToken.None));
        var second = await requests.FindAsync(platform.Tenant, "k1", CancellationToken.None);
        Assert.Equal(200, second!.Status);
        Assert.Equal([1, 2, 3], second.Body.ToArray());
        Assert.Null(await requests.FindAsync(platform.Tenant with { Mode = Mode.Live }, "k1", CancellationToken.None));
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
        IdempotencyMark.Current = new IdempotencyMark(key, fingerprint);
        try
        {
            return await request();
        }
        finally
        {
            IdempotencyMark.Current = null;
        }
    }
}
