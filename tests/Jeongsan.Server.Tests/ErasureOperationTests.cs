using System.Net;
using System.Text.Json;

namespace Jeongsan.Server.Tests;

/// <summary>파기 on the wire.</summary>
public sealed class ErasureOperationTests(RunningServer server)
{
    [Fact]
    public async Task Erase_AnArchivedPartner_LeavesItNamelessWithACertificate()
    {
        var partner = await server.NewPartnerAsync();
        var early = await server.PostAsync("/platform/privacy/erasures?test=true", new { partnerId = partner, reason = "거래 종료" });
        Assert.Equal((HttpStatusCode.Conflict, "ERASURE_NOT_ALLOWED"), (early.Status, early.ErrorType));
        Assert.Equal(["NOT_ARCHIVED"], early.Body.GetProperty("blocks").EnumerateArray().Select(block => block.GetProperty("obstacle").GetString()));
        await MustAsync($"/platform/partners/{partner}/archive", new { });
        Assert.Contains(
            (await server.GetAsync("/platform/privacy/erasures/candidates?test=true")).Body.GetProperty("items").EnumerateArray(),
            one => one.GetProperty("partnerId").GetString() == partner && one.GetProperty("blocks").GetArrayLength() == 0);
        Assert.Equal(HttpStatusCode.BadRequest, (await server.PostAsync("/platform/privacy/erasures?test=true", new { partnerId = partner, reason = " " })).Status);

        var id = (await MustAsync("/platform/privacy/erasures", new { partnerId = partner, reason = "거래 종료" })).GetProperty("erasure").GetProperty("id").GetString();

        var erasure = await FinishedAsync(id!);
        Assert.Equal("ERASED", erasure.GetProperty("status").GetString());
        Assert.Contains("개인정보 파기 확인서", erasure.GetProperty("certificate").GetString(), StringComparison.Ordinal);
        var shown = (await server.GetAsync($"/platform/partners/{partner}?test=true")).Body;
        Assert.Equal(("파기된 파트너", ""), (shown.GetProperty("name").GetString(), shown.GetProperty("contact").GetProperty("email").GetString()));
        Assert.Equal("", shown.GetProperty("account").GetProperty("number").GetString());
        var again = await server.PostAsync("/platform/privacy/erasures?test=true", new { partnerId = partner, reason = "거래 종료" });
        Assert.Equal(["ALREADY_ERASED"], again.Body.GetProperty("blocks").EnumerateArray().Select(block => block.GetProperty("obstacle").GetString()));
        Assert.Equal(HttpStatusCode.BadRequest, (await server.PostAsync($"/platform/partners/{partner}/recover?test=true", new { })).Status);
        // Nothing had to be kept: no money was ever paid.
        Assert.Equal((HttpStatusCode.Conflict, "ERASURE_NOT_ALLOWED"), await StatusOfOpeningAsync(id!));
    }

    [Fact]
    public async Task Erase_OnRequest_CompletesTheRequestWithWhatTheCertificateSays()
    {
        var partner = await server.NewPartnerAsync();
        var request = (await MustAsync("/platform/privacy/requests", new { partnerId = partner, kind = "DELETION", channel = "PHONE", receivedOn = "2026-01-05", asked = "지워 주세요" }))
            .GetProperty("request").GetProperty("id").GetString();
        await MustAsync($"/platform/privacy/requests/{request}/identify", new { method = "등록된 번호로 전화" });
        await MustAsync($"/platform/partners/{partner}/archive", new { });
        var id = (await MustAsync("/platform/privacy/erasures", new { partnerId = partner, reason = "정보주체의 요구" })).GetProperty("erasure").GetProperty("id").GetString();
        await FinishedAsync(id!);

        var completed = (await MustAsync($"/platform/privacy/requests/{request}/complete", new { words = "지웠습니다" })).GetProperty("request");

        Assert.Contains("파트너 정보(이름, 연락처, 계좌", completed.GetProperty("erased").GetString(), StringComparison.Ordinal);
        // There is no address to mail to any more.
        var mailed = await server.PostAsync($"/platform/privacy/requests/{request}/answer?test=true", new { });
        Assert.Equal((HttpStatusCode.BadRequest, "INVALID_REQUEST"), (mailed.Status, mailed.ErrorType));
    }

    [Fact]
    public async Task Erasure_ThatIsNot_IsNotFound()
    {
        Assert.Equal((HttpStatusCode.NotFound, "ERASURE_NOT_FOUND"), (await server.GetAsync("/platform/privacy/erasures/none?test=true")) is var reply ? (reply.Status, reply.ErrorType) : default);
        Assert.Equal((HttpStatusCode.NotFound, "ERASURE_NOT_FOUND"), await StatusOfOpeningAsync("none"));
        var unknown = await server.PostAsync("/platform/privacy/erasures?test=true", new { partnerId = "none", reason = "거래 종료" });
        Assert.Equal((HttpStatusCode.NotFound, "PLATFORM_PARTNER_NOT_FOUND"), (unknown.Status, unknown.ErrorType));
    }

    private async Task<(HttpStatusCode, string?)> StatusOfOpeningAsync(string id)
    {
        var reply = await server.PostAsync($"/platform/privacy/erasures/{id}/locked-store?test=true", new { reason = "세무조사" });
        return (reply.Status, reply.ErrorType);
    }

    private async Task<JsonElement> FinishedAsync(string id)
    {
        JsonElement erasure = default;
        await TestKit.Polling.UntilTrueAsync("the erasure to end", async _ =>
        {
            erasure = (await server.GetAsync($"/platform/privacy/erasures/{id}?test=true")).Body.GetProperty("erasure");
            return erasure.GetProperty("status").GetString() != "ERASING";
        }, TimeSpan.FromSeconds(30));
        return erasure;
    }

    private async Task<JsonElement> MustAsync(string path, object body)
    {
        var reply = await server.PostAsync($"{path}?test=true", body);
        Assert.True(reply.Status == HttpStatusCode.OK, $"{path}: {reply.Text}");
        return reply.Body;
    }
}
