using SkiaSharp;

namespace Jeongsan.Etax.Pdf;

/// <summary>The lawful form (별지 제14호 서식) as PDF and PNG, from the same layout as <see cref="TaxInvoiceForm"/>. Fonts come with the library and into the PDF.</summary>
public static class TaxInvoicePdf
{
    private const int ScaleMax = 8;

    private static readonly Lazy<FormFonts> WholeFonts = new(FormFonts.Whole);

    /// <summary>All pages in one document; texts can be selected and searched.</summary>
    /// <inheritdoc cref="TaxInvoiceForm.RenderSvg" path="/param"/>
    public static byte[] RenderPdf(EtaxInvoice invoice, FormCopy copy, bool showResidentNumber = false)
    {
        var pages = TaxInvoiceForm.Draw(invoice, copy, showResidentNumber);
        return PdfFile.Write(pages, pages[0].Title);
    }

    /// <summary>One PNG a page.</summary>
    /// <param name="invoice">Valid or not: what there is gets drawn.</param>
    /// <param name="copy">Red for the supplier, blue for the recipient.</param>
    /// <param name="scale">1 to 8: 1 is 96 dpi.</param>
    /// <param name="showResidentNumber">Whether a natural person's number is drawn in full.</param>
    public static IReadOnlyList<byte[]> RenderPng(EtaxInvoice invoice, FormCopy copy, int scale = 2, bool showResidentNumber = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(scale, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(scale, ScaleMax);
        return [.. TaxInvoiceForm.Draw(invoice, copy, showResidentNumber).Select(page => RenderPng(page, scale))];
    }

    private static byte[] RenderPng(FormPage page, int scale)
    {
        using var bitmap = new SKBitmap(FormCanvas.PageWidth * scale, FormCanvas.PageHeight * scale);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.White);
        canvas.Scale(scale);
        FormPainter.Paint(canvas, page, WholeFonts.Value);
        canvas.Flush();
        using var png = bitmap.Encode(SKEncodedImageFormat.Png, quality: 100);
        return png.ToArray();
    }
}
