namespace Jeongsan.Application.Sheets;

/// <summary>RFC 4180, and no cell that a spreadsheet program would run.</summary>
public static class Csv
{
    public static string Line(IReadOnlyList<string> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    private static string Cell(string text)
    {
        // A text that begins like a formula is run when the sheet is opened; a number with a sign is none.
        var safe = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' && !IsNumber(text) ? $"'{text}" : text;
        return safe.AsSpan().IndexOfAny(",\"\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static bool IsNumber(string text) => text[0] == '-' && text.Length > 1 && text.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;
}
