using CsCheck;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Policies;
using Jeongsan.Domain.Policies.Formulas;
using Jeongsan.Domain.Transfers;
using Xunit;

namespace Jeongsan.Domain.Tests.Transfers;

/// <summary>Orders and cancellations calculated by formulas of the platform's own.</summary>
public sealed class FormulaCalculationTests
{
    private static readonly SettlementFormulaTexts Default = SettlementFormulaTexts.Default;

    private static SettlementFormulas Parse(SettlementFormulaTexts texts) => SettlementFormulas.Parse(texts).Value;

    private static FormulaText With(FormulaText text, string formula, Rounding rounding = Rounding.Floor) => text with { Text = formula, Rounding = rounding };

    private static OrderLine Line(string id, long amount, int quantity, params SettlementParameter[] parameters) =>
        new(new Product(new ProductId(id), id, new Won(amount), Won.Zero, null), quantity, [], []) { Parameters = parameters };

    private static CalculatedOrder Calculate(SettlementFormulaTexts texts, OrderRequest request, ContractTerms? terms = null) =>
        SettlementCalculation.Calculate(terms ?? Sample.TermsA, Parse(texts), request).Value;

    [Theory]
    [InlineData(Rounding.Floor, 333, 33)]
    [InlineData(Rounding.Ceiling, 334, 34)]
    [InlineData(Rounding.HalfUp, 334, 33)]
    public void Calculate_FeeOnWhatWasPaid_RoundsAsTheFormulaAndTheVatSay(Rounding rounding, long fee, long vat)
    {
        var texts = Default with { PlatformFee = With(Default.PlatformFee, "PAYMENT_AMOUNT * FIXED_RATE", rounding), VatRounding = rounding };
        var amounts = Calculate(texts, Sample.Order(5_335, new OrderDiscount(Sample.HalfShare, new Won(2_000), Won.Zero))).Details.Amounts;
        Assert.Equal((fee, vat), (amounts.PlatformFee.Value, amounts.PlatformFeeVat.Value));
        Assert.Equal(5_335 - 1_000 - fee - vat, amounts.Settlement.Value);
    }

    // The order's own discount lowers what was paid for each line: 10 % of (14,000 − 1,400).
    [Fact]
    public void Calculate_FeeOnWhatWasPaid_OfLinesKnowsTheOrdersDiscount()
    {
        var texts = Default with { PlatformFee = With(Default.PlatformFee, "PAYMENT_AMOUNT * FIXED_RATE") };
        var request = new OrderRequest(new OrderDetail.Itemized([Line("a", 2_000, 5), Line("b", 4_000, 1)]), null, [new OrderDiscount(Sample.HalfShare, new Won(1_400), Won.Zero)], []);
        var details = Calculate(texts, request).Details;
        Assert.Equal([900, 360], details.Lines.Select(line => line.Amounts.PlatformFee.Value));
        Assert.Equal(1_260, details.Amounts.PlatformFee.Value);
        Assert.Equal(14_000 - 700 - 1_260 - 126, details.Amounts.Settlement.Value);
    }

    [Fact]
    public void Calculate_AdditionalFeeFormula_MayUseThePlatformFee()
    {
        var texts = Default with { AdditionalFee = With(Default.AdditionalFee, "(PLATFORM_FEE_AMOUNT + PLATFORM_FEE_VAT) * FIXED_RATE") };
        var amounts = Calculate(texts, Sample.Order(10_000) with { AdditionalFees = [Sample.FivePercent] }).Details.Amounts;
        Assert.Equal((55, 5), (amounts.AdditionalFee.Value, amounts.AdditionalFeeVat.Value));
    }

    [Fact]
    public void Calculate_VatOfTheMerchant_IsNotInTheFormula()
    {
        var texts = Default with { AdditionalFee = With(Default.AdditionalFee, "PLATFORM_FEE_VAT") };
        var request = Sample.Order(10_000) with { AdditionalFees = [Sample.FivePercent] };
        Assert.Equal(100, Calculate(texts, request).Details.Amounts.AdditionalFee.Value);
        Assert.Equal(0, Calculate(texts, request, Sample.TermsA with { PlatformFeeVatPayer = Payer.Merchant }).Details.Amounts.AdditionalFee.Value);
    }

    [Fact]
    public void Calculate_NegativeFee_IsRefusedAsResultNotUsable() =>
        Assert.Equal(
            new FormulaRefusal.ResultNotUsable("platformFee", new Won(-1_000), null),
            SettlementCalculation.Calculate(Sample.TermsA, Parse(Default with { PlatformFee = With(Default.PlatformFee, "0 - ORDER_AMOUNT * FIXED_RATE") }), Sample.Order(10_000)).Refusal);

