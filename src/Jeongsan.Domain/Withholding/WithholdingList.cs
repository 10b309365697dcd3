using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;

namespace Jeongsan.Domain.Withholding;

/// <summary>Who was paid. The resident number (주민등록번호) isn't held.</summary>
public sealed record WithheldPerson(PartnerId Id, string Name, DateOnly? Birthdate);

/// <summary>What one person was paid in one month as one kind of income.</summary>
/// <param name="Month">1 to 12, of the period's year.</param>
/// <param name="Paid">Before tax.</param>
/// <param name="Expenses">필요경비, reckoned payment by payment.</param>
public sealed record WithheldSum(PartnerId PartnerId, WithheldIncome Income, int Month, int PaymentCount, Won Paid, Won Expenses, Won IncomeTax, Won LocalIncomeTax);

/// <summary>One person's line of the list: all that was paid within the period as one kind of income.</summary>
/// <param name="Number">일련번호, from 1.</param>
public sealed record WithholdingRow(int Number, WithheldPerson Person, WithheldIncome Income, Rate Rate, int PaymentCount, Won Paid, Won Expenses, Won IncomeTax, Won LocalIncomeTax)
{
    /// <summary>소득금액: what the rate is taken from.</summary>
    public Won Taxable => Paid - Expenses;

    /// <summary>실지급액.</summary>
    public Won Net => Paid - IncomeTax - LocalIncomeTax;
}

/// <summary>A line of 원천징수이행상황신고서. Its tax is the income tax; local income tax is reported to the municipality.</summary>
public sealed record WithholdingLine(WithheldIncome Income, int PersonCount, int PaymentCount, Won Paid, Won IncomeTax, Won LocalIncomeTax)
{
    /// <summary>A25: 사업소득 매월징수. A42: 기타소득 그 외.</summary>
    public string Code => Income switch
    {
        WithheldIncome.Business => "A25",
        WithheldIncome.Other => "A42",
        _ => throw new System.Diagnostics.UnreachableException(Income.ToString()),
    };
}

/// <summary>What is reported of one month, and by when.</summary>
public sealed record WithholdingMonth(int Month, IReadOnlyList<WithholdingLine> Lines, WithholdingDeadlines Deadlines);

/// <summary>Payments to withheld persons that the list leaves out, because nothing was withheld from them.</summary>
/// <param name="NotDeductedCount">Paid while the setting left the tax to the person.</param>
/// <param name="ForeignCurrencyCount">Their amounts aren't won.</param>
public readonly record struct LeftOutPayments(int NotDeductedCount, int ForeignCurrencyCount)
{
    public bool IsAny => NotDeductedCount + ForeignCurrencyCount > 0;
}

/// <summary>원천징수 목록 of a month or a year.</summary>
/// <param name="Rows">By name.</param>
/// <param name="Months">Those of the period in which something was paid; the month itself if one was asked for.</param>
public sealed record WithholdingList(WithholdingPeriod Period, IReadOnlyList<WithholdingRow> Rows, IReadOnlyList<WithholdingMonth> Months, LeftOutPayments LeftOut)
{
    /// <summary>The lines of all its months together; persons are counted once.</summary>
    public IReadOnlyList<WithholdingLine> Totals => [.. Rows.GroupBy(row => row.Income).OrderBy(group => group.Key).Select(group => new WithholdingLine(
        group.Key, group.Count(), group.Sum(row => row.PaymentCount), group.Total(row => row.Paid), group.Total(row => row.IncomeTax), group.Total(row => row.LocalIncomeTax)))];

    public static WithholdingList Of(
        WithholdingPeriod period, IReadOnlyCollection<WithheldSum> sums, IReadOnlyDictionary<PartnerId, WithheldPerson> persons, LeftOutPayments leftOut, BusinessDays businessDays)
    {
        var rows = sums.GroupBy(sum => (sum.PartnerId, sum.Income))
            .Select(group => (Person: persons.GetValueOrDefault(group.Key.PartnerId) ?? new WithheldPerson(group.Key.PartnerId, group.Key.PartnerId.Value, null), group.Key.Income, Sums: group))
            .OrderBy(row => row.Person.Name, StringComparer.Ordinal).ThenBy(row => row.Person.Id.Value, StringComparer.Ordinal).ThenBy(row => row.Income)
            .Select((row, index) => new WithholdingRow(
                index + 1, row.Person, row.Income, WithholdingTax.RatesOn(row.Income, new DateOnly(period.Year, row.Sums.Max(sum => sum.Month), 1)).IncomeTax, row.Sums.Sum(sum => sum.PaymentCount),
                row.Sums.Total(sum => sum.Paid), row.Sums.Total(sum => sum.Expenses), row.Sums.Total(sum => sum.IncomeTax), row.Sums.Total(sum => sum.LocalIncomeTax)));
        var months = sums.Select(sum => sum.Month).Concat(period.Month is { } only ? [only] : []).Distinct().Order()
            .Select(month => new WithholdingMonth(month, LinesOf([.. sums.Where(sum => sum.Month == month)]), WithholdingDeadlines.For(period.Year, month, businessDays)));
        return new(period, [.. rows], [.. months], leftOut);
    }

    private static IReadOnlyList<WithholdingLine> LinesOf(IReadOnlyCollection<WithheldSum> sums) => [.. sums.GroupBy(sum => sum.Income).OrderBy(group => group.Key).Select(group => new WithholdingLine(
        group.Key, group.Count(), group.Sum(sum => sum.PaymentCount), group.Total(sum => sum.Paid), group.Total(sum => sum.IncomeTax), group.Total(sum => sum.LocalIncomeTax)))];
}
