using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Policies.Formulas;

namespace Jeongsan.Domain.Transfers;

/// <summary>
/// What a cancellation takes back. Each is the difference between two points of the order: what is taken back in
/// all after it, and what was taken before. So any chain of cancellations that ends at the whole order adds up to it exactly.
/// </summary>
public static class CancellationCalculation
{
    /// <summary>The cancellation's own amounts (positive) and what all cancellations took after it.</summary>
    /// <param name="orderFormulas">Those that held when the order was registered.</param>
    public static Outcome<(TransferDetails Details, IReadOnlyList<FormulaResult> Formulas, CancelledSoFar After)> Calculate(Transfer order, SettlementFormulas orderFormulas, CancelRequest request)
    {
        var original = new TransferDetails(order.Amounts, order.Lines, order.Discounts, order.AdditionalFees);
        var before = order.Cancelled ?? CancelledSoFar.Nothing;
        if (before.IsAllOf(original))
        {
            return new TransferRefusal.AlreadyCancelled(order.Id);
        }

        var taken = before.Taken ?? Details.Minus(original, original);
        var asked = CancelPoint.After(order.Id, original, taken, request);
        if (asked.IsRefused)
        {
            return asked.Refusal;
        }

        var reached = asked.Value.IsAllOf(original) ? original : asked.Value.Amounts(original, new CalculationRules(order.Contract!.Terms, orderFormulas, order.Parameters));
        if (reached.IsRefused)
        {
            return reached.Refusal;
        }

        var after = reached.Value;
        var details = Details.Minus(after, taken);
        var formulas = Formulas(order, before, after);
        var now = Settlements.Gathering.Sum(before.FormulaResults.Concat(formulas));
        return (Trim(details), formulas, new CancelledSoFar(after, now));
    }

    /// <summary>The platform's own formulas are taken back in proportion to the order amount.</summary>
    private static IReadOnlyList<FormulaResult> Formulas(Transfer order, CancelledSoFar before, TransferDetails after) =>
    [
        .. order.FormulaResults.Select(result => result with
        {
            Amount = Allocation.Reached(result.Amount, after.Amounts.Order, order.Amounts.Order)
                - (before.FormulaResults.FirstOrDefault(taken => taken.Key == result.Key)?.Amount ?? Won.Zero),
        }),
    ];

    /// <summary>A cancellation shows only the lines and discounts that it touches.</summary>
    private static TransferDetails Trim(TransferDetails details) => details with
    {
        Lines = [.. details.Lines.Where(line => line.Quantity > 0).Select(line => line with { Discounts = Trim(line.Discounts) })],
        Discounts = Trim(details.Discounts),
    };

    private static IReadOnlyList<TransferDiscount> Trim(IReadOnlyList<TransferDiscount> discounts) =>
        [.. discounts.Where(discount => !discount.Amount.IsZero || !discount.ShareAmount.IsZero || !discount.TaxFreeAmount.IsZero)];
}
