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

/// <summary>Something on a page. Positions in pixels of an A4 page at 96 dpi, those of texts in tenths of it.</summary>
internal abstract record FormShape
{
    private FormShape() { }

    /// <summary>A frame, with a touch of its colour inside when it is tinted.</summary>
    public sealed record Frame(FormBox Box, string Colour, int Thickness, bool IsTinted) : FormShape;

    /// <summary>One line of text from its anchor on the base line.</summary>
    public sealed record Letters(int X, int YTenths, int SizeTenths, FormAlign Align, string Colour, bool IsBold, string Text) : FormShape;

    /// <summary>A light mark across the whole page.</summary>
    public sealed record Mark(string Text) : FormShape;
}

/// <summary>One drawn page: what every output format is made from.</summary>
/// <param name="Height">A whole A4 page, unless less of it is drawn.</param>
internal sealed record FormPage(string Title, int Height, IReadOnlyList<FormShape> Shapes);

/// <summary>Lays out one page: boxes, labels in the copy's colour, values in black.</summary>
internal sealed class FormCanvas(string colour)
{
    public const int PageWidth = 794;
    public const int PageHeight = 1123;
    private const int Padding = 4;

    private readonly List<FormShape> shapes = [];

    public int Height { get; set; } = PageHeight;

    public void Frame(FormBox box, int thickness = 1, bool isTinted = false) => shapes.Add(new FormShape.Frame(box, colour, thickness, isTinted));

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
        Text(box, text, size, align, "#000000");
    }

    public void Title(FormBox box, string text, int size, bool isBold = true) => Text(box, text, size, FormAlign.Middle, colour, isBold);

    public void Note(FormBox box, string text, FormAlign align) => Text(box, text, 90, align, colour);

    public void Watermark(string text) => shapes.Add(new FormShape.Mark(text));

    public FormPage ToPage(string title) => new(title, Height, shapes);

    private void Text(FormBox box, string? text, int size, FormAlign align, string fill, bool isBold = false, int padding = Padding)
    {
        if (string.IsNullOrWhiteSpace(text)) return;
        var flat = text.ReplaceLineEndings(" ").Replace('\t', ' ');
        var (fitted, lines) = FormText.Fit(flat, (box.Width - 2 * padding) * 10, (box.Height - 2) * 10, size);
        var lineHeight = FormText.LineHeight(fitted);
        var x = align switch { FormAlign.Start => box.X + padding, FormAlign.Middle => box.X + box.Width / 2, _ => box.X + box.Width - padding };
        // Seven tenths of the letters' size lie above the middle of a line together with half of what is left.
        var y = box.Y * 10 + (box.Height * 10 - lineHeight * lines.Count) / 2 + (lineHeight + fitted * 7 / 10) / 2;
        foreach (var line in lines)
        {
            shapes.Add(new FormShape.Letters(x, y, fitted, align, fill, isBold, line));
            y += lineHeight;
        }
    }
}
