using Jeongsan.Domain.Money;
using Jeongsan.Domain.Transfers;

namespace Jeongsan.Domain.Policies.Formulas;

/// <summary>What the names in a formula stand for at one evaluation.</summary>
/// <param name="Amounts">Of the order or line, as far as they are known. A VAT that the merchant bears is 0 here: it is not the partner's.</param>
/// <param name="Fee">The rate or amount that the contract or policy fixes.</param>
/// <param name="Quantity">Pieces of the line, or of the whole order; 1 for an order by total.</param>
public sealed record FormulaInputs(SettlementAmounts Amounts, Fee? Fee, int Quantity, IReadOnlyList<SettlementParameter> Parameters)
{
    /// <summary>Results of the user-defined formulas that came before.</summary>
    internal IReadOnlyDictionary<string, Won>? Earlier { get; init; }

    public decimal ValueOf(string name) => name switch
    {
        FormulaVariables.FixedRate => Fee is Fee.FixedRate rate ? (decimal)rate.Rate.Per100000 / Rate.Whole : 0,
        FormulaVariables.FixedAmount => Fee is Fee.FixedAmount amount ? amount.Amount.Value : 0,
        FormulaVariables.Quantity => Quantity,
        _ when FormulaVariables.AmountOf(name) is { } amountOf => amountOf(Amounts).Value,
        _ when Earlier?.TryGetValue(name, out var result) == true => result.Value,
        _ => ValueOf(Parameters.First(parameter => parameter.Key == name)),
    };

    public static decimal ValueOf(SettlementParameter parameter)
    {
        decimal value = parameter.Unscaled;
        for (var digit = 0; digit < parameter.Scale; digit++)
        {
            value /= 10;
        }

        return value;
    }
}
