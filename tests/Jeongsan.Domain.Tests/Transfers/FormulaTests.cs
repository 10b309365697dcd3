using CsCheck;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Policies;
using Jeongsan.Domain.Policies.Formulas;
using Jeongsan.Domain.Transfers;
using Xunit;

namespace Jeongsan.Domain.Tests.Transfers;

public sealed class FormulaTests
{
    private static readonly HashSet<string> NoNames = [];
    private static readonly FormulaPlace Whole = new(null);

    [Theory]
    [InlineData("1 + 2 * 3", 7)]
    [InlineData("(1 + 2) * 3", 9)]
    [InlineData("10 - 4 - 3", 3)]
    [InlineData("2 * -3 + 10", 4)]
    [InlineData("--5", 5)]
    [InlineData("10 × 2 − 5", 15)]
    [InlineData("FLOOR(1.9) + CEIL(1.1) + ROUND(2.5)", 6)]
    [InlineData("FLOOR(-1.9)", -1)]
    [InlineData("0.1 * 3 * 10", 3)]
    [InlineData("ORDER_AMOUNT * 0.033", 33)]
    [InlineData("MAX(0, 5 - 7)", 0)]
    [InlineData("MIN(3, MAX(1, 2), 9) * 10", 20)]
    public void Evaluate_WrittenFormula_IsItsValue(string text, long expected) =>
        Assert.Equal(expected, Formula.Parse(text, FormulaKind.Settlement, NoNames).Value
            .Evaluate("f", _ => 1_000, Rounding.Floor).Value.Rounded.Value);

