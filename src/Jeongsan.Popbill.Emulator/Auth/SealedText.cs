using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Jeongsan.Popbill.Emulator.Auth;

/// <summary>Self-contained texts that only this emulator can make: tokens and page tickets outlive a restart without being stored.</summary>
internal sealed class SealedText(PopbillEmulatorOptions options)
{
    private readonly byte[] _key = SHA256.HashData(Encoding.UTF8.GetBytes("sealed-text:" + options.SecretKey));

    public string Seal<T>(string purpose, T facts)
    {
        var payload = Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(facts));
        return payload + "." + Mac(purpose, payload);
    }

    /// <summary>Null when it was made by somebody else, for another purpose, or is broken.</summary>
    public T? Open<T>(string purpose, string? text) where T : class
    {
        if (text?.Split('.') is not [var payload, var mac]) return null;
        var expected = Encoding.ASCII.GetBytes(Mac(purpose, payload));
        return CryptographicOperations.FixedTimeEquals(expected, Encoding.UTF8.GetBytes(mac))
            ? JsonSerializer.Deserialize<T>(Base64Url.DecodeFromChars(payload))
            : null;
    }

    private string Mac(string purpose, string payload) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(purpose + "\n" + payload)));
}
