using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Withholding;
using Xunit;

namespace Jeongsan.Domain.Tests.Withholding;

public sealed class WithholdingListTests
{
    private static readonly BusinessDays Days = BusinessDays.WithoutEdits;

    // 소득세법 제128조 ①, 제164조의3 ①, 국세기본법 제5조 ① (Saturdays, holidays and Workers' Day move a deadline).
    [Theory]
    [InlineData(2026, 11, "2026-12-10", "2026-12-31")]
    [InlineData(2026, 12, "2027-01-11", "2027-02-01")] // Sundays.
    [InlineData(2026, 1, "2026-02-10", "2026-03-03")] // 28 February is a Saturday, 1 March a Sunday, 2 March its substitute.
    [InlineData(2026, 9, "2026-10-12", "2026-11-02")]
    [InlineData(2023, 3, "2023-04-10", "2023-05-02")] // 30 April is a Sunday, 1 May Workers' Day.
    [InlineData(2024, 1, "2024-02-13", "2024-02-29")] // Lunar New Year, and a leap year.
    public void Deadlines_OfAMonth_AreTheTenthAndTheLastDayOfTheNextOrLater(int year, int month, string tax, string statement) =>
        Assert.Equal(new WithholdingDeadlines(Sample.Day(tax), Sample.Day(statement)), WithholdingDeadlines.For(year, month, Days));

    [Fact]
    public void Deadlines_OnAHolidayThatOperatorsAdded_MoveFurther()
    {
        var edited = new BusinessDays(new HolidayEdits(new Dictionary<DateOnly, string> { [new(2026, 12, 10)] = "임시공휴일" }, new HashSet<DateOnly>()));
        Assert.Equal(new DateOnly(2026, 12, 11), WithholdingDeadlines.For(2026, 11, edited).TaxPayment);
    }

    // A month is one of Seoul: its last minute is 14:59 in UTC.
    [Theory]
    [InlineData("2026-10-31T14:59:59Z", false)]
    [InlineData("2026-10-31T15:00:00Z", true)]
    [InlineData("2026-11-30T14:59:00Z", true)]
    [InlineData("2026-11-30T15:01:00Z", false)]
    public void Month_BeginsAtMidnightInSeoul(string instant, bool isWithin)
    {
        var (november, at) = (WithholdingPeriod.OfMonth(2026, 11)!, DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(isWithin, november.From <= at && at < november.Until);
        Assert.Equal(isWithin, SeoulTime.DateOf(at).Month == 11);
    }

    [Theory]
    [InlineData("2026-11-26", "2026-10")]
    [InlineData("2026-01-01", "2025-12")]
    [InlineData("2026-03-31", "2026-02")]
    public void Before_ADay_IsTheMonthWhoseTaxIsDueNext(string day, string name) => Assert.Equal(name, WithholdingPeriod.Before(Sample.Day(day)).Name);

    [Fact]
    public void Periods_OutsideOfTheCalendar_AreNone()
    {
        Assert.Null(WithholdingPeriod.OfYear(KoreanHolidays.YearMax));
        Assert.Null(WithholdingPeriod.OfYear(KoreanHolidays.YearMin - 1));
        Assert.Null(WithholdingPeriod.OfMonth(2026, 13));
        Assert.Null(WithholdingPeriod.OfMonth(2026, 0));
        var last = WithholdingPeriod.OfYear(WithholdingPeriod.YearMax)!;
        Assert.Equal((1, 12, "2048"), (last.FirstMonth, last.LastMonth, last.Name));
        Assert.Equal(WithholdingPeriod.YearMax + 1, WithholdingDeadlines.For(last.Year, 12, Days).TaxPayment.Year);
    }

    // 1,000,000 → 30,000 + 3,000; 123,456 → 3,700 + 370; other income 1,000,000 → 80,000 + 8,000 on 400,000.
    [Fact]
    public void Of_GoldenPayments_AddsUpByPersonAndByLineOfTheForm()
    {
        var list = WithholdingList.Of(
            WithholdingPeriod.OfYear(2026)!,
            [
                Sum("b", WithheldIncome.Business, 1, 1_000_000), Sum("b", WithheldIncome.Business, 3, 123_456), Sum("a", WithheldIncome.Business, 3, 1_000_000),
                Sum("a", WithheldIncome.Other, 3, 1_000_000),
            ],
            new Dictionary<PartnerId, WithheldPerson>
            {
                [new("a")] = new(new("a"), "나래", new DateOnly(1990, 1, 2)),
                [new("b")] = new(new("b"), "가은", null),
            },
            default, Days);

        Assert.Equal(
            [
                (1, "가은", WithheldIncome.Business, 2, 1_123_456L, 0L, 33_700L, 3_370L, 1_086_386L),
                (2, "나래", WithheldIncome.Business, 1, 1_000_000L, 0L, 30_000L, 3_000L, 967_000L),
                (3, "나래", WithheldIncome.Other, 1, 1_000_000L, 600_000L, 80_000L, 8_000L, 912_000L),
            ],
            list.Rows.Select(row => (row.Number, row.Person.Name, row.Income, row.PaymentCount, row.Paid.Value, row.Expenses.Value, row.IncomeTax.Value, row.LocalIncomeTax.Value, row.Net.Value)));
        Assert.Equal([Rate.OfPercent(3), Rate.OfPercent(3), Rate.OfPercent(20)], list.Rows.Select(row => row.Rate));
        Assert.Equal([("A25", 2, 3, 2_123_456L, 63_700L, 6_370L), ("A42", 1, 1, 1_000_000L, 80_000L, 8_000L)], list.Totals.Select(Line));
        Assert.Equal([1, 3], list.Months.Select(month => month.Month));
        Assert.Equal([("A25", 1, 1, 1_000_000L, 30_000L, 3_000L)], list.Months[0].Lines.Select(Line));
        Assert.Equal([("A25", 2, 2, 1_123_456L, 33_700L, 3_370L), ("A42", 1, 1, 1_000_000L, 80_000L, 8_000L)], list.Months[1].Lines.Select(Line));
        Assert.Equal(new DateOnly(2026, 4, 10), list.Months[1].Deadlines.TaxPayment);
    }

    [Fact]
    public void Of_AMonthInWhichNothingWasPaid_StillHasItsDeadlines()
    {
        var list = WithholdingList.Of(WithholdingPeriod.OfMonth(2026, 11)!, [], new Dictionary<PartnerId, WithheldPerson>(), default, Days);
        Assert.Equal((0, 0, 11, 0), (list.Rows.Count, list.Totals.Count, list.Months.Single().Month, list.Months.Single().Lines.Count));
    }

    private static (string, int, int, long, long, long) Line(WithholdingLine line) =>
        (line.Code, line.PersonCount, line.PaymentCount, line.Paid.Value, line.IncomeTax.Value, line.LocalIncomeTax.Value);

    private static WithheldSum Sum(string partner, WithheldIncome income, int month, long paid)
    {
        var (amount, day) = (new Won(paid), new DateOnly(2026, month, 1));
        var tax = WithholdingTax.On(amount, income, day);
        return new(new(partner), income, month, 1, amount, amount.MulFloor(WithholdingTax.RatesOn(income, day).DeemedExpenses), tax.IncomeTax, tax.LocalIncomeTax);
    }
}