    public static TheoryData<string, FormulaRefusal> Mistakes => new()
    {
        { " ", new FormulaRefusal.Empty() },
        { "1 +", new FormulaRefusal.OperandMissing(3) },
        { "1 + * 2", new FormulaRefusal.OperandMissing(4) },
        { "()", new FormulaRefusal.OperandMissing(1) },
        { "(1 + 2", new FormulaRefusal.BracketNotClosed(6, 0) },
        { "1 + 2)", new FormulaRefusal.BracketNotOpened(5) },
        { "1 2", new FormulaRefusal.OperatorMissing(2) },
        { "(1 2)", new FormulaRefusal.OperatorMissing(3) },
        { "MIN(1, 2", new FormulaRefusal.BracketNotClosed(8, 3) },
        { "MAX(1,)", new FormulaRefusal.OperandMissing(6) },
        { "1, 2", new FormulaRefusal.UnexpectedCharacter(1, ',') },
        { "1 / 2", new FormulaRefusal.UnexpectedCharacter(2, '/') },
        { "1 + %", new FormulaRefusal.UnexpectedCharacter(4, '%') },
        { "1.2.3", new FormulaRefusal.NumberMalformed(0, "1.2.3") },
        { "5.", new FormulaRefusal.NumberMalformed(0, "5.") },
        { "1 + NOTHING", new FormulaRefusal.VariableUnknown(4, "NOTHING") },
        { "ORDER_AMOUNT", new FormulaRefusal.VariableNotAllowed(0, "ORDER_AMOUNT", FormulaKind.DiscountShare) },
        { new string('(', 51) + "1", new FormulaRefusal.NestedTooDeep(50, 50) },
        { new string('1', 1_001), new FormulaRefusal.TooLong(1_001, 1_000) },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Parse_Mistake_IsRefusedWithItsPosition(string text, FormulaRefusal refusal) =>
        Assert.Equal(refusal, Formula.Parse(text, FormulaKind.DiscountShare, NoNames).Refusal);

    // Where each variable is allowed, as the guide's table says.
    [Theory]
    [InlineData("ORDER_AMOUNT", true, false, true)]
    [InlineData("PAYMENT_AMOUNT", true, false, true)]
    [InlineData("FIXED_AMOUNT", true, false, true)]
    [InlineData("DISCOUNT_SHARE_AMOUNT", true, false, true)]
    [InlineData("DISCOUNT_AMOUNT", true, true, true)]
    [InlineData("FIXED_RATE", true, true, true)]
    [InlineData("PLATFORM_FEE_AMOUNT", false, false, true)]
    [InlineData("PLATFORM_FEE_VAT", false, false, true)]
    public void Parse_Variable_IsAllowedWhereTheTableSays(string name, bool inPlatformFee, bool inDiscountShare, bool inAdditionalFee)
    {
        Assert.Equal(inPlatformFee, !Formula.Parse(name, FormulaKind.PlatformFee, NoNames).IsRefused);
        Assert.Equal(inDiscountShare, !Formula.Parse(name, FormulaKind.DiscountShare, NoNames).IsRefused);
        Assert.Equal(inAdditionalFee, !Formula.Parse(name, FormulaKind.AdditionalFee, NoNames).IsRefused);
    }

    [Fact]
    public void Parse_AnyText_IsAFormulaOrARefusal() =>
        Gen.Char["0123456789.+-*() ABCFIXED_RATEgh/%"].Array[0, 30].Sample(characters =>
        {
            var parsed = Formula.Parse(new string(characters), FormulaKind.PlatformFee, NoNames);
            Assert.True(parsed.IsRefused || parsed.Value.Text.Length > 0);
        });

    [Fact]
    public void Evaluate_BeyondRange_IsRefusedAsResultOutOfRange()
    {
        var huge = string.Join(" * ", Enumerable.Repeat("99999999999999999999", 5));
        Assert.Equal(
            new FormulaRefusal.ResultOutOfRange("f"),
            Formula.Parse(huge, FormulaKind.Settlement, NoNames).Value.Evaluate("f", _ => 0, Rounding.Floor).Refusal);
    }

    [Fact]
    public void Default_AnyOrderByTotal_GivesTheCalculatedAmounts() =>
        Gen.Select(OrderGenerator.Terms, OrderGenerator.ByTotal).Sample((terms, request) =>
        {
            var formulas = SettlementFormulas.Default;
            var details = Sample.Calculate(terms, request).Value;
            var amounts = details.Amounts;
            Assert.Equal(amounts.PlatformFee, formulas.Evaluate(FormulaKind.PlatformFee, new FormulaInputs(amounts, terms.PlatformFee, 1, []), Whole, null).Value);
            Assert.All(details.AdditionalFees, fee => Assert.Equal(fee.Amount, formulas.Evaluate(FormulaKind.AdditionalFee, new FormulaInputs(amounts, fee.Policy.Terms.Fee, 1, []), Whole, null).Value));
            Assert.All(details.Discounts, discount => Assert.Equal(
                discount.ShareAmount,
                formulas.Evaluate(FormulaKind.DiscountShare, new FormulaInputs(SettlementAmounts.Zero with { Discount = discount.Amount }, new Fee.FixedRate(discount.Policy.Terms.PartnerShareRate), 1, []), Whole, null).Value));
            // A VAT that the merchant bears is not the partner's, so it does not enter the formula.
            var borne = amounts with
            {
                PlatformFeeVat = terms.PlatformFeeVatPayer == Payer.Partner ? amounts.PlatformFeeVat : Won.Zero,
                AdditionalFeeVat = details.AdditionalFees.Total(fee => fee.Policy.Terms.VatPayer == Payer.Partner ? fee.Vat : Won.Zero),
            };
            Assert.Equal(amounts.Settlement, formulas.Evaluate(FormulaKind.Settlement, new FormulaInputs(borne, null, 1, []), Whole, null).Value);
            var taxFree = formulas.Evaluate(FormulaKind.SettlementTaxFree, new FormulaInputs(borne, null, 1, []), Whole, null).Value;
            Assert.Equal(amounts.SettlementTaxFree, Won.Min(taxFree, Won.Max(amounts.Settlement, Won.Zero)));
        });

    [Fact]
    public void EvaluateUserDefined_InOrder_MayUseEarlierOnesAndParameters()
    {
        var formulas = SettlementFormulas.Parse(SettlementFormulaTexts.Default with
        {
            Parameters = [new("boost", "부스트", ParameterScope.Order, 0, 0)],
            UserDefined = [new("bonus", "보너스", "ORDER_AMOUNT * boost", Rounding.HalfUp), new("total", "합계", "SETTLEMENT_AMOUNT + bonus", Rounding.Floor)],
        }).Value;
        var amounts = Sample.Calculate(Sample.TermsA, Sample.Order(10_000)).Value.Amounts;
        Assert.Equal(
            [new FormulaResult("bonus", new Won(125)), new FormulaResult("total", new Won(9_025))],
            formulas.EvaluateUserDefined(new FormulaInputs(amounts, null, 1, [new SettlementParameter("boost", 125, 4)]), [], Whole, null).Value);
    }

    [Theory]
    [InlineData("later + 1", "a", typeof(FormulaRefusal.VariableUnknown))]
    [InlineData("1", "ORDER_AMOUNT", typeof(FormulaRefusal.KeyDuplicated))]
    [InlineData("1", "1a", typeof(FormulaRefusal.KeyMalformed))]
    public void Parse_UserDefinedMistake_IsRefused(string text, string key, Type refusal) =>
        Assert.IsType(refusal, Mistake(SettlementFormulas.Parse(SettlementFormulaTexts.Default with
        {
            UserDefined = [new(key, "가", text, Rounding.Floor), new("later", "나", "1", Rounding.Floor)],
        })));

    private static Domain.Foundation.Refusal? Mistake(Domain.Foundation.Outcome<SettlementFormulas> parsed) => ((FormulaMistake)parsed.Refusal!).Mistake;
}
