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
    [InlineData("2027-01-26", "2027-01-27", LatePenaltyReason.NotIssued, 200_000, 50_000)]
    [InlineData("2028-01-25", "2028-01-26", LatePenaltyReason.NotIssued, 200_000, 50_000)]
    [InlineData("2028-01-26", "2028-01-27", LatePenaltyReason.NotIssued, 200_000, 0)]
    [InlineData("2026-10-07", "2026-10-08", LatePenaltyReason.None, 0, 0)]
    [InlineData("2026-10-07", "2026-10-12", LatePenaltyReason.SentLate, 30_000, 0)]
    [InlineData("2026-10-07", "2027-01-26", LatePenaltyReason.NotSent, 50_000, 0)]
    public void Of_TaxableSupply_IsThePenaltyOfTheLaw(string issued, string sent, LatePenaltyReason reason, long supplier, long recipient)
    {
        var penalty = LatePenalty.Of(TaxInvoiceTaxation.Taxable, new Won(-10_000_000), new DateOnly(2026, 9, 30), Sample.Day(issued), Sample.Day(sent), Sample.Day(sent), Days);
        Assert.Equal((reason, supplier, recipient), (penalty.Reason, penalty.Supplier.Value, penalty.Recipient.Value));
        // 시행령 제75조 no. 7: within a year after the final return.
        Assert.Equal(Sample.Day(issued) <= new DateOnly(2028, 1, 25), penalty.RecipientDeducts);
    }

    // 소득세법 제81조의10, 법인세법 제75조의8: 계산서 of 10,000,000 won.
    [Theory]
    [InlineData("2026-10-13", "2026-10-14", LatePenaltyReason.IssuedLate, 50_000)]
    [InlineData("2027-01-26", "2027-01-27", LatePenaltyReason.NotIssued, 100_000)]
    [InlineData("2026-10-07", "2026-10-12", LatePenaltyReason.SentLate, 30_000)]
    [InlineData("2026-10-07", "2027-01-26", LatePenaltyReason.NotSent, 50_000)]
    public void Of_TaxFreeSupply_IsTheSuppliersOnly(string issued, string sent, LatePenaltyReason reason, long supplier)
    {
        var penalty = LatePenalty.Of(TaxInvoiceTaxation.Free, new Won(10_000_000), new DateOnly(2026, 9, 30), Sample.Day(issued), Sample.Day(sent), Sample.Day(sent), Days);
        Assert.Equal((reason, supplier, 0, false), (penalty.Reason, penalty.Supplier.Value, penalty.Recipient.Value, penalty.RecipientDeducts));
        Assert.Contains("법인세법 제75조의8", Assert.Single(penalty.Explain()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-10-13", "2026-10-14", "제60조 제2항 제1호", "제60조 제7항 제1호")]
    [InlineData("2027-01-26", "2027-01-27", "제60조 제2항 제2호", "시행령 제75조 제7호")]
    [InlineData("2028-01-26", "2028-01-27", "제60조 제2항 제2호", "매입세액을 공제받지 못합니다. (부가가치세법 제39조 제1항 제2호)")]
    [InlineData("2026-10-07", "2026-10-12", "제60조 제2항 제3호", null)]
    [InlineData("2026-10-07", "2027-01-26", "제60조 제2항 제4호", null)]
    public void Explain_EachPenalty_NamesTheArticleOfEachSide(string issued, string sent, string supplier, string? recipient)
    {
        var penalty = LatePenalty.Of(TaxInvoiceTaxation.Taxable, new Won(10_000_000), new DateOnly(2026, 9, 30), Sample.Day(issued), Sample.Day(sent), Sample.Day(sent), Days);
        var sentences = penalty.Explain();
        Assert.Contains(supplier, sentences[0], StringComparison.Ordinal);
        Assert.Contains($"{penalty.Supplier.Value:#,0}원", sentences[0], StringComparison.Ordinal);
        Assert.Equal(recipient is null ? 1 : 2, sentences.Count);
        if (recipient is not null) Assert.Contains(recipient, sentences[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_InTime_IsSilent() =>
        Assert.Empty(LatePenalty.Of(TaxInvoiceTaxation.Taxable, new Won(1), new DateOnly(2026, 9, 30), new(2026, 10, 7), new(2026, 10, 8), new(2026, 10, 8), Days).Explain());

    [Fact]
    public void Of_NotIssuedYet_IsThePenaltyOfToday() =>
        Assert.Equal(
            LatePenaltyReason.IssuedLate,
            LatePenalty.Of(TaxInvoiceTaxation.Taxable, new Won(1), new DateOnly(2026, 9, 30), null, null, new DateOnly(2026, 10, 13), Days).Reason);

    // 부가가치세법 제60조 ② 2 단서, ② 5, ③, on 10,000,000 won; of an overstated one on what was too much.
    [Theory]
    [InlineData(InvoiceFault.RequiredItemWrong, 100_000, 0, "제60조 제2항 제5호", null)]
    [InlineData(InvoiceFault.OnPaper, 100_000, 0, "제60조 제2항 제2호 가목", null)]
    [InlineData(InvoiceFault.OwnOtherPlace, 100_000, 0, "제60조 제2항 제2호 나목", null)]
    [InlineData(InvoiceFault.NoSupply, 300_000, 300_000, "제60조 제3항 제1호", "제60조 제3항 제2호")]
    [InlineData(InvoiceFault.AnothersName, 200_000, 200_000, "제60조 제3항 제3호", "제60조 제3항 제4호")]
    [InlineData(InvoiceFault.Overstated, 200_000, 200_000, "제60조 제3항 제5호", "제60조 제3항 제6호")]
    public void Of_EachFault_IsThePenaltyOfBothSidesWithTheArticle(InvoiceFault fault, long supplier, long recipient, string supplierArticle, string? recipientArticle)
    {
        var penalty = FaultPenalty.Of(fault, new Won(-10_000_000));
        Assert.Equal((supplier, recipient), (penalty.Supplier.Value, penalty.Recipient.Value));
        var sentences = penalty.Explain();
        Assert.Equal(recipientArticle is null ? 1 : 2, sentences.Count);
        Assert.Contains(supplierArticle, sentences[0], StringComparison.Ordinal);
        Assert.Contains($"{supplier:#,0}원", sentences[0], StringComparison.Ordinal);
        if (recipientArticle is not null) Assert.Contains(recipientArticle, sentences[1], StringComparison.Ordinal);
    }

    // Where ② 1 or ② 2 applies, ② 5 does not; where ② 5 applies, ② 3 and ② 4 do not.
    [Theory]
    [InlineData("2026-10-13", "2026-10-14", InvoiceFault.RequiredItemWrong, 100_000, 50_000, "제2항 제1호")]
    [InlineData("2027-01-26", "2027-01-27", InvoiceFault.RequiredItemWrong, 200_000, 50_000, "제2항 제2호")]
    [InlineData("2026-10-07", "2026-10-12", InvoiceFault.RequiredItemWrong, 100_000, 0, "제2항 제5호")]
    [InlineData("2026-10-07", "2027-01-26", InvoiceFault.RequiredItemWrong, 100_000, 0, "제2항 제5호")]
    [InlineData("2026-10-07", "2027-01-26", InvoiceFault.OnPaper, 100_000, 0, "제2항 제2호 가목")]
    [InlineData("2026-10-13", "2026-10-14", InvoiceFault.NoSupply, 300_000, 300_000, "제3항 제1호")]
    [InlineData("2026-10-07", "2026-10-12", null, 30_000, 0, "제2항 제3호")]
    public void Due_LateAndWrong_IsTheOneThatTheLawPutsFirst(string issued, string sent, InvoiceFault? fault, long supplier, long recipient, string article)
    {
        var supply = new Won(10_000_000);
        var late = LatePenalty.Of(TaxInvoiceTaxation.Taxable, supply, new DateOnly(2026, 9, 30), Sample.Day(issued), Sample.Day(sent), Sample.Day(sent), Days);
        var due = InvoicePenalties.Due(late, fault is { } wrong ? FaultPenalty.Of(wrong, supply) : null);
        Assert.Equal((supplier, recipient), (due.Supplier.Value, due.Recipient.Value));
        Assert.Contains(article, due.Explanation[0], StringComparison.Ordinal);
    }

    private static DateTimeOffset Utc(string text) =>
        new(DateTime.ParseExact(text, "yyyy-MM-dd'T'HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture), TimeSpan.Zero);
}