    [Fact]
    public void Calculate_ShareOverTheDiscount_IsRefusedAsResultNotUsable() =>
        Assert.Equal(
            new FormulaRefusal.ResultNotUsable("discountShare", new Won(4_000), new Won(2_000)),
            SettlementCalculation.Calculate(
                Sample.TermsA,
                Parse(Default with { DiscountShare = With(Default.DiscountShare, "DISCOUNT_AMOUNT * 2") }),
                Sample.Order(10_000, new OrderDiscount(Sample.HalfShare, new Won(2_000), Won.Zero))).Refusal);

    /// <summary>A parameter of the product, one of the order, the default: in this order. A per-product result of the order is the sum of its lines.</summary>
    [Fact]
    public void Calculate_ParameterPerProduct_IsTheLinesThenTheOrdersThenTheDefault()
    {
        var texts = Default with
        {
            Parameters = [new("bonus", "장려금", ParameterScope.Product, 10, 0), new("cut", "차감", ParameterScope.Order, 7, 0)],
            PlatformFee = With(Default.PlatformFee, "QUANTITY * bonus"),
            Settlement = With(Default.Settlement, "ORDER_AMOUNT - PLATFORM_FEE_AMOUNT - cut"),
            UserDefined = [new("perProduct", "가", "bonus * 1000", Rounding.Floor), new("total", "나", "perProduct + cut", Rounding.Floor)],
        };
        var lines = new OrderDetail.Itemized([Line("a", 1_000, 2, new SettlementParameter("bonus", 3, 0)), Line("b", 1_000, 1)]);

        var calculated = Calculate(texts, new OrderRequest(lines, null, [], []) { Parameters = ParameterValues.OfOrder(texts.Parameters, []).Value });
        Assert.Equal([6, 10], calculated.Details.Lines.Select(line => line.Amounts.PlatformFee.Value));
        Assert.Equal([new FormulaResult("perProduct", new Won(13_000)), new FormulaResult("total", new Won(13_007))], calculated.FormulaResults);
        Assert.Equal(3_000 - 16 - 7, calculated.Details.Amounts.Settlement.Value);

        var given = ParameterValues.OfOrder(texts.Parameters, [new SettlementParameter("bonus", 50, 1), new SettlementParameter("cut", 0, 0)]).Value;
        var ofOrder = Calculate(texts, new OrderRequest(lines, null, [], []) { Parameters = given });
        Assert.Equal([6, 5], ofOrder.Details.Lines.Select(line => line.Amounts.PlatformFee.Value));
    }

    /// <summary>What is due once for an order is shared by its lines and taken back in proportion.</summary>
    [Fact]
    public void Cancel_FixedDeductionOfTheOrder_IsTakenBackInProportion()
    {
        var formulas = Parse(Default with { Settlement = With(Default.Settlement, "ORDER_AMOUNT - PLATFORM_FEE_AMOUNT - 100") });
        var request = new OrderRequest(new OrderDetail.Itemized([Line("a", 2_000, 3), Line("b", 4_000, 1)]), null, [], []);
        var calculated = SettlementCalculation.Calculate(Sample.TermsA, formulas, request).Value;
        Assert.Equal(8_900, calculated.Details.Amounts.Settlement.Value);
        Assert.Equal([5_340, 3_560], calculated.Details.Lines.Select(line => line.Amounts.Settlement.Value));

        var order = Sample.OrderTransfer(calculated);
        var cancel = order.Cancel(formulas, new CancelScope.Quantities([new CancelLine(new ProductId("a"), 3, [])]), "c1").Value;
        Assert.Equal((5_340, 5_340), (cancel.Amounts.Settlement.Value, cancel.Lines[0].Amounts.Settlement.Value));
        Assert.Equal(3_560, order.Cancel(formulas, new CancelScope.All(), "c2").Value.Amounts.Settlement.Value);
    }

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(index => texts[index]);

