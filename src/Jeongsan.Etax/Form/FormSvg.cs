using System.Globalization;
using System.Text;

namespace Jeongsan.Etax;

/// <summary>Writes a page as an SVG document that stands alone. Everything that is written is escaped.</summary>
internal static class FormSvg
{
    private const int Width = FormCanvas.PageWidth;

    public static string Write(FormPage page)
    {
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"""<svg xmlns="http://www.w3.org/2000/svg" width="{Width}" height="{page.Height}" viewBox="0 0 {Width} {page.Height}" role="img" font-family="Pretendard, 'Noto Sans KR', 'Noto Sans CJK KR', sans-serif">""");
        svg.Append(CultureInfo.InvariantCulture, $"<title>{Escape(page.Title)}</title><rect width=\"{Width}\" height=\"{page.Height}\" fill=\"#fff\"/>");
        foreach (var shape in page.Shapes) svg.Append(Write(shape, page.Height));
        return svg.Append("</svg>").ToString();
    }

    private static string Write(FormShape shape, int pageHeight) => shape switch
    {
        FormShape.Frame(var box, var colour, var thickness, var isTinted) => string.Create(CultureInfo.InvariantCulture,
            $"<rect x=\"{box.X}\" y=\"{box.Y}\" width=\"{box.Width}\" height=\"{box.Height}\" fill=\"{(isTinted ? colour : "none")}\" fill-opacity=\"{(isTinted ? "0.06" : "1")}\" stroke=\"{colour}\" stroke-width=\"{thickness}\"/>"),
        FormShape.Letters letters => string.Create(CultureInfo.InvariantCulture,
            $"<text x=\"{letters.X}\" y=\"{Tenths(letters.YTenths)}\" font-size=\"{Tenths(letters.SizeTenths)}\" text-anchor=\"{Anchor(letters.Align)}\" fill=\"{letters.Colour}\"{(letters.IsBold ? " font-weight=\"700\"" : "")} xml:space=\"preserve\">{Escape(letters.Text)}</text>"),
        FormShape.Mark(var text) => string.Create(CultureInfo.InvariantCulture,
            $"<text x=\"{Width / 2}\" y=\"{pageHeight / 2}\" font-size=\"150\" font-weight=\"700\" fill=\"#888\" fill-opacity=\"0.18\" text-anchor=\"middle\" transform=\"rotate(-35 {Width / 2} {pageHeight / 2})\">{Escape(text)}</text>"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Anchor(FormAlign align) => align switch { FormAlign.Start => "start", FormAlign.Middle => "middle", _ => "end" };

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
