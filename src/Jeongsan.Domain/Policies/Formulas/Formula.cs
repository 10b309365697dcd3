using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;

namespace Jeongsan.Domain.Policies.Formulas;

/// <summary>A parsed formula: + − * ( ), numbers, names, FLOOR( ), CEIL( ), ROUND( ), MIN( , ), MAX( , ).</summary>
public sealed class Formula
{
    public const int LengthMax = 1_000;
    public const int DepthMax = 50;

    private readonly FormulaNode _root;

    private Formula(string text, FormulaNode root)
    {
        Text = text;
        _root = root;
        Variables = [.. root.Variables().DistinctBy(variable => variable.Name)];
    }

    public string Text { get; }

    /// <summary>Every name that it uses, with the place of its first use.</summary>
    public IReadOnlyList<FormulaNode.Variable> Variables { get; }

    /// <summary>Reads a formula of that kind; a wrong one is refused with the position of the first mistake.</summary>
    /// <param name="ownNames">Parameters of the platform and user-defined formulas that come before.</param>
    public static Outcome<Formula> Parse(string text, FormulaKind kind, IReadOnlySet<string> ownNames)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return new FormulaRefusal.Empty();
        }

        if (text.Length > LengthMax)
        {
            return new FormulaRefusal.TooLong(text.Length, LengthMax);
        }

        return new FormulaParser(text).Parse().Then<Formula>(root =>
            root.Variables().Select(variable => FormulaVariables.Check(variable, kind, ownNames)).FirstOrDefault(refusal => refusal is not null) is { } refusal
                ? refusal
                : new Formula(text, root));
    }

    /// <summary>The exact value; only here are there fractions of a won.</summary>
    /// <param name="key">Named in the refusal when the value leaves the range.</param>
    /// <param name="valueOf">A value for every name that it uses.</param>
    public Outcome<FormulaValue> Evaluate(string key, Func<string, decimal> valueOf, Rounding rounding)
    {
        try
        {
            var exact = _root.Evaluate(valueOf);
            var rounded = Round(exact, rounding);
            return Math.Abs(rounded) > Won.Limit ? new FormulaRefusal.ResultOutOfRange(key) : new FormulaValue(exact, new Won((long)rounded));
        }
        catch (OverflowException)
        {
            return new FormulaRefusal.ResultOutOfRange(key);
        }
    }

    /// <summary>Symmetric around zero, as <see cref="Rounding"/> says.</summary>
    internal static decimal Round(decimal value, Rounding rounding) => rounding switch
    {
        Rounding.Floor => decimal.Truncate(value),
        Rounding.Ceiling => value >= 0 ? decimal.Ceiling(value) : decimal.Floor(value),
        Rounding.HalfUp => decimal.Round(value, 0, MidpointRounding.AwayFromZero),
        _ => throw new System.Diagnostics.UnreachableException(rounding.ToString()),
    };
}

/// <param name="Exact">Before rounding.</param>
public readonly record struct FormulaValue(decimal Exact, Won Rounded);
