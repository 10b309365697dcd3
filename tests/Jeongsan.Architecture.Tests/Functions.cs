using System.Text.RegularExpressions;

namespace Jeongsan.Architecture.Tests;

internal sealed record Function(int Line, int LineCount, string Signature);

/// <summary>Finds functions with a body in braces by indentation and braces: good enough to measure them, without a compiler.</summary>
internal static partial class Functions
{
    public static IEnumerable<Function> Of(SourceFile file)
    {
        for (var index = 0; index < file.Code.Count - 1; index++)
        {
            if (file.Code[index].Trim() != "{" || SignatureAbove(file, index) is not { } start)
            {
                continue;
            }

            var indent = IndentOf(file.Code[index]);
            var end = index + 1;
            while (end < file.Code.Count && !(file.Code[end].TrimStart().StartsWith('}') && IndentOf(file.Code[end]) == indent))
            {
                end++;
            }

            yield return new Function(start + 1, end - start + 1, file.Lines[start].Trim());
        }
    }

    /// <summary>The line where the signature starts that the brace opens the body of; null for types, namespaces and statements.</summary>
    private static int? SignatureAbove(SourceFile file, int brace)
    {
        var indent = IndentOf(file.Code[brace]);
        var start = brace - 1;
        while (start > 0 && IndentOf(file.Code[start]) > indent)
        {
            start--;
        }

        var signature = string.Join(' ', file.Code.Skip(start).Take(brace - start)).Trim();
        return IndentOf(file.Code[start]) == indent && signature.Contains('(', StringComparison.Ordinal) && IsMember().IsMatch(signature) ? start : null;
    }

    private static int IndentOf(string line) => string.IsNullOrWhiteSpace(line) ? int.MaxValue : line.Length - line.TrimStart().Length;

    [GeneratedRegex(@"^(?!.*\b(class|record|struct|interface|enum)\b)(public|private|protected|internal|static)\b")]
    private static partial Regex IsMember();
}
