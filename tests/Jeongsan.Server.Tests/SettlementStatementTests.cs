using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Jeongsan.TestKit;

namespace Jeongsan.Server.Tests;

/// <summary>정산내역서: templates, sending, and the partner's page, over HTTP.</summary>
public sealed partial class SettlementStatementTests(RunningServer servers)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);
    private static readonly object Items = new { detail = "TRANSFERS", platformFee = true, additionalFee = false, discountShare = false, vat = false, withheldTax = true, bankAccount = true, bankMemo = true };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Templates_FromMakingToDeleting_AreKeptAsSaid(DatabaseKind kind)
    {
        var server = await servers.OnAsync(kind);
        var (id, name) = (RunningServer.NewId(), RunningServer.NewId());
        var made = await MustAsync(server.PostAsync("/platform/settlement-statement-templates?test=true", new { id, name, items = Items, greeting = " 감사합니다. " }));
        Assert.Equal(("감사합니다.", "TRANSFERS"), (made.GetProperty("template").GetProperty("greeting").GetString(), made.GetProperty("template").GetProperty("items").GetProperty("detail").GetString()));
        Assert.Contains(id, (await MustAsync(server.GetAsync("/platform/settlement-statement-templates?test=true"))).GetProperty("items").EnumerateArray().Select(one => one.GetProperty("id").GetString()));

        await RefusedAsync(server.PostAsync("/platform/settlement-statement-templates?test=true", new { id, name = "x", items = Items }), HttpStatusCode.Conflict, "SETTLEMENT_STATEMENT_TEMPLATE_ID_ALREADY_EXISTS");
        await RefusedAsync(server.PostAsync("/platform/settlement-statement-templates?test=true", new { name, items = Items }), HttpStatusCode.Conflict, "SETTLEMENT_STATEMENT_TEMPLATE_NAME_TAKEN");
        await RefusedAsync(server.PostAsync("/platform/settlement-statement-templates?test=true", new { name = "", items = Items }), HttpStatusCode.BadRequest, "INVALID_REQUEST");
        await RefusedAsync(server.GetAsync($"/platform/settlement-statement-templates/{id}?test=false"), HttpStatusCode.NotFound, "SETTLEMENT_STATEMENT_TEMPLATE_NOT_FOUND");

        var changed = await MustAsync(server.SendAsync(HttpMethod.Put, $"/platform/settlement-statement-templates/{id}?test=true", new { name = $"{name}-2", items = Items, isDefault = true }));
        Assert.Equal(($"{name}-2", true, false), (changed.GetProperty("template").GetProperty("name").GetString(), changed.GetProperty("template").GetProperty("isDefault").GetBoolean(), changed.GetProperty("template").TryGetProperty("greeting", out _)));
        // Another one takes over, so that this one can go.
        var other = RunningServer.NewId();
        await MustAsync(server.PostAsync("/platform/settlement-statement-templates?test=true", new { id = other, name = other, items = Items }));
        await RefusedAsync(server.SendAsync(HttpMethod.Delete, $"/platform/settlement-statement-templates/{id}?test=true"), HttpStatusCode.Conflict, "SETTLEMENT_STATEMENT_TEMPLATE_IS_DEFAULT");
        await MustAsync(server.SendAsync(HttpMethod.Put, $"/platform/settlement-statement-templates/{other}?test=true", new { name = other, items = Items, isDefault = true }));
        await MustAsync(server.SendAsync(HttpMethod.Delete, $"/platform/settlement-statement-templates/{id}?test=true"));
        await RefusedAsync(server.GetAsync($"/platform/settlement-statement-templates/{id}?test=true"), HttpStatusCode.NotFound, "SETTLEMENT_STATEMENT_TEMPLATE_NOT_FOUND");
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Send_OneAndAgain_ShowsItsStateInBothLists(DatabaseKind kind)
    {
        var server = await servers.OnAsync(kind);
        var (bulk, payout, partner) = await ConfirmedAsync(server);
        Assert.Equal("UNSENT", (await PayoutAsync(server, payout, "UNSENT"))?.GetProperty("status").GetString());
        await RefusedAsync(server.PostAsync($"/platform/payouts/{payout}/settlement-statement/send?test=true", new { email = "not an address" }), HttpStatusCode.BadRequest, "INVALID_REQUEST");
        await RefusedAsync(server.PostAsync("/platform/payouts/none/settlement-statement/send?test=true", new { }), HttpStatusCode.NotFound, "PAYOUT_NOT_FOUND");
        await RefusedAsync(server.PostAsync($"/platform/payouts/{payout}/settlement-statement/send?test=true", new { templateId = "none" }), HttpStatusCode.NotFound, "SETTLEMENT_STATEMENT_TEMPLATE_NOT_FOUND");

        var sent = (await MustAsync(server.PostAsync($"/platform/payouts/{payout}/settlement-statement/send?test=true", new { }))).GetProperty("sending");
        var id = sent.GetProperty("id").GetString()!;
        Assert.Equal(("pe***@partner.example", 1, payout, partner, bulk), (
            sent.GetProperty("email").GetString(), sent.GetProperty("attempt").GetInt32(), sent.GetProperty("payoutId").GetString(), sent.GetProperty("partnerId").GetString(), sent.GetProperty("bulkPayoutId").GetString()));
        await UntilSentAsync(server, id);
        var again = await server.PostAsync($"/platform/payouts/{payout}/settlement-statement/send?test=true", new { templateId = sent.GetProperty("templateId").GetString() });
        Assert.Equal((HttpStatusCode.Conflict, "SETTLEMENT_STATEMENT_ALREADY_SENT", id), (again.Status, again.ErrorType, again.Body.GetProperty("settlementStatementId").GetString()));
        Assert.Equal((id, true), (await PayoutAsync(server, payout, "SENT") is { } summary ? (summary.GetProperty("id").GetString(), summary.TryGetProperty("issuedAt", out _)) : default));
        Assert.Null(await PayoutAsync(server, payout, "SEND_FAILED"));
        Assert.Null(await PayoutAsync(server, payout, "UNSENT"));

        var resent = (await MustAsync(server.PostAsync($"/platform/settlement-statements/{id}/resend?test=true", new { email = "other@partner.example" }))).GetProperty("sending");
        Assert.Equal((2, "ot***@partner.example"), (resent.GetProperty("attempt").GetInt32(), resent.GetProperty("email").GetString()));
        await RefusedAsync(server.PostAsync($"/platform/settlement-statements/{id}/resend?test=true", new { }), HttpStatusCode.Conflict, "SETTLEMENT_STATEMENT_REPLACED");
        await RefusedAsync(server.PostAsync("/platform/settlement-statements/none/resend?test=true", new { }), HttpStatusCode.NotFound, "SETTLEMENT_STATEMENT_NOT_FOUND");
        await RefusedAsync(server.GetAsync($"/platform/settlement-statements/{id}?test=false"), HttpStatusCode.NotFound, "SETTLEMENT_STATEMENT_NOT_FOUND");
        Assert.Equal(2, await CountAsync(server, new { payoutIds = new[] { payout } }));
        Assert.Equal(1, await CountAsync(server, new { partnerIds = new[] { partner }, bulkPayoutIds = new[] { bulk }, onlyNewest = true }));
        Assert.Equal(0, await CountAsync(server, new { payoutIds = new[] { payout }, statuses = new[] { "FAILED" } }));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task SendMany_OfABulkPayout_IsABulkTaskWithAnItemForEachPayout(DatabaseKind kind)
    {
        var server = await servers.OnAsync(kind);
        var (bulk, payout, partner) = await ConfirmedAsync(server);
        await RefusedAsync(server.PostAsync("/platform/settlement-statements/send?test=true", new { }), HttpStatusCode.BadRequest, "INVALID_REQUEST");
        await RefusedAsync(server.PostAsync("/platform/settlement-statements/send?test=true", new { bulkPayoutId = "none" }), HttpStatusCode.NotFound, "BULK_PAYOUT_NOT_FOUND");
        await RefusedAsync(server.PostAsync("/platform/settlement-statements/send?test=true", new { payoutIds = new[] { payout, "none" } }), HttpStatusCode.NotFound, "PAYOUT_NOT_FOUND");

        var task = (await MustAsync(server.PostAsync("/platform/settlement-statements/send?test=true", new { bulkPayoutId = bulk }))).GetProperty("bulkTask");
        Assert.Equal("SEND_PAYOUT_SETTLEMENT_STATEMENTS", task.GetProperty("type").GetString());
        var path = $"/platform/bulk-tasks/{task.GetProperty("id").GetString()}";
        await Polling.UntilTrueAsync("the task to be completed", async _ => (await server.GetAsync($"{path}?test=true")).Body.GetProperty("bulkTask").GetProperty("status").GetString() == "COMPLETED", Limit, Ct);
        var item = Assert.Single((await MustAsync(server.GetAsync($"{path}/items?test=true"))).GetProperty("items").EnumerateArray());
        Assert.Equal((partner, payout, "SUCCEEDED"), (item.GetProperty("partnerId").GetString(), item.GetProperty("payoutId").GetString(), item.GetProperty("state").GetString()));
    }

    [Fact]
    public async Task Send_WhileNothingWasTold_IsRefusedAsPartnerNotTold()
    {
        // The live side has published nothing.
        var id = RunningServer.NewId();
        await MustAsync(servers.PostAsync("/platform/contracts?test=false", RunningServer.Contract(id)));
        await MustAsync(servers.PostAsync("/platform/partners?test=false", RunningServer.Person(id, id)));
        var today = TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(9)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        await MustAsync(servers.PostAsync("/platform/transfers/manual?test=false", new { partnerId = id, settlementAmount = 10_000, settlementDate = today }));
        var filter = Uri.EscapeDataString(JsonSerializer.Serialize(new { filter = new { partnerIds = new[] { id } } }));
        var settlement = await Polling.UntilAsync("the settlement", async _ =>
            (await servers.GetAsync($"/platform/partner-settlements?test=false&requestBody={filter}")).Body.GetProperty("items") is var items && items.GetArrayLength() == 1 ? items[0].GetProperty("id").GetString() : null,
            TimeSpan.FromMinutes(2), Ct);
        var bulk = (await MustAsync(servers.PostAsync("/platform/bulk-payouts?test=false", new { partnerSettlementIds = new[] { settlement } }))).GetProperty("bulkPayout").GetProperty("id").GetString();
        var payout = (await MustAsync(servers.GetAsync($"/platform/bulk-payouts/{bulk}?test=false"))).GetProperty("items")[0].GetProperty("payout").GetProperty("id").GetString();
        await RefusedAsync(servers.PostAsync($"/platform/payouts/{payout}/settlement-statement/send?test=false", new { }), HttpStatusCode.Conflict, "PAYOUT_NOT_IN_STATE");
        await MustAsync(servers.PostAsync($"/platform/bulk-payouts/{bulk}/confirm?test=false", new { }));
        await RefusedAsync(servers.PostAsync($"/platform/payouts/{payout}/settlement-statement/send?test=false", new { }), HttpStatusCode.Conflict, "PARTNER_NOT_TOLD");
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Preview_OfASavedAndOfAnUnsavedTemplate_IsAPdfAndKeepsNothing(DatabaseKind kind)
    {
        var server = await servers.OnAsync(kind);
        var (_, payout, _) = await ConfirmedAsync(server);
        foreach (var body in new object[] { new { payoutId = payout }, new { }, new { payoutId = payout, items = Items, greeting = "안녕하세요.", notice = "감사합니다." } })
        {
            var pdf = await server.GetAsync($"/platform/settlement-statement-templates/preview?test=true&requestBody={Uri.EscapeDataString(JsonSerializer.Serialize(body))}");
            Assert.Equal(HttpStatusCode.OK, pdf.Status);
            Assert.StartsWith("%PDF-", pdf.Text, StringComparison.Ordinal);
        }
        await RefusedAsync(server.GetAsync($"/platform/settlement-statement-templates/preview?test=true&requestBody={Uri.EscapeDataString(JsonSerializer.Serialize(new { payoutId = "none" }))}"), HttpStatusCode.NotFound, "PAYOUT_NOT_FOUND");
        Assert.Equal(0, await CountAsync(server, new { payoutIds = new[] { payout } }));
    }

    /// <summary>With plain forms and cookies, as a phone without scripts does it.</summary>
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Page_BehindTheLink_AsksFirst_ThenShowsTheStatementAndItsPdf(DatabaseKind kind)
    {
        var server = await servers.OnAsync(kind);
        var (_, payout, _) = await ConfirmedAsync(server);
        var id = (await MustAsync(server.PostAsync($"/platform/payouts/{payout}/settlement-statement/send?test=true", new { }))).GetProperty("sending").GetProperty("id").GetString()!;
        await UntilSentAsync(server, id);
        var link = Link().Match((await server.Server.Mailbox.WaitForAsync("the statement", mail => mail.Id.Contains(id, StringComparison.Ordinal), Limit, Ct)).Text).Value;
        using var browser = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() });
        using var closed = await browser.GetAsync(new Uri($"{link}/{id}/statement.pdf"), Ct);
        Assert.Equal("text/html", closed.Content.Headers.ContentType?.MediaType);

        var asked = await browser.GetStringAsync(new Uri(link), Ct);
        Assert.Contains("정산받는 계좌의 번호", WebUtility.HtmlDecode(asked), StringComparison.Ordinal);
        Assert.DoesNotContain(payout, asked, StringComparison.Ordinal);
        Assert.Contains("등록된 정산받는 계좌의 번호와 다릅니다", await SubmitAsync(browser, link, asked, "110000000002"), StringComparison.Ordinal);
        var shown = await SubmitAsync(browser, link, asked, "110-0000-00001");
        Assert.Contains("20,000원", shown, StringComparison.Ordinal);
        Assert.Contains(payout, shown, StringComparison.Ordinal);
        Assert.DoesNotContain("110000000001", shown, StringComparison.Ordinal);
        using var pdf = await browser.GetAsync(new Uri($"{link}/{id}/statement.pdf"), Ct);
        Assert.Equal("application/pdf", pdf.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("%PDF-", Encoding.Latin1.GetString(await pdf.Content.ReadAsByteArrayAsync(Ct)), StringComparison.Ordinal);
        using var anothers = await browser.GetAsync(new Uri($"{link}/none"), Ct);
        Assert.Equal(HttpStatusCode.NotFound, anothers.StatusCode);
        Assert.True((await MustAsync(server.GetAsync($"/platform/settlement-statements/{id}?test=true"))).GetProperty("sending").TryGetProperty("openedAt", out _));

        await MustAsync(server.PostAsync($"/platform/settlement-statements/{id}/resend?test=true", new { }));
        using var replaced = await browser.GetAsync(new Uri(link), Ct);
        Assert.Equal(HttpStatusCode.Gone, replaced.StatusCode);
        Assert.Contains("더 새로운 메일이 있습니다", WebUtility.HtmlDecode(await replaced.Content.ReadAsStringAsync(Ct)), StringComparison.Ordinal);
    }

    private static async Task<(string Bulk, string Payout, string Partner)> ConfirmedAsync(RunningServer server)
    {
        var (settlement, partner) = await server.NewSettlementAsync(20_000);
        var bulk = (await MustAsync(server.PostAsync("/platform/bulk-payouts?test=true", new { partnerSettlementIds = new[] { settlement } }))).GetProperty("bulkPayout").GetProperty("id").GetString()!;
        await MustAsync(server.PostAsync($"/platform/bulk-payouts/{bulk}/confirm?test=true", new { }));
        var payout = (await MustAsync(server.GetAsync($"/platform/bulk-payouts/{bulk}?test=true"))).GetProperty("items")[0].GetProperty("payout").GetProperty("id").GetString()!;
        return (bulk, payout, partner);
    }

    /// <summary>What the list of payouts says of its statement; null when the filter leaves it out.</summary>
    private static async Task<JsonElement?> PayoutAsync(RunningServer server, string payout, string status)
    {
        var filter = Uri.EscapeDataString(JsonSerializer.Serialize(new { filter = new { criteria = new { }, payoutIds = new[] { payout }, settlementStatementStatuses = new[] { status } } }));
        var items = (await MustAsync(server.GetAsync($"/platform/payouts?test=true&requestBody={filter}"))).GetProperty("items");
        return items.GetArrayLength() == 0 ? null : items[0].GetProperty("settlementStatement");
    }

    private static async Task<int> CountAsync(RunningServer server, object filter) =>
        (await MustAsync(server.GetAsync($"/platform/settlement-statements?test=true&requestBody={Uri.EscapeDataString(JsonSerializer.Serialize(new { filter }))}"))).GetProperty("page").GetProperty("totalCount").GetInt32();

    private static Task UntilSentAsync(RunningServer server, string id) => Polling.UntilTrueAsync("the statement to be sent",
        async _ => (await server.GetAsync($"/platform/settlement-statements/{id}?test=true")).Body.GetProperty("sending").GetProperty("status").GetString() == "SENT", Limit, Ct);

    private static async Task<string> SubmitAsync(HttpClient browser, string address, string page, string answer)
    {
        var values = HiddenField().Matches(page).ToDictionary(field => field.Groups["name"].Value, field => WebUtility.HtmlDecode(field.Groups["value"].Value));
        values["Answer"] = answer;
        using var content = new FormUrlEncodedContent(values);
        using var shown = await browser.PostAsync(new Uri(address), content, Ct);
        return WebUtility.HtmlDecode(await shown.Content.ReadAsStringAsync(Ct));
    }

    private static async Task<JsonElement> MustAsync(Task<Reply> asked)
    {
        var reply = await asked;
        Assert.True(reply.Status == HttpStatusCode.OK, reply.Text);
        return reply.Body;
    }

    private static async Task RefusedAsync(Task<Reply> asked, HttpStatusCode status, string type)
    {
        var reply = await asked;
        Assert.Equal((status, type), (reply.Status, reply.ErrorType));
    }

    [GeneratedRegex("http://[^ ]+/t/[A-Za-z0-9_-]+")]
    private static partial Regex Link();

    [GeneratedRegex("""<input (?=[^>]*type="hidden")(?=[^>]*name="(?<name>[^"]*)")(?=[^>]*value="(?<value>[^"]*)")[^>]*>""")]
    private static partial Regex HiddenField();
}
