using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace Jeongsan.EndToEnd;

/// <summary>계산식: written with help, mended where wrong, tried on an order, and saved for later.</summary>
[Collection("site")]
public sealed partial class FormulaTests(SampleSite site)
{
    [Fact]
    public async Task Formula_WithAMistake_ShowsItUnderItsCharacter_AndOneClickMendsIt()
    {
        await using var page = await site.ConsoleAsync();
        await page.GoAsync("/formulas", "계산식");
        var editor = Editor(page, "플랫폼 수수료");
        var bench = page.Page.Locator("section[aria-label=시험대]");
        await Assertions.Expect(bench).ToContainTextAsync("정산 금액 8,900원");

        await editor.Locator("textarea").FillAsync("ORDER_AMOUNT * 3.5%");

        await Assertions.Expect(editor.Locator("mark")).ToHaveTextAsync("%");
        await Assertions.Expect(editor).ToContainTextAsync("‘%’는 쓸 수 없어요");
        await Assertions.Expect(bench).ToContainTextAsync("왼쪽의 계산식을 고치면");
        await page.ShootAsync("console-formulas-mistake");
        await editor.GetByRole(AriaRole.Button, new() { Name = "‘3.5%’를 ‘0.035’(으)로 바꾸기" }).ClickAsync();
        await Assertions.Expect(editor.Locator("textarea")).ToHaveValueAsync("ORDER_AMOUNT * 0.035");
        // 10,000 − 350 − 35: the contract's partner bears the VAT.
        await Assertions.Expect(bench).ToContainTextAsync("정산 금액 9,615원");
        await page.ShootAsync("console-formulas-bench");
        await page.AssertFaultlessAsync();
    }

    [Fact]
    public async Task Formula_BeingWritten_OffersTheNamesThatFit()
    {
        await using var page = await site.ConsoleAsync();
        await page.GoAsync("/formulas", "계산식");
        var editor = Editor(page, "플랫폼 수수료");
        var field = editor.Locator("textarea");

        await field.FillAsync("FIXED_AMOUNT + PAYM");
        var offered = editor.GetByRole(AriaRole.Group, new() { Name = "쓸 수 있는 것" }).GetByRole(AriaRole.Button);
        await Assertions.Expect(offered).ToHaveCountAsync(3);
        await offered.Filter(new() { HasText = "PAYMENT_VAT" }).ClickAsync();

        await Assertions.Expect(field).ToHaveValueAsync("FIXED_AMOUNT + PAYMENT_VAT");
        await Assertions.Expect(editor.Locator("mark")).ToHaveCountAsync(0);
        await page.AssertFaultlessAsync();
    }

    [Fact]
    public async Task Formulas_TriedOnARegisteredOrder_SayWhatItWouldHaveBeen_AndAreScheduled()
    {
        await using var page = await site.ConsoleAsync();
        await page.GoAsync("/transfers?q=pay-partner-bada-1", "정산건");
        await page.Page.Locator("table.list tbody td a").First.ClickAsync();
        await page.Page.GetByText("어떻게 계산했나요?").ClickAsync();
        await page.FollowAsync("다른 계산식으로 시험해 보기");
        await page.HeadingAsync("계산식");
        var bench = page.Page.Locator("section[aria-label=시험대]");
        await Assertions.Expect(bench).ToContainTextAsync("등록된 금액과 같아요");

        await Editor(page, "플랫폼 수수료").Locator("textarea").FillAsync("0");
        await Assertions.Expect(bench).ToContainTextAsync(More());
        await page.Page.GetByLabel("왜 바꾸나요?").FillAsync("수수료 없는 달");
        await page.Page.GetByLabel("나중에 바뀌도록 예약하기").CheckAsync();
        await page.Page.GetByLabel("바뀌는 시각").FillAsync("2040-01-01T00:00");
        await page.ClickAsync("2040-01-01 00:00부터 쓰도록 예약하기");

        await page.SeesAsync("수수료 없는 달");
        await Assertions.Expect(page.Page.Locator(".notice.info")).ToContainTextAsync("2040-01-01 00:00부터 버전");
        await page.ShootAsync("console-formulas-scheduled");
        await page.ClickAsync("예약 취소하기");
        await page.SeesAsync("예약 취소");
        await Assertions.Expect(page.Page.Locator(".notice.info")).ToHaveCountAsync(0);
        await page.AssertFaultlessAsync();
    }

    [Fact]
    public async Task Formulas_OnAPhone_StandBelowEachOther()
    {
        await using var desktop = await site.ConsoleAsync();
        await using var page = await site.OpenAsync(await desktop.Page.Context.StorageStateAsync(), 390, 844, isDark: true);
        await page.GoAsync("/formulas", "계산식");

        await Editor(page, "할인 분담 금액").Locator("textarea").FillAsync("DISCOUNT_AMOUNT * (FIXED_RATE");
        await Editor(page, "할인 분담 금액").GetByRole(AriaRole.Button, new() { Name = "‘)’ 더하기" }).ClickAsync();

        await Assertions.Expect(Editor(page, "할인 분담 금액").Locator("textarea")).ToHaveValueAsync("DISCOUNT_AMOUNT * (FIXED_RATE)");
        await page.ShootAsync("console-phone-formulas");
        Assert.True(await page.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        await page.AssertFaultlessAsync();
    }

    private static ILocator Editor(WatchedPage page, string name) =>
        page.Page.Locator(".formula").Filter(new() { Has = page.Page.Locator($"label.field > span:text-is('{name}')") });

    [GeneratedRegex(@"등록된 금액 [\d,]+원보다 [\d,]+원 많아요")]
    private static partial Regex More();
}
