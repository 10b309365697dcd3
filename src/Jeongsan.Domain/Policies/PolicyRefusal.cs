using Jeongsan.Domain.Foundation;

namespace Jeongsan.Domain.Policies;

/// <summary>Every way in which contracts and fee and discount policies say no.</summary>
public abstract record PolicyRefusal : Refusal
{
    private PolicyRefusal()
    {
    }

    public sealed record NameMissing : PolicyRefusal;

    public sealed record TextTooLong(string Field, int Length, int LengthMax) : PolicyRefusal;

    /// <param name="Rate">As given, in 10⁻⁵.</param>
    public sealed record RateOutOfRange(string Field, long Rate, int RateMin, int RateMax) : PolicyRefusal;

    public sealed record AmountOutOfRange(string Field, long Amount, long AmountMin, long AmountMax) : PolicyRefusal;

    public sealed record LagDaysOutOfRange(int LagDays, int LagDaysMin, int LagDaysMax) : PolicyRefusal;

    /// <summary>Weekly, monthly and manual cycles need at least one day.</summary>
    public sealed record CycleWithoutDays(string Method) : PolicyRefusal;

    /// <summary>A day of month outside 1–31, or a month and day that no year has.</summary>
    public sealed record CycleDayInvalid(string Method, int Month, int Day) : PolicyRefusal;

    public sealed record Archived(string Id) : PolicyRefusal;

    public sealed record ArchivedWhileScheduled(string Id) : PolicyRefusal;

    /// <summary>One change can wait at a time: replace it or take it back.</summary>
    public sealed record ScheduleExists(string Id) : PolicyRefusal;

    public sealed record NotScheduled(string Id) : PolicyRefusal;

    public sealed record ScheduleNotInFuture(DateTimeOffset At, DateTimeOffset Now) : PolicyRefusal;
}
