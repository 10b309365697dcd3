using Jeongsan.Domain.Money;

namespace Jeongsan.Domain.Transfers;

/// <summary>What the cancellations of an order took back so far, in the order's own shape.</summary>
/// <param name="Taken">Null while nothing was cancelled. Lines, discounts and fees stand in the order's sequence, untouched ones with zero.</param>
public sealed record CancelledSoFar(TransferDetails? Taken, IReadOnlyList<FormulaResult> FormulaResults)
{
    public static CancelledSoFar Nothing { get; } = new(null, []);

    /// <summary>True when nothing of the order is left.</summary>
    public bool IsAllOf(TransferDetails order) => Taken is not null
        && Taken.Amounts.Order == order.Amounts.Order
        && Taken.Amounts.OrderTaxFree == order.Amounts.OrderTaxFree
        && Taken.Amounts.Discount == order.Amounts.Discount
        && Taken.Amounts.DiscountTaxFree == order.Amounts.DiscountTaxFree
        && Taken.Lines.Zip(order.Lines).All(pair => pair.First.Quantity == pair.Second.Quantity);

    /// <summary>As it would be had <paramref name="cancel"/> not happened.</summary>
    internal CancelledSoFar Without(Transfer cancel)
    {
        if (Taken is null)
        {
            return this;
        }

        var rest = new TransferDetails(
            Taken.Amounts - cancel.Amounts,
            [.. Taken.Lines.Select(line => Without(line, cancel.Lines.FirstOrDefault(other => other.Product.Id == line.Product.Id)))],
            Without(Taken.Discounts, cancel.Discounts),
            Without(Taken.AdditionalFees, cancel.AdditionalFees));
        var formulas = Settlements.Gathering.Sum(FormulaResults.Concat(cancel.FormulaResults.Select(result => result with { Amount = -result.Amount })));
        return cancel.Amounts == Taken.Amounts ? Nothing : new CancelledSoFar(rest, formulas);
    }

    private static TransferLine Without(TransferLine line, TransferLine? cancelled) => cancelled is null ? line : line with
    {
        Quantity = line.Quantity - cancelled.Quantity,
        Discounts = Without(line.Discounts, cancelled.Discounts),
        AdditionalFees = Without(line.AdditionalFees, cancelled.AdditionalFees),
        Amounts = line.Amounts - cancelled.Amounts,
        FormulaResults = Details.Minus(line.FormulaResults, cancelled.FormulaResults),
    };

    private static IReadOnlyList<TransferDiscount> Without(IReadOnlyList<TransferDiscount> discounts, IReadOnlyList<TransferDiscount> cancelled) =>
    [
        .. discounts.Select(discount => cancelled.FirstOrDefault(other => other.Policy.Id == discount.Policy.Id) is { } found
            ? Details.Minus(discount, found)
            : discount),
    ];

    /// <summary>Both lists stand in the order's sequence: a policy may be charged twice, so it is matched by place.</summary>
    private static IReadOnlyList<TransferAdditionalFee> Without(IReadOnlyList<TransferAdditionalFee> fees, IReadOnlyList<TransferAdditionalFee> cancelled) =>
        [.. fees.Select((fee, index) => index < cancelled.Count ? Details.Minus(fee, cancelled[index]) : fee)];
}

/// <summary>Arithmetic on details of the same shape.</summary>
internal static class Details
{
    public static TransferDetails Minus(TransferDetails left, TransferDetails right) => new(
        left.Amounts - right.Amounts,
        [.. left.Lines.Zip(right.Lines, Minus)],
        [.. left.Discounts.Zip(right.Discounts, Minus)],
        [.. left.AdditionalFees.Zip(right.AdditionalFees, Minus)]);

    public static TransferDiscount Minus(TransferDiscount left, TransferDiscount right) => left with
    {
        Amount = left.Amount - right.Amount,
        TaxFreeAmount = left.TaxFreeAmount - right.TaxFreeAmount,
        ShareAmount = left.ShareAmount - right.ShareAmount,
        ShareTaxFreeAmount = left.ShareTaxFreeAmount - right.ShareTaxFreeAmount,
    };

    public static TransferAdditionalFee Minus(TransferAdditionalFee left, TransferAdditionalFee right) =>
        left with { Amount = left.Amount - right.Amount, Vat = left.Vat - right.Vat };

    private static TransferLine Minus(TransferLine left, TransferLine right) => left with
    {
        Quantity = left.Quantity - right.Quantity,
        Discounts = [.. left.Discounts.Zip(right.Discounts, Minus)],
        AdditionalFees = [.. left.AdditionalFees.Zip(right.AdditionalFees, Minus)],
        Amounts = left.Amounts - right.Amounts,
        FormulaResults = Minus(left.FormulaResults, right.FormulaResults),
    };

    /// <summary>Both are of the same formulas, or there are none.</summary>
    public static IReadOnlyList<FormulaResult>? Minus(IReadOnlyList<FormulaResult>? left, IReadOnlyList<FormulaResult>? right) =>
        left is null || right is null ? left : [.. left.Zip(right, (mine, other) => mine with { Amount = mine.Amount - other.Amount })];
}
