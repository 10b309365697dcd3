using System.Collections.Concurrent;
using System.Globalization;

namespace Jeongsan.Domain.Calendar;

/// <summary>
/// Public holidays computed from 관공서의 공휴일에 관한 규정, with the days from which each rule holds, 2015 to 2049
/// (the lunar calendar of the framework ends in 2050). Sundays are not listed.
/// </summary>
public static class KoreanHolidays
{
    public const int YearMin = 2015;
    public const int YearMax = 2049;

    private static readonly ConcurrentDictionary<int, IReadOnlyDictionary<DateOnly, string>> Years = new();

    /// <summary>The Korean name of the public holiday on that day; null when it is none (or only a Sunday).</summary>
    public static string? NameOf(DateOnly day) => Of(day.Year).GetValueOrDefault(day);

    public static IReadOnlyDictionary<DateOnly, string> Of(int year)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, YearMin);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, YearMax);
        return Years.GetOrAdd(year, Compute);
    }

    private static SortedDictionary<DateOnly, string> Compute(int year)
    {
        var days = Regular(year).ToList();
        var holidays = new SortedDictionary<DateOnly, string>();
        foreach (var holiday in days.OrderBy(day => day.Date))
        {
            holidays.TryAdd(holiday.Date, holiday.Name);
        }

        foreach (var (date, name) in NamedDays.All.Where(named => named.Date.Year == year))
        {
            holidays.TryAdd(date, name);
        }

        AddSubstitutes(days, holidays);
        return holidays;
    }

    /// <summary>제3조: each holiday that is lost is given back on the first following day that is no holiday.</summary>
    private static void AddSubstitutes(List<Holiday> days, SortedDictionary<DateOnly, string> holidays)
    {
        foreach (var lost in days.Where(day => IsLost(day, days)).OrderBy(day => day.Date).DistinctBy(day => (day.Date, day.Group)))
        {
            var substitute = lost.Date.AddDays(1);
            while (substitute.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || holidays.ContainsKey(substitute))
            {
                substitute = substitute.AddDays(1);
            }

            holidays.Add(substitute, $"대체공휴일({lost.Group})");
        }
    }

    private static bool IsLost(Holiday day, List<Holiday> days)
    {
        if (day.Substitution == Substitution.None)
        {
            return false;
        }

        var onWeekend = day.Date.DayOfWeek == DayOfWeek.Sunday
            || (day.Substitution == Substitution.SaturdayAndSunday && day.Date.DayOfWeek == DayOfWeek.Saturday);
        // Two holidays on one weekday cost one day: the later-listed one is given back, and only once.
        var meetsAnother = day.Date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
            && days.TakeWhile(other => other != day).Any(other => other.Date == day.Date);
        return onWeekend || meetsAnother;
    }

    private static IEnumerable<Holiday> Regular(int year)
    {
        yield return new(new(year, 1, 1), "신정", "신정", Substitution.None);
        foreach (var day in AroundLunar(year, 1, 1))
        {
            yield return new(day, "설날", "설날", Substitution.SundayOnly);
        }

        yield return new(new(year, 3, 1), "삼일절", "삼일절", NationalDay(year, 3, 1));
        if (year >= 2026)
        {
            yield return new(new(year, 5, 1), "노동절", "노동절", Substitution.SaturdayAndSunday);
        }

        yield return new(new(year, 5, 5), "어린이날", "어린이날", Substitution.SaturdayAndSunday);
        yield return new(Lunar(year, 4, 8), "부처님 오신 날", "부처님 오신 날", year >= 2023 ? Substitution.SaturdayAndSunday : Substitution.None);
        yield return new(new(year, 6, 6), "현충일", "현충일", Substitution.None);
        if (year >= 2026)
        {
            yield return new(new(year, 7, 17), "제헌절", "제헌절", Substitution.SaturdayAndSunday);
        }

        yield return new(new(year, 8, 15), "광복절", "광복절", NationalDay(year, 8, 15));
        yield return new(new(year, 10, 3), "개천절", "개천절", NationalDay(year, 10, 3));
        yield return new(new(year, 10, 9), "한글날", "한글날", NationalDay(year, 10, 9));
        foreach (var day in AroundLunar(year, 8, 15))
        {
            yield return new(day, "추석", "추석", Substitution.SundayOnly);
        }

        yield return new(new(year, 12, 25), "기독탄신일", "기독탄신일", year >= 2023 ? Substitution.SaturdayAndSunday : Substitution.None);
    }

    /// <summary>National days have had substitutes since 15 August 2021.</summary>
    private static Substitution NationalDay(int year, int month, int day) =>
        new DateOnly(year, month, day) >= new DateOnly(2021, 8, 15) ? Substitution.SaturdayAndSunday : Substitution.None;

    private static IEnumerable<DateOnly> AroundLunar(int year, int month, int day)
    {
        var middle = Lunar(year, month, day);
        return [middle.AddDays(-1), middle, middle.AddDays(1)];
    }

    /// <summary>The lunar date in that lunar year; a leap month shifts the calendar's own month numbers by one.</summary>
    private static DateOnly Lunar(int year, int month, int day)
    {
        var calendar = new KoreanLunisolarCalendar();
        var leapMonth = calendar.GetLeapMonth(year);
        var number = leapMonth > 0 && month >= leapMonth ? month + 1 : month;
        return DateOnly.FromDateTime(calendar.ToDateTime(year, number, day, 0, 0, 0, 0));
    }

    private enum Substitution
    {
        None,
        SundayOnly,
        SaturdayAndSunday,
    }

    private sealed record Holiday(DateOnly Date, string Name, string Group, Substitution Substitution);
}
