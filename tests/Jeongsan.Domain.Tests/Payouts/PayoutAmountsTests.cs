using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;
using Xunit;

namespace Jeongsan.Domain.Tests.Payouts;

public sealed class PayoutAmountsTests
{
    private static readonly PayoutRules Gross = new(SettlementAmountType.Gross, true, new DateOnly(2026, 9, 10));
    private static readonly PayoutRules Net = Gross with { SettlementAmountType = SettlementAmountType.Net };

    private static PayoutAmounts Of(PartnerType type, long settlement, long taxFree, PayoutRules rules) =>
        PayoutAmounts.Of(type, new Won(settlement), new Won(taxFree), rules);

    // Published: 1,000,000 → 967,000; with NET 1,063,700.
    [Fact]
    public void Of_WithheldPerson_IsThePublishedAmount()
    {
        Assert.Equal(967_000, Of(new PartnerType.WhtPayer(null), 1_000_000, 0, Gross).Payout.Value);
        Assert.Equal(1_063_700, Of(new PartnerType.WhtPayer(null), 1_000_000, 0, Net).Payout.Value);
    }

    [Fact]
    public void Of_WithheldPersonWhoFilesAlone_IsPaidInFull() =>
        Assert.Equal(1_000_000, Of(new PartnerType.WhtPayer(null), 1_000_000, 0, Gross with { DeductWht = false }).Payout.Value);

    [Theory]
    [InlineData(TaxationType.Normal, true, 111_000, 11_000, 90_909, 9_091, 11_000, 111_000)]
    [InlineData(TaxationType.Normal, false, 111_000, 11_000, 100_000, 10_000, 11_000, 121_000)]
    [InlineData(TaxationType.SimpleTaxInvoiceIssuer, true, 110_000, 0, 100_000, 10_000, 0, 110_000)]
    [InlineData(TaxationType.Simple, false, 110_000, 0, 110_000, 0, 0, 110_000)]
    [InlineData(TaxationType.TaxFree, false, 110_000, 0, 0, 0, 110_000, 110_000)]
    public void Of_Business_ChargesVatAsItsTaxationSays(TaxationType taxation, bool isGross, long settlement, long taxFree, long supply, long vat, long taxFreePaid, long payout)
    {
        var amounts = Of(Sample.Business(taxation), settlement, taxFree, isGross ? Gross : Net);
        Assert.Equal((supply, vat, taxFreePaid, payout), (amounts.Supply.Value, amounts.Vat.Value, amounts.TaxFree.Value, amounts.Payout.Value));
    }

    // 소득세법 제129조 ① 3, 국고금관리법 제47조 ①, and the end of 소액부징수 on 2024-07-01.
    [Theory]
    [InlineData(1_000_000, "2026-09-10", 30_000, 3_000)]
    [InlineData(123_456, "2026-09-10", 3_700, 370)]
    [InlineData(33_333, "2026-09-10", 990, 90)]
    [InlineData(33_333, "2024-07-01", 990, 90)]
    [InlineData(33_333, "2024-06-30", 0, 0)]
    [InlineData(33_334, "2024-06-30", 1_000, 100)]
    [InlineData(-1_000_000, "2026-09-10", 0, 0)]
    public void On_BusinessIncome_IsTheRuleOfThatDay(long paid, string day, long incomeTax, long localIncomeTax) =>
        Assert.Equal(new WithheldTax(new Won(incomeTax), new Won(localIncomeTax)), WithholdingTax.On(new Won(paid), WithheldIncome.Business, Sample.Day(day)));

    // 기타소득: 8.8 % of the gross; none while 40 % of it is 50,000 won or less.
    [Theory]
    [InlineData(1_000_000, 80_000, 8_000)]
    [InlineData(125_000, 0, 0)]
    [InlineData(125_010, 10_000, 1_000)]
    public void On_OtherIncome_TakesDeemedExpensesOffFirst(long paid, long incomeTax, long localIncomeTax) =>
        Assert.Equal(new WithheldTax(new Won(incomeTax), new Won(localIncomeTax)), WithholdingTax.On(new Won(paid), WithheldIncome.Other, new DateOnly(2026, 9, 10)));

    [Theory]
    [InlineData("13:55:00+09:00", typeof(PayoutRefusal.ScheduleNotOnStep))]
    [InlineData("00:50:00+09:00", typeof(PayoutRefusal.ScheduleInPast))]
    [InlineData("22:50:00+09:00", typeof(PayoutRefusal.ScheduleInMaintenance))]
    [InlineData("22:40:00+09:00", null)]
    public void Check_Schedule_FollowsStepsAndMaintenance(string time, Type? refusal)
    {
        var at = DateTimeOffset.ParseExact($"2026-09-10T{time}", "yyyy-MM-dd'T'HH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture);
        var now = new DateTimeOffset(2026, 9, 10, 9, 0, 0, TimeSpan.FromHours(9));
        Assert.Equal(refusal, PayoutSchedule.Check(at, now, 0)?.GetType());
    }

    [Fact]
    public void Choose_StatedThenDefaultThenCutName_IsTheMemo()
    {
        Assert.Equal("급여", BankMemo.Choose("급여", "기본", "이름"));
        Assert.Equal("기본", BankMemo.Choose(null, "기본", "이름"));
        Assert.Equal("가나다라마바사", BankMemo.Choose(null, null, "가나다라마바사아자"));
        Assert.Equal(new PayoutRefusal.FieldTooLong("depositMemo", 16, 14), BankMemo.Check(null, "가나다라마바사아"));
    }
}
