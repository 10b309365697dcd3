using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.TaxInvoices;
using Xunit;

namespace Jeongsan.Domain.Tests.TaxInvoices;

public sealed class DeadlineTests
{
    private static readonly BusinessDays Days = BusinessDays.WithoutEdits;

    // 부가가치세법 제34조 ③: the 10th of the month after, or the next business day.
    [Theory]
    [InlineData("2026-01-31", "2026-02-10")]
    [InlineData("2026-09-30", "2026-10-12")]
    [InlineData("2026-12-31", "2027-01-11")]
    [InlineData("2026-04-30", "2026-05-11")]
    public void For_WriteDate_IsTheTenthOfTheNextMonthOrLater(string writeDate, string deadline) =>
        Assert.Equal(Sample.Day(deadline), IssueDeadline.For(Sample.Day(writeDate), Days));

    // 시행령 제68조 ⑦: the day after issue; sent at 15:00 in Seoul.
    [Theory]
    [InlineData("2026-09-23T05:00:00", "2026-09-28T06:00:00")]
    [InlineData("2026-09-01T14:59:59", "2026-09-02T06:00:00")]
    [InlineData("2026-09-01T15:00:00", "2026-09-03T06:00:00")]
    public void SendingAt_IssuedThen_IsTheNextBusinessDayAtThree(string issuedUtc, string sentUtc) =>
        Assert.Equal(Utc(sentUtc), IssueDeadline.SendingAt(Utc(issuedUtc), Days));

    // 부가가치세법 제60조 ② and ⑦, on 10,000,000 won supplied in September 2026 (final return: 2027-01-25).
    [Theory]
    [InlineData("2026-10-12", "2026-10-13", LatePenaltyReason.None, 0, 0)]
    [InlineData("2026-10-13", "2026-10-14", LatePenaltyReason.IssuedLate, 100_000, 50_000)]
    [InlineData("2027-01-25", "2027-01-26", LatePenaltyReason.IssuedLate, 100_000, 50_000)]
    [InlineData("2027-01-26", "2027-01-27", LatePenaltyReason.NotIssued, 200_000, 0)]
    [InlineData("2026-10-07", "2026-10-08", LatePenaltyReason.None, 0, 0)]
    [InlineData("2026-10-07", "2026-10-12", LatePenaltyReason.SentLate, 30_000, 0)]
    [InlineData("2026-10-07", "2027-01-26", LatePenaltyReason.NotSent, 50_000, 0)]
    public void Of_TaxableSupply_IsThePenaltyOfTheLaw(string issued, string sent, LatePenaltyReason reason, long supplier, long recipient)
    {
        var penalty = LatePenalty.Of(TaxInvoiceTaxation.Taxable, new Won(-10_000_000), new DateOnly(2026, 9, 30), Sample.Day(issued), Sample.Day(sent), Sample.Day(sent), Days);
        Assert.Equal((reason, supplier, recipient), (penalty.Reason, penalty.Supplier.Value, penalty.Recipient.Value));
        Assert.Equal(reason != LatePenaltyReason.NotIssued, penalty.RecipientDeducts);
    }

    [Fact]
    public void Of_NotIssuedYet_IsThePenaltyOfToday() =>
        Assert.Equal(
            LatePenaltyReason.IssuedLate,
            LatePenalty.Of(TaxInvoiceTaxation.Taxable, new Won(1), new DateOnly(2026, 9, 30), null, null, new DateOnly(2026, 10, 13), Days).Reason);

    private static DateTimeOffset Utc(string text) =>
        new(DateTime.ParseExact(text, "yyyy-MM-dd'T'HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture), TimeSpan.Zero);
}
