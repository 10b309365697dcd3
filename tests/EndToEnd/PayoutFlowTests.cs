using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Jeongsan.TestKit;
using Microsoft.Playwright;
using Xunit;

namespace Jeongsan.EndToEnd;

/// <summary>A payout day, as a finance team works through it: rows, memos, two people at once, a schedule, a failure and its retry.</summary>
[Collection("payout site")]
public sealed class PayoutFlowTests(PayoutSite site)
{
    private const string Name = "지급 흐름 시험";

    /// <summary>The bank's emulator says that an account which ends so is closed.</summary>
    private const string ClosedAccount = "110000000001";

    [Fact]
    public async Task BulkPayout_FromItsRowsToTheRetryOfAFailure_IsDoneInTheConsole()
    {
        var bulk = await PreparedAsync();
        await using var page = await site.ConsoleAsync();
        await using var colleague = await site.ConsoleAsync();
        await page.GoAsync($"/bulk-payouts/{bulk}", Name);
        await colleague.GoAsync($"/bulk-payouts/{bulk}", Name);
        await page.SeesAsync("60,000원 지급 확정");

        await TakeOutWhileAColleagueConfirmsAsync(page, colleague);
        await PutBackAndSetMemosAsync(page);
        await ScheduleAsync(page, bulk);
        await PayAndRetryAsync(page);
        await page.AssertFaultlessAsync();
        await colleague.AssertFaultlessAsync();
    }

    [Fact]
    public async Task BulkPayout_Cancelled_FreesItsSettlementsAfterOneMoreQuestion()
    {
        var bulk = await PreparedAsync("취소할 지급", "cancel");
        await using var page = await site.ConsoleAsync();
        await page.Page.SetViewportSizeAsync(390, 844);
        await page.GoAsync($"/bulk-payouts/{bulk}", "취소할 지급");
        await page.ClickAsync("지급 취소");
        await Dialog(page).GetByRole(AriaRole.Button, new() { Name = "그만두기" }).ClickAsync();
        await page.SeesAsync("60,000원 지급 확정");
        await page.ShootAsync("console-payout-phone");
        Assert.True(await page.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));

