using System.IO.Compression;
using Microsoft.Playwright;
using Xunit;

namespace Jeongsan.EndToEnd;

/// <summary>대조 at the terminal, beside the running server.</summary>
[Collection("site")]
public sealed class AuditTests(SampleSite site)
{
    [Fact]
    public async Task Audit_OfTheSampleMonth_TiesToTheWonAndSaysSo()
    {
        var (exitStatus, said) = await site.Server.RunBesideAsync(TestContext.Current.CancellationToken, "audit");

        Assert.Contains("모두 맞습니다. 차이 0건.", said, StringComparison.Ordinal);
        Assert.Equal(0, exitStatus);
        Assert.Contains("샘플마켓 · 테스트", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Books_InTheConsole_AreProvedAndTheirPackIsDownloaded()
    {
        await using var page = await site.ConsoleAsync();
        await page.GoAsync("/books", "원장과 대조");

        await page.ClickAsync("지금 대조하고 증명 남기기");
        await page.SeesAsync("마지막 대조에서 모두 맞았어요");
        var sums = page.Page.Locator("table[aria-label='계정별 잔액'] tfoot tr").First.Locator("td.number");
        Assert.Equal(await sums.Nth(0).InnerTextAsync(), await sums.Nth(1).InnerTextAsync());
        await page.ShootAsync("console-books");

        var year = site.SamplePaid.Year;
        await page.Page.GetByLabel("첫날").FillAsync($"{year}-01-01");
        await page.Page.GetByLabel("마지막 날").FillAsync($"{year}-12-31");
        var download = await page.Page.RunAndWaitForDownloadAsync(() => page.FollowAsync("ZIP 내려받기"));

        Assert.Equal($"audit-{year}0101-{year}1231.zip", download.SuggestedFilename);
        await using var zip = await ZipFile.OpenReadAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        Assert.Contains(zip.Entries, entry => entry.FullName.StartsWith("세금계산서/", StringComparison.Ordinal) && entry.FullName.EndsWith(".xml", StringComparison.Ordinal));
        Assert.Contains(zip.Entries, entry => entry.FullName == "증명/0001.sig");
        Assert.Equal(404, (await page.Page.APIRequest.GetAsync(new Uri(site.Server.Address, "console/audit-pack?from=2026-02-01&until=2026-01-01").ToString())).Status);
        await page.Page.SetViewportSizeAsync(390, 844);
        await page.ShootAsync("console-books-phone");
        await page.AssertFaultlessAsync();
    }
}
