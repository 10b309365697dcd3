using Jeongsan.TestKit;
using Microsoft.Playwright;
using Xunit;

namespace Jeongsan.EndToEnd;

/// <summary>휴일 and 연동 거래처, as somebody of the finance team keeps them.</summary>
[Collection("site")]
public sealed class PlatformRoomTests(SampleSite site)
{
    [Fact]
    public async Task Holiday_AddedAndTakenBack_StandsInTheYear()
    {
        var year = site.SamplePaid.Year + 1;
        await using var page = await site.ConsoleAsync();
        await page.GoAsync($"/settings/holidays?year={year}", "휴일");
        await page.SeesAsync("추석");
        await page.Page.GetByLabel("날짜").FillAsync($"{year}-11-17");
        await page.ClickAsync("쉬는 날로 더하기");
        await Assertions.Expect(page.Page.GetByText("왜 쉬는 날인지")).ToBeVisibleAsync();
        await page.Page.GetByLabel("이름").FillAsync("임시공휴일");
        await page.ClickAsync("쉬는 날로 더하기");

        var row = page.Page.Locator("table.list tbody tr").Filter(new() { HasText = $"{year}-11-17" });
        await Assertions.Expect(row).ToContainTextAsync("우리가 고침");
        await page.ShootAsync("console-holidays");
        await row.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(row).ToHaveCountAsync(0);

        var weekday = page.Page.Locator("table.list tbody tr").Filter(new() { HasText = "추석", Has = page.Page.GetByRole(AriaRole.Button) }).First;
        await weekday.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(weekday).ToContainTextAsync("쉬지 않음 (달력에는 추석)");
        await weekday.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(weekday).ToContainTextAsync("공휴일 규정");
        await page.AssertFaultlessAsync();
    }

    [Fact]
    public async Task Counterparty_RegisteredOnAPhone_IsConnectedAndAskedForItsCertificate()
    {
        await using var desktop = await site.ConsoleAsync();
        await using var page = await site.OpenAsync(await desktop.Page.Context.StorageStateAsync(), 390, 844);
        await page.GoAsync("/counterparties", "연동 거래처");
        await page.FollowAsync("거래처 등록하기");
        await page.HeadingAsync("거래처 등록");
        foreach (var (label, value) in new[]
        {
            ("사업자등록번호", "615-92-00074"), ("상호", "도움상사(테스트)"), ("대표자", "도우미"), ("주소", "서울특별시 마포구 보기로 7 (테스트 주소)"), ("업태", "도소매업"), ("종목", "사무용품"),
            ("담당자 이름", "도우미"), ("담당자 이메일", "help@counterparty.example"),
        })
        {
            await page.Page.GetByLabel(label, new() { Exact = true }).FillAsync(value);
        }
        await page.ClickAsync("거래처 등록하기");
        await Assertions.Expect(page.Page.GetByText("마지막 자리가 맞지 않습니다")).ToBeVisibleAsync();
        await page.Page.GetByLabel("사업자등록번호", new() { Exact = true }).FillAsync("615-92-00073");
        await page.ClickAsync("거래처 등록하기");

        await page.HeadingAsync("도움상사(테스트)");
        await page.ClickAsync("국세청 연동하기");
        await Assertions.Expect(page.Page.Locator(".mud-dialog")).ToContainTextAsync("팝빌이 담당자에게 가입 메일을 보내요");
        await page.Page.Locator(".mud-dialog").GetByRole(AriaRole.Button, new() { Name = "국세청 연동하기" }).ClickAsync();
        await Assertions.Expect(page.Page.GetByText("연동을 시작했어요")).ToBeVisibleAsync();
        await Polling.UntilTrueAsync("the connection", async _ =>
        {
            await page.Page.ReloadAsync();
            await page.HeadingAsync("도움상사(테스트)");
            return (await page.Page.Locator(".page-head .state").InnerTextAsync()).Contains("준비 완료", StringComparison.Ordinal);
        });
        await page.ClickAsync("인증서 확인하기");
        await page.SeesAsync("등록된 공동인증서가 없어요");
        await page.ShootAsync("console-phone-counterparty");
        Assert.True(await page.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));

        await page.GoAsync("/counterparties?state=connected", "연동 거래처");
        await page.SeesAsync("할 일이 없어요");
        await page.FollowAsync("도움상사(테스트)");
        await page.ClickAsync("거래처 지우기");
        await page.Page.Locator(".mud-dialog").GetByRole(AriaRole.Button, new() { Name = "거래처 지우기" }).ClickAsync();
        await page.HeadingAsync("연동 거래처");
        await Assertions.Expect(page.Page.GetByText("도움상사(테스트)")).ToHaveCountAsync(0);
        await page.AssertFaultlessAsync();
    }
}
