using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Transfers;

namespace Jeongsan.Domain.Policies.Formulas;

/// <summary>Parsed formulas, ready to compute.</summary>
public sealed class SettlementFormulas
{
    private readonly IReadOnlyDictionary<FormulaKind, (FormulaText Text, Formula Formula)> _fixed;
    private readonly IReadOnlyList<(FormulaText Text, Formula Formula, bool IsPerProduct)> _userDefined;

    /// <summary>Of the formulas for which no parameter matters.</summary>
    private readonly IReadOnlyDictionary<FormulaKind, Outcome<Won>> _onNothing;

    private SettlementFormulas(
        SettlementFormulaTexts texts,
        IReadOnlyDictionary<FormulaKind, (FormulaText, Formula)> fixedFormulas,
        IReadOnlyList<(FormulaText, Formula, bool)> userDefined)
    {
        Texts = texts;
        _fixed = fixedFormulas;
        _userDefined = userDefined;
        _onNothing = fixedFormulas.Where(each => each.Value.Item2.Variables.All(variable => FormulaVariables.IsReserved(variable.Name)))
            .ToDictionary(each => each.Key, each => Evaluate(each.Key, OnNothing([]), new FormulaPlace(null), null));
    }

    public SettlementFormulaTexts Texts { get; }

    public bool HasUserDefined => _userDefined.Count > 0;

    public static SettlementFormulas Default { get; } = Parse(SettlementFormulaTexts.Default).Value;

    /// <summary>Refused with the first <see cref="FormulaMistake"/>.</summary>
    public static Outcome<SettlementFormulas> Parse(SettlementFormulaTexts texts)
    {
        var mistakes = new List<FormulaMistake>();
        var parsed = FormulaReading.Read(texts, mistakes);
        return mistakes.Count > 0 ? mistakes[0] : new SettlementFormulas(texts, parsed.Fixed, parsed.UserDefined);
    }

    /// <summary>Every mistake: parameters first, then the five fixed formulas, then the user-defined ones in their order. At most one for each.</summary>
    public static IReadOnlyList<FormulaMistake> Check(SettlementFormulaTexts texts)
    {
        var mistakes = new List<FormulaMistake>();
        FormulaReading.Read(texts, mistakes);
        return mistakes;
    }

    /// <summary>One of the five fixed formulas on the amounts known so far.</summary>
    public Outcome<Won> Evaluate(FormulaKind kind, FormulaInputs inputs, FormulaPlace place, FormulaTrace? trace)
    {
        var (text, formula) = _fixed[kind];
        return Evaluate(kind, text, formula, inputs, place, trace);
    }

    /// <summary>What a fixed formula gives when all amounts are 0.</summary>
    internal Outcome<Won> EvaluateOnNothing(FormulaKind kind, IReadOnlyList<SettlementParameter> parameters) =>
        _onNothing.TryGetValue(kind, out var known) ? known : Evaluate(kind, OnNothing(parameters), new FormulaPlace(null), null);

    /// <summary>The user-defined formulas in their order, for a transfer's results.</summary>
    /// <param name="lines">Results of the order's lines: what is given per product is evaluated there and summed. Empty for a line or an order by total.</param>
    public Outcome<IReadOnlyList<FormulaResult>> EvaluateUserDefined(
        FormulaInputs inputs, IReadOnlyList<IReadOnlyList<FormulaResult>> lines, FormulaPlace place, FormulaTrace? trace)
    {
        var earlier = new Dictionary<string, Won>(StringComparer.Ordinal);
        foreach (var (text, formula, isPerProduct) in _userDefined)
        {
            var result = isPerProduct && lines.Count > 0
                ? lines.Total(line => line.First(one => one.Key == text.Key).Amount)
                : Evaluate(FormulaKind.UserDefined, text, formula, inputs with { Earlier = earlier }, place, trace);
            if (result.IsRefused)
            {
                return result.Refusal;
            }

            earlier[text.Key] = result.Value;
        }

        return _userDefined.Select(each => new FormulaResult(each.Text.Key, earlier[each.Text.Key])).ToArray();
    }

    private static FormulaInputs OnNothing(IReadOnlyList<SettlementParameter> parameters) => new(SettlementAmounts.Zero, null, 1, parameters);

    private static Outcome<Won> Evaluate(FormulaKind kind, FormulaText text, Formula formula, FormulaInputs inputs, FormulaPlace place, FormulaTrace? trace) =>
        formula.Evaluate(text.Key, inputs.ValueOf, text.Rounding).Then<Won>(value =>
        {
            trace?.Add(new FormulaStep(
                kind, text, place, [.. formula.Variables.Select(variable => new FormulaInput(variable.Name, inputs.ValueOf(variable.Name)))], value.Exact, value.Rounded));
            return value.Rounded;
        });
}
