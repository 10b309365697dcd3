using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Transfers;

namespace Jeongsan.Domain.Policies.Formulas;

public static class FormulaLimits
{
    public const int UserDefinedCountMax = 10;
    public const int ParameterCountMax = 20;
    public const int KeyLengthMax = 40;
    public const int NameLengthMax = 100;

    /// <summary>As the API says: 0 to 5 digits behind the point.</summary>
    public const int ScaleMax = 5;

    public const long UnscaledMax = TransferLimits.AmountMax * 100_000;
}

/// <summary>From what people wrote to formulas that compute, with every mistake found on the way.</summary>
internal static class FormulaReading
{
    public sealed record Formulas(
        IReadOnlyDictionary<FormulaKind, (FormulaText, Formula)> Fixed,
        IReadOnlyList<(FormulaText, Formula, bool IsPerProduct)> UserDefined);

    public static Formulas Read(SettlementFormulaTexts texts, List<FormulaMistake> mistakes)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var parameter in Parameters(texts.Parameters, mistakes).Where(parameter => Note(parameter.Key, CheckParameter(parameter, known), mistakes)))
        {
            known.Add(parameter.Key);
        }

        var perProduct = texts.Parameters.Where(parameter => parameter.Scope == ParameterScope.Product).Select(parameter => parameter.Key).ToHashSet(StringComparer.Ordinal);
        var parsed = new Dictionary<FormulaKind, (FormulaText, Formula)>();
        foreach (var (kind, text) in texts.Fixed())
        {
            var formula = Formula.Parse(text.Text, kind, known);
            if (Note(text.Key, CheckName(text.Key, text.Name) ?? formula.Refusal ?? CheckPerProduct(formula.Value, kind, perProduct), mistakes))
            {
                parsed[kind] = (text, formula.Value);
            }
        }

        return new Formulas(parsed, UserDefined(texts.UserDefined, known, perProduct, mistakes));
    }

    private static List<(FormulaText, Formula, bool)> UserDefined(
        IReadOnlyList<FormulaText> texts, HashSet<string> known, HashSet<string> perProduct, List<FormulaMistake> mistakes)
    {
        var formulas = new List<(FormulaText, Formula, bool)>();
        if (texts.Count > FormulaLimits.UserDefinedCountMax)
        {
            mistakes.Add(new FormulaMistake("userDefined", new FormulaRefusal.TooManyUserDefined(texts.Count, FormulaLimits.UserDefinedCountMax)));
            return formulas;
        }

        foreach (var text in texts)
        {
            var formula = Formula.Parse(text.Text, FormulaKind.UserDefined, known);
            if (Note(text.Key, CheckKey(text.Key, known) ?? CheckName(text.Key, text.Name) ?? formula.Refusal, mistakes))
            {
                // Only one that names a parameter of products itself; another one that uses its result uses the sum.
                formulas.Add((text, formula.Value, formula.Value.Variables.Any(variable => perProduct.Contains(variable.Name))));
            }

            // A wrong formula's name is still known to the later ones, so that each mistake is told once.
            known.Add(text.Key);
        }

        return formulas;
    }

    private static IReadOnlyList<ParameterDefinition> Parameters(IReadOnlyList<ParameterDefinition> parameters, List<FormulaMistake> mistakes)
    {
        if (parameters.Count <= FormulaLimits.ParameterCountMax)
        {
            return parameters;
        }

        mistakes.Add(new FormulaMistake("parameters", new FormulaRefusal.TooManyParameters(parameters.Count, FormulaLimits.ParameterCountMax)));
        return [];
    }

    private static Refusal? CheckParameter(ParameterDefinition parameter, HashSet<string> known) =>
        CheckKey(parameter.Key, known)
        ?? CheckName(parameter.Key, parameter.Name)
        ?? ParameterValues.CheckRange(new SettlementParameter(parameter.Key, parameter.DefaultUnscaled, parameter.DefaultScale));

    /// <summary>What is decided once for the order cannot use what differs by product.</summary>
    private static FormulaRefusal? CheckPerProduct(Formula formula, FormulaKind kind, HashSet<string> perProduct) =>
        kind is FormulaKind.Settlement or FormulaKind.SettlementTaxFree && formula.Variables.FirstOrDefault(variable => perProduct.Contains(variable.Name)) is { } variable
            ? new FormulaRefusal.ParameterOnlyPerProduct(variable.Position, variable.Name, kind)
            : null;

    private static FormulaRefusal? CheckName(string key, string name) =>
        string.IsNullOrWhiteSpace(name) ? new FormulaRefusal.NameMissing(key)
        : name.Length > FormulaLimits.NameLengthMax ? new FormulaRefusal.NameTooLong(key, name.Length, FormulaLimits.NameLengthMax)
        : null;

    private static FormulaRefusal? CheckKey(string key, HashSet<string> known)
    {
        var isWell = key.Length is > 0 and <= FormulaLimits.KeyLengthMax
            && !char.IsAsciiDigit(key[0])
            && key.All(character => char.IsAsciiLetterOrDigit(character) || character == '_');
        return !isWell ? new FormulaRefusal.KeyMalformed(key, FormulaLimits.KeyLengthMax)
            : known.Contains(key) || FormulaVariables.IsReserved(key) ? new FormulaRefusal.KeyDuplicated(key)
            : null;
    }

    private static bool Note(string key, Refusal? mistake, List<FormulaMistake> mistakes)
    {
        if (mistake is not null)
        {
            mistakes.Add(new FormulaMistake(key, mistake));
        }

        return mistake is null;
    }
}

