using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Policies;

namespace Jeongsan.Domain.Transfers;

/// <summary>
/// What an order comes to for the partner:
/// order − discount share − platform fee − its VAT − additional fees − their VAT − payment VAT burden,
/// a VAT only where the partner bears it. Every fraction of a won is cut off.
/// </summary>
public static class SettlementCalculation
{
    /// <summary>Refused when the form or one of the limits is broken; the lines are looked at before the order.</summary>
    public static Outcome<TransferDetails> Calculate(ContractTerms contract, OrderRequest request)
    {
        if (TransferChecks.Order(request) is { } refusal)
        {
            return refusal;
        }

        return request.Detail switch
        {
            OrderDetail.Total total => OfTotal(contract, total.Order, request),
            OrderDetail.Itemized itemized => OfLines(contract, itemized.Lines, request),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static Outcome<TransferDetails> OfTotal(ContractTerms contract, Won order, OrderRequest request)
    {
        var taxFree = request.TaxFree ?? Won.Zero;
        if (CheckLimits(null, order, taxFree, request.Discounts) is { } refusal)
        {
            return refusal;
        }

        var (discounts, fees) = (Discounts(request.Discounts), Fees(request.AdditionalFees, order));
        var platformFee = FeeOf(contract.PlatformFee, order);
        var parts = new AmountParts(order, taxFree, discounts, fees, platformFee, Vat.OnTopOf(platformFee, Rounding.Floor));
        return new TransferDetails(parts.Assemble(contract), [], discounts, fees);
    }

    private static Outcome<TransferDetails> OfLines(ContractTerms contract, IReadOnlyList<OrderLine> orderLines, OrderRequest request)
    {
        Won[] lineOrders = [.. orderLines.Select(line => line.Product.Amount * line.Quantity)];
        var order = lineOrders.Total();
        IReadOnlyList<Won> taxFrees = request.TaxFree is { } stated
            ? Allocation.Share(stated, lineOrders)
            : [.. orderLines.Select(line => line.Product.TaxFreeAmount * line.Quantity)];
        // A fixed fee is due once per order: its lines share it.
        IReadOnlyList<Won> platformFees = contract.PlatformFee is Fee.FixedAmount fixedFee
            ? Allocation.Share(fixedFee.Amount, lineOrders)
            : [.. lineOrders.Select(lineOrder => FeeOf(contract.PlatformFee, lineOrder))];

        var lines = new TransferLine[orderLines.Count];
        for (var index = 0; index < lines.Length; index++)
        {
            var line = orderLines[index];
            if (CheckLimits(line.Product.Id, lineOrders[index], taxFrees[index], line.Discounts) is { } lineRefusal)
            {
                return lineRefusal;
            }

            var (lineDiscounts, lineFees) = (Discounts(line.Discounts), Fees(line.AdditionalFees, lineOrders[index]));
            var parts = new AmountParts(lineOrders[index], taxFrees[index], lineDiscounts, lineFees, platformFees[index], Vat.OnTopOf(platformFees[index], Rounding.Floor));
            lines[index] = new TransferLine(line.Product, line.Quantity, lineDiscounts, lineFees, parts.Assemble(contract));
        }

        IEnumerable<OrderDiscount> allDiscounts = [.. request.Discounts, .. orderLines.SelectMany(line => line.Discounts)];
        if (CheckLimits(null, order, taxFrees.Total(), allDiscounts) is { } refusal)
        {
            return refusal;
        }

        var (discounts, fees) = (Discounts(request.Discounts), Fees(request.AdditionalFees, order));
        return new TransferDetails(AmountParts.OfLines(contract, lines, taxFrees.Total(), discounts, fees, null), lines, discounts, fees);
    }

    private static TransferRefusal? CheckLimits(ProductId? product, Won order, Won taxFree, IEnumerable<OrderDiscount> discounts) =>
        TransferChecks.Limits(product, order, taxFree, discounts.Total(discount => discount.Amount), discounts.Total(discount => discount.TaxFree));

    private static Won FeeOf(Fee fee, Won order) => fee switch
    {
        Fee.FixedRate rate => order.MulFloor(rate.Rate),
        Fee.FixedAmount amount => amount.Amount,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static IReadOnlyList<TransferDiscount> Discounts(IReadOnlyList<OrderDiscount> discounts) =>
    [
        .. discounts.Select(discount => new TransferDiscount(
            discount.Policy,
            discount.Amount,
            discount.TaxFree,
            discount.Amount.MulFloor(discount.Policy.Terms.PartnerShareRate),
            discount.TaxFree.MulFloor(discount.Policy.Terms.PartnerShareRate))),
    ];

    private static IReadOnlyList<TransferAdditionalFee> Fees(IReadOnlyList<AdditionalFeeSnapshot> policies, Won order) =>
    [
        .. policies.Select(policy =>
        {
            var amount = FeeOf(policy.Terms.Fee, order);
            return new TransferAdditionalFee(policy, amount, Vat.OnTopOf(amount, Rounding.Floor));
        }),
    ];
}
