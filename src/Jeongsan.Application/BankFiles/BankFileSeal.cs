using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Jeongsan.Application.BankFiles;

/// <summary>
/// Hides the accounts of a file in the database. Each file has a key of its own, which is wrapped by the installation's key ring
/// before the transaction begins: the ring may have to write a new key, and nothing else writes while a command does.
/// </summary>
public sealed class BankFileSeal(IDataProtectionProvider protection)
{
    private const int KeyBytes = 32;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    private readonly IDataProtector _keys = protection.CreateProtector("Jeongsan.BankFile.v1");

    internal BankFileKey NewKey()
    {
        var key = RandomNumberGenerator.GetBytes(KeyBytes);
        return new BankFileKey(key, _keys.Protect(key));
    }

    internal static byte[] Seal(BankFileKey key, byte[] content)
    {
        // Length of the wrapped key, the key, the nonce, the tag, the content.
        var whole = new byte[sizeof(int) + key.Wrapped.Length + NonceBytes + TagBytes + content.Length];
        BitConverter.TryWriteBytes(whole, key.Wrapped.Length);
        key.Wrapped.CopyTo(whole, sizeof(int));
        var rest = whole.AsSpan(sizeof(int) + key.Wrapped.Length);
        RandomNumberGenerator.Fill(rest[..NonceBytes]);
        using var aes = new AesGcm(key.Key, TagBytes);
        aes.Encrypt(rest[..NonceBytes], content, rest[(NonceBytes + TagBytes)..], rest.Slice(NonceBytes, TagBytes));
        return whole;
    }

    /// <summary>Null when it was altered or sealed by another installation.</summary>
    internal byte[]? Open(byte[] whole)
    {
        try
        {
            var length = BitConverter.ToInt32(whole);
            var key = _keys.Unprotect(whole.AsSpan(sizeof(int), length).ToArray());
            var rest = whole.AsSpan(sizeof(int) + length);
            var content = new byte[rest.Length - NonceBytes - TagBytes];
            using var aes = new AesGcm(key, TagBytes);
            aes.Decrypt(rest[..NonceBytes], rest[(NonceBytes + TagBytes)..], rest.Slice(NonceBytes, TagBytes), content);
            return content;
        }
        catch (Exception fault) when (fault is CryptographicException or ArgumentException or OverflowException)
        {
            return null;
        }
    }
}

/// <param name="Wrapped">By the installation's key ring.</param>
internal sealed record BankFileKey(byte[] Key, byte[] Wrapped);
