namespace Jeongsan.Popbill.Emulator.Filing;

/// <summary>Holidays that no rule computes: elections at the end of a term, and days that the government named. New ones are set with PUT /emulator/holidays.</summary>
internal static class NamedDays
{
    public static readonly IReadOnlyList<DateOnly> All =
    [
        new(2015, 8, 14), new(2016, 4, 13), new(2016, 5, 6), new(2017, 5, 9), new(2017, 10, 2), new(2018, 6, 13), new(2020, 4, 15), new(2020, 8, 17), new(2022, 3, 9),
        new(2022, 6, 1), new(2023, 10, 2), new(2024, 4, 10), new(2024, 10, 1), new(2025, 1, 27), new(2025, 6, 3), new(2026, 6, 3),
    ];
}
