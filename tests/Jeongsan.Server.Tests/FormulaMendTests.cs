using Jeongsan.Domain.Policies.Formulas;
using Jeongsan.Server.Console.Formulas;

namespace Jeongsan.Server.Tests;

/// <summary>Mistakes in formulas that one click mends, and what the editor offers to write next.</summary>
public sealed class FormulaMendTests
{
    [Theory]
    [InlineData("", "ORDER_AMOUNT * FIXED_RATE + FIXED_AMOUNT")]
    [InlineData("MAX(0, ORDER_AMOUNT * 0.1", "MAX(0, ORDER_AMOUNT * 0.1)")]
    [InlineData("ORDER_AMOUNT * 0.1)", "ORDER_AMOUNT * 0.1")]
    [InlineData("ORDER_AMOUNT * 0.1 +", "ORDER_AMOUNT * 0.1")]
    [InlineData("(ORDER_AMOUNT - ) * 0.1", "(ORDER_AMOUNT) * 0.1")]
    [InlineData("ORDER_AMOUNT * * 0.1", "ORDER_AMOUNT *  0.1")]
    [InlineData("ORDER_AMOUNT 0.1", "ORDER_AMOUNT * 0.1")]
    [InlineData("max(0, ORDER_AMOUNT)", "MAX(0, ORDER_AMOUNT)")]
    [InlineData("ORDER_AMOUNT * 3.5%", "ORDER_AMOUNT * 0.035")]
    [InlineData("ORDER_AMOUNT / 4", "ORDER_AMOUNT * 0.25")]
    [InlineData("ORDER_AMOUNT - 1,000", "ORDER_AMOUNT - 1000")]
    [InlineData("ORDER_AMOUNT * 0.", "ORDER_AMOUNT * 0")]
    [InlineData("ODER_AMOUNT * 0.1", "ORDER_AMOUNT * 0.1")]
    [InlineData("order_amount * 0.1", "ORDER_AMOUNT * 0.1")]
    public void Mend_OfAMistake_GivesAFormulaThatCanBeRead(string wrong, string mended)
    {
        var mistake = Mistake(wrong);

        var mend = FormulaMends.Of(mistake!.Mistake, wrong, FormulaVariables.AllowedIn(FormulaKind.PlatformFee), SettlementFormulaTexts.Default.PlatformFee.Text)[0];

        Assert.Equal(mended, mend.Text);
        Assert.Null(Mistake(mend.Text));
    }

    [Theory]
    [InlineData("ORDER_AMOUNT / 3")]
    [InlineData("ORDER_AMOUNT / 0")]
    public void Mend_OfADivisionWithoutAnExactFactor_OnlyDropsTheSign(string wrong) =>
        Assert.Equal(wrong.Replace("/", "", StringComparison.Ordinal), Assert.Single(FormulaMends.Of(Mistake(wrong)!.Mistake, wrong, [], null)).Text);

    [Theory]
    [InlineData("ORDER_AMOUNT * plat", "plat")]
    [InlineData("0.1", "")]
    [InlineData("(수수", "수수")]
    [InlineData("", "")]
    public void Word_BeforeTheCaret_IsWhatWasBegun(string text, string word) => Assert.Equal(word, FormulaSuggestions.WordBefore(text, text.Length));

    [Fact]
    public void Suggestions_ForAWordInKoreanOrEnglish_AreTheNamesThatFit()
    {
        var form = FormulaForm.Of(SettlementFormulaTexts.Default with { Parameters = [new("adRate", "광고 요율", ParameterScope.Product, 5, 2)] });
        var all = FormulaSuggestions.For(form, form.Fixed[0]);

        Assert.Contains("ORDER_TAX_FREE_AMOUNT", FormulaSuggestions.Matching(all, "면세").Select(one => one.Text));
        Assert.Equal("adRate", Assert.Single(FormulaSuggestions.Matching(all, "adr")).Text);
        Assert.Equal(all, FormulaSuggestions.Matching(all, "ORDER_AMOUNT"));
        Assert.DoesNotContain("adRate", FormulaSuggestions.For(form, form.Fixed.First(line => line.Kind == FormulaKind.Settlement)).Select(one => one.Text));
    }

    [Fact]
    public void Form_OfTexts_SaysTheSameTexts()
    {
        var texts = SettlementFormulaTexts.Default with
        {
            UserDefined = [new("net", "순매출", "ORDER_AMOUNT - DISCOUNT_AMOUNT", Domain.Money.Rounding.Floor)],
            Parameters = [new("adRate", "광고 요율", ParameterScope.Product, 5, 2), new("fee", "건당", ParameterScope.Order, 300, 0)],
        };

        var again = FormulaForm.Of(texts).ToTexts();

        Assert.Empty(FormulaForm.Differences(texts, again));
        Assert.Equal(texts.Parameters, again.Parameters);
        Assert.Equal(2, FormulaForm.Differences(SettlementFormulaTexts.Default, texts with { UserDefined = [] }).Count);
    }

    private static FormulaMistake? Mistake(string text) =>
        SettlementFormulas.Check(SettlementFormulaTexts.Default with { PlatformFee = SettlementFormulaTexts.Default.PlatformFee with { Text = text } }).SingleOrDefault();
}
