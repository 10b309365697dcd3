using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Jeongsan.Server.Tests;

/// <summary>Calls of the addresses that others call with a signature, made by other code than the server's.</summary>
internal static class SignedHooks
{
    public static byte[] Key(string secret) => Convert.FromBase64String(secret["whsec_".Length..]);

    /// <param name="key">Null: without a signature.</param>
    /// <param name="sent">What is sent instead of what was signed.</param>
    public static async Task<(HttpStatusCode Status, string Said)> TellAsync(RunningServer server, string path, string body, byte[]? key, int secondsAgo = 0, string? sent = null)
    {
        var seconds = DateTimeOffset.UtcNow.AddSeconds(-secondsAgo).ToUnixTimeSeconds();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server.Server.Address, path)) { Content = new StringContent(sent ?? body, Encoding.UTF8, "application/json") };
        if (key is not null)
        {
            var signed = string.Create(CultureInfo.InvariantCulture, $"msg-1.{seconds}.{body}");
            request.Headers.Add("webhook-id", "msg-1");
            request.Headers.Add("webhook-timestamp", seconds.ToString(CultureInfo.InvariantCulture));
            request.Headers.Add("webhook-signature", "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(signed))));
        }
        using var client = new HttpClient();
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
