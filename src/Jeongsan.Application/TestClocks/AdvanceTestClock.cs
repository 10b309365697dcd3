using Jeongsan.Application.Clocks;
using Jeongsan.Domain.Calendar;
using Jeongsan.Application.Schedules;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.TestClocks;

/// <summary>Every way in which the test clock says no.</summary>
public abstract record TestClockRefusal : Refusal
{
    private TestClockRefusal()
    {
    }

    public sealed record LiveHasNoTestClock : TestClockRefusal;

    public sealed record ClockOnlyMovesForward(DateTimeOffset Now) : TestClockRefusal;

    public sealed record TooFar(DateTimeOffset Limit) : TestClockRefusal;
}

/// <summary>Moves a platform's test side forward and does at once what falls due on the way.</summary>
public sealed class AdvanceTestClock(Store store, DueWork dueWork)
{
    /// <summary>Korean lunar dates, and so holidays, are known until 2050.</summary>
    public static readonly DateTimeOffset Limit = new(2049, 12, 31, 0, 0, 0, SeoulTime.Offset);

    public async Task<Outcome<DateTimeOffset>> HandleAsync(Tenant tenant, Actor actor, DateTimeOffset to, CancellationToken ct)
    {
        if (tenant.Mode == Mode.Live)
        {
            return new TestClockRefusal.LiveHasNoTestClock();
        }
        var moved = await store.CommandAsync<DateTimeOffset>(tenant, actor, async work =>
        {
            var clock = await work.Db.Set<TestClock>().SingleOrDefaultAsync(row => row.MerchantId == tenant.Merchant, ct);
            // By the row that is written back, not by the clock that the command began with: another move may have come between.
            var now = work.RealNow + (clock?.Ahead ?? TimeSpan.Zero);
            if (to < now)
            {
                return new TestClockRefusal.ClockOnlyMovesForward(now);
            }
            if (to > Limit)
            {
                return new TestClockRefusal.TooFar(Limit);
            }
            if (clock is null)
            {
                clock = new TestClock { MerchantId = tenant.Merchant };
                work.Db.Add(clock);
            }
            clock.Ahead = to - work.RealNow;
            work.Record("TestClock", tenant.Merchant.Value, "TestClockAdvanced", now.ToString("O"), to.ToString("O"));
            return to;
        }, ct);
        if (!moved.IsRefused)
        {
            await store.AfterCommitAsync(after => dueWork.RunAsync(tenant, after), ct);
        }
        return moved;
    }
}
