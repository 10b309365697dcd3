using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Policies;
using Jeongsan.Domain.Policies.Formulas;

namespace Jeongsan.Domain.Transfers;

/// <param name="FormulaResults">Of the platform's own formulas, for the whole order.</param>
public sealed record CalculatedOrder(TransferDetails Details, IReadOnlyList<FormulaResult> FormulaResults);

/// <summary>
/// What an order comes to for the partner, by the platform's formulas. While it sets none:
/// order − discount share − platform fee − its VAT − additional fees − their VAT − payment VAT burden,
/// a VAT only where the partner bears it, and every fraction of a won cut off.
/// </summary>
public static class SettlementCalculation
{
    /// <summary>Refused when the form or one of the limits is broken (the lines are looked at before the order), or when a formula gives what cannot be.</summary>
    public static Outcome<CalculatedOrder> Calculate(ContractTerms contract, SettlementFormulas formulas, OrderRequest request, FormulaTrace? trace = null)
    {
        if (TransferChecks.Order(request) is { } refusal)
        {
            return refusal;
        }

        var rules = new CalculationRules(contract, formulas, request.Parameters, trace);
        return request.Detail switch
        {
            OrderDetail.Total total => OfTotal(rules, total.Order, request),
            OrderDetail.Itemized itemized => OfLines(rules, itemized.Lines, request),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static Outcome<CalculatedOrder> OfTotal(CalculationRules rules, Won order, OrderRequest request)
    {
        var taxFree = request.TaxFree ?? Won.Zero;
        if (CheckLimits(null, order, taxFree, request.Discounts) is { } refusal)
        {
            return refusal;
        }

        var place = new FormulaPlace(null);
        return rules.Discounts(request.Discounts, place)
            .Then(discounts => rules.PlatformFee(rules.Known(order, taxFree, discounts), rules.Contract.PlatformFee, 1, place)
                .Then(fee => rules.Fees(request.AdditionalFees, rules.WithFee(rules.Known(order, taxFree, discounts), fee), 1, place)
                    .Then(fees => new AmountParts(order, taxFree, discounts, fees, fee, rules.VatOn(fee)).Assemble(rules, place)
                        .Then(amounts => rules.UserDefined(amounts, fees, 1, [], place)
                            .Then<CalculatedOrder>(results => new CalculatedOrder(new TransferDetails(amounts, [], discounts, fees), results))))));
    }

    private static Outcome<CalculatedOrder> OfLines(CalculationRules rules, IReadOnlyList<OrderLine> orderLines, OrderRequest request)
    {
        Won[] lineOrders = [.. orderLines.Select(line => line.Product.Amount * line.Quantity)];
        IReadOnlyList<Won> taxFrees = request.TaxFree is { } stated
            ? Allocation.Share(stated, lineOrders)
            : [.. orderLines.Select(line => line.Product.TaxFreeAmount * line.Quantity)];
        if (CheckLimits(orderLines, lineOrders, taxFrees, request.Discounts) is { } refusal)
        {
            return refusal;
        }

        var place = new FormulaPlace(null);
        return rules.Discounts(request.Discounts, place)
            .Then(discounts => LineCalculation.Calculate(rules, orderLines, lineOrders, taxFrees, discounts)
                .Then(lines => rules.Fees(request.AdditionalFees, KnownOf(rules, lines, discounts), orderLines.Sum(line => line.Quantity), place)
                    .Then(fees => AmountParts.OfLines(rules, lines, taxFrees.Total(), discounts, fees)
                        .Then(amounts => rules.UserDefined(amounts, fees, orderLines.Sum(line => line.Quantity), [.. lines.Select(line => line.FormulaResults ?? [])], place)
                            .Then<CalculatedOrder>(results => new CalculatedOrder(new TransferDetails(amounts, lines, discounts, fees), results))))));
    }

    /// <summary>All that is known of an order by lines before its own additional fees.</summary>
    private static SettlementAmounts KnownOf(CalculationRules rules, IReadOnlyList<TransferLine> lines, IReadOnlyList<TransferDiscount> discounts)
    {
        var sum = lines.Aggregate(SettlementAmounts.Zero, (total, line) => total + line.Amounts);
        IReadOnlyList<TransferDiscount> all = [.. discounts, .. lines.SelectMany(line => line.Discounts)];
        return rules.Known(sum.Order, sum.OrderTaxFree, all) with { PlatformFee = sum.PlatformFee, PlatformFeeVat = rules.Borne(sum.PlatformFeeVat) };
    }

    private static TransferRefusal? CheckLimits(IReadOnlyList<OrderLine> lines, Won[] lineOrders, IReadOnlyList<Won> taxFrees, IReadOnlyList<OrderDiscount> discounts) =>
        lines.Select((line, index) => CheckLimits(line.Product.Id, lineOrders[index], taxFrees[index], line.Discounts)).FirstOrDefault(refusal => refusal is not null)
        ?? CheckLimits(null, lineOrders.Total(), taxFrees.Total(), [.. discounts, .. lines.SelectMany(line => line.Discounts)]);

    private static TransferRefusal? CheckLimits(ProductId? product, Won order, Won taxFree, IEnumerable<OrderDiscount> discounts) =>
        TransferChecks.Limits(product, order, taxFree, discounts.Total(discount => discount.Amount), discounts.Total(discount => discount.TaxFree));
}
