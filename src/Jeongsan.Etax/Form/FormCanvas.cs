using System.Globalization;
using System.Text;

namespace Jeongsan.Etax;

/// <summary>Where a text stands in its box.</summary>
internal enum FormAlign
{
    Start,
    Middle,
    End,
}

/// <summary>A box of the form, in pixels of an A4 page at 96 dpi.</summary>
internal readonly record struct FormBox(int X, int Y, int Width, int Height);

/// <summary>Draws one page as SVG: boxes, labels in the copy's colour, values in black. Everything that is written is escaped.</summary>
internal sealed class FormCanvas(string colour)
{
    public const int PageWidth = 794;
    public const int PageHeight = 1123;
    private const int Padding = 4;

    private readonly StringBuilder svg = new();

    /// <summary>A whole A4 page, unless less of it is drawn.</summary>
    public int Height { get; set; } = PageHeight;

    public void Frame(FormBox box, int thickness = 1, bool isTinted = false) => Append(
        $"<rect x=\"{box.X}\" y=\"{box.Y}\" width=\"{box.Width}\" height=\"{box.Height}\" fill=\"{(isTinted ? colour : "none")}\" fill-opacity=\"{(isTinted ? "0.06" : "1")}\" stroke=\"{colour}\" stroke-width=\"{thickness}\"/>");

    /// <summary>A framed cell with its name; a line end in it breaks the name there.</summary>
    public void Label(FormBox box, string text, int size = 100)
    {
        Frame(box, isTinted: true);
        var parts = text.Split('\n');
        var height = (box.Height - 4) / parts.Length;
        for (var i = 0; i < parts.Length; i++) Text(new(box.X, box.Y + 2 + height * i, box.Width, height), parts[i], size, FormAlign.Middle, colour, padding: 1);
    }

    /// <summary>A framed cell with its name written downwards.</summary>
    public void VerticalLabel(FormBox box, string text)
    {
        Frame(box, isTinted: true);
        var height = box.Height / text.Length;
        for (var i = 0; i < text.Length; i++) Text(new(box.X, box.Y + height * i, box.Width, height), text[i].ToString(), 120, FormAlign.Middle, colour, padding: 0);
    }

    /// <summary>A framed cell with a value of the invoice.</summary>
    public void Value(FormBox box, string? text, FormAlign align = FormAlign.Start, int size = 110)
    {
        Frame(box);
        Text(box, text, size, align, "#000");
    }

    public void Title(FormBox box, string text, int size, bool isBold = true) => Text(box, text, size, FormAlign.Middle, colour, isBold);

    public void Note(FormBox box, string text, FormAlign align) => Text(box, text, 90, align, colour);

    /// <summary>A light mark across the whole page.</summary>
    public void Watermark(string text) => Append(
        $"<text x=\"{PageWidth / 2}\" y=\"{Height / 2}\" font-size=\"150\" font-weight=\"700\" fill=\"#888\" fill-opacity=\"0.18\" text-anchor=\"middle\" transform=\"rotate(-35 {PageWidth / 2} {Height / 2})\">{Escape(text)}</text>");

    /// <summary>The page as a document that stands alone.</summary>
    public string ToSvg(string title) => string.Create(CultureInfo.InvariantCulture, $"""
        <svg xmlns="http://www.w3.org/2000/svg" width="{PageWidth}" height="{Height}" viewBox="0 0 {PageWidth} {Height}" role="img" font-family="Pretendard, 'Noto Sans KR', 'Noto Sans CJK KR', sans-serif"><title>{Escape(title)}</title><rect width="{PageWidth}" height="{Height}" fill="#fff"/>{svg}</svg>
        """);

    private void Text(FormBox box, string? text, int size, FormAlign align, string fill, bool isBold = false, int padding = Padding)
    {
        if (string.IsNullOrWhiteSpace(text)) return;
        var flat = text.ReplaceLineEndings(" ").Replace('\t', ' ');
        var (fitted, lines) = FormText.Fit(flat, (box.Width - 2 * padding) * 10, (box.Height - 2) * 10, size);
        var lineHeight = FormText.LineHeight(fitted);
        var x = align switch { FormAlign.Start => box.X + padding, FormAlign.Middle => box.X + box.Width / 2, _ => box.X + box.Width - padding };
        var anchor = align switch { FormAlign.Start => "start", FormAlign.Middle => "middle", _ => "end" };
        // Seven tenths of the letters' size lie above the middle of a line together with half of what is left.
        var y = box.Y * 10 + (box.Height * 10 - lineHeight * lines.Count) / 2 + (lineHeight + fitted * 7 / 10) / 2;
        foreach (var line in lines)
        {
            Append($"<text x=\"{x}\" y=\"{Tenths(y)}\" font-size=\"{Tenths(fitted)}\" text-anchor=\"{anchor}\" fill=\"{fill}\"{(isBold ? " font-weight=\"700\"" : "")} xml:space=\"preserve\">{Escape(line)}</text>");
            y += lineHeight;
        }
    }

    private void Append(FormattableString part) => svg.Append(part.ToString(CultureInfo.InvariantCulture));

    private static string Tenths(int value) => string.Create(CultureInfo.InvariantCulture, $"{value / 10}.{Math.Abs(value % 10)}");

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '"' => escaped.Append("&quot;"),
                '\'' => escaped.Append("&#39;"),
                _ => escaped.Append(CanonicalText.IsXmlText(rune.ToString()) ? rune.ToString() : "\uFFFD"),
            };
        }
        return escaped.ToString();
    }
}