/// <summary>The values of the platform's parameters for one order.</summary>
public static class ParameterValues
{
    /// <summary>What an order gives, and the default for the rest: each defined parameter once, in the definitions' order.</summary>
    public static Outcome<IReadOnlyList<SettlementParameter>> OfOrder(IReadOnlyList<ParameterDefinition> defined, IReadOnlyList<SettlementParameter> given) =>
        Check(defined, given, ofProduct: false) is { } refusal
            ? refusal
            : defined.Select(definition =>
                given.FirstOrDefault(parameter => parameter.Key == definition.Key)
                ?? new SettlementParameter(definition.Key, definition.DefaultUnscaled, definition.DefaultScale)).ToArray();

    /// <summary>Null when a line may give these.</summary>
    public static Refusal? CheckOfProduct(IReadOnlyList<ParameterDefinition> defined, IReadOnlyList<SettlementParameter> given) => Check(defined, given, ofProduct: true);

    /// <summary>A line's own values before the order's.</summary>
    internal static IReadOnlyList<SettlementParameter> OfLine(IReadOnlyList<SettlementParameter> ofOrder, IReadOnlyList<SettlementParameter> ofLine) =>
        ofLine.Count == 0 ? ofOrder : [.. ofOrder.Select(parameter => ofLine.FirstOrDefault(own => own.Key == parameter.Key) ?? parameter)];

    internal static Refusal? CheckRange(SettlementParameter parameter) =>
        parameter.Scale is < 0 or > FormulaLimits.ScaleMax ? new FormulaRefusal.ParameterScaleOutOfRange(parameter.Key, parameter.Scale, FormulaLimits.ScaleMax)
        : parameter.Unscaled is > FormulaLimits.UnscaledMax or < -FormulaLimits.UnscaledMax ? new FormulaRefusal.ParameterOutOfRange(parameter.Key, FormulaLimits.UnscaledMax)
        : null;

    private static Refusal? Check(IReadOnlyList<ParameterDefinition> defined, IReadOnlyList<SettlementParameter> given, bool ofProduct) =>
        given.Select(parameter =>
            defined.FirstOrDefault(definition => definition.Key == parameter.Key) is not { } definition ? new FormulaRefusal.ParameterNotFound(parameter.Key)
            : ofProduct && definition.Scope != ParameterScope.Product ? new FormulaRefusal.ParameterNotPerProduct(parameter.Key)
            : CheckRange(parameter)).FirstOrDefault(refusal => refusal is not null);
}
