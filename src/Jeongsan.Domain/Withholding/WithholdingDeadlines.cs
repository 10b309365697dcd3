using Jeongsan.Domain.Calendar;

namespace Jeongsan.Domain.Withholding;

/// <summary>By when what was withheld in a month is paid and reported. Both days included.</summary>
/// <param name="TaxPayment">원천징수이행상황신고와 납부.</param>
/// <param name="SimplifiedStatement">간이지급명세서.</param>
public readonly record struct WithholdingDeadlines(DateOnly TaxPayment, DateOnly SimplifiedStatement)
{
    public const int PaymentDayOfNextMonth = 10;

    /// <summary>Of those who pay each month; half-yearly payers (반기별 납부) have other days for the tax.</summary>
    public static WithholdingDeadlines For(int year, int month, BusinessDays businessDays)
    {
        var next = new DateOnly(year, month, 1).AddMonths(1);
        // 국세기본법 제5조 ①: a Saturday, Sunday, public holiday or Workers' Day moves a deadline to the next day that is none.
        return new(
            // 소득세법 제128조 ①: the 10th of the month after the month of withholding.
            businessDays.OnOrAfter(new DateOnly(next.Year, next.Month, PaymentDayOfNextMonth)),
            // 소득세법 제164조의3 ①: the last day of the month after the month of payment.
            businessDays.OnOrAfter(next.AddMonths(1).AddDays(-1)));
    }
}
