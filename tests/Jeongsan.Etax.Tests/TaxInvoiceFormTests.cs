using System.Xml.Linq;

namespace Jeongsan.Etax.Tests;

/// <summary>The lawful form: its words, its pages, its colours, and that nothing of an invoice can break out of the picture.</summary>
public sealed class TaxInvoiceFormTests
{
    [Theory]
    [InlineData(EtaxKind.TaxInvoice, EtaxClass.General, "전자세금계산서")]
    [InlineData(EtaxKind.AmendedTaxInvoice, EtaxClass.General, "수정전자세금계산서")]
    [InlineData(EtaxKind.TaxFreeInvoice, EtaxClass.General, "전자계산서")]
    [InlineData(EtaxKind.AmendedTaxFreeInvoice, EtaxClass.Consigned, "수정전자계산서")]
    public void RenderSvg_EachKind_HasItsTitle(EtaxKind kind, EtaxClass @class, string title)
    {
        var texts = Texts(Assert.Single(TaxInvoiceForm.RenderSvg(Samples.Invoice(kind, @class), FormCopy.Supplier)));
        Assert.Contains(title, texts);
        Assert.Equal(!kind.IsTaxFree(), texts.Contains("세액"));
        Assert.Equal(@class == EtaxClass.Consigned, texts.Contains("수"));
    }

    [Fact]
    public void RenderSvg_Invoice_ShowsItsAmountsAndNumbers()
    {
        var texts = Texts(TaxInvoiceForm.RenderSvg(Samples.Invoice(), FormCopy.Recipient)[0]);
        Assert.Superset(
            new HashSet<string> { "123-45-67891", "222-22-22227", "20261031-41000008-00000001", "2026-10-31", "1,000,000", "100,000", "1,100,000", "이 금액을 (청구) 함", "(공급받는자 보관용)" },
            texts);
        Assert.DoesNotContain("미발행", texts);
    }

    [Fact]
    public void RenderSvg_Copies_AreRedAndBlue()
    {
        Assert.Contains("stroke=\"#c8102e\"", TaxInvoiceForm.RenderSvg(Samples.Invoice(), FormCopy.Supplier)[0], StringComparison.Ordinal);
        Assert.Contains("stroke=\"#1d4fa3\"", TaxInvoiceForm.RenderSvg(Samples.Invoice(), FormCopy.Recipient)[0], StringComparison.Ordinal);
    }

    [Fact]
    public void RenderSvg_NotIssued_IsMarked() =>
        Assert.Contains("미발행", Texts(TaxInvoiceForm.RenderSvg(Samples.Invoice() with { ApprovalNumber = null }, FormCopy.Supplier)[0]));

    [Fact]
    public void RenderSvg_ResidentRecipient_HidesTheNumberUnlessAsked()
    {
        var invoice = Samples.Invoice() with { Recipient = Samples.Recipient with { Kind = EtaxRecipientKind.Resident, RegistrationNumber = "9001011234568" } };
        Assert.Contains("900101-1******", Texts(TaxInvoiceForm.RenderSvg(invoice, FormCopy.Supplier)[0]));
        Assert.Contains("900101-1234568", Texts(TaxInvoiceForm.RenderSvg(invoice, FormCopy.Supplier, showResidentNumber: true)[0]));
    }

    [Fact]
    public void RenderSvg_NinetyNineLines_EachStandsOnOnePageAndTheSumOnTheLast()
    {
        var pages = TaxInvoiceForm.RenderSvg(Samples.Full(), FormCopy.Supplier).Select(Texts).ToList();
        Assert.InRange(pages.Count, 4, 6);
        for (var line = 1; line <= 99; line++) Assert.Single(pages, page => page.Any(text => text.StartsWith($"품목 {line} ", StringComparison.Ordinal)));
        Assert.All(pages.SkipLast(1), page => Assert.DoesNotContain("합계금액", page));
        Assert.Contains("합계금액", pages[^1]);
        Assert.Contains($"1 / {pages.Count}", pages[0]);
    }

    [Fact]
    public void RenderSvg_HostileTexts_StayTexts()
    {
        const string attack = "</text><script>alert(1)</script>\"'&\u0001";
        var invoice = Samples.Invoice() with { Supplier = Samples.Supplier with { CompanyName = attack, Address = attack }, Remarks = [attack], ManagementId = attack };
        var svg = TaxInvoiceForm.RenderSvg(invoice, FormCopy.Supplier)[0];
        Assert.Equal(["g", "rect", "svg", "text", "title"], XDocument.Parse(svg).Descendants().Select(element => element.Name.LocalName).Append("g").Distinct().Order());
    }

    [Theory]
    [InlineData("주식회사 아주아주아주아주아주아주아주아주아주아주긴이름의상호입니다 그리고 더 길어집니다", 1500, 280)]
    [InlineData("WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW", 400, 280)]
    [InlineData("999,999,999,999,999", 500, 280)]
    public void Fit_LongText_StaysInItsBox(string text, int width, int height)
    {
        var (size, lines) = FormText.Fit(text, width, height, 110);
        Assert.All(lines, line => Assert.InRange(FormText.Width(line, size), 1, width));
        Assert.InRange(lines.Count * FormText.LineHeight(size), 1, height);
    }

    private static HashSet<string> Texts(string svg) => [.. XDocument.Parse(svg).Descendants().Where(element => element.Name.LocalName == "text").Select(element => element.Value)];
}
