using System.Text;

namespace Jeongsan.Etax;

/// <summary>Fits a text into a box: smaller letters first, then more lines, then an ellipsis. Sizes in tenths of a pixel.</summary>
/// <remarks>Widths are those of the widest of the form's fonts, rounded up, so that the text fits whichever of them the reader has.</remarks>
internal static class FormText
{
    private const int SizeMin = 50;
    private const int SizeStep = 5;
    private const int LineHeightPercent = 125;

    /// <summary>The letters' size and the lines, top down.</summary>
    public static (int Size, IReadOnlyList<string> Lines) Fit(string text, int width, int height, int size)
    {
        for (; ; size -= SizeStep)
        {
            var lines = Wrap(text, width, size);
            var fitting = Math.Max(1, height / LineHeight(size));
            if (lines.Count <= fitting) return (size, lines);
            if (size - SizeStep < SizeMin) return (size, [.. lines.Take(fitting - 1), Shorten(lines[fitting - 1], width, size)]);
        }
    }

    public static int LineHeight(int size) => size * LineHeightPercent / 100;

    public static int Width(string text, int size)
    {
        var percent = 0;
        foreach (var rune in text.EnumerateRunes()) percent += Percent(rune);
        return (percent * size + 99) / 100;
    }

    private static int Percent(Rune rune) => rune.Value switch
    {
        >= 0x1100 => 100,
        >= 0x80 => 75,
        'W' or 'M' or 'm' or 'w' or '@' or '%' => 95,
        >= 'A' and <= 'Z' or '&' => 72,
        ' ' or '.' or ',' or ':' or ';' or '\'' or '|' or 'i' or 'l' or 'j' or '!' => 33,
        _ => 62,
    };

    private static List<string> Wrap(string text, int width, int size)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        var used = 0;
        var lastSpace = -1;
        foreach (var rune in text.EnumerateRunes())
        {
            var wide = (Percent(rune) * size + 99) / 100;
            if (used + wide > width && line.Length > 0)
            {
                var rest = lastSpace > 0 ? line.ToString(lastSpace + 1, line.Length - lastSpace - 1) : "";
                lines.Add((lastSpace > 0 ? line.ToString(0, lastSpace) : line.ToString()).TrimEnd());
                line.Clear().Append(rest);
                used = Width(rest, size);
                lastSpace = -1;
                if (rune.Value == ' ' && line.Length == 0) continue;
            }
            if (rune.Value == ' ') lastSpace = line.Length;
            line.Append(rune.ToString());
            used += wide;
        }
        if (line.Length > 0 || lines.Count == 0) lines.Add(line.ToString());
        return lines;
    }

    private static string Shorten(string line, int width, int size)
    {
        var kept = line.EnumerateRunes().ToList();
        while (kept.Count > 0 && Width(string.Concat(kept) + "…", size) > width) kept.RemoveAt(kept.Count - 1);
        return string.Concat(kept) + "…";
    }
}
