using System.Globalization;
using Jeongsan.Application.Adapters.Popbill;
using Jeongsan.Application.Outbox;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Foundation;
using Jeongsan.TestKit;
using Xunit;

namespace Jeongsan.Application.Tests.TaxInvoices;

/// <summary>The order, the pace and the standstill of the queue to the ASP.</summary>
public sealed class AgencyQueueTests
{
    private static readonly Tenant Tenant = new(new MerchantId("m"), Mode.Test);

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Take_OfTheAgencysLane_GivesTheMostUrgentFirstAndLeavesOtherLanes(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        Platform.Must(await world.Store.CommandAsync<Done>(Tenant, Actor.System, work =>
        {
            foreach (var (key, priority) in new[] { ("last", long.MaxValue), ("second", 20L), ("first", 10L), ("third", 30L) })
            {
                work.Send("Probe", key, key, new { }, place: new OutboxPlace(AgencyQueue.Lane, priority));
            }
            work.Send("Probe", "open", "open", new { });
            return Task.FromResult<Outcome<Done>>(new Done());
        }, CancellationToken.None));
        var claims = world.Get<OutboxClaims>();
        Assert.Equal(["first", "second"], (await claims.TakeAsync(AgencyQueue.Lane, 2, CancellationToken.None)).Select(message => message.Key));
        Assert.Equal(["open"], (await claims.TakeAsync(OutboxLane.Open, 9, CancellationToken.None)).Select(message => message.Key));
        Assert.Equal(["third", "last"], (await claims.TakeAsync(AgencyQueue.Lane, 9, CancellationToken.None)).Select(message => message.Key));
    }

    /// <summary>A later message of one invoice never overtakes an earlier one, however urgent it is.</summary>
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Take_UrgentAfterCalmOfOneAggregate_KeepsTheOrder(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        foreach (var (key, priority) in new[] { ("calm", 50L), ("urgent", 1L) })
        {
            Platform.Must(await world.Store.CommandAsync<Done>(Tenant, Actor.System, work =>
            {
                work.Send("Probe", key, "one", new { }, place: new OutboxPlace(AgencyQueue.Lane, priority));
                return Task.FromResult<Outcome<Done>>(new Done());
            }, CancellationToken.None));
        }
        Assert.Equal(["calm"], (await world.Get<OutboxClaims>().TakeAsync(AgencyQueue.Lane, 9, CancellationToken.None)).Select(message => message.Key));
    }

    [Fact]
    public void Pace_FiveASecond_GivesFiveThenOneEachFifthOfASecond()
    {
        var time = new TestTime();
        var pace = new AgencyPace(Settings(5), time);
        Assert.Equal(5, pace.Available);
        for (var call = 0; call < 5; call++)
        {
            pace.Spend();
        }
        Assert.Equal(0, pace.Available);
        time.Advance(TimeSpan.FromMilliseconds(199));
        Assert.Equal(0, pace.Available);
        time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(1, pace.Available);
        time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(5, pace.Available);
        Assert.Equal(0, pace.LastMinute);
    }

    [Fact]
    public void Pace_CallsOfPeople_RunIntoDebtThatTheQueuePaysBack()
    {
        var time = new TestTime();
        var pace = new AgencyPace(Settings(5), time);
        for (var call = 0; call < 10; call++)
        {
            pace.Spend();
        }
        Assert.Equal(10, pace.LastMinute);
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(0, pace.Available);
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(5, pace.Available);
    }

    [Fact]
    public void Health_EightFailuresInARow_StandsStillThenOneTriesAfterPausesThatDouble()
    {
        var time = new TestTime();
        var health = new AgencyHealth(time);
        for (var failure = 0; failure < 7; failure++)
        {
            health.Failed("끊김");
        }
        Assert.Equal(4, health.Allow(4));
        Assert.Null(health.Outage);
        health.Failed("끊김");
        Assert.Equal(new AgencyOutage("끊김", TestTime.Start), health.Outage);
        Assert.Equal(0, health.Allow(4));
        time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(1, health.Allow(4));
        Assert.Equal(0, health.Allow(4));
        health.Failed("끊김");
        time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(0, health.Allow(4));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, health.Allow(4));
        health.Answered();
        Assert.Equal(4, health.Allow(4));
        Assert.Null(health.Outage);
    }

    /// <summary>An invoice that the ASP sent a moment after our look was once looked at again as late as its quiet looks before made it: up to half a day.</summary>
    // Issued on Wednesday: sent on Thursday 15:00 in Seoul, and asked for a minute later.
    [Theory]
    [InlineData("2026-11-25T10:00", 0, 1)]
    [InlineData("2026-11-25T10:00", 3, 8)]
    [InlineData("2026-11-26T14:00", 9, 61)]
    [InlineData("2026-11-26T15:01", 9, 1)]
    [InlineData("2026-11-26T15:02", 10, 1)]
    [InlineData("2026-11-26T15:05", 12, 4)]
    [InlineData("2026-11-26T16:01", 12, 60)]
    [InlineData("2026-11-28T15:01", 15, 720)]
    public void Watch_AroundTheTimeOfSending_WaitsAnewFromThere(string now, int quietLooks, int minutes) => Assert.Equal(
        TimeSpan.FromMinutes(minutes),
        AgencyWatch.Wait(quietLooks, InSeoul("2026-11-25T09:00"), InSeoul(now), BusinessDays.WithoutEdits));

    private static DateTimeOffset InSeoul(string text) => new(DateTime.Parse(text, CultureInfo.InvariantCulture), TimeSpan.FromHours(9));

    private static PopbillSettings Settings(int callsPerSecond) => new() { LinkId = "L", SecretKey = "", CallsPerSecond = callsPerSecond };
}
