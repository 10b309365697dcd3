using Jeongsan.Domain.Calendar;

namespace Jeongsan.Domain.Withholding;

/// <summary>A month or a calendar year of days in Seoul, by which withheld tax is reported: what counts is the day of payment.</summary>
public sealed record WithholdingPeriod
{
    public const int YearMin = KoreanHolidays.YearMin;

    /// <summary>The deadlines of December fall in the next year, whose holidays must be known.</summary>
    public const int YearMax = KoreanHolidays.YearMax - 1;

    private WithholdingPeriod(int year, int? month) => (Year, Month) = (year, month);

    public int Year { get; }

    /// <summary>Null: the whole year.</summary>
    public int? Month { get; }

    public int FirstMonth => Month ?? 1;

    public int LastMonth => Month ?? 12;

    /// <summary>Included.</summary>
    public DateTimeOffset From => StartOf(FirstMonth);

    /// <summary>Not included.</summary>
    public DateTimeOffset Until => StartOf(LastMonth + 1);

    /// <summary><c>2026-11</c> or <c>2026</c>.</summary>
    public string Name => Month is { } month ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Year}-{month:00}") : Year.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Null outside of the years whose holidays are known.</summary>
    public static WithholdingPeriod? OfYear(int year) => year is >= YearMin and <= YearMax ? new(year, null) : null;

    /// <summary>Null outside of the years whose holidays are known, or if there is no such month.</summary>
    public static WithholdingPeriod? OfMonth(int year, int month) => year is >= YearMin and <= YearMax && month is >= 1 and <= 12 ? new(year, month) : null;

    /// <summary>The month before that day's: the one whose tax is due next.</summary>
    public static WithholdingPeriod Before(DateOnly today)
    {
        var last = today.AddMonths(-1);
        return new(Math.Clamp(last.Year, YearMin, YearMax), last.Month);
    }

    /// <summary>The first instant of a month of the year in Seoul, in UTC; 13 is the January after it.</summary>
    public DateTimeOffset StartOf(int month) => SeoulTime.At(new DateOnly(Year, 1, 1).AddMonths(month - 1), TimeOnly.MinValue);
}
