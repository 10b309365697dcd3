using System.Text;

namespace Jeongsan.Architecture.Tests;

/// <summary>Blanks comments, strings and characters out of C#, keeping every line where it was.</summary>
internal static class CodeText
{
    public static string Blank(string text)
    {
        var blanked = new StringBuilder(text.Length);
        var index = 0;
        while (index < text.Length)
        {
            var end = EndOfSpan(text, index);
            if (end == index)
            {
                blanked.Append(text[index++]);
                continue;
            }

            for (; index < end; index++)
            {
                blanked.Append(text[index] == '\n' ? '\n' : ' ');
            }
        }

        return blanked.ToString();
    }

    /// <summary>Where the comment or literal that starts here ends; the same place when none starts.</summary>
    private static int EndOfSpan(string text, int index)
    {
        if (At(text, index, "//"))
        {
            return EndAt(text, index, "\n", 0);
        }

        if (At(text, index, "/*"))
        {
            return EndAt(text, index + 2, "*/", 2);
        }

        var quote = index;
        while (quote < text.Length && text[quote] is '$' or '@')
        {
            quote++;
        }

        if (At(text, quote, "\"\"\""))
        {
            var count = text.Skip(quote).TakeWhile(character => character == '"').Count();
            return EndAt(text, quote + count, new string('"', count), count);
        }

        if (At(text, quote, "\""))
        {
            return text[index..quote].Contains('@', StringComparison.Ordinal) ? EndOfVerbatim(text, quote + 1) : EndOfEscaped(text, quote + 1, '"');
        }

        return text[index] == '\'' ? EndOfEscaped(text, index + 1, '\'') : index;
    }

    private static int EndOfEscaped(string text, int index, char quote)
    {
        while (index < text.Length && text[index] != quote && text[index] != '\n')
        {
            index += text[index] == '\\' ? 2 : 1;
        }

        return Math.Min(index + 1, text.Length);
    }

    private static int EndOfVerbatim(string text, int index)
    {
        while (index < text.Length)
        {
            if (text[index] != '"')
            {
                index++;
            }
            else if (At(text, index, "\"\""))
            {
                index += 2;
            }
            else
            {
                return index + 1;
            }
        }

        return text.Length;
    }

    private static int EndAt(string text, int from, string mark, int after)
    {
        var found = text.IndexOf(mark, Math.Min(from, text.Length), StringComparison.Ordinal);
        return found < 0 ? text.Length : found + after;
    }

    private static bool At(string text, int index, string mark) => string.CompareOrdinal(text, index, mark, 0, mark.Length) == 0;
}
