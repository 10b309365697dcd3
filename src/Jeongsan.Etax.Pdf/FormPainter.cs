using SkiaSharp;

namespace Jeongsan.Etax.Pdf;

/// <summary>Paints a page of the form.</summary>
/// <remarks>Korean in composed syllables needs no shaping: a character is a glyph.</remarks>
internal static class FormPainter
{
    public static void Paint(SKCanvas canvas, FormPage page, FormFonts fonts)
    {
        foreach (var shape in page.Shapes)
        {
            switch (shape)
            {
                case FormShape.Frame frame:
                    Paint(canvas, frame);
                    break;
                case FormShape.Letters letters:
                    Paint(canvas, letters, fonts.Of(letters.IsBold));
                    break;
                case FormShape.Mark mark:
                    Paint(canvas, mark, fonts.Of(isBold: true));
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

    private static void Paint(SKCanvas canvas, FormShape.Letters letters, SKTypeface typeface)
    {
        var align = letters.Align switch { FormAlign.Start => SKTextAlign.Left, FormAlign.Middle => SKTextAlign.Center, _ => SKTextAlign.Right };
        using var font = new SKFont(typeface, letters.SizeTenths / 10f) { Subpixel = true };
        using var paint = new SKPaint { Color = SKColor.Parse(letters.Colour), IsAntialias = true };
        canvas.DrawText(FormFonts.Printable(letters.Text), letters.X, letters.YTenths / 10f, align, font, paint);
    }

    private static void Paint(SKCanvas canvas, FormShape.Mark mark, SKTypeface typeface)
    {
        const float x = FormCanvas.PageWidth / 2f;
        const float y = FormCanvas.PageHeight / 2f;
        using var font = new SKFont(typeface, 150);
        using var paint = new SKPaint { Color = new SKColor(0x88, 0x88, 0x88, 46), IsAntialias = true };
        canvas.Save();
        canvas.RotateDegrees(-35, x, y);
        canvas.DrawText(FormFonts.Printable(mark.Text), x, y, SKTextAlign.Center, font, paint);
        canvas.Restore();
    }
}
