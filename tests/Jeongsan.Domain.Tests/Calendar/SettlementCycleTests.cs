using CsCheck;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Policies;
using Xunit;

namespace Jeongsan.Domain.Tests.Calendar;

public sealed class SettlementCycleTests
{
    private static DateOnly DateFor(SettlementCycle cycle, string start, bool afterHolidayIfEarlier = false) =>
        cycle.DateFor(Sample.Day(start), BusinessDays.WithoutEdits, afterHolidayIfEarlier);

    // Published dates of contract A.
    [Theory]
    [InlineData("2023-08-11", "2023-08-31")]
    [InlineData("2023-09-01", "2023-09-27")]
    public void DateFor_ContractA_IsThePublishedDate(string start, string expected) =>
        Assert.Equal(Sample.Day(expected), DateFor(Sample.CycleA, start));

    // Published: monthly on the 10th with lag 10: orders of June settle on July 10; July 1 does not.
    [Theory]
    [InlineData("2026-06-01", "2026-07-10")]
    [InlineData("2026-06-30", "2026-07-10")]
    [InlineData("2026-07-01", "2026-08-10")]
    public void DateFor_MonthlyTenthLagTen_IsThePublishedDate(string start, string expected) =>
        Assert.Equal(Sample.Day(expected), DateFor(new(10, SettlementDatePolicy.CalendarDay, new SettlementCycleMethod.Monthly([10])), start));

    // Published: weekly on Thursday with lag 4: Monday's order does not settle in the same week.
    [Fact]
    public void DateFor_WeeklyThursdayLagFour_MondaySettlesInTheNextWeek() =>
        Assert.Equal(new DateOnly(2026, 9, 17), DateFor(new(4, SettlementDatePolicy.CalendarDay, new SettlementCycleMethod.Weekly([DayOfWeek.Thursday])), "2026-09-07"));

    [Theory]
    [InlineData(SettlementDatePolicy.HolidayBefore, "2026-09-23")]
    [InlineData(SettlementDatePolicy.HolidayAfter, "2026-09-28")]
    [InlineData(SettlementDatePolicy.CalendarDay, "2026-09-25")]
    public void DateFor_OnChuseok_MovesAsThePolicySays(SettlementDatePolicy policy, string expected) =>
        Assert.Equal(Sample.Day(expected), DateFor(new(2, policy, new SettlementCycleMethod.Daily()), "2026-09-23"));

    [Theory]
    [InlineData(false, "2026-09-23")]
    [InlineData(true, "2026-09-28")]
    public void DateFor_MovedBackToTheStart_MovesForwardWhenAsked(bool afterHolidayIfEarlier, string expected) =>
        Assert.Equal(Sample.Day(expected), DateFor(new(1, SettlementDatePolicy.HolidayBefore, new SettlementCycleMethod.Daily()), "2026-09-23", afterHolidayIfEarlier));

    [Theory]
    [InlineData("2027-02-01", "2027-02-28")]
    [InlineData("2028-02-01", "2028-02-29")]
    [InlineData("2026-03-20", "2026-05-15")]
    [InlineData("2026-12-30", "2027-02-28")]
    public void DateFor_ManualDates_IsTheNextOfThem(string start, string expected) =>
        Assert.Equal(Sample.Day(expected), DateFor(new(1, SettlementDatePolicy.CalendarDay, new SettlementCycleMethod.ManualDates([new(5, 15), new(2, 29)])), start));

    // The 30th of September 2026 is a Wednesday.
    [Theory]
    [InlineData(SettlementDatePolicy.HolidayBefore, "2026-09-29")]
    [InlineData(SettlementDatePolicy.HolidayAfter, "2026-10-01")]
    [InlineData(SettlementDatePolicy.CalendarDay, "2026-09-30")]
    public void DateFor_OnATemporaryHoliday_MovesAsThePolicySays(SettlementDatePolicy policy, string expected)
    {
        var edited = new BusinessDays(new HolidayEdits(new Dictionary<DateOnly, string> { [new(2026, 9, 30)] = "임시공휴일" }, new HashSet<DateOnly>()));
        Assert.Equal(Sample.Day(expected), (Sample.CycleA with { DatePolicy = policy }).DateFor(new(2026, 9, 1), edited, true));
        Assert.Equal("임시공휴일", edited.ClosedBecause(new(2026, 9, 30)));
    }

    [Fact]
    public void DateFor_OnAHolidayTakenBack_IsNotMoved()
    {
        var edited = new BusinessDays(new HolidayEdits(new Dictionary<DateOnly, string>(), new HashSet<DateOnly> { new(2026, 9, 25) }));
        Assert.Equal(new DateOnly(2026, 9, 25), new SettlementCycle(2, SettlementDatePolicy.HolidayBefore, new SettlementCycleMethod.Daily()).DateFor(new(2026, 9, 23), edited, true));
    }

    [Fact]
    public void DateFor_AnyCycle_IsNeverBeforeStartPlusLagUnlessMovedBack() =>
        Gen.Select(Gen.Int[0, 4000], Gen.Int[1, 10], Gen.Int[1, 31].Array[1, 4], Gen.Bool).Sample((offset, lag, days, isAfter) =>
        {
            var start = new DateOnly(2020, 1, 1).AddDays(offset);
            var cycle = new SettlementCycle(lag, isAfter ? SettlementDatePolicy.HolidayAfter : SettlementDatePolicy.HolidayBefore, new SettlementCycleMethod.Monthly(days));
            var moved = cycle.DateFor(start, BusinessDays.WithoutEdits, true);
            return BusinessDays.WithoutEdits.IsBusinessDay(moved) && moved > start;
        });

    [Fact]
    public void Check_LagElevenDays_IsRefusedAsLagDaysOutOfRange() =>
        Assert.Equal(new PolicyRefusal.LagDaysOutOfRange(11, 1, 10), (Sample.CycleA with { LagDays = 11 }).Check());

    [Fact]
    public void Check_NoDays_IsRefusedAsCycleWithoutDays() =>
        Assert.IsType<PolicyRefusal.CycleWithoutDays>((Sample.CycleA with { Method = new SettlementCycleMethod.Weekly([]) }).Check());

    [Theory]
    [InlineData(2, 30)]
    [InlineData(13, 1)]
    [InlineData(4, 31)]
    public void Check_DayThatNoYearHas_IsRefusedAsCycleDayInvalid(int month, int day) =>
        Assert.Equal(new PolicyRefusal.CycleDayInvalid("MANUAL_DATES", month, day), (Sample.CycleA with { Method = new SettlementCycleMethod.ManualDates([new(month, day)]) }).Check());
}
