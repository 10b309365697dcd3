using System.Net;
using System.Text.Json;

namespace Jeongsan.Server.Tests;

/// <summary>정보주체의 요구와 유출 사고 on the wire.</summary>
public sealed class SubjectRequestOperationTests(RunningServer server)
{
    [Fact]
    public async Task Access_FromReceiptToAnswer_HandsOutTheExportAndWritesDownWhoTookIt()
    {
        var partner = await server.NewPartnerAsync();
        var id = await ReceiveAsync(partner, "ACCESS");
        var early = await server.PostAsync($"/platform/privacy/requests/{id}/export?test=true", new { });
        Assert.Equal((HttpStatusCode.Conflict, "SUBJECT_REQUEST_NOT_ALLOWED", "NotInState"), (early.Status, early.ErrorType, early.Body.GetProperty("reason").GetString()));
        await MustAsync($"/platform/privacy/requests/{id}/identify", new { method = "등록된 번호로 전화" });
        var incomplete = await server.PostAsync($"/platform/privacy/requests/{id}/complete?test=true", new { words = "전달함" });
        Assert.Equal("ExportMissing", incomplete.Body.GetProperty("reason").GetString());

        var export = await server.PostAsync($"/platform/privacy/requests/{id}/export?test=true", new { });

        Assert.Equal((HttpStatusCode.OK, "application/zip"), (export.Status, export.MediaType));
        // Of this partner alone, although it is a file.
        var record = Assert.Single(
            (await server.GetAsync($"/platform/privacy/access-records?test=true&partnerId={partner}&operation=exportSubjectData")).Body.GetProperty("items").EnumerateArray());
        Assert.Equal((1, $"id={id}"), (record.GetProperty("subjectCount").GetInt32(), record.GetProperty("target").GetString()));
        await MustAsync($"/platform/privacy/requests/{id}/complete", new { words = "등기우편으로 보냄" });
        var draft = (await server.GetAsync($"/platform/privacy/requests/{id}?test=true")).Body.GetProperty("draftAnswer").GetString();
        Assert.Contains("등기우편으로 보냄", draft, StringComparison.Ordinal);
        var answered = await MustAsync($"/platform/privacy/requests/{id}/answer", new { toldOtherwise = new { how = "등기우편", on = "2026-01-06" } });
        Assert.Equal("ANSWERED", answered.GetProperty("request").GetProperty("status").GetString());
        Assert.False(answered.GetProperty("request").TryGetProperty("daysLeft", out _));
        var told = Assert.Single((await server.GetAsync($"/platform/privacy/requests/{id}?test=true")).Body.GetProperty("notices").EnumerateArray());
        Assert.Equal((draft, "TOLD_OTHERWISE"), (told.GetProperty("text").GetString(), told.GetProperty("delivery").GetString()));
    }

    [Fact]
    public async Task Stop_RefusesWhatWouldSend_UntilItIsLifted()
    {
        var partner = await server.NewPartnerAsync();
        var id = await ReceiveAsync(partner, "STOP");
        await MustAsync($"/platform/privacy/requests/{id}/identify", new { method = "등록된 번호로 전화" });
        Assert.Equal(HttpStatusCode.NotFound, (await server.PostAsync($"/platform/privacy/processing-stops/{partner}/lift?test=true", new { reason = "부탁함" })).Status);
        await MustAsync($"/platform/privacy/requests/{id}/complete", new { words = "멈춤" });

        var refused = await server.PostAsync("/platform/payee-checks?test=true", new { partnerIds = new[] { partner } });

        Assert.Equal((HttpStatusCode.Conflict, "PARTNER_NOT_TOLD", "PROCESSING_STOPPED"), (refused.Status, refused.ErrorType, refused.Body.GetProperty("reason").GetString()));
        Assert.Contains("처리를 정지", refused.Message, StringComparison.Ordinal);
        await MustAsync($"/platform/privacy/processing-stops/{partner}/lift", new { reason = "파트너가 메일로 부탁함" });
        Assert.Equal(HttpStatusCode.OK, (await server.PostAsync("/platform/payee-checks?test=true", new { partnerIds = new[] { partner } })).Status);
    }

