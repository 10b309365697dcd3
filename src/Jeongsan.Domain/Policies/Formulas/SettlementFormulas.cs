using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Transfers;

namespace Jeongsan.Domain.Policies.Formulas;

/// <param name="Name">Shown to people.</param>
public sealed record FormulaText(string Key, string Name, string Text, Rounding Rounding);

/// <summary>계산 관리: the platform's formulas as people write them.</summary>
/// <param name="UserDefined">Evaluated in this order; each may use the ones before it.</param>
/// <param name="ParameterKeys">The platform's own parameters.</param>
public sealed record SettlementFormulaTexts(
    FormulaText PlatformFee,
    FormulaText DiscountShare,
    FormulaText AdditionalFee,
    FormulaText Settlement,
    FormulaText SettlementTaxFree,
    Rounding VatRounding,
    IReadOnlyList<FormulaText> UserDefined,
    IReadOnlyList<string> ParameterKeys)
{
    /// <summary>What holds while the platform sets nothing.</summary>
    public static SettlementFormulaTexts Default { get; } = new(
        new("platformFee", "중개 수수료", "ORDER_AMOUNT * FIXED_RATE + FIXED_AMOUNT", Rounding.Floor),
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
}

/// <summary>Parsed formulas, ready to compute.</summary>
public sealed class SettlementFormulas
{
    public const int UserDefinedCountMax = 10;
    public const int KeyLengthMax = 40;

    private readonly IReadOnlyDictionary<FormulaKind, (FormulaText Text, Formula Formula)> _fixed;
    private readonly IReadOnlyList<(FormulaText Text, Formula Formula)> _userDefined;

    private SettlementFormulas(
        SettlementFormulaTexts texts,
        IReadOnlyDictionary<FormulaKind, (FormulaText, Formula)> fixedFormulas,
        IReadOnlyList<(FormulaText, Formula)> userDefined)
    {
        Texts = texts;
        _fixed = fixedFormulas;
        _userDefined = userDefined;
    }

    public SettlementFormulaTexts Texts { get; }

    public static SettlementFormulas Default { get; } = Parse(SettlementFormulaTexts.Default).Value;

    /// <summary>Refused with the first mistake: the five fixed formulas first, then the user-defined ones in their order.</summary>
    public static Outcome<SettlementFormulas> Parse(SettlementFormulaTexts texts)
    {
        var known = texts.ParameterKeys.ToHashSet(StringComparer.Ordinal);
        var parsed = new Dictionary<FormulaKind, (FormulaText, Formula)>();
        foreach (var (kind, text) in FixedOf(texts))
        {
            var formula = Formula.Parse(text.Text, kind, known);
            if (formula.IsRefused)
            {
                return formula.Refusal;
            }

            parsed[kind] = (text, formula.Value);
        }

        if (texts.UserDefined.Count > UserDefinedCountMax)
        {
            return new FormulaRefusal.TooManyUserDefined(texts.UserDefined.Count, UserDefinedCountMax);
        }

        var userDefined = new List<(FormulaText, Formula)>();
        foreach (var text in texts.UserDefined)
        {
            var formula = CheckKey(text.Key, known) is { } refusal ? refusal : Formula.Parse(text.Text, FormulaKind.UserDefined, known);
            if (formula.IsRefused)
            {
                return formula.Refusal;
            }

            known.Add(text.Key);
            userDefined.Add((text, formula.Value));
        }

        return new SettlementFormulas(texts, parsed, userDefined);
    }

    /// <summary>One of the five fixed formulas on the amounts known so far.</summary>
    public Outcome<Won> Evaluate(FormulaKind kind, SettlementAmounts amounts, Fee? fee, IEnumerable<SettlementParameter> parameters)
    {
        var (text, formula) = _fixed[kind];
        return formula.Evaluate(text.Key, FormulaVariables.ValuesOf(amounts, fee, parameters), text.Rounding);
    }

    /// <summary>The user-defined formulas in their order, for a transfer's results.</summary>
    public Outcome<IReadOnlyList<FormulaResult>> EvaluateUserDefined(SettlementAmounts amounts, IEnumerable<SettlementParameter> parameters)
    {
        var values = FormulaVariables.ValuesOf(amounts, null, parameters);
        var results = new List<FormulaResult>();
        foreach (var (text, formula) in _userDefined)
        {
            var result = formula.Evaluate(text.Key, values, text.Rounding);
            if (result.IsRefused)
            {
                return result.Refusal;
            }

            values[text.Key] = result.Value.Value;
            results.Add(new FormulaResult(text.Key, result.Value));
        }

        return results;
    }

    private static IEnumerable<(FormulaKind Kind, FormulaText Text)> FixedOf(SettlementFormulaTexts texts) =>
    [
        (FormulaKind.PlatformFee, texts.PlatformFee),
        (FormulaKind.DiscountShare, texts.DiscountShare),
        (FormulaKind.AdditionalFee, texts.AdditionalFee),
        (FormulaKind.Settlement, texts.Settlement),
        (FormulaKind.SettlementTaxFree, texts.SettlementTaxFree),
    ];

    private static FormulaRefusal? CheckKey(string key, HashSet<string> known)
    {
        var isWell = key.Length is > 0 and <= KeyLengthMax
            && !char.IsAsciiDigit(key[0])
            && key.All(character => char.IsAsciiLetterOrDigit(character) || character == '_');
        return !isWell ? new FormulaRefusal.KeyMalformed(key, KeyLengthMax)
            : known.Contains(key) || FormulaVariables.IsReserved(key) ? new FormulaRefusal.KeyDuplicated(key)
            : null;
    }
}
