using Jeongsan.Domain.Money;

namespace Jeongsan.Domain.Transfers;

/// <summary>All amounts of an order, a cancellation, a line, or a sum of them. Cancellations are positive here and subtracted when settled.</summary>
public sealed record SettlementAmounts
{
    public static SettlementAmounts Zero { get; } = new();

    /// <summary>What the partner is due.</summary>
    public Won Settlement { get; init; }

    /// <summary>The tax-free part of <see cref="Settlement"/>.</summary>
    public Won SettlementTaxFree { get; init; }

    /// <summary>Order − discount.</summary>
    public Won Payment { get; init; }

    /// <summary>The VAT inside the taxable part of the payment.</summary>
    public Won PaymentVat { get; init; }

    /// <summary><see cref="PaymentVat"/> if the contract subtracts it, else 0.</summary>
    public Won PaymentVatBurden { get; init; }

    public Won PaymentTaxFree { get; init; }

    /// <summary>Payment − tax-free − VAT.</summary>
    public Won PaymentSupply { get; init; }

    public Won Order { get; init; }
    public Won OrderTaxFree { get; init; }
    public Won PlatformFee { get; init; }

    /// <summary>Shown also when the merchant bears it, but then not subtracted.</summary>
    public Won PlatformFeeVat { get; init; }

    public Won AdditionalFee { get; init; }

    /// <summary>Shown also when the merchant bears it, but then not subtracted.</summary>
    public Won AdditionalFeeVat { get; init; }

    public Won Discount { get; init; }
    public Won DiscountTaxFree { get; init; }

    /// <summary>The partner's part of the discount.</summary>
    public Won DiscountShare { get; init; }

    public Won DiscountShareTaxFree { get; init; }

    public static SettlementAmounts operator +(SettlementAmounts left, SettlementAmounts right) => left.Zip(right, (a, b) => a + b);

    public static SettlementAmounts operator -(SettlementAmounts left, SettlementAmounts right) => left.Zip(right, (a, b) => a - b);

    public static SettlementAmounts Add(SettlementAmounts left, SettlementAmounts right) => left + right;

    public static SettlementAmounts Subtract(SettlementAmounts left, SettlementAmounts right) => left - right;

    private SettlementAmounts Zip(SettlementAmounts other, Func<Won, Won, Won> combine) => new()
    {
        Settlement = combine(Settlement, other.Settlement),
        SettlementTaxFree = combine(SettlementTaxFree, other.SettlementTaxFree),
        Payment = combine(Payment, other.Payment),
        PaymentVat = combine(PaymentVat, other.PaymentVat),
        PaymentVatBurden = combine(PaymentVatBurden, other.PaymentVatBurden),
        PaymentTaxFree = combine(PaymentTaxFree, other.PaymentTaxFree),
        PaymentSupply = combine(PaymentSupply, other.PaymentSupply),
        Order = combine(Order, other.Order),
        OrderTaxFree = combine(OrderTaxFree, other.OrderTaxFree),
        PlatformFee = combine(PlatformFee, other.PlatformFee),
        PlatformFeeVat = combine(PlatformFeeVat, other.PlatformFeeVat),
        AdditionalFee = combine(AdditionalFee, other.AdditionalFee),
        AdditionalFeeVat = combine(AdditionalFeeVat, other.AdditionalFeeVat),
        Discount = combine(Discount, other.Discount),
        DiscountTaxFree = combine(DiscountTaxFree, other.DiscountTaxFree),
        DiscountShare = combine(DiscountShare, other.DiscountShare),
        DiscountShareTaxFree = combine(DiscountShareTaxFree, other.DiscountShareTaxFree),
    };
}
