using System.Net;
using System.Text.Json;

namespace Jeongsan.Server.Tests;

/// <summary>How requests may be written.</summary>
public sealed class RequestTests(RunningServer server)
{
    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("text/plain; charset=UTF-8")]
    [InlineData(null)]
    public async Task Post_AnyContentType_IsReadAsJson(string? contentType)
    {
        var id = RunningServer.NewId();

        var reply = await server.SendAsync(HttpMethod.Post, "/platform/contracts?test=true", RunningServer.Contract(id), contentType);

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Equal(id, reply.Body.GetProperty("contract").GetProperty("id").GetString());
    }

    [Fact]
    public async Task Get_RequestBodyInQuery_IsRead()
    {
        var id = await server.NewPartnerAsync();
        var body = Uri.EscapeDataString(JsonSerializer.Serialize(new { page = new { number = 0, size = 1 }, filter = new { keyword = new { id } } }));

        var reply = await server.GetAsync($"/platform/partners?test=true&requestBody={body}");

        Assert.Equal(id, Assert.Single(reply.Body.GetProperty("items").EnumerateArray()).GetProperty("id").GetString());
    }

    /// <summary>PortOne's SDK sends filters in the query, and a filter may name hundreds of partners.</summary>
    [Fact]
    public async Task Get_LongRequestBodyInQuery_IsRead()
    {
        var id = await server.NewPartnerAsync();
        var ids = Enumerable.Range(0, 999).Select(index => $"partner-that-is-not-there-{index}").Append(id);
        var body = Uri.EscapeDataString(JsonSerializer.Serialize(new { filter = new { ids } }));
        Assert.True(body.Length > 30_000);

        var reply = await server.GetAsync($"/platform/partners?test=true&requestBody={body}");

        Assert.Equal((HttpStatusCode.OK, id), (reply.Status, Assert.Single(reply.Body.GetProperty("items").EnumerateArray()).GetProperty("id").GetString()));
    }

    [Fact]
    public async Task Get_RequestInBody_IsRead()
    {
        var id = await server.NewPartnerAsync();

        var reply = await server.SendAsync(HttpMethod.Get, "/platform/partners?test=true", new { filter = new { keyword = new { id } } }, "application/json");

        Assert.Equal(id, Assert.Single(reply.Body.GetProperty("items").EnumerateArray()).GetProperty("id").GetString());
    }

    [Fact]
    public async Task TestInQuery_AgainstIsForTestInBody_Wins()
    {
        var id = await server.NewPartnerAsync();
        await server.PostAsync("/platform/transfers/manual?test=true", new { partnerId = id, settlementAmount = 1_000, settlementDate = "2026-12-31" });

        var said = await ListAsync("", isForTest: true);
        var live = await ListAsync("?test=false", isForTest: true);
        var test = await ListAsync("?test=true", isForTest: false);

        Assert.Equal((1, 0, 1), (said, live, test));

        async Task<int> ListAsync(string query, bool isForTest) =>
            (await server.SendAsync(HttpMethod.Get, $"/platform/transfer-summaries{query}", new { filter = new { isForTest, keyword = new { partnerId = id } } }))
                .Body.GetProperty("transferSummaries").GetArrayLength();
    }

    [Fact]
    public async Task Live_ThingOfTest_IsNotFound()
    {
        var id = await server.NewPartnerAsync();

        Assert.Equal(HttpStatusCode.OK, (await server.GetAsync($"/platform/partners/{id}?test=true")).Status);
        Assert.Equal("PLATFORM_PARTNER_NOT_FOUND", (await server.GetAsync($"/platform/partners/{id}")).ErrorType);
    }

    [Fact]
    public async Task MalformedJson_IsRefusedWithItsPlace()
    {
        var reply = await server.PostAsync("/platform/contracts?test=true", "{\"name\": \"열림\",\n  oops}");

        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Equal("INVALID_REQUEST", reply.ErrorType);
        Assert.Contains("2번째 줄", reply.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WrongAndMissingMembers_AreNamed()
    {
        var reply = await server.PostAsync("/platform/contracts?test=true", new { name = 1, platformFee = new { fixedRate = "ten" }, platformFeeVatPayer = "NOBODY" });

        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Contains("name: 문자열이어야 해요.", reply.Message, StringComparison.Ordinal);
        Assert.Contains("platformFee.fixedRate: 정수여야 해요.", reply.Message, StringComparison.Ordinal);
        Assert.Contains("platformFeeVatPayer: PARTNER, MERCHANT 중 하나여야 해요.", reply.Message, StringComparison.Ordinal);
        Assert.Contains("settlementCycle: 꼭 있어야 하는 값이에요.", reply.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    public async Task BodyThatIsNoObject_IsRefused(string body)
    {
        var reply = await server.PostAsync("/platform/contracts?test=true", body);

        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Equal("INVALID_REQUEST", reply.ErrorType);
    }

    [Fact]
    public async Task TestParameterThatIsNoBoolean_IsRefused()
    {
        var reply = await server.GetAsync("/platform/partners?test=maybe");

        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.StartsWith("test:", reply.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/platform/nothing")]
    [InlineData("/b2b/nothing")]
    public async Task UnknownPath_IsNotFoundInJson(string path)
    {
        var reply = await server.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, reply.Status);
        Assert.NotNull(reply.ErrorType);
        Assert.Matches("[가-힣]", reply.Message);
    }

    [Fact]
    public async Task BodyAboveTheLimit_IsRefused()
    {
        var reply = await server.PostAsync("/platform/contracts?test=true", "{\"name\":\"" + new string('가', 3 * 1024 * 1024) + "\"}");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, reply.Status);
    }
}
