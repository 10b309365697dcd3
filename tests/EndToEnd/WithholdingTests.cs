using System.Globalization;
using Microsoft.Playwright;
using Xunit;

namespace Jeongsan.EndToEnd;

/// <summary>원천징수 of the sample month: one person, of whom 3 % and its tenth were kept back.</summary>
[Collection("site")]
public sealed class WithholdingTests(SampleSite site)
{
    [Fact]
    public async Task Withholding_OfTheSampleMonth_ShowsThePersonTheFormAndTheDeadlines()
    {
        var year = site.SamplePaid.Year.ToString(CultureInfo.InvariantCulture);
        await using var page = await site.ConsoleAsync();
        await page.GoAsync("/", "오늘 할 일");
        await page.FollowAsync("원천징수");
        await page.HeadingAsync("원천징수");
        await page.GoAsync($"/withholding?year={year}&month=0", "원천징수");

        var row = page.Page.Locator("table[aria-label='소득자별 원천징수'] tbody tr").Filter(new() { HasText = "이안(테스트)" });
        await Assertions.Expect(row).ToContainTextAsync("1990-**-**");
        await Assertions.Expect(row).ToContainTextAsync("669,744");
        await page.SeesAsync("사업소득 매월징수");
        await page.SeesAsync("간이지급명세서");
        await page.SeesAsync("주민등록번호, 업종코드, 내·외국인 구분은 정산에 없어서 비워 두니 직접 채워 주세요.");
        await page.ShootAsync("console-withholding");
        var download = await page.Page.RunAndWaitForDownloadAsync(() => page.FollowAsync("사업소득 CSV 받기"));
        Assert.Equal($"withholding-business-{year}.csv", download.SuggestedFilename);
        Assert.Contains("이안(테스트),1990-01-01,,,1,", await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken), StringComparison.Ordinal);

        // A month without payments still has its deadlines.
        var idle = site.SamplePaid.Month == 1 ? 12 : site.SamplePaid.Month - 1;
        await page.Page.GetByLabel("지급월").SelectOptionAsync($"{idle}");
        await page.SeesAsync($"{year}년 {idle}월 지급분");
        await page.SeesAsync("여기에 한 사람씩 보여요");
        Assert.Equal(404, (await page.Page.APIRequest.GetAsync(new Uri(site.Server.Address, "console/withholding?year=1999&income=Business&format=Csv").ToString())).Status);
        await page.Page.SetViewportSizeAsync(390, 844);
        await page.GoAsync($"/withholding?year={year}&month=0", "원천징수");
        await page.SeesAsync("이안(테스트)");
        Assert.True(await page.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        await page.ShootAsync("console-withholding-phone");
        await page.AssertFaultlessAsync();
    }
}
