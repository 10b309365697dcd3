using System.Globalization;

namespace Jeongsan.Domain.Calendar;

/// <summary>A calendar month of days in Seoul.</summary>
public readonly record struct SeoulMonth : IComparable<SeoulMonth>
{
    private const int YearMin = 2000;
    private const int YearMax = 2099;

    private SeoulMonth(DateOnly first) => First = first;

    public DateOnly First { get; }

    /// <summary>Included.</summary>
    public DateOnly Last => First.AddMonths(1).AddDays(-1);

    /// <summary>Its first instant.</summary>
    public DateTimeOffset From => SeoulTime.At(First, TimeOnly.MinValue);

    /// <summary>The first instant after it.</summary>
    public DateTimeOffset Until => SeoulTime.At(First.AddMonths(1), TimeOnly.MinValue);

    /// <summary><c>2026-11</c>.</summary>
    public string Name => First.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    public static SeoulMonth Of(DateOnly day) => new(new DateOnly(day.Year, day.Month, 1));

    /// <summary>Null for what is no month of this century, written as <see cref="Name"/> is.</summary>
    public static SeoulMonth? Parse(string? name) =>
        DateOnly.TryParseExact(name, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) && first.Year is >= YearMin and <= YearMax ? new(first) : null;

    public SeoulMonth Add(int months) => new(First.AddMonths(months));

    public int CompareTo(SeoulMonth other) => First.CompareTo(other.First);

    public override string ToString() => Name;

    public static bool operator <(SeoulMonth left, SeoulMonth right) => left.CompareTo(right) < 0;

    public static bool operator >(SeoulMonth left, SeoulMonth right) => left.CompareTo(right) > 0;

    public static bool operator <=(SeoulMonth left, SeoulMonth right) => left.CompareTo(right) <= 0;

    public static bool operator >=(SeoulMonth left, SeoulMonth right) => left.CompareTo(right) >= 0;
}
