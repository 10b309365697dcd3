using System.Text;
using Jeongsan.Etax.Pdf;
using SkiaSharp;

namespace Jeongsan.Etax.Tests;

/// <summary>PDF and PNG of the form: pages, fonts inside, colours of the copies, and that no text breaks the painter.</summary>
public sealed class TaxInvoicePdfTests
{
    [Fact]
    public void RenderPdf_Invoice_IsOnePageWithItsFontsInside()
    {
        var pdf = Encoding.Latin1.GetString(TaxInvoicePdf.RenderPdf(Samples.Invoice(), FormCopy.Supplier));
        Assert.StartsWith("%PDF-", pdf, StringComparison.Ordinal);
        Assert.Contains("/Count 1", pdf, StringComparison.Ordinal);
        Assert.Contains("+Pretendard-Regular", pdf, StringComparison.Ordinal);
        Assert.Contains("+Pretendard-Bold", pdf, StringComparison.Ordinal);
        Assert.Contains("/FontFile2", pdf, StringComparison.Ordinal);
        Assert.Contains("/ToUnicode", pdf, StringComparison.Ordinal);
    }

    [Fact]
    public void RenderPdf_NinetyNineLines_HasAsManyPagesAsTheSvg()
    {
        var pages = TaxInvoiceForm.RenderSvg(Samples.Full(), FormCopy.Recipient).Count;
        Assert.Contains($"/Count {pages}", Encoding.Latin1.GetString(TaxInvoicePdf.RenderPdf(Samples.Full(), FormCopy.Recipient)), StringComparison.Ordinal);
        Assert.Equal(pages, TaxInvoicePdf.RenderPng(Samples.Full(), FormCopy.Recipient, scale: 1).Count);
    }

    [Theory]
    [InlineData(FormCopy.Supplier)]
    [InlineData(FormCopy.Recipient)]
    public void RenderPng_Copies_AreA4InRedOrBlueWithBlackValues(FormCopy copy)
    {
        using var bitmap = SKBitmap.Decode(Assert.Single(TaxInvoicePdf.RenderPng(Samples.Invoice(), copy, scale: 2)));
        Assert.Equal((1588, 2246), (bitmap.Width, bitmap.Height));
        var pixels = bitmap.Pixels;
        Assert.Equal(copy == FormCopy.Supplier, pixels.Any(pixel => pixel is { Red: > 190, Green: < 30, Blue: < 60 }));
        Assert.Equal(copy == FormCopy.Recipient, pixels.Any(pixel => pixel is { Red: < 40, Green: < 90, Blue: > 150 }));
        Assert.InRange(pixels.Count(pixel => pixel is { Red: < 30, Green: < 30, Blue: < 30 }), 1_000, 100_000);
    }

    [Fact]
    public void RenderPng_NotIssued_IsMarkedInGrey()
    {
        static int Grey(EtaxInvoice invoice)
        {
            using var bitmap = SKBitmap.Decode(TaxInvoicePdf.RenderPng(invoice, FormCopy.Supplier, scale: 1)[0]);
            return bitmap.Pixels.Count(pixel => pixel.Red == pixel.Green && pixel.Green == pixel.Blue && pixel.Red is > 215 and < 250);
        }
        Assert.InRange(Grey(Samples.Invoice() with { ApprovalNumber = null }) - Grey(Samples.Invoice()), 5_000, 200_000);
    }

    [Fact]
    public void RenderPdf_AnyText_IsPainted()
    {
        var invoice = Samples.Invoice() with { Remarks = ["\u1112\u1161\u11AB\u0000\uD800 漢字 🧾 \u202E"], Supplier = Samples.Supplier with { CompanyName = new string('가', 400) } };
        Assert.NotEmpty(TaxInvoicePdf.RenderPdf(invoice, FormCopy.Supplier));
    }
}
