namespace Jeongsan.Domain.Calendar;

/// <summary>Holidays that no rule computes: elections at the end of a term, and days that the government named. Data, to be extended by operators.</summary>
internal static class NamedDays
{
    public static readonly IReadOnlyList<(DateOnly Date, string Name)> All =
    [
        (new(2015, 8, 14), "임시공휴일"),
        (new(2016, 4, 13), "국회의원 선거일"),
        (new(2016, 5, 6), "임시공휴일"),
        (new(2017, 5, 9), "대통령 선거일"),
        (new(2017, 10, 2), "임시공휴일"),
        (new(2018, 6, 13), "지방선거일"),
        (new(2020, 4, 15), "국회의원 선거일"),
        (new(2020, 8, 17), "임시공휴일"),
        (new(2022, 3, 9), "대통령 선거일"),
        (new(2022, 6, 1), "지방선거일"),
        (new(2023, 10, 2), "임시공휴일"),
        (new(2024, 4, 10), "국회의원 선거일"),
        (new(2024, 10, 1), "임시공휴일"),
        (new(2025, 1, 27), "임시공휴일"),
        (new(2025, 6, 3), "대통령 선거일"),
        (new(2026, 6, 3), "지방선거일"),
    ];
}
