using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Jeongsan.TestKit;
using Microsoft.Playwright;
using Xunit;

namespace Jeongsan.EndToEnd;

/// <summary>웹훅 in the console: an address with a real receiver behind it, from its first delivery to being switched off and on again.</summary>
[Collection("site")]
public sealed class WebhookTests(SampleSite site)
{
    // Invented; passes the check digit.
    private const string Brn = "7778112342";
    private static readonly TimeSpan _limit = TimeSpan.FromSeconds(60);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Webhooks_AddedSwitchedOffAndOnAgainWithANewSecret_AreAllSeenAndDoneInTheConsole()
    {
        await using var receiver = new WebhookReceiver { Answer = (200, "고맙습니다") };
        await using var page = await site.ConsoleAsync();
        await page.GoAsync("/", "오늘 할 일");
        await page.FollowAsync("웹훅");
        await page.HeadingAsync("웹훅");
        await page.SeesAsync("등록한 주소가 없어요.");
        await page.Page.GetByLabel("받는 주소").FillAsync("ftp://receiver.example");
        await page.ClickAsync("주소 등록하기");
        await Assertions.Expect(page.Page.GetByText("받는 주소는 http 또는 https로 시작해야 합니다.")).ToBeVisibleAsync();
        await page.Page.GetByLabel("받는 주소").FillAsync(receiver.Address.AbsoluteUri);
        await page.ClickAsync("주소 등록하기");
        await page.SeesAsync("지금만 보여 드려요");
        var first = await page.Page.Locator("code.secret").InnerTextAsync();
        Assert.StartsWith("whsec_", first, StringComparison.Ordinal);

        var counterparty = await ConnectAsync();
        await Polling.UntilTrueAsync("the webhook", _ => Task.FromResult(receiver.Arrivals.Any(one => one.Body.Contains("Counterparty.Connected", StringComparison.Ordinal))), _limit, Ct);
        await page.GoAsync("/settings/webhooks", "웹훅");
        Assert.Equal(0, await page.Page.Locator("code.secret").CountAsync());
        await Reloaded(page, "전달함");
        await page.ClickAsync("국세청 연동 완료");
        await page.SeesAsync("고맙습니다");
        await page.SeesAsync(counterparty);
        await page.ShootAsync("console-webhooks");

        await FailAsync(page, receiver);
        await page.ShootAsync("console-webhooks-off");
        await Polling.UntilTrueAsync("the mail", async token => (await site.Server.Mailbox.AllAsync(token)).Any(mail =>
            mail.Subject.Contains("주소를 껐습니다", StringComparison.Ordinal) && mail.Text.Contains(receiver.Address.AbsoluteUri, StringComparison.Ordinal)), _limit, Ct);
        await PostAsync($"b2b/counterparties/{counterparty}/disconnect?test=true", null);
        await Reloaded(page, "꺼져서 보내지 않음");

        receiver.Answer = (200, "");
        await page.ClickAsync("다시 켜기");
        await page.ClickAsync("전달되지 않은 2건 다시 보내기");
        await Polling.UntilTrueAsync("what was missed", _ => Task.FromResult(receiver.Arrivals.Any(one => one.Body.Contains("Counterparty.Disconnected", StringComparison.Ordinal))), _limit, Ct);
        await page.ClickAsync("비밀키 바꾸기");
        await page.ClickAsync("새 비밀키 만들기");
        await page.SeesAsync("새 서명 비밀키예요. 지금만 보여 드려요");
        Assert.NotEqual(first, await page.Page.Locator("code.secret").InnerTextAsync());
        await page.SeesAsync("까지 함께 서명해요");
        await page.ShootAsync("console-webhooks-secret");
        await Assertions.Expect(page.Page.Locator(".mud-snackbar-location-bottom-left, .mud-snackbar")).ToHaveCountAsync(0);
        await page.Page.SetViewportSizeAsync(390, 844);
        await page.ShootAsync("console-webhooks-secret-phone");
        await Reloaded(page, "전달함");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "국세청 연동 해제", Exact = true }).ClickAsync();
        await page.SeesAsync("NOT_CONNECTED");
        Assert.True(await page.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        await page.ShootAsync("console-webhooks-phone");

        await page.ClickAsync("주소 지우기");
        await page.Page.Locator(".mud-dialog").GetByRole(AriaRole.Button, new() { Name = "주소 지우기", Exact = true }).ClickAsync();
        await page.SeesAsync("등록한 주소가 없어요.");
        await page.AssertFaultlessAsync();
    }

    /// <summary>Nine attempts failed in the last six days, and now the tenth does.</summary>
    private async Task FailAsync(WatchedPage page, WebhookReceiver receiver)
    {
        receiver.Answer = (503, "점검 중입니다");
        var since = (TimeProvider.System.GetUtcNow().AddDays(-6) - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
        await site.ExecuteAsync(string.Create(CultureInfo.InvariantCulture, $"UPDATE webhook_endpoints SET failed_attempts = 9, failing_since = {since}"));
        await page.ClickAsync("다시 보내기");
        await Reloaded(page, "이 주소를 껐어요");
        await page.SeesAsync("HTTP 503로 답했습니다");
    }

    /// <summary>What other processes did shows when the page is opened anew.</summary>
    private static async Task Reloaded(WatchedPage page, string words) => await Polling.UntilTrueAsync($"the page to say {words}", async _ =>
    {
        await page.GoAsync("/settings/webhooks", "웹훅");
        await Assertions.Expect(page.Page.Locator("main .panel").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.Locator("table[aria-label='최근에 보낸 웹훅'] tbody tr").First).ToBeVisibleAsync();
        return (await page.Page.Locator("main").InnerTextAsync()).Contains(words, StringComparison.Ordinal);
    }, _limit, Ct);

    private async Task<string> ConnectAsync()
    {
        var made = await PostAsync("b2b/counterparties?test=true", JsonNode.Parse($$"""
            { "counterparty": { "brn": "{{Brn}}", "name": "웹훅상사", "representativeName": "김대표", "address": "서울", "businessType": "도소매", "businessClass": "문구",
              "contact": { "name": "김담당", "email": "hook@counterparty.example" } } }
            """));
        var id = made["counterparty"]!["id"]!.GetValue<string>();
        await PostAsync($"b2b/counterparties/{id}/connect?test=true", null);
        return id;
    }

    private async Task<JsonNode> PostAsync(string path, JsonNode? body)
    {
        using var answer = await site.Server.Client.PostAsJsonAsync(path, body ?? new JsonObject(), Ct);
        var text = await answer.Content.ReadAsStringAsync(Ct);
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!;
    }
}
