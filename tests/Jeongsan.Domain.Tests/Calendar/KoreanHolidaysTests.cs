using Jeongsan.Domain.Calendar;
using Xunit;

namespace Jeongsan.Domain.Tests.Calendar;

public sealed class KoreanHolidaysTests
{
    private static readonly BusinessDays Days = BusinessDays.WithoutEdits;

    // 관공서의 공휴일에 관한 규정 as published in the yearly calendars (월력요항) of the Korea Astronomy and Space Science Institute.
    [Theory]
    [InlineData("2023-09-28")]
    [InlineData("2023-09-29")]
    [InlineData("2023-09-30")]
    [InlineData("2023-10-01")]
    [InlineData("2023-10-02")]
    [InlineData("2023-10-03")]
    [InlineData("2023-05-29")]
    [InlineData("2024-02-12")]
    [InlineData("2024-05-06")]
    [InlineData("2025-01-27")]
    [InlineData("2025-03-03")]
    [InlineData("2025-05-06")]
    [InlineData("2025-10-08")]
    [InlineData("2026-03-02")]
    [InlineData("2026-05-01")]
    [InlineData("2026-05-25")]
    [InlineData("2026-06-03")]
    [InlineData("2026-07-17")]
    [InlineData("2026-08-17")]
    [InlineData("2026-10-05")]
    [InlineData("2020-08-17")]
    [InlineData("2021-08-16")]
    [InlineData("2021-10-04")]
    [InlineData("2021-10-11")]
    [InlineData("2022-10-10")]
    [InlineData("2029-05-07")]
    [InlineData("2027-07-19")]
    [InlineData("2022-03-09")]
    [InlineData("2022-06-01")]
    [InlineData("2024-04-10")]
    [InlineData("2024-10-01")]
    [InlineData("2025-06-03")]
    [InlineData("2025-05-01")]
    public void IsBusinessDay_Holiday_IsClosed(string day) => Assert.False(Days.IsBusinessDay(Sample.Day(day)));

    [Theory]
    // 추석 on a Saturday has no substitute.
    [InlineData("2026-09-28")]
    [InlineData("2023-09-27")]
    [InlineData("2023-10-04")]
    [InlineData("2025-07-17")]
    [InlineData("2025-10-10")]
    [InlineData("2022-12-26")]
    [InlineData("2020-03-02")]
    [InlineData("2020-10-05")]
    [InlineData("2021-06-07")]
    [InlineData("2022-05-09")]
    [InlineData("2024-07-17")]
    [InlineData("2026-06-08")]
    public void IsBusinessDay_Weekday_IsOpen(string day) => Assert.True(Days.IsBusinessDay(Sample.Day(day)));

    // Lunar dates: 설날, 부처님 오신 날, 추석 of each year.
    [Theory]
    [InlineData(2020, "2020-01-25", "2020-04-30", "2020-10-01")]
    [InlineData(2023, "2023-01-22", "2023-05-27", "2023-09-29")]
    [InlineData(2024, "2024-02-10", "2024-05-15", "2024-09-17")]
    [InlineData(2025, "2025-01-29", "2025-05-05", "2025-10-06")]
    [InlineData(2026, "2026-02-17", "2026-05-24", "2026-09-25")]
    public void Of_LunarHolidays_AreOnTheirDays(int year, string newYear, string buddha, string harvest)
    {
        var holidays = KoreanHolidays.Of(year);
        Assert.Equal("설날", holidays[Sample.Day(newYear)]);
        Assert.Contains(holidays[Sample.Day(buddha)], new[] { "부처님 오신 날", "어린이날" });
        Assert.Equal("추석", holidays[Sample.Day(harvest)]);
    }

    [Fact]
    public void Of_EveryYear_ComputesWithoutTwoHolidaysOnOneDay()
    {
        for (var year = KoreanHolidays.YearMin; year <= KoreanHolidays.YearMax; year++)
        {
            Assert.InRange(KoreanHolidays.Of(year).Count, 14, 26);
        }
    }

    [Fact]
    public void IsBusinessDay_OperatorAddsAndRemoves_Follows()
    {
        var days = new BusinessDays(new HolidayEdits(
            new Dictionary<DateOnly, string> { [new(2026, 11, 2)] = "임시공휴일" },
            new HashSet<DateOnly> { new(2026, 10, 9) }));
        Assert.False(days.IsBusinessDay(new(2026, 11, 2)));
        Assert.Equal("임시공휴일", days.ClosedBecause(new(2026, 11, 2)));
        Assert.True(days.IsBusinessDay(new(2026, 10, 9)));
    }
}
