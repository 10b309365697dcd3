using System.Net.Http.Json;
using System.Text.Json;
using Jeongsan.TestKit;

namespace Jeongsan.Server.Tests;

/// <summary>Who called, behind reverse proxies: what they say counts, and what a caller made up does not.</summary>
public sealed class TrustedProxyTests
{
    private const string MadeUpThenSeen = "203.0.113.9, 198.51.100.7";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", "127.0.0.1")]
    [InlineData("127.0.0.1", "198.51.100.7")]
    [InlineData("127.0.0.1, 198.51.100.0/24", "203.0.113.9")]
    public async Task Caller_IsTheFirstHop_ThatIsNoTrustedProxy(string proxies, string caller)
    {
        await using var server = await ServerProcess.StartAsync(new ServerSettings { Variables = new Dictionary<string, string> { ["JEONGSAN_TRUSTED_PROXIES"] = proxies } }, Ct);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/platform/payouts/sheet-file?test=true", UriKind.Relative));
        request.Headers.Add("X-Forwarded-For", MadeUpThenSeen);

        using var answer = await server.Client.SendAsync(request, Ct);

        Assert.True(answer.IsSuccessStatusCode);
        var records = await server.Client.GetFromJsonAsync<JsonElement>("/platform/privacy/access-records?test=true", Ct);
        Assert.Equal(caller, Assert.Single(records.GetProperty("items").EnumerateArray()).GetProperty("networkAddress").GetString());
    }
}
