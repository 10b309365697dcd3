using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Policies.Formulas;

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
    /// <param name="due">The part of the final formulas' constants that falls on these amounts; null when all of it does.</param>
    public Outcome<SettlementAmounts> Assemble(CalculationRules rules, FormulaPlace place, FinalConstants? due = null)
    {
        var known = rules.Known(Order, TaxFree, Discounts);
        var paymentVat = PaymentVat ?? known.PaymentVat;
        var amounts = known with
        {
            PaymentVat = paymentVat,
            PaymentVatBurden = rules.Contract.SubtractPaymentVatAmount ? paymentVat : Won.Zero,
            PaymentSupply = known.Payment - known.PaymentTaxFree - paymentVat,
            PlatformFee = PlatformFee,
            PlatformFeeVat = PlatformFeeVat,
            AdditionalFee = Fees.Total(fee => fee.Amount),
            AdditionalFeeVat = Fees.Total(fee => fee.Vat),
        };
        return Finish(rules, amounts, CalculationRules.Borne(Fees), place, due);
    }

    /// <summary>An order's amounts: the sums of its lines, and what belongs to the order alone.</summary>
    /// <param name="paymentVat">Where it must be this instead of what the payment contains.</param>
    /// <param name="due">As in <see cref="Assemble"/>.</param>
    public static Outcome<SettlementAmounts> OfLines(
        CalculationRules rules,
        IReadOnlyList<TransferLine> lines,
        Won taxFree,
        IReadOnlyList<TransferDiscount> discounts,
        IReadOnlyList<TransferAdditionalFee> fees,
        Won? paymentVat = null,
        FinalConstants? due = null)
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
        var assembled = parts.Assemble(rules, new FormulaPlace(null), due);
        if (assembled.IsRefused || !isSumOfLines)
        {
            return assembled;
        }

        // Each line's tax-free part is limited by its own settlement, so the sum of the lines is the truer one; fees of the order itself may still change it.
        var amounts = assembled.Value;
        return FeesChangeTaxFree(rules, amounts, fees).Then<SettlementAmounts>(change =>
            amounts with { SettlementTaxFree = TaxFreePartOf(amounts.Settlement, sum.SettlementTaxFree + change) });
    }

    private static Outcome<Won> FeesChangeTaxFree(CalculationRules rules, SettlementAmounts amounts, IReadOnlyList<TransferAdditionalFee> fees)
    {
        if (fees.Count == 0)
        {
            return Won.Zero;
        }

        var quiet = rules with { Trace = null };
        var with = rules.BorneOnly(amounts, CalculationRules.Borne(fees));
        var without = with with { AdditionalFee = with.AdditionalFee - fees.Total(fee => fee.Amount), AdditionalFeeVat = Won.Zero };
        return quiet.Final(FormulaKind.SettlementTaxFree, with, new FormulaPlace(null))
            .Then(first => quiet.Final(FormulaKind.SettlementTaxFree, without, new FormulaPlace(null)).Then<Won>(second => first - second));
    }

    private static Outcome<SettlementAmounts> Finish(CalculationRules rules, SettlementAmounts amounts, Won feeVatBorne, FormulaPlace place, FinalConstants? due)
    {
        var seen = rules.BorneOnly(amounts, feeVatBorne);
        return rules.Final(FormulaKind.Settlement, seen, place)
            .Then(settlement => rules.Final(FormulaKind.SettlementTaxFree, seen, place)
                .Then(taxFree => Adjust(rules, settlement, taxFree, due).Then<SettlementAmounts>(final => amounts with
                {
                    Settlement = final.Settlement,
                    SettlementTaxFree = TaxFreePartOf(final.Settlement, final.TaxFree),
                })));
    }

    private static Outcome<(Won Settlement, Won TaxFree)> Adjust(CalculationRules rules, Won settlement, Won taxFree, FinalConstants? due) =>
        due is null
            ? (settlement, taxFree)
            : FinalConstants.Of(rules).Then<(Won, Won)>(whole => (settlement - whole.Settlement + due.Settlement, taxFree - whole.TaxFree + due.TaxFree));

    /// <summary>Fees of a tax-free order lower its tax-free settlement: the part is never larger than the whole, and never negative.</summary>
    private static Won TaxFreePartOf(Won settlement, Won taxFree) => Won.Max(Won.Zero, Won.Min(taxFree, Won.Max(settlement, Won.Zero)));
}
