using SkiaSharp;

namespace Jeongsan.Etax.Pdf;

/// <summary>Drawn pages as one PDF; texts can be selected and searched, and only the glyphs that occur are embedded.</summary>
internal static class PdfFile
{
    /// <summary>A PDF point is 1/72 inch, a pixel of the form 1/96.</summary>
    private const float PointsPerPixel = 72f / 96f;

    public static byte[] Write(IReadOnlyList<FormPage> pages, string title)
    {
        using var fonts = FormFonts.CutFor(pages);
        using var stream = new MemoryStream();
        using (var document = SKDocument.CreatePdf(stream, new SKDocumentPdfMetadata { Title = title, Producer = "Jeongsan" }))
        {
            foreach (var page in pages)
            {
                var canvas = document.BeginPage(FormCanvas.PageWidth * PointsPerPixel, FormCanvas.PageHeight * PointsPerPixel);
                canvas.Scale(PointsPerPixel);
                FormPainter.Paint(canvas, page, fonts);
                document.EndPage();
            }
            document.Close();
        }
        return stream.ToArray();
    }
}
