using System.Security.Cryptography;
using System.Text;

namespace Jeongsan.Popbill.Emulator.Auth;

/// <summary>The signature of a token request, over the bytes as received.</summary>
internal static class LinkhubSignature
{
    public static string Of(byte[] key, ReadOnlySpan<byte> body, IEnumerable<string> headerValues, string path)
    {
        var digest = Convert.ToBase64String(SHA256.HashData(body));
        var text = string.Join('\n', [.. new[] { "POST", digest }, .. headerValues, path]);
        return Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)));
    }
}
