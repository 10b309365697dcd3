using System.Globalization;
using System.Text.RegularExpressions;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Policies.Formulas;

namespace Jeongsan.Server.Console.Formulas;

/// <param name="Text">The whole formula, mended.</param>
public sealed record FormulaMend(string Label, string Text);

/// <summary>Mistakes in formulas that one click can mend.</summary>
public static partial class FormulaMends
{
    private const int NamesMax = 3;

    /// <param name="names">That may stand in the formula.</param>
    /// <param name="standard">What holds while a platform sets nothing; null for a formula of its own.</param>
    public static IReadOnlyList<FormulaMend> Of(Refusal mistake, string text, IReadOnlyList<string> names, string? standard) => mistake switch
    {
        FormulaRefusal.Empty when standard is not null => [new("기본 계산식 넣기", standard)],
        FormulaRefusal.BracketNotClosed at => [new("‘)’ 더하기", text.Insert(at.Position, ")"))],
        FormulaRefusal.BracketNotOpened at => [new("‘)’ 지우기", text.Remove(at.Position, 1))],
        FormulaRefusal.OperandMissing at => Missing(text, at.Position),
        FormulaRefusal.OperatorMissing at => Unjoined(text, at.Position),
        FormulaRefusal.UnexpectedCharacter at => Unexpected(text, at.Position),
        FormulaRefusal.NumberMalformed at when at.Text.EndsWith('.') => [new("끝의 점 지우기", text.Remove(at.Position + at.Text.Length - 1, 1))],
        FormulaRefusal.VariableUnknown at => [.. Nearest(at.Name, names).Select(name => new FormulaMend($"‘{name}’(으)로 바꾸기", Replace(text, at.Position, at.Name.Length, name)))],
        _ => [],
    };

    /// <summary>An operator that nothing follows, or one too many.</summary>
    private static IReadOnlyList<FormulaMend> Missing(string text, int position)
    {
        if (position < text.Length && text[position] != ')')
        {
            return [new($"‘{text[position]}’ 지우기", text.Remove(position, 1))];
        }
        var before = text[..Math.Min(position, text.Length)].TrimEnd();
        return before.Length > 0 && before[^1] is '+' or '-' or '−' or '*' or '×'
            ? [new($"남은 ‘{before[^1]}’ 지우기", before[..^1].TrimEnd() + text[Math.Min(position, text.Length)..])]
            : [];
    }

    /// <summary>Functions are written in capitals; else an operator is missing.</summary>
    private static IReadOnlyList<FormulaMend> Unjoined(string text, int position)
    {
        var name = FormulaSuggestions.WordBefore(text, position);
        var function = name.ToUpperInvariant();
        return text[position] == '(' && function != name && function is "FLOOR" or "CEIL" or "ROUND" or "MIN" or "MAX"
            ? [new($"‘{function}’(으)로 바꾸기", Replace(text, position - name.Length, name.Length, function))]
            : [new("‘*’ 넣기", text.Insert(position, "* ")), new("‘+’ 넣기", text.Insert(position, "+ "))];
    }

    /// <summary>10% is 0.1, 1,000 is 1000, and dividing by 4 is multiplying by 0.25.</summary>
    private static IReadOnlyList<FormulaMend> Unexpected(string text, int position)
    {
        if (text[position] == '%' && PercentEnd().Match(text[..(position + 1)]) is { Success: true } percent)
        {
            var share = Number(Read(percent.Groups[1].Value) / 100);
            return [new($"‘{percent.Value}’를 ‘{share}’(으)로 바꾸기", Replace(text, percent.Index, percent.Length, share))];
        }
        if (text[position] is '/' or '÷' && Divisor().Match(text, position + 1) is { Success: true } divisor && divisor.Index == position + 1
            && Read(divisor.Groups[1].Value) is > 0 and var by && decimal.Round(1 / by, 5) is var factor && factor * by == 1)
        {
            return [new($"‘* {Number(factor)}’(으)로 바꾸기", Replace(text, position, 1 + divisor.Length, $"* {Number(factor)}"))];
        }
        return [new($"‘{text[position]}’ 지우기", text.Remove(position, 1))];
    }

    private static string Replace(string text, int position, int length, string by) => text.Remove(position, length).Insert(position, by);

    private static decimal Read(string number) => decimal.Parse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    private static string Number(decimal value) => value.ToString("0.##########", CultureInfo.InvariantCulture);

    /// <summary>The names that were most likely meant.</summary>
    private static IEnumerable<string> Nearest(string name, IReadOnlyList<string> names)
    {
        var wanted = name.ToUpperInvariant();
        return names.Select(known => (Name: known, Distance: Distance(wanted, known.ToUpperInvariant())))
            .Where(known => known.Distance <= Math.Max(2, wanted.Length / 3) || known.Name.Contains(wanted, StringComparison.OrdinalIgnoreCase))
            .OrderBy(known => known.Distance).ThenBy(known => known.Name, StringComparer.Ordinal).Take(NamesMax).Select(known => known.Name);
    }

    /// <summary>Characters to add, drop or exchange (Levenshtein).</summary>
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        foreach (var letter in one)
        {
            var diagonal = row[0]++;
            for (var index = 1; index < row.Length; index++)
            {
                var best = Math.Min(Math.Min(row[index], row[index - 1]) + 1, diagonal + (letter == other[index - 1] ? 0 : 1));
                (diagonal, row[index]) = (row[index], best);
            }
        }
        return row[^1];
    }

    [GeneratedRegex(@"(\d{1,15}(?:\.\d{1,5})?) *%$")]
    private static partial Regex PercentEnd();

    [GeneratedRegex(@"\G *(\d{1,15}(?:\.\d{1,5})?)")]
    private static partial Regex Divisor();
}
