using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Jeongsan.TestKit;
using Microsoft.Playwright;
using Xunit;

namespace Jeongsan.EndToEnd;

/// <summary>이체 파일, as a finance team works with it: chosen, made, taken to the bank, its results read back.</summary>
[Collection("file site")]
public sealed class BankFileTests(FileSite site)
{
    private static readonly string[] Partners = ["가람", "나래", "다온"];

    [Fact]
    public async Task BankFile_FromTheSettingsToItsLastResult_IsDoneOnTheBulkPayoutsPage()
    {
        await SellAsync();
        await using var page = await site.ConsoleAsync();
        await ChooseAsync(page);
        var bulk = await ConfirmedAsync();

        await page.GoAsync($"/bulk-payouts/{bulk}", "이체 파일 시험");
        await page.ClickAsync("60,000원 이체 파일 만들기");
        await page.Page.GetByLabel("인증 앱에 나온 6자리").FillAsync(await site.Owner.NextCodeAsync());
        await page.Page.Locator(".mud-dialog").GetByRole(AriaRole.Button, new() { Name = "60,000원 이체 파일 만들기" }).ClickAsync();
        await page.SeesAsync("은행에 한 번만 올려 주세요");
        await page.ShootAsync("console-bank-file-made");

        var download = await page.Page.RunAndWaitForDownloadAsync(() => page.FollowAsync("이체 파일 받기"));
        Assert.Matches(@"^이체파일-\d{8}-[0-9A-Z]{5}\.csv$", download.SuggestedFilename);
        var lines = (await File.ReadAllTextAsync(await download.PathAsync())).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("은행명,입금계좌번호,이체금액,예금주명,입금계좌 통장표시,출금계좌 통장표시,업체고유번호", lines[0]);
        Assert.Equal(4, lines.Length);

        await ReadAsync(page, Result(lines, "정상,", "정상,", "정상,").Replace("110000000001", "110000000009", StringComparison.Ordinal));
        await page.SeesAsync("맞지 않는 줄이 3개 있어요");
        await page.ShootAsync("console-bank-file-wrong");
        await ReadAsync(page, Result(lines, "정상,", "오류,해지된 계좌", "처리중,"));
        await page.SeesAsync("은행이 아직 결과를 알려 주지 않았어요");
        await page.ShootAsync("console-bank-file-preview");
        await page.ClickAsync("2건의 결과 반영하기");
        await page.SeesAsync("남은 결과를 기다리고 있어요");
        Assert.Equal(0, await page.Page.GetByRole(AriaRole.Button, new() { Name = "은행에 올리지 않은 파일 폐기하기" }).CountAsync());

        await MarkAsync(page);
        await page.GoAsync($"/bulk-payouts/{bulk}", "이체 파일 시험");
        await page.SeesAsync("결과 반영 완료");
        await page.SeesAsync("1건이 실패했습니다");
        await page.ShootAsync("console-bank-file-done");
        await page.AssertFaultlessAsync();
    }

    private static async Task ChooseAsync(WatchedPage page)
    {
        await page.GoAsync("/settings/payout-sending", "지급 방법");
        await page.Page.GetByLabel("이체 파일", new() { Exact = false }).First.CheckAsync();
        await page.ClickAsync("기업은행");
        await Assertions.Expect(page.Page.Locator("table[aria-label='파일의 처음 행'] thead")).ToContainTextAsync("업체고유번호");
        // A column without a name can't be; the preview says so at once.
        var name = page.Page.Locator("table[aria-label='파일의 열'] input[aria-label='열 이름']").First;
        await name.FillAsync("");
        await name.BlurAsync();
        await page.SeesAsync("아직 쓸 수 없는 양식이에요");
        await page.ShootAsync("console-payout-sending-wrong");
        await name.FillAsync("은행명");
        await name.BlurAsync();
        await page.Page.GetByLabel("파일 형식").SelectOptionAsync("Csv");
        await page.SeesAsync("CSV를 엑셀로 열어 저장하면");
        await page.ShootAsync("console-payout-sending");
        var nameless = await page.Page.EvaluateAsync<string[]>("""
            [...document.querySelectorAll('input:not([type=hidden]), button, a[href], select, textarea')]
              .filter(e => e.checkVisibility() && !(e.getAttribute('aria-label') || e.labels?.length || e.innerText?.trim() || e.title || e.tabIndex < 0))
              .map(e => e.outerHTML.slice(0, 120))
            """);
        Assert.Empty(nameless);
        await page.ClickAsync("이체 파일(IBK기업은행 대량이체)로 보내기");
        await Assertions.Expect(page.Page.Locator(".mud-snackbar")).ToContainTextAsync("저장했어요.");
        await page.GoAsync("/settings/payout-sending", "지급 방법");
        await page.SeesAsync("업체고유번호");
    }

