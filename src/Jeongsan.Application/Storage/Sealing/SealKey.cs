using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Jeongsan.Application.Storage.Sealing;

/// <summary>
/// One key that columns are sealed with: AES-256-GCM, whose nonce is a keyed hash of what is sealed. The same text is therefore
/// always sealed the same way under one key: an equal value can be looked for without opening anything, and whoever reads the
/// database without the key learns only which values are equal.
/// </summary>
internal sealed class SealKey
{
    public const int SecretBytes = 32;
    public const int IdLength = 10;
    public const string Prefix = "sealed:";

    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    /// <summary>Before the key's id in sealed bytes; no JSON begins so.</summary>
    private static readonly byte[] BytesPrefix = "\0sealed:"u8.ToArray();

    private readonly byte[] _cipherKey;
    private readonly byte[] _nonceKey;

    public SealKey(string id, byte[] secret)
    {
        Id = id;
        TextPrefix = $"{Prefix}{id}:";
        _cipherKey = HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, SecretBytes, info: "jeongsan column cipher"u8.ToArray());
        _nonceKey = HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, SecretBytes, info: "jeongsan column nonce"u8.ToArray());
    }

    public string Id { get; }

    /// <summary>What every text begins with that this key sealed.</summary>
    public string TextPrefix { get; }

    public static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdLength / 2));

    /// <summary>Null when the text is not sealed.</summary>
    public static string? IdOf(string text) =>
        text.StartsWith(Prefix, StringComparison.Ordinal) && text.Length > Prefix.Length + IdLength && text[Prefix.Length + IdLength] == ':'
            ? text.Substring(Prefix.Length, IdLength)
            : null;

    /// <inheritdoc cref="IdOf(string)"/>
    public static string? IdOf(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith(BytesPrefix) ? Encoding.ASCII.GetString(bytes.Slice(BytesPrefix.Length, IdLength)) : null;

    public string Seal(string text) => TextPrefix + Base64Url.EncodeToString(Encrypt(Encoding.UTF8.GetBytes(text)));

    public byte[] Seal(byte[] content) => [.. BytesPrefix, .. Encoding.ASCII.GetBytes(Id), .. Encrypt(content)];

    /// <exception cref="CryptographicException">It was altered.</exception>
    public string Open(string text)
    {
        try
        {
            return Encoding.UTF8.GetString(Decrypt(Base64Url.DecodeFromChars(text.AsSpan(TextPrefix.Length))));
        }
        catch (FormatException altered)
        {
            throw new CryptographicException("What was sealed was altered.", altered);
        }
    }

    /// <inheritdoc cref="Open(string)"/>
    public byte[] Open(byte[] content) => Decrypt(content.AsSpan(BytesPrefix.Length + IdLength));

    /// <summary>Nonce, tag, and what only the key reads.</summary>
    public byte[] Encrypt(ReadOnlySpan<byte> content)
    {
        var whole = new byte[NonceBytes + TagBytes + content.Length];
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_nonceKey, content, hash);
        hash[..NonceBytes].CopyTo(whole);
        using var aes = new AesGcm(_cipherKey, TagBytes);
        aes.Encrypt(whole.AsSpan(0, NonceBytes), content, whole.AsSpan(NonceBytes + TagBytes), whole.AsSpan(NonceBytes, TagBytes));
        return whole;
    }

    /// <exception cref="CryptographicException">It was altered, or another key's.</exception>
    public byte[] Decrypt(ReadOnlySpan<byte> whole)
    {
        if (whole.Length < NonceBytes + TagBytes)
        {
            throw new CryptographicException("What was sealed is cut off.");
        }
        var content = new byte[whole.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(_cipherKey, TagBytes);
        aes.Decrypt(whole[..NonceBytes], whole[(NonceBytes + TagBytes)..], whole.Slice(NonceBytes, TagBytes), content);
        return content;
    }
}
