using Jeongsan.Application.Storage;
using Jeongsan.Application.TestClocks;
using Jeongsan.Domain.Foundation;
using Jeongsan.TestKit;
using Xunit;

namespace Jeongsan.Application.Tests.TestClocks;

public sealed class TestClockTests(Worlds worlds)
{
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Advance_Live_IsRefused(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind), Mode.Live);
        Assert.IsType<TestClockRefusal.LiveHasNoTestClock>((await platform.MoveToAsync(platform.Today.AddDays(1))).Refusal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Advance_BackOrBeyondTheCalendar_IsRefusedAndMovesNothing(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));
        var tomorrow = Platform.Must(await platform.MoveToAsync(platform.Today.AddDays(1)));
        Assert.IsType<TestClockRefusal.ClockOnlyMovesForward>((await platform.MoveToAsync(platform.Today)).Refusal);
        var beyond = await platform.World.Get<AdvanceTestClock>().HandleAsync(platform.Tenant, Platform.Actor, AdvanceTestClock.Limit.AddTicks(1), CancellationToken.None);
        Assert.Equal(new TestClockRefusal.TooFar(AdvanceTestClock.Limit), beyond.Refusal);
        Assert.Equal(tomorrow, await platform.World.Store.NowAsync(platform.Tenant, CancellationToken.None));
        Assert.Equal(platform.World.Time.GetUtcNow(), await platform.World.Store.NowAsync(platform.Tenant with { Mode = Mode.Live }, CancellationToken.None));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Advance_ManyAtOnce_EndsAtTheFurthest(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));
        await Task.WhenAll(Enumerable.Range(1, 8).Select(days => Task.Run(() => platform.MoveToAsync(platform.Today.AddDays(days)))));
        var now = await platform.World.Store.NowAsync(platform.Tenant, CancellationToken.None);
        Assert.Equal(platform.Today.AddDays(8), Domain.Calendar.SeoulTime.DateOf(now));
    }
}