    /// <summary>The one that the bank's file leaves open.</summary>
    private async Task MarkAsync(WatchedPage page)
    {
        await page.Page.Locator("table.list tr", new() { HasText = "송금 처리 중" }).GetByRole(AriaRole.Link).First.ClickAsync();
        await page.SeesAsync("이체 파일로 보낸 지급이에요");
        await page.Page.GetByLabel("무엇을 보고 확인했나요?").FillAsync("은행 거래내역 조회");
        await page.ShootAsync("console-bank-file-mark");
        await page.ClickAsync("이체됨으로 적기");
        await page.Page.GetByLabel("인증 앱에 나온 6자리").FillAsync(await site.Owner.NextCodeAsync());
        await page.Page.Locator(".mud-dialog").GetByRole(AriaRole.Button, new() { Name = "이체됨" }).ClickAsync();
        await page.SeesAsync("지급 완료");
    }

    private static string Result(string[] lines, params string[] words) => "업체고유번호,입금계좌번호,이체금액,처리상태,오류메시지\r\n" + string.Join("\r\n", lines.Skip(1).Select((line, index) =>
    {
        var cells = line.Split(',');
        return $"{cells[6]},{cells[1]},{cells[2]},{words[index]}";
    }));

    private static Task ReadAsync(WatchedPage page, string result) => page.Page.Locator("#bank-result").SetInputFilesAsync(new FilePayload
    {
        Name = "이체결과.csv",
        MimeType = "text/csv",
        Buffer = Encoding.UTF8.GetBytes(result),
    });

    private async Task SellAsync()
    {
        await PostAsync("platform/privacy/notices", "{}");
        await PostAsync("platform/privacy/told-in-terms", """{ "document": "파트너 이용약관 1.0", "documentDate": "2026-01-01" }""");
        await PostAsync("platform/contracts", """
            { "id": "file-contract", "name": "기본", "platformFee": { "fixedRate": 10000 }, "platformFeeVatPayer": "PARTNER", "subtractPaymentVatAmount": false,
              "settlementCycle": { "lagDays": 2, "datePolicy": "HOLIDAY_BEFORE", "method": { "daily": {} } } }
            """);
        var today = (await site.TestNowAsync()).ToOffset(TimeSpan.FromHours(9)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        foreach (var (index, name) in Partners.Index())
        {
            await PostAsync("platform/partners", $$"""
                { "id": "file-{{index}}", "name": "{{name}}", "contact": { "name": "김정산", "email": "person@partner.example" },
                  "account": { "bank": "SHINHAN", "currency": "KRW", "number": "110000000001", "holder": "{{name}}" }, "defaultContractId": "file-contract", "tags": [], "type": { "nonWhtPayer": {} } }
                """);
            await PostAsync("platform/transfers/manual", $$"""{ "partnerId": "file-{{index}}", "settlementAmount": {{10_000 * (index + 1)}}, "settlementDate": "{{today}}" }""");
        }
    }

    private async Task<string> ConfirmedAsync()
    {
        var settlements = await Polling.UntilAsync("the settlements", async token =>
        {
            var items = (await site.Server.Client.GetFromJsonAsync<JsonNode>("platform/partner-settlements?test=true&requestBody=%7B%22filter%22:%7B%7D%7D", token))!["items"]!.AsArray();
            return items.Count == Partners.Length ? items.Select(item => item!["id"]!.GetValue<string>()).ToArray() : null;
        });
        var bulk = await PostAsync("platform/bulk-payouts", $$"""{ "name": "이체 파일 시험", "partnerSettlementIds": ["{{string.Join("\", \"", settlements)}}"] }""");
        var id = bulk["bulkPayout"]!["id"]!.GetValue<string>();
        await PostAsync($"platform/bulk-payouts/{id}/confirm", "{}");
        return id;
    }

    private async Task<JsonNode> PostAsync(string path, string body)
    {
        using var answer = await site.Server.Client.PostAsJsonAsync($"{path}?test=true", JsonNode.Parse(body));
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!;
    }
}
