using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Foundation;

namespace Jeongsan.Domain.Payouts;

/// <summary>When a scheduled payout may start.</summary>
public static class PayoutSchedule
{
    public const int StepMinutes = 10;
    public const int CountMax = 10;

    /// <summary>Banks' nightly maintenance in Seoul time: from 22:50 until 01:00, the start included.</summary>
    public static readonly TimeOnly MaintenanceFrom = new(22, 50);

    public static readonly TimeOnly MaintenanceUntil = new(1, 0);

    /// <summary>Null when it may be scheduled then.</summary>
    /// <param name="otherCount">Schedules that exist already.</param>
    public static Refusal? Check(DateTimeOffset at, DateTimeOffset now, int otherCount)
    {
        var seoul = SeoulTime.Of(at);
        return seoul.Minute % StepMinutes != 0 || seoul.Second != 0 ? new PayoutRefusal.ScheduleNotOnStep(at, StepMinutes)
            : at <= now ? new PayoutRefusal.ScheduleInPast(at, now)
            : IsMaintenance(at) ? new PayoutRefusal.ScheduleInMaintenance(at, MaintenanceFrom, MaintenanceUntil)
            : otherCount >= CountMax ? new PayoutRefusal.TooManySchedules(otherCount, CountMax)
            : null;
    }

    /// <summary>The first time after now that may be scheduled, in Seoul time.</summary>
    public static DateTimeOffset FirstAfter(DateTimeOffset now)
    {
        var step = TimeSpan.FromMinutes(StepMinutes);
        var seoul = SeoulTime.Of(now);
        var first = seoul.AddTicks(step.Ticks - (seoul.Ticks % step.Ticks));
        while (IsMaintenance(first))
        {
            first += step;
        }

        return first;
    }

    /// <summary>True while no money can be sent.</summary>
    public static bool IsMaintenance(DateTimeOffset at) =>
        TimeOnly.FromDateTime(SeoulTime.Of(at).DateTime).IsBetween(MaintenanceFrom, MaintenanceUntil);
}
