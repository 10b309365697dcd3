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

    /// <summary>Whole, the two weights of the font would be 2.4 MB of every document.</summary>
    [Theory]
    [InlineData(1, 60_000)]
    [InlineData(99, 120_000)]
    public void RenderPdf_EmbedsOnlyWhatItShows_IsSmall(int lineCount, int sizeMax) =>
        Assert.InRange(TaxInvoicePdf.RenderPdf(lineCount == 1 ? Samples.Invoice() : Samples.Full(), FormCopy.Supplier).Length, 5_000, sizeMax);

    /// <summary>Read back by another program: every text of the form is there, as text.</summary>
    [Fact]
    public void RenderPdf_TextTakenOutAgain_IsTheFormsText()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("jeongsan-pdf-").FullName, "form.pdf");
        try
        {
            File.WriteAllBytes(file, TaxInvoicePdf.RenderPdf(Samples.Invoice(), FormCopy.Supplier));
            var text = PdfText.Of(file);
            foreach (var expected in (string[])["전자세금계산서", "공급자 보관용", "123-45-67891", "시험공급 주식회사", "1,000,000", "1,100,000", "20261031-41000008-00000001", "10월 강의 정산금"])
                Assert.Contains(expected, text, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        }
    }

    [Fact]
    public void Cut_SomeCharacters_IsAFontWithTheirOutlinesAndNoOthers()
    {
        var whole = new TrueTypeFont(Font("Pretendard-Regular.ttf"));
        var cut = FontSubset.Cut(whole, "각가 A1\u1234".EnumerateRunes());
        var font = new TrueTypeFont(cut);
        foreach (var rune in "각가 A1".EnumerateRunes())
        {
            Assert.NotEqual(0, font.GlyphOf(rune));
            Assert.Equal(whole.Metrics(whole.GlyphOf(rune)), font.Metrics(font.GlyphOf(rune)));
            // Glyphs made of others hold their numbers: they are as long, but not the same.
            Assert.Equal(whole.Outline(whole.GlyphOf(rune)).Length, font.Outline(font.GlyphOf(rune)).Length, 1.0);
        }
        Assert.Equal(0, font.GlyphOf(new Rune('나')));
        Assert.InRange(font.GlyphCount, 6, 20);
        Assert.InRange(cut.Length, 1_000, 30_000);
        using var original = SKTypeface.FromData(SKData.CreateCopy(Font("Pretendard-Regular.ttf")));
        using var read = SKTypeface.FromData(SKData.CreateCopy(cut));
        Assert.Equal(original.FamilyName, read.FamilyName);
        // The rasterizer hints by what the font holds: the same letters, but for a shade at their edges.
        Assert.InRange(Pixels(original).Zip(Pixels(read)).Average(pair => Math.Abs(pair.First - pair.Second)), 0, 0.5);
    }

    /// <summary>The same letters in the same places.</summary>
    private static byte[] Pixels(SKTypeface typeface)
    {
        using var bitmap = new SKBitmap(300, 80);
        using var canvas = new SKCanvas(bitmap);
        using var font = new SKFont(typeface, 48);
        using var paint = new SKPaint { IsAntialias = true };
        canvas.Clear(SKColors.White);
        canvas.DrawText("각가 A1", 10, 60, SKTextAlign.Left, font, paint);
        canvas.Flush();
        return bitmap.Bytes;
    }

    private static byte[] Font(string name)
    {
        using var stream = typeof(TaxInvoicePdf).Assembly.GetManifestResourceStream(name)!;
        var file = new byte[stream.Length];
        stream.ReadExactly(file);
        return file;
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
