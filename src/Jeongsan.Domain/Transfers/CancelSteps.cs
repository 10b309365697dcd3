using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;

namespace Jeongsan.Domain.Transfers;

/// <summary>From a request to the point that it leads to, and what is refused on the way.</summary>
internal static class CancelSteps
{
    public static Outcome<CancelPoint> ByAmount(TransferDetails original, CancelPoint before, Won amount, CancelRequest request)
    {
        if (original.Lines.Count > 0)
        {
            return new TransferRefusal.OrderDetailMismatched(OrderHasLines: true);
        }

        if ((TransferChecks.Amount("orderDetail.orderAmount", amount) ?? TransferChecks.Optional("taxFreeAmount", request.TaxFree)) is { } refusal)
        {
            return refusal;
        }

        return AddDiscounts(original.Discounts, before.Discounts, request.Discounts, null).Then<CancelPoint>(discounts => before with
        {
            Order = before.Order + amount,
            TaxFree = before.TaxFree + (request.TaxFree ?? Won.Zero),
            Discounts = discounts,
        });
    }

    public static Outcome<CancelPoint> ByQuantities(TransferDetails original, CancelPoint before, IReadOnlyList<CancelLine> asked, CancelRequest request)
    {
        if (original.Lines.Count == 0)
        {
            return new TransferRefusal.OrderDetailMismatched(OrderHasLines: false);
        }

        if ((CheckLines(original, asked) ?? TransferChecks.Optional("taxFreeAmount", request.TaxFree)) is { } refusal)
        {
            return refusal;
        }

        var lines = new LinePoint[original.Lines.Count];
        var (order, taxFree) = (Won.Zero, Won.Zero);
        for (var index = 0; index < lines.Length; index++)
        {
            var (line, point) = (original.Lines[index], before.Lines[index]);
            var stepped = Step(line, point, asked.FirstOrDefault(each => each.Product == line.Product.Id));
            if (stepped.IsRefused)
            {
                return stepped.Refusal;
            }

            lines[index] = stepped.Value;
            order += line.Product.Amount * lines[index].Quantity;
            taxFree += TaxFreeAt(line, lines[index].Quantity) - TaxFreeAt(line, point.Quantity);
        }

        return AddDiscounts(original.Discounts, before.Discounts, request.Discounts, null).Then<CancelPoint>(discounts => new CancelPoint(
            order,
            before.TaxFree + (request.TaxFree ?? taxFree),
            discounts,
            lines));
    }

    /// <summary>What remains must hold for it, and both the request and the rest must keep the order's limits.</summary>
    public static TransferRefusal? Check(TransferDetails original, CancelPoint before, CancelPoint after)
    {
        var (order, taxFree) = (after.Order - before.Order, after.TaxFree - before.TaxFree);
        var (restOrder, restTaxFree) = (original.Amounts.Order - after.Order, original.Amounts.OrderTaxFree - after.TaxFree);
        if (restTaxFree.IsNegative)
        {
            return new TransferRefusal.CancellableAmountExceeded(CancellableAmountKind.TaxFree, taxFree, taxFree + restTaxFree);
        }

        if (restOrder - restTaxFree < Won.Zero)
        {
            var taxable = order - taxFree;
            return new TransferRefusal.CancellableAmountExceeded(CancellableAmountKind.SupplyWithVat, taxable, taxable + restOrder - restTaxFree);
        }

        var (discount, discountTaxFree) = Sum(after);
        var (beforeDiscount, beforeDiscountTaxFree) = Sum(before);
        return TransferChecks.Limits(null, order, taxFree, discount - beforeDiscount, discountTaxFree - beforeDiscountTaxFree)
            ?? TransferChecks.Limits(null, restOrder, restTaxFree, original.Amounts.Discount - discount, original.Amounts.DiscountTaxFree - discountTaxFree);
    }

    private static TransferRefusal? CheckLines(TransferDetails original, IReadOnlyList<CancelLine> asked)
    {
        var seen = new HashSet<ProductId>();
        return asked
            .Select<CancelLine, TransferRefusal?>(line =>
                !seen.Add(line.Product) ? new TransferRefusal.ProductDuplicated(line.Product)
                : original.Lines.All(each => each.Product.Id != line.Product) ? new TransferRefusal.ProductNotFound(line.Product)
                : line.Quantity < TransferLimits.QuantityMin ? new TransferRefusal.QuantityOutOfRange(line.Product, line.Quantity, TransferLimits.QuantityMin, TransferLimits.QuantityMax)
                : null)
            .FirstOrDefault(refusal => refusal is not null);
    }

    private static Outcome<LinePoint> Step(TransferLine line, LinePoint before, CancelLine? asked)
    {
        if (asked is null)
        {
            return before;
        }

        if (asked.Quantity > line.Quantity - before.Quantity)
        {
            return new TransferRefusal.CancellableQuantityExceeded(line.Product.Id, asked.Quantity, line.Quantity - before.Quantity);
        }

        return AddDiscounts(line.Discounts, before.Discounts, asked.Discounts, line.Product.Id)
            .Then<LinePoint>(discounts => new LinePoint(before.Quantity + asked.Quantity, discounts));
    }

    private static Outcome<DiscountPoint[]> AddDiscounts(
        IReadOnlyList<TransferDiscount> original, IReadOnlyList<DiscountPoint> before, IReadOnlyList<CancelDiscount> asked, ProductId? product)
    {
        var points = before.ToArray();
        var seen = new HashSet<Policies.DiscountSharePolicyId>();
        foreach (var discount in asked)
        {
            var index = original.Index().Where(each => each.Item.Policy.Id == discount.Policy).Select(each => each.Index).DefaultIfEmpty(-1).First();
            var form = !seen.Add(discount.Policy) ? new TransferRefusal.DiscountPolicyDuplicated(discount.Policy, product)
                : index < 0 ? new TransferRefusal.DiscountPolicyNotFound(discount.Policy, product)
                : TransferChecks.Amount("discounts.amount", discount.Amount) ?? TransferChecks.Amount("discounts.taxFreeAmount", discount.TaxFree);
            if (form is not null)
            {
                return form;
            }

            var (left, leftTaxFree) = (original[index].Amount - points[index].Amount, original[index].TaxFreeAmount - points[index].TaxFree);
            if (discount.Amount > left)
            {
                return new TransferRefusal.CancellableDiscountExceeded(discount.Policy, product, discount.Amount, left);
            }

            if (discount.TaxFree > leftTaxFree)
            {
                return new TransferRefusal.CancellableDiscountTaxFreeExceeded(discount.Policy, product, discount.TaxFree, leftTaxFree);
            }

            points[index] = new DiscountPoint(points[index].Amount + discount.Amount, points[index].TaxFree + discount.TaxFree);
        }

        return points;
    }

    private static (Won Amount, Won TaxFree) Sum(CancelPoint point)
    {
        var all = point.Discounts.Concat(point.Lines.SelectMany(line => line.Discounts)).ToArray();
        return (all.Total(each => each.Amount), all.Total(each => each.TaxFree));
    }

    private static Won TaxFreeAt(TransferLine line, int quantity) =>
        Allocation.Reached(line.Amounts.OrderTaxFree, new Won(quantity), new Won(line.Quantity));
}
