using Microsoft.Playwright;
using Xunit;

namespace Jeongsan.EndToEnd;

/// <summary>접속기록 in the console: who looked, and that it can't be hidden.</summary>
[Collection("site")]
public sealed class AccessLogTests(SampleSite site)
{
    [Fact]
    public async Task Looking_AtAPartnerAndTakingAFile_StandsInTheAccessLog()
    {
        await using var page = await site.ConsoleAsync();
        await page.GoAsync("/partners", "파트너");
        await page.FollowAsync("이안(테스트)");
        await page.HeadingAsync("이안(테스트)");
        await page.SeesAsync("예금주");
        await page.GoAsync($"/withholding?year={site.SamplePaid.Year}&month=0", "원천징수");
        await page.Page.RunAndWaitForDownloadAsync(() => page.FollowAsync("사업소득 CSV 받기"));

        await page.GoAsync("/privacy", "개인정보 처리위탁");
        await page.FollowAsync("접속기록");
        await page.HeadingAsync("개인정보 접속기록");

        await page.SeesAsync("바뀐 기록 없음");
        var seen = page.Page.Locator("table.list tbody tr").Filter(new() { HasText = "파트너 화면 보기" }).Filter(new() { HasText = "이안(테스트)" }).First;
        await Assertions.Expect(seen).ToContainTextAsync("계좌 정보");
        await Assertions.Expect(seen).ToContainTextAsync("127.0.0.1");
        await Assertions.Expect(page.Page.Locator("table.list tbody tr").Filter(new() { HasText = "원천징수 파일 내려받기" }).First).ToContainTextAsync("전부");
        await page.SeesAsync("지난달에는 접속기록이 없어요");
        await page.ShootAsync("console-access");

        await page.FollowAsync("통째로 내려받은 것");
        await Assertions.Expect(page.Page.Locator("table.list tbody tr").Filter(new() { HasText = "파트너 화면 보기" })).ToHaveCountAsync(0);
        var download = await page.Page.RunAndWaitForDownloadAsync(() => page.FollowAsync("CSV 내려받기"));
        Assert.StartsWith("access-records-", download.SuggestedFilename, StringComparison.Ordinal);
        Assert.Contains("/partners/{id}", await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken), StringComparison.Ordinal);

        await page.Page.SetViewportSizeAsync(390, 844);
        await page.GoAsync("/privacy/access", "개인정보 접속기록");
        await page.SeesAsync("바뀐 기록 없음");
        Assert.True(await page.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        await page.ShootAsync("console-access-phone");
        await page.AssertFaultlessAsync();
    }
}
