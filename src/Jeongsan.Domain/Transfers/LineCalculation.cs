using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Policies;
using Jeongsan.Domain.Policies.Formulas;

namespace Jeongsan.Domain.Transfers;

/// <summary>
/// The lines of an order. A fixed platform fee is due once per order: the lines share it. Where a formula asks for what
/// was paid, a line also knows its share of the discounts on the order itself.
/// </summary>
internal static class LineCalculation
{
    public static Outcome<IReadOnlyList<TransferLine>> Calculate(
        CalculationRules rules, IReadOnlyList<OrderLine> orderLines, IReadOnlyList<Won> lineOrders, IReadOnlyList<Won> taxFrees, IReadOnlyList<TransferDiscount> orderDiscounts)
    {
        var constants = FinalConstants.Of(rules, lineOrders);
        if (constants.IsRefused)
        {
            return constants.Refusal;
        }

        IReadOnlyList<Fee> fees = rules.Contract.PlatformFee is Fee.FixedAmount fixedFee
            ? [.. Allocation.Share(fixedFee.Amount, lineOrders).Select(share => fixedFee with { Amount = share })]
            : [.. orderLines.Select(_ => rules.Contract.PlatformFee)];
        var shares = OrderDiscountShares(orderLines, lineOrders, taxFrees, orderDiscounts);
        var lines = new TransferLine[orderLines.Count];
        for (var index = 0; index < lines.Length; index++)
        {
            var line = Calculate(rules.Of(orderLines[index].Parameters), orderLines[index], (lineOrders[index], taxFrees[index]), fees[index], shares[index], constants.Value[index]);
            if (line.IsRefused)
            {
                return line.Refusal;
            }

            lines[index] = line.Value;
        }

        return lines;
    }

    private static Outcome<TransferLine> Calculate(
        CalculationRules rules, OrderLine line, (Won Order, Won TaxFree) sums, Fee platformFee, SettlementAmounts orderDiscounts, FinalConstants constants)
    {
        var place = new FormulaPlace(line.Product.Id);
        var discounts = rules.Discounts(line.Discounts, place);
        if (discounts.IsRefused)
        {
            return discounts.Refusal;
        }

        var known = WithOrderDiscounts(rules.Known(sums.Order, sums.TaxFree, discounts.Value), orderDiscounts);
        return rules.PlatformFee(known, platformFee, line.Quantity, place)
            .Then(fee => rules.Fees(line.AdditionalFees, rules.WithFee(known, fee), line.Quantity, place)
                .Then(fees => new AmountParts(sums.Order, sums.TaxFree, discounts.Value, fees, fee, rules.VatOn(fee)).Assemble(rules, place, constants)
                    .Then(amounts => rules.UserDefined(amounts, fees, line.Quantity, [], place)
                        .Then<TransferLine>(results => new TransferLine(
                            line.Product, line.Quantity, discounts.Value, fees, amounts, line.Parameters.Count == 0 ? null : line.Parameters, results.Count == 0 ? null : results)))));
    }

    /// <summary>Each line's part of the discounts on the order itself, by what remains to be paid of it.</summary>
    private static IReadOnlyList<SettlementAmounts> OrderDiscountShares(
        IReadOnlyList<OrderLine> lines, IReadOnlyList<Won> lineOrders, IReadOnlyList<Won> taxFrees, IReadOnlyList<TransferDiscount> discounts)
    {
        if (discounts.Count == 0)
        {
            return [.. lines.Select(_ => SettlementAmounts.Zero)];
        }

        Won[] payments = [.. lines.Select((line, index) => lineOrders[index] - line.Discounts.Total(discount => discount.Amount))];
        Won[] paymentTaxFrees = [.. lines.Select((line, index) => taxFrees[index] - line.Discounts.Total(discount => discount.TaxFree))];
        var amounts = Allocation.Share(discounts.Total(discount => discount.Amount), payments);
        var amountTaxFrees = Allocation.Share(discounts.Total(discount => discount.TaxFreeAmount), paymentTaxFrees);
        var shares = Allocation.Share(discounts.Total(discount => discount.ShareAmount), payments);
        var shareTaxFrees = Allocation.Share(discounts.Total(discount => discount.ShareTaxFreeAmount), paymentTaxFrees);
        return
        [
            .. lines.Select((_, index) => SettlementAmounts.Zero with
            {
                Discount = amounts[index],
                DiscountTaxFree = amountTaxFrees[index],
                DiscountShare = shares[index],
                DiscountShareTaxFree = shareTaxFrees[index],
            }),
        ];
    }

    private static SettlementAmounts WithOrderDiscounts(SettlementAmounts known, SettlementAmounts part)
    {
        var (payment, taxFree) = (known.Payment - part.Discount, known.PaymentTaxFree - part.DiscountTaxFree);
        var vat = Vat.Inside(Won.Max(Won.Zero, payment - taxFree)).Vat;
        return part == SettlementAmounts.Zero ? known : known with
        {
            Discount = known.Discount + part.Discount,
            DiscountTaxFree = known.DiscountTaxFree + part.DiscountTaxFree,
            DiscountShare = known.DiscountShare + part.DiscountShare,
            DiscountShareTaxFree = known.DiscountShareTaxFree + part.DiscountShareTaxFree,
            Payment = payment,
            PaymentTaxFree = taxFree,
            PaymentVat = vat,
            PaymentSupply = payment - taxFree - vat,
        };
    }
}

/// <summary>
/// What the two final formulas give for nothing at all (a fixed deduction, say). It is due once per order: its lines
/// share it, and cancellations take it back in proportion.
/// </summary>
internal sealed record FinalConstants(Won Settlement, Won TaxFree)
{
    public static Outcome<FinalConstants> Of(CalculationRules rules) =>
        rules.FinalOfNothing(FormulaKind.Settlement).Then(settlement => rules.FinalOfNothing(FormulaKind.SettlementTaxFree).Then<FinalConstants>(taxFree => new FinalConstants(settlement, taxFree)));

    /// <summary>Each line's share.</summary>
    public static Outcome<IReadOnlyList<FinalConstants>> Of(CalculationRules rules, IReadOnlyList<Won> lineOrders) => Of(rules).Then<IReadOnlyList<FinalConstants>>(whole =>
    {
        var (settlements, taxFrees) = (Allocation.Share(whole.Settlement, lineOrders), Allocation.Share(whole.TaxFree, lineOrders));
        return settlements.Zip(taxFrees, (settlement, taxFree) => new FinalConstants(settlement, taxFree)).ToArray();
    });

    public FinalConstants At(Won reached, Won whole) => new(Allocation.Reached(Settlement, reached, whole), Allocation.Reached(TaxFree, reached, whole));
}
