using Jeongsan.Domain.Money;

namespace Jeongsan.Domain.Policies.Formulas;

/// <param name="Name">Shown to people.</param>
public sealed record FormulaText(string Key, string Name, string Text, Rounding Rounding);

/// <summary>Where the value of a platform's own parameter is given.</summary>
public enum ParameterScope
{
    /// <summary>Once for an order.</summary>
    Order = 0,

    /// <summary>For each product of an order; what a product does not give is the order's, then the default.</summary>
    Product,
}

/// <summary>정산 파라미터: unscaled ÷ 10^scale where an order gives none.</summary>
public sealed record ParameterDefinition(string Key, string Name, ParameterScope Scope, long DefaultUnscaled, int DefaultScale);

/// <summary>계산 관리: the platform's formulas as people write them.</summary>
/// <param name="UserDefined">Evaluated in this order; each may use the ones before it.</param>
public sealed record SettlementFormulaTexts(
    FormulaText PlatformFee,
    FormulaText DiscountShare,
    FormulaText AdditionalFee,
    FormulaText Settlement,
    FormulaText SettlementTaxFree,
    Rounding VatRounding,
    IReadOnlyList<FormulaText> UserDefined,
    IReadOnlyList<ParameterDefinition> Parameters)
{
    /// <summary>What holds while the platform sets nothing.</summary>
    public static SettlementFormulaTexts Default { get; } = new(
        new("platformFee", "플랫폼 수수료", "ORDER_AMOUNT * FIXED_RATE + FIXED_AMOUNT", Rounding.Floor),
        new("discountShare", "할인 분담 금액", "DISCOUNT_AMOUNT * FIXED_RATE", Rounding.Floor),
        new("additionalFee", "추가 수수료", "ORDER_AMOUNT * FIXED_RATE + FIXED_AMOUNT", Rounding.Floor),
        new(
            "settlement",
            "최종 정산 금액",
            "ORDER_AMOUNT - DISCOUNT_SHARE_AMOUNT - PLATFORM_FEE_AMOUNT - PLATFORM_FEE_VAT - ADDITIONAL_FEE_AMOUNT - ADDITIONAL_FEE_VAT - PAYMENT_VAT_BURDEN",
            Rounding.Floor),
        new("settlementTaxFree", "정산 면세 금액", "ORDER_TAX_FREE_AMOUNT - DISCOUNT_SHARE_TAX_FREE_AMOUNT", Rounding.Floor),
        Rounding.Floor,
        [],
        []);

    /// <summary>The five that every platform has, each with what it decides.</summary>
    public IReadOnlyList<(FormulaKind Kind, FormulaText Text)> Fixed() =>
    [
        (FormulaKind.PlatformFee, PlatformFee),
        (FormulaKind.DiscountShare, DiscountShare),
        (FormulaKind.AdditionalFee, AdditionalFee),
        (FormulaKind.Settlement, Settlement),
        (FormulaKind.SettlementTaxFree, SettlementTaxFree),
    ];
}