    private static readonly Gen<SettlementFormulaTexts> Texts = Gen.Select(
        OneOf("ORDER_AMOUNT * FIXED_RATE + FIXED_AMOUNT", "PAYMENT_AMOUNT * FIXED_RATE + FIXED_AMOUNT", "ROUND(PAYMENT_AMOUNT * 0.033) + QUANTITY * 3", "MAX(0, (ORDER_AMOUNT - ORDER_TAX_FREE_AMOUNT) * 0.1 - DISCOUNT_SHARE_AMOUNT * give)"),
        OneOf("DISCOUNT_AMOUNT * FIXED_RATE", "MIN(DISCOUNT_AMOUNT, DISCOUNT_AMOUNT * 0.7)"),
        OneOf("ORDER_AMOUNT * FIXED_RATE + FIXED_AMOUNT", "(PLATFORM_FEE_AMOUNT + PLATFORM_FEE_VAT) * FIXED_RATE + FIXED_AMOUNT"),
        OneOf(Default.Settlement.Text, "ORDER_AMOUNT - PLATFORM_FEE_AMOUNT - PLATFORM_FEE_VAT - ADDITIONAL_FEE_AMOUNT * 1.5 - 100", "CEIL(PAYMENT_AMOUNT * 0.777) - cut"),
        OneOf(Default.SettlementTaxFree.Text, "ORDER_TAX_FREE_AMOUNT * 0.9 - ADDITIONAL_FEE_AMOUNT", "PAYMENT_TAX_FREE_AMOUNT + 10"),
        Gen.Enum<Rounding>(),
        (fee, share, additional, settlement, taxFree, rounding) => Default with
        {
            PlatformFee = With(Default.PlatformFee, fee, rounding),
            DiscountShare = With(Default.DiscountShare, share),
            AdditionalFee = With(Default.AdditionalFee, additional, rounding),
            Settlement = With(Default.Settlement, settlement, rounding),
            SettlementTaxFree = With(Default.SettlementTaxFree, taxFree, rounding),
            VatRounding = rounding,
            Parameters = [new("give", "증정", ParameterScope.Product, 15, 1), new("cut", "차감", ParameterScope.Order, 250, 0)],
            UserDefined = [new("x", "가", "SETTLEMENT_AMOUNT * give", rounding), new("y", "나", "x - PAYMENT_VAT", Rounding.HalfUp)],
        });

    [Fact]
    public void Cancel_AnyFormulasAndAnyChainThatCancelsAll_SumsToTheOrder() =>
        Gen.Select(Texts, OrderGenerator.Terms, OrderGenerator.AnyDetailed, Gen.Int[0, 100].Array[0, 5]).Sample((texts, terms, request, steps) =>
        {
            var formulas = Parse(texts);
            var parameters = ParameterValues.OfOrder(texts.Parameters, []).Value;
            if (SettlementCalculation.Calculate(terms, formulas, request with { Parameters = parameters }) is not { IsRefused: false } calculated)
            {
                return;
            }

            var order = Sample.OrderTransfer(calculated.Value, terms, parameters: parameters);
            var cancels = CancelAll(order, formulas, steps);
            Assert.Equal(order.Amounts, cancels.Aggregate(SettlementAmounts.Zero, (sum, cancel) => sum + cancel.Amounts));
            Assert.Equal(order.FormulaResults, SumsOf(cancels.SelectMany(cancel => cancel.FormulaResults)));
            Assert.Equal(-order.SignedSettlement, cancels.Total(cancel => cancel.SignedSettlement));
            Assert.All(order.Lines, line =>
            {
                var taken = cancels.SelectMany(cancel => cancel.Lines).Where(other => other.Product.Id == line.Product.Id).ToArray();
                Assert.Equal(line.Quantity, taken.Sum(other => other.Quantity));
                Assert.Equal(line.FormulaResults, SumsOf(taken.SelectMany(other => other.FormulaResults ?? [])));
            });
            Assert.All(cancels, cancel => Assert.Equal(order.FormulaVersion, cancel.FormulaVersion));
        });

