using Jeongsan.Domain.Policies.Formulas;
using Jeongsan.Server.Api.Formulas;

namespace Jeongsan.Server.Console.Formulas;

/// <summary>A name that may stand in a formula.</summary>
/// <param name="Text">What is written into the formula.</param>
/// <param name="Title">What it means.</param>
public sealed record FormulaSuggestion(string Text, string Title);

/// <summary>What may be written next.</summary>
public static class FormulaSuggestions
{
    private static readonly FormulaSuggestion[] Functions =
    [
        new("FLOOR(", "버림"), new("CEIL(", "올림"), new("ROUND(", "반올림"), new("MIN(", "가장 작은 값"), new("MAX(", "가장 큰 값"),
    ];

    /// <summary>Everything that may stand in that formula: variables, the platform's own names that come before, functions.</summary>
    public static IReadOnlyList<FormulaSuggestion> For(FormulaForm form, FormulaLine line)
    {
        var isOfOrder = line.Kind is FormulaKind.Settlement or FormulaKind.SettlementTaxFree;
        var parameters = form.Parameters.Where(parameter => !isOfOrder || parameter.Scope == ParameterScope.Order).Select(parameter => new FormulaSuggestion(parameter.Key.Trim(), parameter.Name));
        var earlier = line.Kind == FormulaKind.UserDefined
            ? form.UserDefined.TakeWhile(other => !ReferenceEquals(other, line)).Select(other => new FormulaSuggestion(other.Key.Trim(), other.Name))
            : [];
        var known = FormulaVariables.AllowedIn(line.Kind).Select(name => new FormulaSuggestion(name, FormulaWords.OfVariable(name) ?? name));
        return [.. known, .. parameters.Concat(earlier).Where(own => own.Text.Length > 0), .. Functions];
    }

    /// <summary>Those that fit what was begun to be written, in English or in Korean; all when nothing was, or when it is written out.</summary>
    public static IReadOnlyList<FormulaSuggestion> Matching(IReadOnlyList<FormulaSuggestion> all, string word) =>
        word.Length == 0 || all.Any(one => one.Text == word) ? all
        : [.. all.Where(one => one.Text.Contains(word, StringComparison.OrdinalIgnoreCase) || one.Title.Contains(word, StringComparison.Ordinal))
            .OrderBy(one => one.Text.StartsWith(word, StringComparison.OrdinalIgnoreCase) ? 0 : 1)];

    /// <summary>The word that ends at the caret.</summary>
    public static string WordBefore(string text, int caret)
    {
        var end = Math.Clamp(caret, 0, text.Length);
        var start = end;
        while (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] == '_'))
        {
            start--;
        }
        var word = text[start..end];
        return word.Length > 0 && char.IsAsciiDigit(word[0]) ? "" : word;
    }
}
