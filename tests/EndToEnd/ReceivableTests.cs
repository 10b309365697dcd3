using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Jeongsan.TestKit;
using Microsoft.Playwright;
using Xunit;

namespace Jeongsan.EndToEnd;

/// <summary>A bulk payout by settlement date that nets what partners owe, and the desk of those who still owe.</summary>
[Collection("payout site")]
public sealed class ReceivableTests(PayoutSite site)
{
    [Fact]
    public async Task BulkPayout_OfASettlementDate_NetsWhatIsOwed_AndTheRestIsNotedWhenItComes()
    {
        await PrepareAsync();
        await using var page = await site.ConsoleAsync();
        await page.GoAsync("/bulk-payouts", "일괄 지급");
        await page.FollowAsync("일괄 지급 만들기");
        await page.HeadingAsync("일괄 지급 만들기");
        var create = page.Page.GetByRole(AriaRole.Button, new() { Name = "묶기" });
        await Assertions.Expect(create).ToBeDisabledAsync();
        await page.Page.GetByLabel("2026-03-10").CheckAsync();
        await page.Page.GetByLabel("이름").FillAsync("3월 10일 정산");
        await page.Page.GetByLabel("이름").BlurAsync();
        await Assertions.Expect(create).ToHaveTextAsync("1건 · 10,000원 묶기");
        await page.ShootAsync("console-payout-new");
        await create.ClickAsync();
        await page.HeadingAsync("3월 10일 정산");
        await page.SeesAsync("6,000원 지급 확정");

        await page.FollowAsync("미수금");
        await page.HeadingAsync("미수금");
        var row = page.Page.Locator("table.list tbody tr").Filter(new() { HasText = "마루" });
        await Assertions.Expect(row).ToContainTextAsync("7,000");
        await Assertions.Expect(row).ToContainTextAsync("2026-03-05");
        await Assertions.Expect(page.Page.Locator("table.list tbody tr").Filter(new() { HasText = "라온" })).ToHaveCountAsync(0);
        await page.ShootAsync("console-receivables");
        await row.GetByRole(AriaRole.Button, new() { Name = "받은 것으로 적기" }).ClickAsync();
        await page.Page.Locator(".mud-dialog").GetByRole(AriaRole.Button, new() { Name = "받은 것으로 적기" }).ClickAsync();
        await Assertions.Expect(page.Page.GetByText("받은 것으로 적었어요")).ToBeVisibleAsync();
        await site.AdvanceToAsync((await site.TestNowAsync()).AddMinutes(1));
        await page.GoAsync("/receivables", "미수금");
        await page.SeesAsync("정산이 마이너스인 파트너가 없어요");

        await page.Page.SetViewportSizeAsync(390, 844);
        await page.GoAsync("/bulk-payouts/new", "일괄 지급 만들기");
        await page.SeesAsync("2026-03-05");
        await page.ShootAsync("console-payout-new-phone");
        Assert.True(await page.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        await page.AssertFaultlessAsync();
    }

    /// <summary>라온 gets 10,000 won and owes 4,000 from before; 마루 owes 7,000.</summary>
    private async Task PrepareAsync()
    {
        await PostAsync("platform/contracts", """
            { "id": "owe", "name": "기본", "platformFee": { "fixedRate": 10000 }, "platformFeeVatPayer": "PARTNER", "subtractPaymentVatAmount": false,
              "settlementCycle": { "lagDays": 2, "datePolicy": "HOLIDAY_BEFORE", "method": { "daily": {} } } }
            """);
        foreach (var (id, name) in new[] { ("owe-0", "라온"), ("owe-1", "마루") })
        {
            await PostAsync("platform/partners", $$"""
                { "id": "{{id}}", "name": "{{name}}", "contact": { "name": "김정산", "email": "person@partner.example" },
                  "account": { "bank": "SHINHAN", "currency": "KRW", "number": "110000000222", "holder": "{{name}}" }, "defaultContractId": "owe", "tags": [], "type": { "nonWhtPayer": {} } }
                """);
        }
        foreach (var (partner, amount, date) in new[] { ("owe-0", -4_000, "2026-03-05"), ("owe-0", 10_000, "2026-03-10"), ("owe-1", -7_000, "2026-03-05") })
        {
            await PostAsync("platform/transfers/manual", $$"""{ "partnerId": "{{partner}}", "settlementAmount": {{amount}}, "settlementDate": "{{date}}" }""");
        }
        await Polling.UntilTrueAsync("the settlements", async token =>
            (await site.Server.Client.GetFromJsonAsync<JsonNode>("platform/payable-dates?test=true", token))!["items"]!.AsArray().Count(day => day!["settlementDate"]!.GetValue<string>().StartsWith("2026-03-", StringComparison.Ordinal)) == 2);
    }

    private async Task PostAsync(string path, string body)
    {
        using var answer = await site.Server.Client.PostAsJsonAsync($"{path}?test=true", JsonNode.Parse(body));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }
}
