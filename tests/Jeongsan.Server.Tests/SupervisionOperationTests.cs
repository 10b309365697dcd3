using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Xunit;

namespace Jeongsan.Server.Tests;

/// <summary>수탁자 관리·감독 on the wire.</summary>
public sealed class SupervisionOperationTests(RunningServer server)
{
    private const string Evidence = "/platform/privacy/processors/mail/evidence";

    [Fact]
    public async Task Evidence_WithAFile_MovesTheDayAndIsDownloadedUnderItsName()
    {
        var content = Encoding.UTF8.GetBytes("점검표");
        var today = (await server.GetAsync("/platform/test-clock?test=true")).Body.GetProperty("now").GetDateTimeOffset().ToOffset(TimeSpan.FromHours(9)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

        var recorded = await server.PostAsync($"{Evidence}?test=true", new { kind = "SUPERVISION", on = today, words = "점검함", file = new { name = "점검표.txt", content = Convert.ToBase64String(content) } });

        Assert.Equal(HttpStatusCode.OK, recorded.Status);
        var id = recorded.Body.GetProperty("evidence").GetProperty("id").GetString();
        var listed = (await server.GetAsync($"{Evidence}?test=true")).Body.GetProperty("items").EnumerateArray().Single(item => item.GetProperty("id").GetString() == id);
        Assert.Equal("점검표.txt", listed.GetProperty("fileName").GetString());
        var due = (await server.GetAsync("/platform/privacy/supervision?test=true")).Body.GetProperty("items").EnumerateArray()
            .Single(item => item.GetProperty("processorId").GetString() == "mail" && item.GetProperty("kind").GetString() == "SUPERVISION");
        Assert.Equal($"{int.Parse(today[..4], System.Globalization.CultureInfo.InvariantCulture) + 1}{today[4..]}", due.GetProperty("dueOn").GetString());
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server.Server.Address, $"{Evidence}/{id}/file?test=true"));
        request.Headers.Authorization = new AuthenticationHeaderValue("PortOne", server.Server.ApiSecret);
        using var client = new HttpClient();
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.OK, "application/octet-stream", "점검표.txt"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.FileNameStar));
        Assert.Equal(content, await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Evidence_ThatCannotBeKept_NamesTheFieldAndTheMend()
    {
        foreach (var (body, field) in new (object Body, string Field)[]
        {
            (new { kind = "TRAINING", on = "2999-01-01", words = "교육" }, "on"),
            (new { kind = "TRAINING", on = "2026-01-01", words = " " }, "words"),
            (new { kind = "CONTRACT", on = "2026-01-01", words = "계약서", file = new { name = "a.pdf", content = "base64가 아님" } }, "file.content"),
            (new { kind = "CONTRACT", on = "2026-01-01", words = "계약서", file = new { name = "a/b.pdf", content = "AAAA" } }, "file.name"),
        })
        {
            var refused = await server.PostAsync($"{Evidence}?test=true", body);
            Assert.Equal((HttpStatusCode.BadRequest, "INVALID_REQUEST"), (refused.Status, refused.ErrorType));
            Assert.Contains(field, refused.Body.GetProperty("message").GetString(), StringComparison.Ordinal);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await server.GetAsync("/platform/privacy/processors/nobody/evidence?test=true")).Status);
    }
}
