using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Jeongsan.TestKit;
using Microsoft.Playwright;
using Xunit;

namespace Jeongsan.EndToEnd;

/// <summary>[국세청 연동] of a platform that begins, and what the console says while the ASP is in maintenance.</summary>
[Collection("new site")]
public sealed partial class ConnectingTests(NewSite site)
{
    private const int PartnerCount = 10;
    private const float PatienceMilliseconds = 120_000;

    [Fact]
    public async Task Connect_SaysWhatGoesToWhom_IsRefusedUntilTold_AndWaitsWithAReasonWhileTheAgencyIsOut()
    {
        await AddPartnersAsync();
        await using var page = await site.ConsoleAsync();

        await OpenDialogAsync(page);
        await Assertions.Expect(Dialog(page)).ToContainTextAsync("아직 보낼 수 없습니다");
        await Assertions.Expect(Dialog(page)).ToContainTextAsync("고지문을 아직 게시하지 않았습니다");
        await Assertions.Expect(Dialog(page)).ToContainTextAsync("주식회사 링크허브(팝빌)");
        await Assertions.Expect(Dialog(page)).ToContainTextAsync("담당자 정보(이름, 이메일, 전화번호)");
        await Assertions.Expect(Dialog(page)).ToContainTextAsync("국세청");
        await Assertions.Expect(Dialog(page).Locator("button.primary")).ToBeDisabledAsync();
        await page.ShootAsync("connect-not-told");

        await MustAsync("platform/privacy/notices?test=true", []);
        await MustAsync("platform/privacy/told-in-terms?test=true", new JsonObject { ["document"] = "파트너 이용약관 1.0", ["documentDate"] = "2026-01-01" });
        await MisbehaveAsync(new { kind = "Maintenance" });
        await OpenDialogAsync(page);
        await Assertions.Expect(Dialog(page)).ToContainTextAsync("1곳 모두 알린 기록이 있어요.");
        await page.ShootAsync("connect-told");
        await Dialog(page).Locator("button.primary").ClickAsync();
        for (var partner = 1; partner < PartnerCount; partner++)
            await MustAsync($"platform/partners/member-company-connect/p{partner}?test=true", []);

        await page.GoAsync("/", "오늘 할 일");
        await Assertions.Expect(Notice(page, "팝빌이 응답하지 않아 기다리고 있어요")).ToContainTextAsync(WaitsForReturn(), new() { Timeout = PatienceMilliseconds });
        await page.ShootAsync("agency-out");

        await MisbehaveAsync();
        await Assertions.Expect(Notice(page, "팝빌이 응답하지 않아 기다리고 있어요")).ToHaveCountAsync(0, new() { Timeout = PatienceMilliseconds });
        await Polling.UntilTrueAsync("every partner to be connected", async token =>
        {
            var all = await Task.WhenAll(Enumerable.Range(0, PartnerCount).Select(partner => site.Server.Client.GetFromJsonAsync<JsonNode>(new Uri($"platform/partners/p{partner}?test=true", UriKind.Relative), token)));
            return all.All(partner => partner!["type"]!["memberCompanyConnectionStatus"]!.GetValue<string>() == "CONNECTED");
        }, TimeSpan.FromMilliseconds(PatienceMilliseconds));
        await page.AssertFaultlessAsync();
    }

    private static ILocator Dialog(WatchedPage page) => page.Page.Locator(".mud-dialog");

    private static ILocator Notice(WatchedPage page, string title) => page.Page.Locator(".notice").Filter(new() { HasText = title });

    private static async Task OpenDialogAsync(WatchedPage page)
    {
        await page.GoAsync("/partners/p0", "가게0");
        await page.ClickAsync("국세청 연동하기");
        await Assertions.Expect(Dialog(page)).ToContainTextAsync("받는 곳");
    }

    private async Task AddPartnersAsync()
    {
        await MustAsync("platform/contracts?test=true", JsonNode.Parse("""
            { "id": "contract", "name": "기본 계약", "platformFee": { "fixedRate": 10000 }, "platformFeeVatPayer": "PARTNER", "subtractPaymentVatAmount": false,
              "settlementCycle": { "lagDays": 1, "datePolicy": "HOLIDAY_AFTER", "method": { "daily": {} } } }
            """)!.AsObject());
        for (var partner = 0; partner < PartnerCount; partner++)
        {
            await MustAsync("platform/partners?test=true", JsonNode.Parse($$"""
                { "id": "p{{partner}}", "name": "가게{{partner}}", "defaultContractId": "contract", "tags": [],
                  "contact": { "name": "김정산", "phoneNumber": "010-0000-0000", "email": "p{{partner}}@partner.example" },
                  "account": { "bank": "SHINHAN", "currency": "KRW", "number": "110000001234", "holder": "가게{{partner}}" },
                  "type": { "business": { "companyName": "가게{{partner}}", "taxationType": "NORMAL", "businessRegistrationNumber": "{{TestNumber(partner)}}", "representativeName": "김정산",
                            "companyAddress": "서울특별시 중구 세종대로 110", "businessType": "도소매", "businessClass": "전자상거래" } } }
                """)!.AsObject());
        }
    }

    private async Task MustAsync(string path, JsonObject body)
    {
        using var answer = await site.Server.Client.PostAsJsonAsync(path, body);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {await answer.Content.ReadAsStringAsync()}");
    }

    private async Task MisbehaveAsync(params object[] rules)
    {
        using var answer = await site.Server.Emulator.PutAsJsonAsync("emulator/faults", new { seed = 1, rules });
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Invented test numbers that pass the check digit.</summary>
    private static string TestNumber(int partner)
    {
        var first = $"{301 + partner}8172{partner:D2}";
        int[] weights = [1, 3, 7, 1, 3, 7, 1, 3, 5];
        var digits = first.Select(digit => digit - '0').ToArray();
        var sum = weights.Zip(digits, (weight, digit) => weight * digit).Sum() + (digits[8] * 5 / 10);
        return $"{first}{(10 - (sum % 10)) % 10}";
    }

    [GeneratedRegex("팝빌이 돌아오면 기다리는 [0-9]+건을 자동으로 이어서 처리해요")]
    private static partial Regex WaitsForReturn();
}
