using System.Net;
using System.Text.Json;
using Jeongsan.TestKit;

namespace Jeongsan.Server.Tests;

/// <summary>Own company, register of processors and its public table over HTTP. On the live side, which no other test of this assembly uses for them.</summary>
public sealed class ConnectingOperationTests(RunningServer server)
{
    [Fact]
    public async Task OwnCompany_SetUpOnTheLiveSide_IsKeptAndTellsItsAccount()
    {
        var body = new
        {
            brn = "123-45-67891",
            companyName = "㈜샘플마켓(테스트)",
            representativeName = "김보기",
            address = "서울특별시 중구 보기로 1",
            businessType = "정보통신업",
            businessClass = "온라인 플랫폼",
            contactName = "재무팀장",
            contactEmail = "finance@samplemarket.example",
            contactPhone = "02-000-0000",
        };
        var set = await server.SendAsync(HttpMethod.Put, "/platform/own-company", body);
        Assert.Equal(HttpStatusCode.OK, set.Status);
        Assert.Equal("재무팀장", set.Body.GetProperty("contactName").GetString());
        Assert.True(set.Body.TryGetProperty("setUpAt", out _));

        var connected = await Polling.UntilAsync("the connection", async _ => (await server.GetAsync("/platform/own-company")) is var now && now.Body.TryGetProperty("connectedAt", out JsonElement _) ? now : null, TimeSpan.FromSeconds(60));
        Assert.Equal("1234567891", connected.Body.GetProperty("brn").GetString());
        Assert.Equal(100, (await server.GetAsync("/platform/own-company/account")).Body.GetProperty("unitCostPoints").GetInt64());
        Assert.Equal("OWN_COMPANY_ALREADY_CONNECTED", (await server.PostAsync("/platform/own-company/connect", new { })).ErrorType);

        var wrong = await server.SendAsync(HttpMethod.Put, "/platform/own-company", body with { brn = "1234567890" });
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.StartsWith("brn:", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Processors_PublicTable_ShowsTheRegisterToAnybodyAsPageTextAndPdf()
    {
        var page = await server.SendAsync(HttpMethod.Get, "/privacy/processors/merchant-sample", authorization: "");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("주식회사 링크허브(팝빌)", WebUtility.HtmlDecode(page.Text), StringComparison.Ordinal);
        Assert.Contains("재수탁자: 국세청", WebUtility.HtmlDecode(page.Text), StringComparison.Ordinal);
        var text = await server.SendAsync(HttpMethod.Get, "/privacy/processors/merchant-sample?format=text", authorization: "");
        Assert.StartsWith("샘플마켓 개인정보 처리위탁 현황", text.Text, StringComparison.Ordinal);
        var pdf = await server.SendAsync(HttpMethod.Get, "/privacy/processors/merchant-sample?format=pdf", authorization: "");
        Assert.StartsWith("%PDF-", pdf.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await server.SendAsync(HttpMethod.Get, "/privacy/processors/nobody", authorization: "")).Status);
    }

    [Fact]
    public async Task Connect_UntoldPartnerOnTheLiveSide_IsRefusedAsPartnerNotTold()
    {
        var id = RunningServer.NewId();
        Assert.Equal(HttpStatusCode.OK, (await server.PostAsync("/platform/contracts", RunningServer.Contract(id))).Status);
        var partner = new
        {
            id,
            name = id,
            contact = new { name = "김정산", email = "person@partner.example" },
            account = new { bank = "SHINHAN", currency = "KRW", number = "110000000001", holder = "김정산" },
            defaultContractId = id,
            tags = Array.Empty<string>(),
            type = new { business = new { companyName = id, taxationType = "NORMAL", businessRegistrationNumber = "1148600017", representativeName = "김정산" } },
        };
        Assert.Equal(HttpStatusCode.OK, (await server.PostAsync("/platform/partners", partner)).Status);

        var refused = await server.PostAsync($"/platform/partners/member-company-connect/{id}", new { });

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal("PARTNER_NOT_TOLD", refused.ErrorType);
        Assert.Equal("NOTICE_NOT_PUBLISHED", refused.Body.GetProperty("reason").GetString());
        Assert.Contains("고지문", refused.Message, StringComparison.Ordinal);
        Assert.Equal(0, (await server.GetAsync($"/platform/privacy/disclosures?partnerId={id}")).Body.GetProperty("page").GetProperty("totalCount").GetInt32());
    }

    [Fact]
    public async Task NewMerchant_AsACommand_MakesASecondPlatformThatSignsInWithItsOwnKey()
    {
        await using var own = ServerProcess.Prepare();
        var (status, output) = await own.RunAsync(TestContext.Current.CancellationToken, "new-merchant", "second", "두번째마켓", "1148600017", "owner@second.example");
        Assert.True(status == 0, output);
        var secret = output.Split('\n').Single(line => line.Contains("API 키", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[^1];
        var (again, said) = await own.RunAsync(TestContext.Current.CancellationToken, "new-merchant", "second", "두번째마켓", "1148600017", "other@second.example");
        Assert.Equal(1, again);
        Assert.Contains("이미 있습니다", said, StringComparison.Ordinal);

        await own.StartAgainAsync(cancellation: TestContext.Current.CancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, "platform/own-company?test=true");
        request.Headers.TryAddWithoutValidation("Authorization", $"PortOne {secret}");
        using var answer = await own.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Contains("두번째마켓", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
