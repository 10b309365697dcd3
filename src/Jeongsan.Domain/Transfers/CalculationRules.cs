using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Policies;
using Jeongsan.Domain.Policies.Formulas;

namespace Jeongsan.Domain.Transfers;

/// <summary>A contract and a platform's formulas with one order's parameters: each single amount that follows from them.</summary>
/// <param name="Trace">Collects the evaluations for an explanation.</param>
internal sealed record CalculationRules(ContractTerms Contract, SettlementFormulas Formulas, IReadOnlyList<SettlementParameter> Parameters, FormulaTrace? Trace = null)
{
    public CalculationRules Of(IReadOnlyList<SettlementParameter> line) => this with { Parameters = ParameterValues.OfLine(Parameters, line) };

    public Won VatOn(Won fee) => Vat.OnTopOf(fee, Formulas.Texts.VatRounding);

    /// <summary>The VAT on the platform's fee as far as it is the partner's.</summary>
    public Won Borne(Won platformFeeVat) => Contract.PlatformFeeVatPayer == Payer.Partner ? platformFeeVat : Won.Zero;

    public static Won Borne(IEnumerable<TransferAdditionalFee> fees) => fees.Total(fee => fee.Policy.Terms.VatPayer == Payer.Partner ? fee.Vat : Won.Zero);

    public Outcome<IReadOnlyList<TransferDiscount>> Discounts(IReadOnlyList<OrderDiscount> discounts, FormulaPlace place) =>
        Each(discounts, discount => Share(discount, place with { PolicyId = discount.Policy.Id.Value }));

    public Outcome<Won> PlatformFee(SettlementAmounts known, Fee fee, int quantity, FormulaPlace place) => FeeOf(FormulaKind.PlatformFee, known, fee, quantity, place);

    public SettlementAmounts WithFee(SettlementAmounts known, Won platformFee) => known with { PlatformFee = platformFee, PlatformFeeVat = Borne(VatOn(platformFee)) };

    public Outcome<IReadOnlyList<TransferAdditionalFee>> Fees(IReadOnlyList<AdditionalFeeSnapshot> policies, SettlementAmounts known, int quantity, FormulaPlace place) =>
        Each(policies, policy => FeeOf(FormulaKind.AdditionalFee, known, policy.Terms.Fee, quantity, place with { PolicyId = policy.Id.Value })
            .Then<TransferAdditionalFee>(amount => new TransferAdditionalFee(policy, amount, VatOn(amount))));

    public Outcome<Won> Final(FormulaKind kind, SettlementAmounts amounts, FormulaPlace place) =>
        Formulas.Evaluate(kind, new FormulaInputs(amounts, null, 1, Parameters), place, Trace);

    /// <summary>What a final formula gives for nothing: a part of it that does not follow the amounts.</summary>
    public Outcome<Won> FinalOfNothing(FormulaKind kind) =>
        Formulas.EvaluateOnNothing(kind, Parameters);

    public Outcome<IReadOnlyList<FormulaResult>> UserDefined(
        SettlementAmounts amounts, IReadOnlyList<TransferAdditionalFee> fees, int quantity, IReadOnlyList<IReadOnlyList<FormulaResult>> lines, FormulaPlace place) =>
        Formulas.HasUserDefined
            ? Formulas.EvaluateUserDefined(new FormulaInputs(BorneOnly(amounts, Borne(fees)), null, quantity, Parameters), lines, place, Trace)
            : Array.Empty<FormulaResult>();

    /// <summary>The amounts as formulas see them: with the VAT that the partner bears.</summary>
    public SettlementAmounts BorneOnly(SettlementAmounts amounts, Won additionalFeeVat) =>
        amounts with { PlatformFeeVat = Borne(amounts.PlatformFeeVat), AdditionalFeeVat = additionalFeeVat };

    /// <summary>What is known of an order or line before its fees.</summary>
    public SettlementAmounts Known(Won order, Won taxFree, IReadOnlyList<TransferDiscount> discounts)
    {
        var (discount, discountTaxFree) = (discounts.Total(each => each.Amount), discounts.Total(each => each.TaxFreeAmount));
        var (payment, paymentTaxFree) = (order - discount, taxFree - discountTaxFree);
        var vat = Vat.Inside(payment - paymentTaxFree).Vat;
        return SettlementAmounts.Zero with
        {
            Order = order,
            OrderTaxFree = taxFree,
            Discount = discount,
            DiscountTaxFree = discountTaxFree,
            DiscountShare = discounts.Total(each => each.ShareAmount),
            DiscountShareTaxFree = discounts.Total(each => each.ShareTaxFreeAmount),
            Payment = payment,
            PaymentTaxFree = paymentTaxFree,
            PaymentVat = vat,
            PaymentSupply = payment - paymentTaxFree - vat,
        };
    }

    private Outcome<TransferDiscount> Share(OrderDiscount discount, FormulaPlace place)
    {
        var rate = new Fee.FixedRate(discount.Policy.Terms.PartnerShareRate);
        Outcome<Won> ShareOf(Won amount, Won taxFree, FormulaPlace at) => Formulas.Evaluate(
            FormulaKind.DiscountShare, new FormulaInputs(SettlementAmounts.Zero with { Discount = amount, DiscountTaxFree = taxFree }, rate, 1, Parameters), at, Trace);

        var share = ShareOf(discount.Amount, discount.TaxFree, place);
        if (share.IsRefused)
        {
            return share.Refusal;
        }

        if (share.Value.IsNegative || share.Value > discount.Amount)
        {
            return new FormulaRefusal.ResultNotUsable(Formulas.Texts.DiscountShare.Key, share.Value, discount.Amount);
        }

        // The tax-free part follows the same formula, and is never more than the share or the discount's tax-free part.
        return (discount.TaxFree.IsZero ? Won.Zero : ShareOf(discount.TaxFree, discount.TaxFree, place with { IsTaxFreePart = true })).Then<TransferDiscount>(taxFree => new TransferDiscount(
            discount.Policy,
            discount.Amount,
            discount.TaxFree,
            share.Value,
            Won.Max(Won.Zero, Won.Min(taxFree, Won.Min(share.Value, discount.TaxFree)))));
    }

    private Outcome<Won> FeeOf(FormulaKind kind, SettlementAmounts known, Fee fee, int quantity, FormulaPlace place) =>
        Formulas.Evaluate(kind, new FormulaInputs(known, fee, quantity, Parameters), place, Trace).Then<Won>(amount =>
            amount.IsNegative ? new FormulaRefusal.ResultNotUsable((kind == FormulaKind.PlatformFee ? Formulas.Texts.PlatformFee : Formulas.Texts.AdditionalFee).Key, amount, null) : amount);

    private static Outcome<IReadOnlyList<TOut>> Each<TIn, TOut>(IReadOnlyList<TIn> things, Func<TIn, Outcome<TOut>> one)
    {
        var results = new TOut[things.Count];
        for (var index = 0; index < results.Length; index++)
        {
            var result = one(things[index]);
            if (result.IsRefused)
            {
                return result.Refusal;
            }

            results[index] = result.Value;
        }

        return results;
    }
}
