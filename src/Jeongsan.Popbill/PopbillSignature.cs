using System.Security.Cryptography;
using System.Text;

namespace Jeongsan.Popbill;

/// <summary>The HMAC with which a partner proves itself to the token host.</summary>
internal static class PopbillSignature
{
    public const string Version = "2.0";

    /// <summary>Signs over the bytes that are sent, never over a second serialisation of them.</summary>
    public static string Of(string secretKey, ReadOnlySpan<byte> body, string date, string? forwarded, string path)
    {
        var lines = new List<string> { "POST", Convert.ToBase64String(SHA256.HashData(body)), date };
        if (forwarded is not null) lines.Add(forwarded);
        lines.Add(Version);
        lines.Add(path);
        var text = Encoding.UTF8.GetBytes(string.Join('\n', lines));
        return Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secretKey), text));
    }
}
