using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Jeongsan.TestKit;
using Microsoft.Playwright;
using Xunit;

namespace Jeongsan.EndToEnd;

/// <summary>The picture of the sample month: each figure opens a list that comes to the same.</summary>
[Collection("site")]
public sealed class MonthFlowTests(SampleSite site)
{
    [Fact]
    public async Task Flow_OfTheSampleMonth_EachFigureIsTheSumOfTheListThatItOpens()
    {
        await using var page = await site.ConsoleAsync();
        var month = site.SamplePaid.ToString("yyyy-MM", CultureInfo.InvariantCulture);
        await page.GoAsync($"/flow?month={month}", $"{site.SamplePaid.Month}월 흐름");
        await Assertions.Expect(page.Page.Locator(".flow-stage")).ToHaveCountAsync(6);
        await page.Page.GetByText("표로 보기").ClickAsync();
        await page.SeesAsync("다음 단계로");
        await page.ShootAsync("console-flow");
        var figures = await page.Page.Locator(".flow a").EvaluateAllAsync<string[]>("all => all.map(a => a.getAttribute('href') + ' ' + a.innerText.replace(/[^0-9,]/g, ''))");
        Assert.True(figures.Length >= 8, string.Join('\n', figures));

        foreach (var figure in figures.Select(figure => figure.Split(' ')))
        {
            await page.Page.GotoAsync(figure[0]);
            await Assertions.Expect(page.Page.Locator("table.list tfoot")).ToContainTextAsync(figure[1]);
        }
        await page.AssertFaultlessAsync();
    }

    [Fact]
    public async Task Overview_OnAPhoneInTheDark_IsNotWiderThanTheScreen()
    {
        await using var desktop = await site.ConsoleAsync();
        await using var page = await site.OpenAsync(await desktop.Page.Context.StorageStateAsync(), 390, 844, isDark: true);
        foreach (var (address, heading, name) in new[] { ("/", "오늘 할 일", "home"), ($"/flow?month={site.SamplePaid:yyyy-MM}", "흐름", "flow"), ("/deadlines", "마감 관제", "deadlines") })
        {
            await page.GoAsync(address, heading);
            await Assertions.Expect(page.Page.Locator(".months, .flow, table.list, .empty-list").First).ToBeVisibleAsync();
            Assert.True(await page.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), address);
            await page.ShootAsync($"console-{name}-phone-dark");
        }
        await page.AssertFaultlessAsync();
    }
}

/// <summary>A supply of three months ago that nobody invoiced, from the deadline board to its draft and into the pictures.</summary>
[Collection("payout site")]
public sealed class DeadlineBoardTests(PayoutSite site)
{
    private const string Row = "table.list tbody tr:has-text('새벽상점')";

