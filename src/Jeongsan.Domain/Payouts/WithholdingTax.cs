using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;

namespace Jeongsan.Domain.Payouts;

public readonly record struct WithheldTax(Won IncomeTax, Won LocalIncomeTax)
{
    public static WithheldTax None => default;
}

/// <param name="DeemedExpenses">필요경비, of what is paid.</param>
/// <param name="IncomeTax">Of the rest.</param>
public readonly record struct WithholdingRates(Rate DeemedExpenses, Rate IncomeTax);

/// <summary>원천징수: what is kept back from a payment to a natural person, by the rule of the day of payment.</summary>
public static class WithholdingTax
{
    /// <summary>Newest last. A payment follows the last rule that held on its day.</summary>
    private static readonly IReadOnlyList<Rule> Rules =
    [
        // 소득세법 제129조 ① 3: 3 %; 제86조: not collected below 1,000 won.
        new(WithheldIncome.Business, DateOnly.MinValue, Rate.OfPercent(0), Rate.OfPercent(3), Won.Zero, new Won(1_000)),
        // 제86조 as amended: the exemption no longer covers 인적용역 since 2024-07-01.
        new(WithheldIncome.Business, new(2024, 7, 1), Rate.OfPercent(0), Rate.OfPercent(3), Won.Zero, Won.Zero),
        // 기타소득: 60 % deemed expenses (시행령 제87조), 20 % of the rest; none up to 50,000 won a payment (제84조).
        new(WithheldIncome.Other, DateOnly.MinValue, Rate.OfPercent(60), Rate.OfPercent(20), new Won(50_000), Won.Zero),
    ];

    /// <param name="paid">All that is paid before tax; zero or less withholds nothing.</param>
    public static WithheldTax On(Won paid, WithheldIncome income, DateOnly paymentDate)
    {
        var rule = Rules.Last(rule => rule.Income == income && rule.From <= paymentDate);
        var taxable = paid - paid.MulFloor(rule.DeemedExpenses);
        if (paid <= Won.Zero || taxable <= rule.ExemptUpTo)
        {
            return WithheldTax.None;
        }

        // 국고금관리법 제47조 ①: each tax is cut below ten won.
        var incomeTax = CutBelowTen(taxable.MulFloor(rule.IncomeTax));
        return incomeTax < rule.NotCollectedBelow
            ? WithheldTax.None
            : new WithheldTax(incomeTax, CutBelowTen(incomeTax.MulFloor(Rate.OfPercent(10))));
    }

    /// <summary>The rates of the rule that held on that day.</summary>
    public static WithholdingRates RatesOn(WithheldIncome income, DateOnly day)
    {
        var rule = Rules.Last(rule => rule.Income == income && rule.From <= day);
        return new WithholdingRates(rule.DeemedExpenses, rule.IncomeTax);
    }

    private static Won CutBelowTen(Won amount) => new(amount.Value / 10 * 10);

    /// <param name="ExemptUpTo">Nothing is withheld while the taxable rest is at most this.</param>
    /// <param name="NotCollectedBelow">An income tax below this is not collected (소액부징수).</param>
    private sealed record Rule(WithheldIncome Income, DateOnly From, Rate DeemedExpenses, Rate IncomeTax, Won ExemptUpTo, Won NotCollectedBelow);
}
