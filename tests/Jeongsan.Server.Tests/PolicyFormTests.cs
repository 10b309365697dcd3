using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Policies;
using Jeongsan.Server.Console.Policies;

namespace Jeongsan.Server.Tests;

/// <summary>Contracts and policies between the domain and the fields that people fill in.</summary>
public sealed class PolicyFormTests
{
    public static TheoryData<SettlementCycleMethod, string> Methods => new()
    {
        { new SettlementCycleMethod.Daily(), "매일" },
        { new SettlementCycleMethod.Weekly([DayOfWeek.Sunday, DayOfWeek.Monday]), "매주 월·일요일" },
        { new SettlementCycleMethod.Monthly([31, 10]), "매월 10·말일" },
        { new SettlementCycleMethod.ManualDates([new MonthAndDay(3, 15), new MonthAndDay(9, 30)]), "해마다 3-15, 9-30" },
    };

    [Theory]
    [MemberData(nameof(Methods))]
    public void Cycle_ThroughItsForm_IsTheSameCycle(SettlementCycleMethod method, string words)
    {
        var cycle = new SettlementCycle(3, SettlementDatePolicy.HolidayAfter, method);

        var form = CycleForm.Of(cycle).Copy();

        Assert.Equal(words, form.MethodWords());
        Assert.True(CycleForm.IsSame(cycle, form.Read().Value));
        Assert.False(CycleForm.IsSame(cycle, cycle with { LagDays = 4 }));
    }

    [Theory]
    [InlineData("3-15, 9-30", 2)]
    [InlineData("3/15 9.30\n12월31일", 3)]
    [InlineData("2-29", 1)]
    public void Dates_AsPeopleWriteThem_AreRead(string dates, int count) =>
        Assert.Equal(count, Assert.IsType<SettlementCycleMethod.ManualDates>(new CycleForm { Kind = CycleKind.ManualDates, Dates = dates }.Read().Value.Method).Dates.Count);

    [Theory]
    [InlineData("삼월", 0, 0)]
    [InlineData("3-15-2", 0, 0)]
    [InlineData("2-30", 2, 30)]
    [InlineData("13-1", 13, 1)]
    public void Dates_ThatNoYearHas_AreRefusedAsCycleDayInvalid(string dates, int month, int day)
    {
        var refusal = Assert.IsType<PolicyRefusal.CycleDayInvalid>(new CycleForm { Kind = CycleKind.ManualDates, Dates = dates }.Read().Refusal);

        Assert.Equal((month, day), (refusal.Month, refusal.Day));
    }

    [Theory]
    [InlineData("7.5", 7_500)]
    [InlineData("0.001", 1)]
    [InlineData("100", 100_000)]
    public void Percent_ThroughItsForm_IsTheSameRate(string percent, int per100000)
    {
        var rate = new Rate(per100000);

        Assert.Equal(new Fee.FixedRate(rate), new FeeForm { Percent = decimal.Parse(percent, System.Globalization.CultureInfo.InvariantCulture) }.Read().Value);
        Assert.Equal($"주문 금액의 {percent}%", FeeForm.Of(new Fee.FixedRate(rate)).Words());
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(101)]
    [InlineData(1e20)]
    public void Percent_OutsideARate_IsRefusedAsRateOutOfRange(double percent) =>
        Assert.IsType<PolicyRefusal.RateOutOfRange>(new FeeForm { Percent = (decimal)percent }.Read().Refusal);
}
