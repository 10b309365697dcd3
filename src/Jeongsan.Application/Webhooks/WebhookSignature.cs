using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Jeongsan.Application.Webhooks;

/// <summary>Standard Webhooks: HMAC-SHA256 over <c>id.timestamp.body</c>, as PortOne's SDKs verify it.</summary>
internal static class WebhookSignature
{
    public const string IdHeader = "webhook-id";
    public const string TimestampHeader = "webhook-timestamp";
    public const string SignatureHeader = "webhook-signature";

    private const string SecretPrefix = "whsec_";
    private const string Version = "v1,";

    public static string Sign(string secret, string id, DateTimeOffset at, string body) => Sign(Key(secret), id, at.ToUnixTimeSeconds(), Encoding.UTF8.GetBytes(body));

    /// <summary>The key of a secret that was written with or without <c>whsec_</c>.</summary>
    /// <exception cref="FormatException">It is not base64.</exception>
    public static byte[] Key(string secret) => Convert.FromBase64String(secret.StartsWith(SecretPrefix, StringComparison.Ordinal) ? secret[SecretPrefix.Length..] : secret);

    /// <param name="atSeconds">Unix time.</param>
    public static string Sign(byte[] key, string id, long atSeconds, ReadOnlySpan<byte> body)
    {
        using var signed = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        signed.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{atSeconds}.")));
        signed.AppendData(body);
        return Version + Convert.ToBase64String(signed.GetHashAndReset());
    }
}