    /// <summary>Every amount that a formula decided is in the trace, and the trace alone leads to it.</summary>
    [Fact]
    public void Trace_AnyOrder_HoldsAllThatTheAmountsNeed() =>
        Gen.Select(Texts, OrderGenerator.Terms, OrderGenerator.AnyDetailed).Sample((texts, terms, request) =>
        {
            var trace = new FormulaTrace();
            var withParameters = request with { Parameters = ParameterValues.OfOrder(texts.Parameters, []).Value };
            if (SettlementCalculation.Calculate(terms, Parse(texts), withParameters, trace) is not { IsRefused: false } calculated)
            {
                return;
            }

            var details = calculated.Value.Details;
            Won ResultsOf(FormulaKind kind, Func<FormulaPlace, bool> where) => trace.Steps.Where(step => step.Kind == kind && where(step.Place)).Total(step => step.Result);
            Assert.Equal(details.Amounts.PlatformFee, ResultsOf(FormulaKind.PlatformFee, place => details.Lines.Count == 0 || place.Product is not null));
            Assert.Equal(details.Amounts.AdditionalFee, ResultsOf(FormulaKind.AdditionalFee, _ => true));
            Assert.Equal(details.Amounts.DiscountShare, ResultsOf(FormulaKind.DiscountShare, place => !place.IsTaxFreePart));
            Assert.Equal(details.Amounts.Settlement, Assert.Single(trace.Steps, step => step.Kind == FormulaKind.Settlement && step.Place.Product is null).Result);
            Assert.All(trace.Steps, step =>
            {
                var again = Formula.Parse(step.Formula.Text, step.Kind, step.Inputs.Select(input => input.Name).ToHashSet()).Value
                    .Evaluate(step.Formula.Key, name => step.Inputs.Single(input => input.Name == name).Value, step.Formula.Rounding).Value;
                Assert.Equal((step.Exact, step.Result), (again.Exact, again.Rounded));
            });
        });

    [Fact]
    public void Check_SeveralMistakes_AreAllToldWithTheirPlace()
    {
        var mistakes = SettlementFormulas.Check(Default with
        {
            PlatformFee = With(Default.PlatformFee, "ORDER_AMOUNT +"),
            Settlement = With(Default.Settlement, "ORDER_AMOUNT - give"),
            Parameters = [new("give", "증정", ParameterScope.Product, 0, 6), new("give", "증정", ParameterScope.Product, 0, 0), new("MAX", "최대", ParameterScope.Order, 0, 0)],
            UserDefined = [new("a", " ", "1", Rounding.Floor), new("b", "나", "a * 2 + later", Rounding.Floor)],
        });
        Assert.Equal(
            [("give", null), ("MAX", null), ("platformFee", 14), ("settlement", 15), ("a", null), ("b", 8)],
            mistakes.Select(mistake => (mistake.Key, mistake.Position)));
        Assert.IsType<FormulaRefusal.ParameterScaleOutOfRange>(mistakes[0].Mistake);
        Assert.IsType<FormulaRefusal.KeyDuplicated>(mistakes[1].Mistake);
        Assert.IsType<FormulaRefusal.ParameterOnlyPerProduct>(mistakes[3].Mistake);
    }

    [Fact]
    public void OfOrder_UnknownKey_IsRefusedAsParameterNotFound()
    {
        ParameterDefinition[] defined = [new("cut", "차감", ParameterScope.Order, 0, 0)];
        Assert.Equal(new FormulaRefusal.ParameterNotFound("nope"), ParameterValues.OfOrder(defined, [new SettlementParameter("nope", 1, 0)]).Refusal);
        Assert.Equal(new FormulaRefusal.ParameterNotPerProduct("cut"), ParameterValues.CheckOfProduct(defined, [new SettlementParameter("cut", 1, 0)]));
        Assert.Equal(new FormulaRefusal.ParameterScaleOutOfRange("cut", 6, 5), ParameterValues.OfOrder(defined, [new SettlementParameter("cut", 1, 6)]).Refusal);
    }

    private static List<Transfer> CancelAll(Transfer order, SettlementFormulas formulas, int[] percents)
    {
        var cancels = new List<Transfer>();
        foreach (var (index, percent) in percents.Index())
        {
            var taken = order.Cancelled?.Taken?.Amounts ?? SettlementAmounts.Zero;
            CancelScope scope = order.Lines.Count == 0
                ? new CancelScope.Amount(new Won((order.Amounts.Order - taken.Order).Value * percent / 100))
                : new CancelScope.Quantities([.. order.Lines.Take(1 + (percent % order.Lines.Count)).Select(line => new CancelLine(line.Product.Id, 1, []))]);
            Won? taxFree = order.Lines.Count == 0 ? new Won((order.Amounts.OrderTaxFree - taken.OrderTaxFree).Value * percent / 100) : null;
            Add(order.Cancel(formulas, scope, $"c{index}", taxFree), cancels);
        }

        Add(order.Cancel(formulas, new CancelScope.All(), "last"), cancels);
        return cancels;
    }

    private static IEnumerable<FormulaResult> SumsOf(IEnumerable<FormulaResult> results) =>
        results.GroupBy(result => result.Key).Select(group => new FormulaResult(group.Key, group.Total(result => result.Amount)));

    private static void Add(Outcome<Transfer> cancel, List<Transfer> cancels)
    {
        if (!cancel.IsRefused)
        {
            cancels.Add(cancel.Value);
        }
    }
}