        await page.ClickAsync("지급 취소");
        await Dialog(page).GetByRole(AriaRole.Button, new() { Name = "보내지 않은 지급 취소" }).ClickAsync();
        await Assertions.Expect(page.Page.GetByText("정산 내역은 다시 고를 수 있어요")).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Button, new() { Name = "지급 확정", Exact = false })).ToHaveCountAsync(0);
        var read = await site.Server.Client.GetFromJsonAsync<JsonNode>($"platform/bulk-payouts/{bulk}?test=true");
        Assert.Equal("CANCELLED", read!["bulkPayout"]!["status"]!.GetValue<string>());
        await page.AssertFaultlessAsync();
    }

    [Fact]
    public async Task Payees_AreCheckedOnTheBulkPayoutsPage_AndThePartnersPageSaysWhatIsReady()
    {
        var bulk = await PreparedAsync("확인할 지급", "payee");
        // The bank's emulator names 가람 for the account that two of the partners have.
        using var named = await site.Server.Emulator.PutAsJsonAsync("/emulator/accounts", new { bankCode = "0088", accountNumber = "110000000111", holder = "가람" });
        using var closed = await site.Server.Emulator.PutAsJsonAsync("/emulator/accounts", new { bankCode = "0088", accountNumber = ClosedAccount, holder = "다온" });
        await using var page = await site.ConsoleAsync();
        await page.GoAsync($"/bulk-payouts/{bulk}", "확인할 지급");
        await page.SeesAsync("아직 확인하지 않았어요");

        await page.ClickAsync("3곳의 계좌와 사업자 상태 확인하기");
        await page.SeesAsync("1곳은 이체하지 않고 멈춰요");
        await page.SeesAsync("3곳 가운데 3곳을 확인했어요");
        await page.SeesAsync("은행이 알려 준 예금주가 다릅니다");
        await page.ShootAsync("console-payees");

        await page.GoAsync("/partners/payee-1", "나래");
        await page.SeesAsync("은행의 예금주: 가람");
        await page.ShootAsync("console-readiness");
        await page.GoAsync("/partners/payee-0", "가람");
        await page.SeesAsync("예금주가 맞아요");
        await page.Page.SetViewportSizeAsync(390, 844);
        await page.ShootAsync("console-readiness-phone");
        Assert.True(await page.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        await page.AssertFaultlessAsync();
    }

    private static async Task TakeOutWhileAColleagueConfirmsAsync(WatchedPage page, WatchedPage colleague)
    {
        await page.ClickAsync("나래 빼기");
        await page.SeesAsync("40,000원 지급 확정");
        await page.SeesAsync("직접 뺐어요");
        await page.ShootAsync("console-payout-taken-out");

        // The colleague's screen still shows the old sum, and nothing is confirmed with it.
        await colleague.ClickAsync("3개 파트너 60,000원 지급 확정");
        await Assertions.Expect(colleague.Page.GetByText("합계가 60,000원에서 40,000원으로 달라졌습니다")).ToBeVisibleAsync();
        await colleague.SeesAsync("40,000원 지급 확정");
        await colleague.ShootAsync("console-payout-changed-meanwhile");
    }

    private static async Task PutBackAndSetMemosAsync(WatchedPage page)
    {
        await page.ClickAsync("나래 20,000원 다시 넣기");
        await page.SeesAsync("60,000원 지급 확정");
        await page.Page.GetByLabel("받는 통장 (파트너)").FillAsync("일곱글자넘는메모");
        await page.ClickAsync("통장 메모 저장");
        await Assertions.Expect(page.Page.GetByText("통장 메모는 한글 7자")).ToBeVisibleAsync();
        await page.Page.GetByLabel("받는 통장 (파트너)").FillAsync("정산시험");
        await page.ClickAsync("통장 메모 저장");
        await Assertions.Expect(page.Page.GetByText("통장 메모를 저장했어요")).ToBeVisibleAsync();
        await page.ClickAsync("3개 파트너 60,000원 지급 확정");
        await page.SeesAsync("60,000원 이체하기");
    }

    private async Task ScheduleAsync(WatchedPage page, string bulk)
    {
        var day = (await site.TestNowAsync()).ToOffset(TimeSpan.FromHours(9)).AddDays(1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        await ChooseTimeAsync(page, $"{day}T23:00", "3건 지급 예약하기");
        await Assertions.Expect(page.Page.GetByText("은행 점검 시간이라 이체할 수 없습니다")).ToBeVisibleAsync();
        await ChooseTimeAsync(page, $"{day}T14:00", "3건 지급 예약하기");
        await page.SeesAsync($"{day} 14:00에 시작해요");
        await page.ShootAsync("console-payout-scheduled");
        await ChooseTimeAsync(page, $"{day}T15:30", "예약 시각 바꾸기");
        await page.SeesAsync($"{day} 15:30에 시작해요");
        await page.ClickAsync("예약 풀기");
        await page.SeesAsync("3건 지급 예약하기");
        var read = await site.Server.Client.GetFromJsonAsync<JsonNode>($"platform/bulk-payouts/{bulk}?test=true");
        Assert.Null(read!["scheduledAt"]);
        Assert.All(read["items"]!.AsArray(), row => Assert.Equal("정산시험", row!["payout"]!["depositMemo"]!.GetValue<string>()));
    }

    private async Task ChooseTimeAsync(WatchedPage page, string time, string button)
    {
        await page.Page.GetByLabel("시작할 시각").FillAsync(time);
        await page.ClickAsync(button);
        await page.Page.GetByLabel("인증 앱에 나온 6자리").FillAsync(await site.Owner.NextCodeAsync());
        await Dialog(page).GetByRole(AriaRole.Button, new() { Name = "60,000원 이체 예약" }).ClickAsync();
    }

    private async Task PayAndRetryAsync(WatchedPage page)
    {
        await page.ClickAsync("60,000원 이체하기");
        await page.Page.GetByLabel("인증 앱에 나온 6자리").FillAsync(await site.Owner.NextCodeAsync());
        await Dialog(page).GetByRole(AriaRole.Button, new() { Name = "60,000원 이체" }).ClickAsync();
        await page.SeesAsync("1건이 실패했습니다");
        await page.ShootAsync("console-payout-failed");

        await page.ClickAsync("실패한 1건 다시 지급 준비");
        await page.HeadingAsync($"{Name} 재지급");
        await page.SeesAsync("1개 파트너 30,000원 지급 확정");
        await page.ShootAsync("console-payout-retry");
    }

    private static ILocator Dialog(WatchedPage page) => page.Page.Locator(".mud-dialog");

    /// <summary>Three partners with 10,000, 20,000 and 30,000 won, the last of whom closed the account.</summary>
    private async Task<string> PreparedAsync(string name = Name, string prefix = "flow")
    {
        await PostAsync("platform/privacy/notices", "{}");
        await PostAsync("platform/privacy/told-in-terms", """{ "document": "파트너 이용약관 1.0", "documentDate": "2026-01-01" }""");
        await PostAsync("platform/contracts", $$"""
            { "id": "{{prefix}}", "name": "기본", "platformFee": { "fixedRate": 10000 }, "platformFeeVatPayer": "PARTNER", "subtractPaymentVatAmount": false,
              "settlementCycle": { "lagDays": 2, "datePolicy": "HOLIDAY_BEFORE", "method": { "daily": {} } } }
            """);
        var today = (await site.TestNowAsync()).ToOffset(TimeSpan.FromHours(9)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        string[] partners = ["가람", "나래", "다온"];
        foreach (var (index, partner) in partners.Index())
        {
            await PostAsync("platform/partners", $$"""
                { "id": "{{prefix}}-{{index}}", "name": "{{partner}}", "contact": { "name": "김정산", "email": "person@partner.example" },
                  "account": { "bank": "SHINHAN", "currency": "KRW", "number": "{{(index == 2 ? ClosedAccount : "110000000111")}}", "holder": "{{partner}}" }, "defaultContractId": "{{prefix}}", "tags": [], "type": { "nonWhtPayer": {} } }
                """);
            await PostAsync("platform/transfers/manual", $$"""{ "partnerId": "{{prefix}}-{{index}}", "settlementAmount": {{10_000 * (index + 1)}}, "settlementDate": "{{today}}" }""");
        }
        var settlements = await Polling.UntilAsync("the settlements", async token =>
        {
            var filter = Uri.EscapeDataString($$"""{ "filter": { "partnerIds": ["{{prefix}}-0", "{{prefix}}-1", "{{prefix}}-2"] } }""");
            var items = (await site.Server.Client.GetFromJsonAsync<JsonNode>($"platform/partner-settlements?test=true&requestBody={filter}", token))!["items"]!.AsArray();
            return items.Count == partners.Length ? items.Select(item => item!["id"]!.GetValue<string>()).ToArray() : null;
        });
        var made = await PostAsync("platform/bulk-payouts", $$"""{ "name": "{{name}}", "partnerSettlementIds": ["{{string.Join("\", \"", settlements)}}"] }""");
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
