using System.Net;

namespace Jeongsan.Server.Tests;

/// <summary>Idempotency-Key on POST.</summary>
public sealed class IdempotencyTests(RunningServer server)
{
    [Fact]
    public async Task SameKeyAndContent_GivesTheSameAnswer()
    {
        var (key, contract) = (RunningServer.NewId(), RunningServer.Contract(RunningServer.NewId()));

        var first = await server.SendAsync(HttpMethod.Post, "/platform/contracts?test=true", contract, idempotencyKey: key);
        var second = await server.SendAsync(HttpMethod.Post, "/platform/contracts?test=true", contract, idempotencyKey: key);

        Assert.Equal(HttpStatusCode.OK, first.Status);
        Assert.Equal(HttpStatusCode.OK, second.Status);
        Assert.Equal(first.Text, second.Text);
        Assert.True(second.Headers.Contains("Idempotent-Replayed"));
        Assert.False(first.Headers.Contains("Idempotent-Replayed"));
    }

    [Fact]
    public async Task SameKey_OtherContent_IsRefused()
    {
        var key = RunningServer.NewId();
        await server.SendAsync(HttpMethod.Post, "/platform/contracts?test=true", RunningServer.Contract(RunningServer.NewId()), idempotencyKey: key);

        var other = await server.SendAsync(HttpMethod.Post, "/platform/contracts?test=true", RunningServer.Contract(RunningServer.NewId()), idempotencyKey: key);

        Assert.Equal("IDEMPOTENCY_KEY_REUSED", other.ErrorType);
    }

    [Fact]
    public async Task RefusedRequest_LeavesTheKeyFree()
    {
        var (key, id) = (RunningServer.NewId(), RunningServer.NewId());
        var refused = await server.SendAsync(HttpMethod.Post, "/platform/partners?test=true", RunningServer.Person(id, "no-contract"), idempotencyKey: key);
        await server.PostAsync("/platform/contracts?test=true", RunningServer.Contract(id));

        var mended = await server.SendAsync(HttpMethod.Post, "/platform/partners?test=true", RunningServer.Person(id, id), idempotencyKey: key);

        Assert.Equal("PLATFORM_CONTRACT_NOT_FOUND", refused.ErrorType);
        Assert.Equal(HttpStatusCode.OK, mended.Status);
    }

    [Fact]
    public async Task File_IsWrittenAnewEachTime()
    {
        var key = RunningServer.NewId();
        for (var time = 0; time < 2; time++)
        {
            var sheet = await server.SendAsync(HttpMethod.Post, "/platform/withholding/sheet?test=true", new { format = "CSV" }, idempotencyKey: key);
            Assert.Equal(HttpStatusCode.OK, sheet.Status);
            Assert.Equal("text/csv", sheet.MediaType);
            Assert.False(sheet.Headers.Contains("Idempotent-Replayed"));
        }
    }

    [Fact]
    public async Task TwentyAtOnce_CreateOneThing()
    {
        var key = RunningServer.NewId();
        var name = RunningServer.NewId();
        var manual = new { partnerId = await server.NewPartnerAsync(), settlementAmount = 1_000, settlementDate = "2026-12-31", memo = name };

        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ =>
            server.SendAsync(HttpMethod.Post, "/platform/transfers/manual?test=true", manual, idempotencyKey: key)));

        Assert.All(replies, reply => Assert.Equal(HttpStatusCode.OK, reply.Status));
        Assert.Single(replies.Select(reply => reply.Body.GetProperty("transfer").GetProperty("id").GetString()).Distinct());
        var list = await server.SendAsync(HttpMethod.Get, "/platform/transfer-summaries?test=true", new { filter = new { keyword = new { partnerId = manual.partnerId } } });
        Assert.Single(list.Body.GetProperty("transferSummaries").EnumerateArray());
    }

    [Fact]
    public async Task KeyThatIsTooLong_IsRefused()
    {
        var reply = await server.SendAsync(
            HttpMethod.Post, "/platform/contracts?test=true", RunningServer.Contract(RunningServer.NewId()), idempotencyKey: new string('k', 257));

        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
    }
}
