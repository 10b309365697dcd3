using Jeongsan.Domain.Money;
using Jeongsan.Domain.Policies.Formulas;
using Jeongsan.Server.Api.Formulas;
using Jeongsan.Server.Console.Policies;

namespace Jeongsan.Server.Console.Formulas;

/// <summary>One formula as a person edits it.</summary>
public sealed class FormulaLine
{
    public required FormulaKind Kind { get; init; }
    public string Key { get; set; } = "";
    public string Name { get; set; } = "";
    public string Text { get; set; } = "";
    public Rounding Rounding { get; set; }

    /// <summary>Stays when the key is edited: finds the field on the page.</summary>
    public string FieldId { get; } = $"formula-{Guid.NewGuid():N}";

    public static FormulaLine Of(FormulaKind kind, FormulaText text) => new() { Kind = kind, Key = text.Key, Name = text.Name, Text = text.Text, Rounding = text.Rounding };

    public FormulaText ToText() => new(Key.Trim(), Name.Trim(), Text.Trim(), Rounding);
}

/// <summary>A settlement parameter as a person edits it.</summary>
public sealed class ParameterLine
{
    public string Key { get; set; } = "";
    public string Name { get; set; } = "";
    public ParameterScope Scope { get; set; }

    /// <summary>Where an order gives none.</summary>
    public decimal Default { get; set; }

    public ParameterDefinition ToDefinition()
    {
        var (unscaled, scale) = Numbers.Scaled(Default);
        return new ParameterDefinition(Key.Trim(), Name.Trim(), Scope, unscaled, scale);
    }
}

/// <summary>All formulas of a platform as a person edits them.</summary>
public sealed class FormulaForm
{
    public required IReadOnlyList<FormulaLine> Fixed { get; init; }
    public Rounding VatRounding { get; set; }
    public required List<FormulaLine> UserDefined { get; init; }
    public required List<ParameterLine> Parameters { get; init; }

    public static FormulaForm Of(SettlementFormulaTexts texts) => new()
    {
        Fixed = [.. texts.Fixed().Select(each => FormulaLine.Of(each.Kind, each.Text))],
        VatRounding = texts.VatRounding,
        UserDefined = [.. texts.UserDefined.Select(text => FormulaLine.Of(FormulaKind.UserDefined, text))],
        Parameters =
        [
            .. texts.Parameters.Select(parameter => new ParameterLine
            {
                Key = parameter.Key,
                Name = parameter.Name,
                Scope = parameter.Scope,
                Default = Numbers.Of(parameter.DefaultUnscaled, parameter.DefaultScale),
            }),
        ],
    };

    public SettlementFormulaTexts ToTexts()
    {
        FormulaText Text(FormulaKind kind) => Fixed.First(line => line.Kind == kind).ToText();
        return new SettlementFormulaTexts(
            Text(FormulaKind.PlatformFee), Text(FormulaKind.DiscountShare), Text(FormulaKind.AdditionalFee), Text(FormulaKind.Settlement), Text(FormulaKind.SettlementTaxFree),
            VatRounding, [.. UserDefined.Select(line => line.ToText())], [.. Parameters.Select(line => line.ToDefinition())]);
    }

    /// <summary>What makes the one set of formulas another than the other.</summary>
    public static IReadOnlyList<PolicyDifference> Differences(SettlementFormulaTexts before, SettlementFormulaTexts after)
    {
        var (old, present) = (Facts(before), Facts(after));
        return
        [
            .. old.Keys.Union(present.Keys).Where(label => old.GetValueOrDefault(label) != present.GetValueOrDefault(label))
                .Select(label => new PolicyDifference(label, old.GetValueOrDefault(label, ""), present.GetValueOrDefault(label, ""))),
        ];
    }

    /// <summary>Keys are told once: two of one key are a mistake that is shown elsewhere.</summary>
    private static Dictionary<string, string> Facts(SettlementFormulaTexts texts)
    {
        var facts = texts.Fixed().ToDictionary(each => each.Text.Name, each => Words(each.Text));
        facts["부가세"] = FormulaWords.Of(texts.VatRounding);
        foreach (var formula in texts.UserDefined)
        {
            facts[$"수식 {formula.Key}"] = $"{formula.Name}: {Words(formula)}";
        }
        foreach (var parameter in texts.Parameters)
        {
            facts[$"파라미터 {parameter.Key}"] = $"{parameter.Name}: 기본값 {FormulaWords.Number(Numbers.Of(parameter.DefaultUnscaled, parameter.DefaultScale))} · {Of(parameter.Scope)}";
        }
        return facts;
    }

    public static string Of(ParameterScope scope) => scope switch
    {
        ParameterScope.Order => "주문마다",
        ParameterScope.Product => "상품마다",
        _ => throw new ArgumentOutOfRangeException(nameof(scope), scope, null),
    };

    private static string Words(FormulaText text) => $"{text.Text} ({FormulaWords.Of(text.Rounding)})";
}

/// <summary>Numbers of parameters: unscaled ÷ 10^scale in the books, with a point to people.</summary>
internal static class Numbers
{
    public static decimal Of(long unscaled, int scale) => FormulaInputs.ValueOf(new Domain.Transfers.SettlementParameter("", unscaled, scale));

    /// <summary>More digits behind the point than a parameter may have are rounded away.</summary>
    public static (long Unscaled, int Scale) Scaled(decimal value)
    {
        var rounded = decimal.Round(decimal.Clamp(value, -TooLarge, TooLarge), FormulaLimits.ScaleMax);
        var scale = 0;
        while (rounded != decimal.Truncate(rounded))
        {
            rounded *= 10;
            scale++;
        }
        return ((long)rounded, scale);
    }

    /// <summary>Refused as out of range, and still a number.</summary>
    private const decimal TooLarge = 1_000_000_000_000m;
}