    [Fact]
    public async Task Deadlines_SupplyWithoutAnInvoice_IsWrittenFromItsRowAndShownInThePictures()
    {
        var day = DateOnly.FromDateTime((await site.TestNowAsync()).ToOffset(TimeSpan.FromHours(9)).DateTime).AddMonths(-3);
        var (month, words) = (day.ToString("yyyy-MM", CultureInfo.InvariantCulture), $"{day.Year}년 {day.Month}월");
        var bulk = await PreparedAsync(day);
        await using var page = await site.ConsoleAsync();
        await page.GoAsync("/", "오늘 할 일");
        await page.FollowAsync("마감 관제");
        await page.HeadingAsync("마감 관제");
        var row = page.Page.Locator(Row);
        await Assertions.Expect(row).ToContainTextAsync("지급 전");
        await Assertions.Expect(row.GetByRole(AriaRole.Link, new() { Name = "새벽상점 지급하러 가기" })).ToBeVisibleAsync();
        await PostAsync($"platform/bulk-payouts/{bulk}/confirm", "{}");

        await page.Page.ReloadAsync();
        await Assertions.Expect(row).ToContainTextAsync("미작성");
        // 100,000 won of supply: 1 % of theirs and 0.5 % of ours, or twice that of theirs after the final return.
        await Assertions.Expect(row.Locator("[title*='우리 500원']")).ToHaveCountAsync(1);
        await page.ShootAsync("console-deadlines");
        await page.Page.Locator($"section[aria-label='{words} 작성분'] a:has-text('미작성')").ClickAsync();
        await Assertions.Expect(page.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex($"deadlines\\?.*state=Missing.*month={month}"));
        await Assertions.Expect(row).ToHaveCountAsync(1);
        await page.GoAsync($"/flow?month={month}", words);
        await Assertions.Expect(page.Page.Locator(".flow-part", new() { HasText = "미작성" })).ToContainTextAsync("110,000");

        await page.GoAsync("/", "오늘 할 일");
        await Assertions.Expect(page.Page.Locator(".task", new() { HasText = "세금계산서를 쓰지 않은 지급" })).ToContainTextAsync("가산세");
        await page.ShootAsync("console-home-deadlines");
        await page.Page.GetByRole(AriaRole.Link, new() { Name = $"{words} 정산 110,000원, 1건" }).ClickAsync();
        await page.HeadingAsync("정산 내역");
        await Assertions.Expect(page.Page.Locator("tfoot")).ToContainTextAsync("110,000");
        await Assertions.Expect(page.Page.Locator(".chip[aria-current=true]").First).ToContainTextAsync(words);

        await page.GoAsync("/deadlines?q=%EC%83%88%EB%B2%BD", "마감 관제");
        await page.ClickAsync("새벽상점 110,000원 세금계산서 작성");
        await Assertions.Expect(row).ToContainTextAsync("작성 중");
        await Assertions.Expect(row.GetByRole(AriaRole.Link, new() { Name = "새벽상점 파트너 연동" })).ToBeVisibleAsync();
        await page.AssertFaultlessAsync();
    }

    /// <summary>A business that got 110,000 won with VAT, in a payout that nobody confirmed yet.</summary>
    private async Task<string> PreparedAsync(DateOnly day)
    {
        await PostAsync("platform/contracts", """
            { "id": "dawn", "name": "기본", "platformFee": { "fixedRate": 10000 }, "platformFeeVatPayer": "PARTNER", "subtractPaymentVatAmount": false,
              "settlementCycle": { "lagDays": 2, "datePolicy": "HOLIDAY_BEFORE", "method": { "daily": {} } } }
            """);
        await PostAsync("platform/partners", """
            { "id": "dawn-0", "name": "새벽상점", "contact": { "name": "김정산", "email": "person@partner.example" }, "defaultContractId": "dawn", "tags": [],
              "account": { "bank": "SHINHAN", "currency": "KRW", "number": "110000000333", "holder": "새벽상점" },
              "type": { "business": { "companyName": "새벽상점", "taxationType": "NORMAL", "businessRegistrationNumber": "3058100020", "representativeName": "김정산",
                        "companyAddress": "서울특별시 중구 세종대로 110", "businessType": "도소매", "businessClass": "전자상거래" } } }
            """);
        await PostAsync("platform/transfers/manual", $$"""{ "partnerId": "dawn-0", "settlementAmount": 110000, "settlementDate": "{{day:yyyy-MM-dd}}" }""");
        var filter = Uri.EscapeDataString("""{ "filter": { "partnerIds": ["dawn-0"] } }""");
        var settlement = await Polling.UntilAsync("the settlement", async token =>
            (await site.Server.Client.GetFromJsonAsync<JsonNode>($"platform/partner-settlements?test=true&requestBody={filter}", token))!["items"]!.AsArray().FirstOrDefault()?["id"]!.GetValue<string>());
        var made = await PostAsync("platform/bulk-payouts", $$"""{ "name": "새벽 지급", "partnerSettlementIds": ["{{settlement}}"] }""");
        return made["bulkPayout"]!["id"]!.GetValue<string>();
    }

    private async Task<JsonNode> PostAsync(string path, string body)
    {
        using var answer = await site.Server.Client.PostAsJsonAsync($"{path}?test=true", JsonNode.Parse(body));
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!;
    }
}
