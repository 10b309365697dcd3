using System.Net;

namespace Jeongsan.Server.Tests;

/// <summary>개인정보 처리방침 on the wire.</summary>
public sealed class PolicyOperationTests(RunningServer server)
{
    [Fact]
    public async Task Policy_BeforeAndAfterItIsPublished_SaysWhatDiffers()
    {
        var before = await server.GetAsync("/platform/privacy/policy?test=true");
        Assert.Equal(HttpStatusCode.OK, before.Status);
        Assert.False(before.Body.GetProperty("isTrue").GetBoolean());
        Assert.All(before.Body.GetProperty("difference").GetString()!.Split('\n'), line => Assert.StartsWith("+ ", line, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await server.SendAsync(HttpMethod.Get, "/privacy/policy/merchant-sample?test=true", authorization: "")).Status);
        var nobody = await server.PostAsync("/platform/privacy/policy?test=true", new { officer = " " });
        Assert.Equal((HttpStatusCode.BadRequest, "INVALID_REQUEST"), (nobody.Status, nobody.ErrorType));

        var published = await server.PostAsync("/platform/privacy/policy?test=true", new { officer = "개인정보 보호팀 privacy@market.example" });

        Assert.Equal(HttpStatusCode.OK, published.Status);
        Assert.Contains("개인정보 보호팀", published.Body.GetProperty("policy").GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Contains("(제1판)", published.Body.GetProperty("policy").GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.True((await server.GetAsync("/platform/privacy/policy?test=true")).Body.GetProperty("isTrue").GetBoolean());
        foreach (var address in new[] { "/privacy/policy/merchant-sample?test=true", "/privacy/policy/merchant-sample?test=true&number=1" })
        {
            var page = await server.SendAsync(HttpMethod.Get, address, authorization: "");
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Contains("개인정보 보호팀 privacy@market.example", WebUtility.HtmlDecode(page.Text), StringComparison.Ordinal);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await server.SendAsync(HttpMethod.Get, "/privacy/policy/merchant-sample?test=true&number=2", authorization: "")).Status);
        Assert.Equal("", (await server.GetAsync("/platform/privacy/policy?test=true")).Body.GetProperty("difference").GetString());
    }
}
