namespace Jeongsan.Domain.Calendar;

/// <summary>Bank business days in Seoul: no Saturday, no Sunday, no public holiday, no 1 May.</summary>
public sealed class BusinessDays(HolidayEdits edits)
{
    public static BusinessDays WithoutEdits { get; } = new(HolidayEdits.None);

    /// <summary>Banks close on Workers' Day in every year, also before it became a public holiday in 2026.</summary>
    public bool IsBusinessDay(DateOnly day) => IsPublicBusinessDay(day) && day is not { Month: 5, Day: 1 };

    /// <summary>A day on which a legal deadline can end: neither Saturday nor a public holiday.</summary>
    public bool IsPublicBusinessDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
        && !edits.Added.ContainsKey(day)
        && (edits.Removed.Contains(day) || KoreanHolidays.NameOf(day) is null);

    /// <summary>Why banks are closed on that day, in Korean; null when they are open.</summary>
    public string? ClosedBecause(DateOnly day) =>
        IsBusinessDay(day) ? null
        : edits.Added.TryGetValue(day, out var added) ? added
        : KoreanHolidays.NameOf(day) ?? (day is { Month: 5, Day: 1 } ? "근로자의 날" : day.DayOfWeek == DayOfWeek.Saturday ? "토요일" : "일요일");

    public DateOnly OnOrAfter(DateOnly day) => Walk(day, 1, IsBusinessDay);

    public DateOnly OnOrBefore(DateOnly day) => Walk(day, -1, IsBusinessDay);

    /// <summary>The first business day after <paramref name="day"/>, that day not included.</summary>
    public DateOnly After(DateOnly day) => OnOrAfter(day.AddDays(1));

    /// <summary>Where a legal deadline ends that would fall on <paramref name="day"/>.</summary>
    public DateOnly LegalDeadline(DateOnly day) => Walk(day, 1, IsPublicBusinessDay);

    private static DateOnly Walk(DateOnly day, int step, Func<DateOnly, bool> isOpen)
    {
        while (!isOpen(day))
        {
            day = day.AddDays(step);
        }

        return day;
    }
}

/// <summary>What an operator corrects: holidays that the government names later, or takes back.</summary>
/// <param name="Added">Day → Korean name.</param>
public sealed record HolidayEdits(IReadOnlyDictionary<DateOnly, string> Added, IReadOnlySet<DateOnly> Removed)
{
    public static HolidayEdits None { get; } = new(new Dictionary<DateOnly, string>(), new HashSet<DateOnly>());
}
