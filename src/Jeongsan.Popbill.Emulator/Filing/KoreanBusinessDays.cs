using System.Collections.Frozen;
using System.Globalization;

namespace Jeongsan.Popbill.Emulator.Filing;

/// <summary>Days on which the filing service works: no weekends, no public holidays of 관공서의 공휴일에 관한 규정, no substitute days, no days that the government named.</summary>
internal static class KoreanBusinessDays
{
    private const int FirstYear = 2015;
    private const int YearsCount = 30;

    private static readonly KoreanLunisolarCalendar Lunar = new();

    /// <summary>By year: each issue asks several times.</summary>
    private static readonly FrozenSet<DateOnly>[] Known = [.. Enumerable.Range(FirstYear, YearsCount).Select(Find)];

    /// <param name="day">A day in Seoul.</param>
    /// <param name="named">Days closed beyond those known here; null for none.</param>
    public static bool IsOpen(DateOnly day, IReadOnlyCollection<DateOnly>? named = null) =>
        !IsWeekend(day) && !Holidays(day.Year).Contains(day) && !NamedDays.All.Contains(day) && named?.Contains(day) != true;

    public static DateOnly OnOrAfter(DateOnly day, IReadOnlyCollection<DateOnly>? named = null)
    {
        while (!IsOpen(day, named)) day = day.AddDays(1);
        return day;
    }

    public static DateOnly After(DateOnly day, IReadOnlyCollection<DateOnly>? named = null) => OnOrAfter(day.AddDays(1), named);

    private static FrozenSet<DateOnly> Holidays(int year) =>
        year is >= FirstYear and < FirstYear + YearsCount ? Known[year - FirstYear] : Find(year);

    private static FrozenSet<DateOnly> Find(int year)
    {
        var plain = new List<DateOnly> { new(year, 1, 1), new(year, 6, 6) };
        var weekendMoves = new List<DateOnly> { new(year, 3, 1), new(year, 8, 15), new(year, 10, 3), new(year, 10, 9), new(year, 5, 5), new(year, 12, 25), FromLunar(year, 4, 8) };
        if (year >= 2026) weekendMoves.AddRange([new(year, 5, 1), new(year, 7, 17)]);
        var newYear = FromLunar(year, 1, 1);
        var harvest = FromLunar(year, 8, 15);
        List<DateOnly> sundayMoves = [newYear.AddDays(-1), newYear, newYear.AddDays(1), harvest.AddDays(-1), harvest, harvest.AddDays(1)];

        var closed = new HashSet<DateOnly>([.. plain, .. weekendMoves, .. sundayMoves]);
        var met = new HashSet<DateOnly>();
        foreach (var day in weekendMoves.Concat(sundayMoves).Order().ToList())
        {
            // 제3조: a substitute when it falls on a Sunday (or, except 설날 and 추석, a Saturday), or meets another holiday on a weekday.
            var twice = !IsWeekend(day) && plain.Concat(weekendMoves).Concat(sundayMoves).Count(d => d == day) > 1;
            var moves = day.DayOfWeek == DayOfWeek.Sunday || (day.DayOfWeek == DayOfWeek.Saturday && weekendMoves.Contains(day)) || twice;
            // Two holidays that meet on a weekday are made up for by one day.
            if (!moves || (twice && !met.Add(day))) continue;
            var substitute = day.AddDays(1);
            while (closed.Contains(substitute) || IsWeekend(substitute)) substitute = substitute.AddDays(1);
            closed.Add(substitute);
        }
        return closed.ToFrozenSet();
    }

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static DateOnly FromLunar(int year, int month, int day)
    {
        // The calendar counts a leap month as a month of its own.
        var leap = Lunar.GetLeapMonth(year);
        return DateOnly.FromDateTime(Lunar.ToDateTime(year, leap > 0 && month >= leap ? month + 1 : month, day, 0, 0, 0, 0));
    }
}
