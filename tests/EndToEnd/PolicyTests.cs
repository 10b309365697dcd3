using Microsoft.Playwright;
using Xunit;

namespace Jeongsan.EndToEnd;

/// <summary>계약, 추가 수수료, 할인 분담: made, changed now and later, archived, as somebody of the finance team does it.</summary>
[Collection("site")]
public sealed class PolicyTests(SampleSite site)
{
    [Fact]
    public async Task Contract_MadeChangedAndScheduled_ShowsWhatEachChangeTouches()
    {
        await using var page = await site.ConsoleAsync();
        await page.GoAsync("/contracts", "계약");
        await page.SeesAsync("주문 금액의 10%");
        await page.ShootAsync("console-contracts");
        await page.FollowAsync("계약을 새로 만들기");
        await page.HeadingAsync("새 계약");
        await page.Page.GetByLabel("이름", new() { Exact = true }).FillAsync("주간 정산 계약");
        await page.Page.GetByLabel("수수료율(%)").FillAsync("7.5");
        await page.Page.GetByLabel("주기").SelectOptionAsync("Weekly");
        await page.ClickAsync("월요일");
        await page.ClickAsync("목요일");
        await page.SeesAsync("정산 ·");
        await page.ShootAsync("console-contract-new");
        await page.ClickAsync("계약 만들기");

        await page.HeadingAsync("주간 정산 계약");
        await page.SeesAsync("매주 월·목요일");
        await page.ClickAsync("지금 고치기");
        await page.SeesAsync("아직 바꾼 것이 없어요");
        await page.Page.GetByLabel("수수료율(%)").FillAsync("8");
        await page.SeesAsync("계약을 쓰는 다음 주문부터 바뀌어요");
        await page.ClickAsync("다음 주문부터 바꾸기");
        await Assertions.Expect(page.Page.Locator("section[aria-label='지금 고치기']")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Page.Locator("section[aria-label='지금 조건']")).ToContainTextAsync("주문 금액의 8%");
        await page.ClickAsync("변경 예약하기");
        await page.Page.GetByLabel("바뀌는 시각").FillAsync("2040-01-01T00:00");
        await page.Page.GetByLabel("수수료율(%)").FillAsync("9");
        await page.ShootAsync("console-contract-schedule");
        await page.ClickAsync("2040-01-01 00:00에 바뀌도록 예약하기");
        await page.SeesAsync("2040-01-01 00:00에 바뀜");
        var waiting = page.Page.Locator("section[aria-label='예약한 변경']");
        await Assertions.Expect(waiting).ToContainTextAsync("주문 금액의 9%");
        await page.ShootAsync("console-contract");
        await page.ClickAsync("예약 취소하기");
        await Assertions.Expect(waiting).ToHaveCountAsync(0);
        await page.ClickAsync("보관하기");
        await page.SeesAsync("보관됨");
        await page.ClickAsync("보관 풀기");
        await page.SeesAsync("쓰는 중");
        await page.AssertFaultlessAsync();
    }

    [Fact]
    public async Task Contract_ThatPartnersUse_IsArchivedOnlyAfterBeingAsked()
    {
        await using var page = await site.ConsoleAsync();
        await page.GoAsync("/contracts/contract-sample", "기본 계약");
        await page.SeesAsync("하늘상점(테스트)");

        await page.ClickAsync("보관하기");

        await Assertions.Expect(page.Page.Locator(".mud-dialog")).ToContainTextAsync("새 주문을 등록할 수 없게 돼요");
        await page.ClickAsync("그만두기");
        await page.SeesAsync("쓰는 중");
        await page.AssertFaultlessAsync();
    }

    [Theory]
    [InlineData("/additional-fees", "추가 수수료", "광고 수수료", "주문 금액의 5%")]
    [InlineData("/discount-shares", "할인 분담", "쿠폰 반반 부담", "할인의 50%")]
    public async Task Policy_OnAPhone_IsReadAndChanged(string list, string heading, string name, string words)
    {
        await using var desktop = await site.ConsoleAsync();
        await using var page = await site.OpenAsync(await desktop.Page.Context.StorageStateAsync(), 390, 844);
        await page.GoAsync(list, heading);
        await page.SeesAsync(words);
        await page.FollowAsync(name);
        await page.HeadingAsync(name);

        await page.ClickAsync("지금 고치기");
        await page.Page.GetByLabel("메모").FillAsync($"확인함 {heading}");
        await page.ClickAsync("다음 주문부터 바꾸기");

        await Assertions.Expect(page.Page.Locator("section[aria-label='조건이 바뀌어 온 길'] li").First).ToContainTextAsync($"확인함 {heading}");
        await page.ShootAsync($"console-phone{list.Replace('/', '-')}");
        Assert.True(await page.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        await page.AssertFaultlessAsync();
    }
}
