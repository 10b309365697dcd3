using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Policies;
using Jeongsan.Domain.Policies.Formulas;

namespace Jeongsan.Domain.Transfers;

/// <summary>Calculates an order again from what its transfer remembers: to explain its amounts, or to see what other rules would make of it.</summary>
public static class TransferReplay
{
    /// <summary>The order as it was told.</summary>
    public static OrderRequest RequestOf(Transfer order)
    {
        if (order.Kind != TransferKind.Order)
        {
            throw new ArgumentException($"{order.Id} is no order.", nameof(order));
        }

        OrderDetail detail = order.Lines.Count == 0
            ? new OrderDetail.Total(order.Amounts.Order)
            : new OrderDetail.Itemized([.. order.Lines.Select(line => new OrderLine(line.Product, line.Quantity, Read(line.Discounts), Read(line.AdditionalFees)) { Parameters = line.Parameters ?? [] })]);
        var isOfLines = order.Lines.Count > 0 && order.Lines.All(line => line.Product.TaxFreeAmount * line.Quantity == line.Amounts.OrderTaxFree);
        return new OrderRequest(detail, isOfLines ? null : order.Amounts.OrderTaxFree, Read(order.Discounts), Read(order.AdditionalFees)) { Parameters = order.Parameters };
    }

    /// <param name="contract">Instead of the order's own.</param>
    public static Outcome<CalculatedOrder> Calculate(Transfer order, ContractTerms contract, SettlementFormulas formulas, FormulaTrace? trace = null) =>
        SettlementCalculation.Calculate(contract, formulas, RequestOf(order), trace);

    private static IReadOnlyList<OrderDiscount> Read(IReadOnlyList<TransferDiscount> discounts) =>
        [.. discounts.Select(discount => new OrderDiscount(discount.Policy, discount.Amount, discount.TaxFreeAmount))];

    private static IReadOnlyList<AdditionalFeeSnapshot> Read(IReadOnlyList<TransferAdditionalFee> fees) => [.. fees.Select(fee => fee.Policy)];
}
