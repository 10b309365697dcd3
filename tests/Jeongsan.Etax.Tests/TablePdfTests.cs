using System.Text;
using Jeongsan.Etax.Pdf;

namespace Jeongsan.Etax.Tests;

public sealed class TablePdfTests
{
    [Fact]
    public void Render_MoreRowsThanAPage_KeepsEveryTextAndRepeatsTheHeads()
    {
        var pdf = TablePdf.Render(new TableDocument(
            "정산내역서",
            [new("받는 곳", "가나다상점"), new("보내는 곳", "㈜시험마켓"), new("지급일", "2026-11-10")],
            [new("정산일", 1), new("정산 금액", 1, IsNumber: true)],
            [.. Enumerable.Range(0, 90).Select(row => (IReadOnlyList<string>)[$"줄{row}", $"{row},000"])],
            [new("부가세", "1원"), new("지급 금액", "9,999원")],
            "비고입니다."));

        var text = TextOf(pdf);
        Assert.Contains("/Count 3", Encoding.Latin1.GetString(pdf), StringComparison.Ordinal);
        Assert.Equal(3, text.Split("정산 금액").Length - 1);
        Assert.All(Enumerable.Range(0, 90), row => Assert.Contains($"줄{row}", text, StringComparison.Ordinal));
        Assert.All(new[] { "정산내역서", "가나다상점", "㈜시험마켓", "9,999원", "비고입니다.", "3 / 3" }, part => Assert.Contains(part, text, StringComparison.Ordinal));
    }

    private static string TextOf(byte[] pdf)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, pdf);
            return PdfText.Of(file);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
