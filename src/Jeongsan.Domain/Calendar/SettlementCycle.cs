using System.Text.Json.Serialization;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Policies;

namespace Jeongsan.Domain.Calendar;

/// <summary>What happens to a settlement date that falls on a bank holiday.</summary>
public enum SettlementDatePolicy
{
    /// <summary>The business day before.</summary>
    HolidayBefore = 0,

    /// <summary>The business day after.</summary>
    HolidayAfter = 1,

    /// <summary>Not moved.</summary>
    CalendarDay = 2,
}

public readonly record struct MonthAndDay(int Month, int Day);

/// <summary>On which days settlements fall due, before holidays move them.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Daily), "DAILY")]
[JsonDerivedType(typeof(Weekly), "WEEKLY")]
[JsonDerivedType(typeof(Monthly), "MONTHLY")]
[JsonDerivedType(typeof(ManualDates), "MANUAL_DATES")]
public abstract record SettlementCycleMethod
{
    private SettlementCycleMethod()
    {
    }

    public sealed record Daily : SettlementCycleMethod;

    public sealed record Weekly(IReadOnlyList<DayOfWeek> DaysOfWeek) : SettlementCycleMethod;

    /// <param name="DaysOfMonth">1–31; in a month without that day, its last day.</param>
    public sealed record Monthly(IReadOnlyList<int> DaysOfMonth) : SettlementCycleMethod;

    /// <param name="Dates">Days of every year; 29 February in other years is the 28th.</param>
    public sealed record ManualDates(IReadOnlyList<MonthAndDay> Dates) : SettlementCycleMethod;
}

/// <summary>From the start date (usually the day of the order) to the settlement date.</summary>
/// <param name="LagDays">Calendar days that must pass at least, 1 to 10.</param>
public sealed record SettlementCycle(int LagDays, SettlementDatePolicy DatePolicy, SettlementCycleMethod Method)
{
    public const int LagDaysMin = 1;
    public const int LagDaysMax = 10;

    /// <summary>Null when the cycle can be used.</summary>
    public Refusal? Check()
    {
        if (LagDays is < LagDaysMin or > LagDaysMax)
        {
            return new PolicyRefusal.LagDaysOutOfRange(LagDays, LagDaysMin, LagDaysMax);
        }

        return Method switch
        {
            SettlementCycleMethod.Daily => null,
            SettlementCycleMethod.Weekly { DaysOfWeek.Count: 0 } => new PolicyRefusal.CycleWithoutDays("WEEKLY"),
            SettlementCycleMethod.Weekly => null,
            SettlementCycleMethod.Monthly { DaysOfMonth.Count: 0 } => new PolicyRefusal.CycleWithoutDays("MONTHLY"),
            SettlementCycleMethod.Monthly monthly => monthly.DaysOfMonth
                .Where(day => day is < 1 or > 31)
                .Select(day => new PolicyRefusal.CycleDayInvalid("MONTHLY", 0, day))
                .FirstOrDefault(),
            SettlementCycleMethod.ManualDates { Dates.Count: 0 } => new PolicyRefusal.CycleWithoutDays("MANUAL_DATES"),
            SettlementCycleMethod.ManualDates manual => manual.Dates
                .Where(date => !ExistsInLeapYear(date))
                .Select(date => new PolicyRefusal.CycleDayInvalid("MANUAL_DATES", date.Month, date.Day))
                .FirstOrDefault(),
            _ => throw new System.Diagnostics.UnreachableException(Method.GetType().Name),
        };
    }

    /// <summary>The first day of the method on or after start date + lag, moved as the policy says.</summary>
    /// <param name="afterHolidayIfEarlier">If moving back would put it on or before the start date, move forward instead.</param>
    public DateOnly DateFor(DateOnly startDate, BusinessDays businessDays, bool afterHolidayIfEarlier)
    {
        var due = FirstOnOrAfter(startDate.AddDays(LagDays));
        switch (DatePolicy)
        {
            case SettlementDatePolicy.CalendarDay:
                return due;
            case SettlementDatePolicy.HolidayAfter:
                return businessDays.OnOrAfter(due);
            case SettlementDatePolicy.HolidayBefore:
                var before = businessDays.OnOrBefore(due);
                return afterHolidayIfEarlier && before <= startDate ? businessDays.OnOrAfter(due) : before;
            default:
                throw new System.Diagnostics.UnreachableException(DatePolicy.ToString());
        }
    }

    private DateOnly FirstOnOrAfter(DateOnly earliest) => Method switch
    {
        SettlementCycleMethod.Daily => earliest,
        SettlementCycleMethod.Weekly weekly => Enumerable.Range(0, 7)
            .Select(earliest.AddDays)
            .First(day => weekly.DaysOfWeek.Contains(day.DayOfWeek)),
        SettlementCycleMethod.Monthly monthly => Months(earliest)
            .SelectMany(month => monthly.DaysOfMonth.Select(day => DayIn(month.Year, month.Month, day)))
            .Where(day => day >= earliest)
            .Min(),
        SettlementCycleMethod.ManualDates manual => new[] { earliest.Year, earliest.Year + 1 }
            .SelectMany(year => manual.Dates.Select(date => DayIn(year, date.Month, date.Day)))
            .Where(day => day >= earliest)
            .Min(),
        _ => throw new System.Diagnostics.UnreachableException(Method.GetType().Name),
    };

    private static IEnumerable<DateOnly> Months(DateOnly earliest) =>
        new[] { new DateOnly(earliest.Year, earliest.Month, 1), new DateOnly(earliest.Year, earliest.Month, 1).AddMonths(1) };

    private static DateOnly DayIn(int year, int month, int day) =>
        new(year, month, Math.Min(day, DateTime.DaysInMonth(year, month)));

    private static bool ExistsInLeapYear(MonthAndDay date) =>
        date.Month is >= 1 and <= 12 && date.Day >= 1 && date.Day <= DateTime.DaysInMonth(2024, date.Month);
}
