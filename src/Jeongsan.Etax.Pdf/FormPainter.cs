using System.Text;
using SkiaSharp;
using SkiaSharp.HarfBuzz;

namespace Jeongsan.Etax.Pdf;

/// <summary>Paints a page of the form.</summary>
internal static class FormPainter
{
    private static readonly SKTypeface Regular = Load("Pretendard-Regular.ttf");
    private static readonly SKTypeface Bold = Load("Pretendard-Bold.ttf");

    public static void Paint(SKCanvas canvas, FormPage page)
    {
        // A shaper keeps buffers of its own: one a page, so that pages can be painted side by side.
        using var regular = new SKShaper(Regular);
        using var bold = new SKShaper(Bold);
        foreach (var shape in page.Shapes)
        {
            switch (shape)
            {
                case FormShape.Frame frame:
                    Paint(canvas, frame);
                    break;
                case FormShape.Letters letters:
                    Paint(canvas, letters, letters.IsBold ? bold : regular);
                    break;
                case FormShape.Mark mark:
                    Paint(canvas, mark, bold);
                    break;
            }
        }
    }

    private static void Paint(SKCanvas canvas, FormShape.Frame frame)
    {
        var rectangle = SKRect.Create(frame.Box.X, frame.Box.Y, frame.Box.Width, frame.Box.Height);
        var colour = SKColor.Parse(frame.Colour);
        if (frame.IsTinted)
        {
            using var tint = new SKPaint { Color = colour.WithAlpha(15), Style = SKPaintStyle.Fill };
            canvas.DrawRect(rectangle, tint);
        }
        using var line = new SKPaint { Color = colour, Style = SKPaintStyle.Stroke, StrokeWidth = frame.Thickness, IsAntialias = true };
        canvas.DrawRect(rectangle, line);
    }

    private static void Paint(SKCanvas canvas, FormShape.Letters letters, SKShaper shaper)
    {
        var align = letters.Align switch { FormAlign.Start => SKTextAlign.Left, FormAlign.Middle => SKTextAlign.Center, _ => SKTextAlign.Right };
        using var font = new SKFont(shaper.Typeface, letters.SizeTenths / 10f) { Subpixel = true };
        using var paint = new SKPaint { Color = SKColor.Parse(letters.Colour), IsAntialias = true };
        canvas.DrawShapedText(shaper, Printable(letters.Text), letters.X, letters.YTenths / 10f, align, font, paint);
    }

    private static void Paint(SKCanvas canvas, FormShape.Mark mark, SKShaper shaper)
    {
        const float x = FormCanvas.PageWidth / 2f;
        const float y = FormCanvas.PageHeight / 2f;
        using var font = new SKFont(shaper.Typeface, 150);
        using var paint = new SKPaint { Color = new SKColor(0x88, 0x88, 0x88, 46), IsAntialias = true };
        canvas.Save();
        canvas.RotateDegrees(-35, x, y);
        canvas.DrawShapedText(shaper, mark.Text, x, y, SKTextAlign.Center, font, paint);
        canvas.Restore();
    }

    /// <summary>Composed syllables, and nothing that is not a character: lone surrogates and control characters become U+FFFD.</summary>
    private static string Printable(string text)
    {
        var printable = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) printable.Append(Rune.IsControl(rune) ? "\uFFFD" : rune.ToString());
        return printable.ToString().Normalize(NormalizationForm.FormC);
    }

    private static SKTypeface Load(string name)
    {
        using var stream = typeof(FormPainter).Assembly.GetManifestResourceStream(name)!;
        using var data = SKData.Create(stream);
        return SKTypeface.FromData(data) ?? throw new System.Diagnostics.UnreachableException($"{name} is not a font.");
    }
}
