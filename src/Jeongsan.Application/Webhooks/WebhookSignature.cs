using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Jeongsan.Application.Webhooks;

/// <summary>Standard Webhooks: HMAC-SHA256 over <c>id.timestamp.body</c>, as PortOne's SDKs verify it.</summary>
internal static class WebhookSignature
{
    private const string SecretPrefix = "whsec_";

    public static string Sign(string secret, string id, DateTimeOffset at, string body)
    {
        var key = Convert.FromBase64String(secret[SecretPrefix.Length..]);
        var signed = string.Create(CultureInfo.InvariantCulture, $"{id}.{at.ToUnixTimeSeconds()}.{body}");
        return "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(signed)));
    }
}
