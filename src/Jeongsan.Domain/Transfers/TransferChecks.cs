using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Policies;

namespace Jeongsan.Domain.Transfers;

/// <summary>What is refused before anything is calculated. Order: form, then limits, the lines before the order.</summary>
internal static class TransferChecks
{
    public static Refusal? Texts(string? memo, IReadOnlyList<UserDefinedProperty> properties) =>
        memo?.Length > TransferLimits.MemoLengthMax ? new TransferRefusal.FieldTooLong("memo", memo.Length, TransferLimits.MemoLengthMax)
        : properties.Count > TransferLimits.PropertyCountMax ? new TransferRefusal.TooMany("userDefinedProperties", properties.Count, TransferLimits.PropertyCountMax)
        : null;

    /// <summary>A fixed fee is an amount in a currency: it must be the settlement's.</summary>
    public static Refusal? Currencies(OrderTransferInput input, TransferDetails details)
    {
        if (input.Contract.Terms.PlatformFee is Fee.FixedAmount fee && fee.Currency != input.Currency)
        {
            return new TransferRefusal.ContractFeeCurrencyMismatched(input.Contract.Id, fee.Currency, input.Currency);
        }

        return details.AdditionalFees.Concat(details.Lines.SelectMany(line => line.AdditionalFees))
            .Where(each => each.Policy.Terms.Fee is Fee.FixedAmount)
            .Select(each => (each.Policy.Id, ((Fee.FixedAmount)each.Policy.Terms.Fee).Currency))
            .Where(each => each.Currency != input.Currency)
            .Select(each => new TransferRefusal.AdditionalFeeCurrencyMismatched(each.Id, each.Currency, input.Currency))
            .FirstOrDefault();
    }

    public static Refusal? Manual(ManualTransferInput input)
    {
        if (Math.Abs(input.Settlement.Value) > TransferLimits.AmountMax)
        {
            return new TransferRefusal.AmountOutOfRange("settlementAmount", input.Settlement.Value, TransferLimits.AmountMax);
        }

        var isLarger = input.SettlementTaxFree.Abs() > input.Settlement.Abs();
        var isOtherSign = !input.SettlementTaxFree.IsZero && input.SettlementTaxFree.IsNegative != input.Settlement.IsNegative;
        return isLarger || isOtherSign
            ? new TransferRefusal.ManualTaxFreeOutOfRange(input.SettlementTaxFree, input.Settlement)
            : Texts(input.Memo, input.Properties);
    }

    public static Refusal? Order(OrderRequest request) => request.Detail switch
    {
        OrderDetail.Total total => Amount("orderDetail.orderAmount", total.Order),
        OrderDetail.Itemized { Lines.Count: > TransferLimits.LineCountMax } itemized =>
            new TransferRefusal.TooMany("orderDetail.orderLines", itemized.Lines.Count, TransferLimits.LineCountMax),
        OrderDetail.Itemized itemized => Lines(itemized.Lines),
        _ => throw new System.Diagnostics.UnreachableException(),
    } ?? Optional("taxFreeAmount", request.TaxFree) ?? Discounts(request.Discounts, null) ?? FeeCount(request.AdditionalFees);

    /// <summary>The four limits between order, discount, payment and their tax-free parts.</summary>
    public static TransferRefusal? Limits(ProductId? product, Won order, Won taxFree, Won discount, Won discountTaxFree)
    {
        TransferRefusal? Exceeded(AmountExceeded kind, Won requested, Won allowed) =>
            requested > allowed ? new TransferRefusal.AmountsExceeded(kind, product, requested, allowed) : null;

        return Exceeded(AmountExceeded.DiscountThanOrder, discount, order)
            ?? Exceeded(AmountExceeded.DiscountTaxFreeThanDiscount, discountTaxFree, discount)
            ?? Exceeded(AmountExceeded.DiscountTaxFreeThanOrderTaxFree, discountTaxFree, taxFree)
            ?? Exceeded(AmountExceeded.PaymentTaxFreeThanPayment, taxFree - discountTaxFree, order - discount);
    }

    public static Refusal? Amount(string field, Won amount) =>
        amount.IsNegative ? new TransferRefusal.NegativeAmount(field, amount.Value)
        : amount.Value > TransferLimits.AmountMax ? new TransferRefusal.AmountOutOfRange(field, amount.Value, TransferLimits.AmountMax)
        : null;

    public static Refusal? Optional(string field, Won? amount) => amount is { } stated ? Amount(field, stated) : null;

    private static Refusal? Lines(IReadOnlyList<OrderLine> lines)
    {
        var seen = new HashSet<ProductId>();
        foreach (var line in lines)
        {
            if (!seen.Add(line.Product.Id))
            {
                return new TransferRefusal.ProductDuplicated(line.Product.Id);
            }

            if (line.Quantity is < TransferLimits.QuantityMin or > TransferLimits.QuantityMax)
            {
                return new TransferRefusal.QuantityOutOfRange(line.Product.Id, line.Quantity, TransferLimits.QuantityMin, TransferLimits.QuantityMax);
            }

            var refusal = Amount("product.amount", line.Product.Amount)
                ?? Amount("product.taxFreeAmount", line.Product.TaxFreeAmount)
                ?? Discounts(line.Discounts, line.Product.Id)
                ?? FeeCount(line.AdditionalFees);
            if (refusal is not null)
            {
                return refusal;
            }
        }

        var total = lines.Aggregate((Int128)0, (sum, line) => sum + ((Int128)line.Product.Amount.Value * line.Quantity));
        return total > TransferLimits.AmountMax
            ? new TransferRefusal.AmountOutOfRange("orderDetail.orderLines", (long)Int128.Min(total, long.MaxValue), TransferLimits.AmountMax)
            : null;
    }

    private static Refusal? Discounts(IReadOnlyList<OrderDiscount> discounts, ProductId? product)
    {
        if (discounts.Count > TransferLimits.PolicyCountMax)
        {
            return new TransferRefusal.TooMany("discounts", discounts.Count, TransferLimits.PolicyCountMax);
        }

        var seen = new HashSet<DiscountSharePolicyId>();
        return discounts
            .Select(discount => !seen.Add(discount.Policy.Id)
                ? new TransferRefusal.DiscountPolicyDuplicated(discount.Policy.Id, product)
                : Amount("discounts.amount", discount.Amount) ?? Amount("discounts.taxFreeAmount", discount.TaxFree))
            .FirstOrDefault(refusal => refusal is not null);
    }

    private static TransferRefusal? FeeCount(IReadOnlyList<AdditionalFeeSnapshot> fees) =>
        fees.Count > TransferLimits.PolicyCountMax ? new TransferRefusal.TooMany("additionalFees", fees.Count, TransferLimits.PolicyCountMax) : null;
}