    [Theory]
    [InlineData("refuse", """{"ground":"LEGAL_DUTY","words":"안 됨"}""", "ground:")]
    [InlineData("refuse", """{"ground":"HARM_TO_OTHERS","words":" "}""", "words:")]
    [InlineData("defer", """{"until":"2026-01-01","reason":"바쁨"}""", "until:")]
    [InlineData("answer", """{"toldOtherwise":{"how":" ","on":"2026-01-06"}}""", "how:")]
    public async Task Step_WithAWrongMember_SaysWhichOneAndTheMend(string step, string body, string field)
    {
        var id = await ReceiveAsync(await server.NewPartnerAsync(), "ACCESS", today: true);
        await MustAsync($"/platform/privacy/requests/{id}/identify", new { method = "전화" });
        if (step == "answer")
        {
            await MustAsync($"/platform/privacy/requests/{id}/refuse", new { ground = "HARM_TO_OTHERS", words = "다른 사람의 정보가 섞여 있음" });
        }

        var reply = await server.PostAsync($"/platform/privacy/requests/{id}/{step}?test=true", JsonDocument.Parse(body).RootElement);

        Assert.Equal((HttpStatusCode.BadRequest, "INVALID_REQUEST"), (reply.Status, reply.ErrorType));
        Assert.StartsWith(field, reply.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Incident_FromTheAccessLogToTheClosing_TellsWhoeverWasShown()
    {
        var partner = await server.NewPartnerAsync();
        await server.GetAsync($"/platform/partners/{partner}?test=true");
        var record = (await server.GetAsync($"/platform/privacy/access-records?test=true&partnerId={partner}")).Body.GetProperty("items")[0];
        var (at, actor) = (record.GetProperty("at").GetDateTimeOffset(), record.GetProperty("actorId").GetString());
        var made = await MustAsync("/platform/privacy/incidents", new { knownAt = "2026-01-05T00:00:00Z", what = "조회 화면이 새어 나감", certainty = "LIKELY", items = new[] { "CONTACT" }, byIntrusion = true });
        var id = made.GetProperty("incident").GetProperty("id").GetString();
        Assert.Equal(("2026-01-08T00:00:00Z", true), (made.GetProperty("incident").GetProperty("dueAt").GetDateTimeOffset().ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture), made.GetProperty("incident").GetProperty("mustBeReported").GetBoolean()));
        Assert.Equal(HttpStatusCode.BadRequest, (await server.PostAsync($"/platform/privacy/incidents/{id}/find-affected?test=true", new { })).Status);

        var found = await MustAsync($"/platform/privacy/incidents/{id}/find-affected", new { actorId = actor, from = at, until = at.AddTicks(10) });
        Assert.Equal([partner], found.GetProperty("partnerIds").EnumerateArray().Select(one => one.GetString()));
        await MustAsync($"/platform/privacy/incidents/{id}/confirm-affected", new { actorId = actor, from = at, until = at.AddTicks(10) });
        var early = await server.PostAsync($"/platform/privacy/incidents/{id}/tell?test=true", new { });
        Assert.Equal(("INCIDENT_NOT_ALLOWED", "NoticePartMissing"), (early.ErrorType, early.Body.GetProperty("reason").GetString()));
        var notice = new { items = "연락처", whenAndHow = "오늘", whatToDo = "주의", measures = "막음", contact = "재무팀", rights = "손해배상과 분쟁조정" };
        Assert.Equal(HttpStatusCode.OK, (await server.SendAsync(HttpMethod.Put, $"/platform/privacy/incidents/{id}/notice?test=true", new { notice })).Status);
        Assert.Equal(1, (await MustAsync($"/platform/privacy/incidents/{id}/tell", new { })).GetProperty("sendingCount").GetInt32());
        Assert.Equal(0, (await MustAsync($"/platform/privacy/incidents/{id}/tell", new { })).GetProperty("sendingCount").GetInt32());

        await Jeongsan.TestKit.Polling.UntilTrueAsync("the notice", async _ => (await server.GetAsync($"/platform/privacy/incidents/{id}?test=true")).Body.GetProperty("toldCount").GetInt32() == 1, TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        Assert.Equal("NotReported", (await server.PostAsync($"/platform/privacy/incidents/{id}/close?test=true", new { summary = "끝" })).Body.GetProperty("reason").GetString());
        await MustAsync($"/platform/privacy/incidents/{id}/report", new { reportedAt = "2026-01-06T00:00:00Z", receiptNumber = "2026-000123" });
        Assert.Equal("CLOSED", (await MustAsync($"/platform/privacy/incidents/{id}/close", new { summary = "막고 알림" })).GetProperty("incident").GetProperty("status").GetString());
    }

    private async Task<string> ReceiveAsync(string partner, string kind, bool today = false)
    {
        var now = (await server.GetAsync("/platform/test-clock")).Body.GetProperty("now").GetDateTimeOffset().ToOffset(TimeSpan.FromHours(9));
        var receivedOn = today ? now.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : "2026-01-05";
        return (await MustAsync("/platform/privacy/requests", new { partnerId = partner, kind, channel = "PHONE", receivedOn, asked = "제 정보를 부탁합니다" })).GetProperty("request").GetProperty("id").GetString()!;
    }

    private async Task<JsonElement> MustAsync(string path, object body)
    {
        var reply = await server.PostAsync($"{path}?test=true", body);
        Assert.True(reply.Status == HttpStatusCode.OK, $"{path}: {reply.Text}");
        return reply.Body;
    }
}
