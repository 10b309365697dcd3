using Jeongsan.Domain.Money;
using Jeongsan.Domain.Policies;

namespace Jeongsan.Domain.Transfers;

/// <summary>The parts that an order's, a line's or a cancellation's amounts are put together from.</summary>
internal sealed record AmountParts(
    Won Order,
    Won TaxFree,
    IReadOnlyList<TransferDiscount> Discounts,
    IReadOnlyList<TransferAdditionalFee> Fees,
    Won PlatformFee,
    Won PlatformFeeVat,
    Won? PaymentVat = null)
{
    /// <param name="contract">Who bears which VAT.</param>
    public SettlementAmounts Assemble(ContractTerms contract)
    {
        var share = Discounts.Total(discount => discount.ShareAmount);
        var shareTaxFree = Discounts.Total(discount => discount.ShareTaxFreeAmount);
        var discount = Discounts.Total(each => each.Amount);
        var discountTaxFree = Discounts.Total(each => each.TaxFreeAmount);
        var payment = Order - discount;
        var paymentTaxFree = TaxFree - discountTaxFree;
        var paymentVat = PaymentVat ?? Vat.Inside(payment - paymentTaxFree).Vat;
        var burden = contract.SubtractPaymentVatAmount ? paymentVat : Won.Zero;
        var platformVatBorne = contract.PlatformFeeVatPayer == Payer.Partner ? PlatformFeeVat : Won.Zero;
        var feeVatBorne = Fees.Total(fee => fee.Policy.Terms.VatPayer == Payer.Partner ? fee.Vat : Won.Zero);
        var additionalFee = Fees.Total(fee => fee.Amount);
        var settlement = Order - share - PlatformFee - platformVatBorne - additionalFee - feeVatBorne - burden;
        return new SettlementAmounts
        {
            Settlement = settlement,
            SettlementTaxFree = TaxFreePartOf(settlement, TaxFree - shareTaxFree),
            Payment = payment,
            PaymentVat = paymentVat,
            PaymentVatBurden = burden,
            PaymentTaxFree = paymentTaxFree,
            PaymentSupply = payment - paymentTaxFree - paymentVat,
            Order = Order,
            OrderTaxFree = TaxFree,
            PlatformFee = PlatformFee,
            PlatformFeeVat = PlatformFeeVat,
            AdditionalFee = additionalFee,
            AdditionalFeeVat = Fees.Total(fee => fee.Vat),
            Discount = discount,
            DiscountTaxFree = discountTaxFree,
            DiscountShare = share,
            DiscountShareTaxFree = shareTaxFree,
        };
    }

    /// <summary>An order's amounts: the sums of its lines, and what belongs to the order alone.</summary>
    /// <param name="paymentVat">Where it must be this instead of what the payment contains.</param>
    public static SettlementAmounts OfLines(
        ContractTerms contract,
        IReadOnlyList<TransferLine> lines,
        Won taxFree,
        IReadOnlyList<TransferDiscount> discounts,
        IReadOnlyList<TransferAdditionalFee> fees,
        Won? paymentVat)
    {
        var sum = lines.Aggregate(SettlementAmounts.Zero, (total, line) => total + line.Amounts);
        var isSumOfLines = discounts.Count == 0 && taxFree == sum.OrderTaxFree;
        var parts = new AmountParts(
            sum.Order,
            taxFree,
            [.. discounts, .. lines.SelectMany(line => line.Discounts)],
            [.. fees, .. lines.SelectMany(line => line.AdditionalFees)],
            sum.PlatformFee,
            sum.PlatformFeeVat,
            isSumOfLines ? sum.PaymentVat : paymentVat);
        var amounts = parts.Assemble(contract);
        var orderShareTaxFree = discounts.Total(discount => discount.ShareTaxFreeAmount);
        return isSumOfLines
            ? amounts with { SettlementTaxFree = TaxFreePartOf(amounts.Settlement, sum.SettlementTaxFree - orderShareTaxFree) }
            : amounts;
    }

    /// <summary>Fees of a tax-free order lower its tax-free settlement: the part is never larger than the whole.</summary>
    private static Won TaxFreePartOf(Won settlement, Won taxFree) => Won.Min(taxFree, Won.Max(settlement, Won.Zero));
}
