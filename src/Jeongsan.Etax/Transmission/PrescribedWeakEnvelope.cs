using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Jeongsan.Etax.Transmission;

/// <summary>CMS EnvelopedData as the e-tax standard prescribes it: three-key triple DES in CBC mode, the key under RSAES-PKCS1-v1_5.</summary>
/// <remarks>Weak by today's measure, and without any proof of who sealed it: never use it for anything but the gateway that prescribes it.</remarks>
public static class PrescribedWeakEnvelope
{
    private const string EnvelopedData = "1.2.840.113549.1.7.3";
    private const string Data = "1.2.840.113549.1.7.1";
    private const string DesEde3Cbc = "1.2.840.113549.3.7";
    private const string RsaPkcs1 = "1.2.840.113549.1.1.1";
    private const int KeySize = 24;
    private const int BlockSize = 8;

    private static readonly Asn1Tag Explicit0 = new(TagClass.ContextSpecific, 0, isConstructed: true);
    private static readonly Asn1Tag Implicit0 = new(TagClass.ContextSpecific, 0);

    /// <summary>The content for one recipient, in DER.</summary>
    /// <param name="content">For the gateway a <see cref="TaxInvoicePackage"/>.</param>
    /// <param name="recipient">The key-management certificate: RSA; a key usage, where it names one, must include keyEncipherment.</param>
    /// <exception cref="ArgumentException">The certificate can't be encrypted to.</exception>
    public static byte[] SealWithTripleDes(ReadOnlySpan<byte> content, X509Certificate2 recipient)
    {
        ArgumentNullException.ThrowIfNull(recipient);
        using var rsa = recipient.GetRSAPublicKey() ?? throw new ArgumentException("The recipient's certificate has no RSA key.", nameof(recipient));
        if (recipient.Extensions.OfType<X509KeyUsageExtension>().FirstOrDefault() is { } usage && !usage.KeyUsages.HasFlag(X509KeyUsageFlags.KeyEncipherment))
            throw new ArgumentException("The recipient's certificate is not for encryption: a signing certificate was given.", nameof(recipient));
        using var cipher = CreateTripleDes();
        var encryptedKey = rsa.Encrypt(cipher.Key, RSAEncryptionPadding.Pkcs1);
        var encrypted = cipher.EncryptCbc(content, cipher.IV, PaddingMode.PKCS7);
        return Write(recipient, encryptedKey, cipher.IV, encrypted);
    }

    /// <summary>The content; DER and BER are read, as other programs write the latter.</summary>
    /// <param name="cms">What came.</param>
    /// <param name="recipient">Whose issuer and serial number must be among the recipients.</param>
    /// <param name="key">The recipient's private key.</param>
    public static TransmissionReading<byte[]> Open(ReadOnlyMemory<byte> cms, X509Certificate2 recipient, RSA key) => TransmissionReading<byte[]>.Try(() =>
    {
        ArgumentNullException.ThrowIfNull(recipient);
        ArgumentNullException.ThrowIfNull(key);
        if (cms.Length > TransmissionLimits.MessageSizeMax) throw new TransmissionRefusedException(TransmissionRefusal.TooLarge);
        Parts parts;
        try
        {
            parts = Read(cms, recipient);
        }
        catch (AsnContentException)
        {
            throw new TransmissionRefusedException(TransmissionRefusal.MalformedEnvelope);
        }
        return Decrypt(parts, key);
    });

    private sealed record Parts(byte[] EncryptedKey, byte[] Iv, byte[] Content);

    private static byte[] Write(X509Certificate2 recipient, byte[] encryptedKey, byte[] iv, byte[] encrypted)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(EnvelopedData);
            using (writer.PushSequence(Explicit0))
            using (writer.PushSequence())
            {
                writer.WriteInteger(0);
                using (writer.PushSetOf())
                using (writer.PushSequence())
                {
                    writer.WriteInteger(0);
                    using (writer.PushSequence())
                    {
                        writer.WriteEncodedValue(recipient.IssuerName.RawData);
                        writer.WriteInteger(recipient.SerialNumberBytes.Span);
                    }
                    using (writer.PushSequence())
                    {
                        writer.WriteObjectIdentifier(RsaPkcs1);
                        writer.WriteNull();
                    }
                    writer.WriteOctetString(encryptedKey);
                }
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier(Data);
                    using (writer.PushSequence())
                    {
                        writer.WriteObjectIdentifier(DesEde3Cbc);
                        writer.WriteOctetString(iv);
                    }
                    writer.WriteOctetString(encrypted, Implicit0);
                }
            }
        }
        return writer.Encode();
    }

    private static Parts Read(ReadOnlyMemory<byte> cms, X509Certificate2 recipient)
    {
        var reader = new AsnReader(cms, AsnEncodingRules.BER);
        var info = reader.ReadSequence();
        reader.ThrowIfNotEmpty();
        Require(info.ReadObjectIdentifier() == EnvelopedData);
        var tagged = info.ReadSequence(Explicit0);
        info.ThrowIfNotEmpty();
        var enveloped = tagged.ReadSequence();
        tagged.ThrowIfNotEmpty();
        // RFC 5652, 6.1: version 0 as long as there are neither originator info nor other kinds of recipients.
        Require(enveloped.TryReadInt32(out var version) && version == 0);
        var recipients = enveloped.ReadSetOf(skipSortOrderValidation: true);
        byte[]? encryptedKey = null;
        while (recipients.HasData) encryptedKey = ReadRecipient(recipients, recipient) ?? encryptedKey;
        var content = enveloped.ReadSequence();
        enveloped.ThrowIfNotEmpty();
        Require(content.ReadObjectIdentifier() == Data);
        var algorithm = content.ReadSequence();
        Require(algorithm.ReadObjectIdentifier() == DesEde3Cbc);
        var iv = algorithm.ReadOctetString();
        algorithm.ThrowIfNotEmpty();
        var encrypted = content.ReadOctetString(Implicit0);
        content.ThrowIfNotEmpty();
        Require(iv.Length == BlockSize && encrypted.Length > 0 && encrypted.Length % BlockSize == 0);
        return new Parts(encryptedKey ?? throw new TransmissionRefusedException(TransmissionRefusal.NotForThisRecipient), iv, encrypted);
    }

    private static byte[]? ReadRecipient(AsnReader recipients, X509Certificate2 wanted)
    {
        var recipient = recipients.ReadSequence();
        Require(recipient.TryReadInt32(out var version) && version == 0);
        var identity = recipient.ReadSequence();
        var issuer = identity.ReadEncodedValue();
        var serial = identity.ReadInteger();
        identity.ThrowIfNotEmpty();
        var algorithm = recipient.ReadSequence();
        Require(algorithm.ReadObjectIdentifier() == RsaPkcs1);
        if (algorithm.HasData) algorithm.ReadNull();
        algorithm.ThrowIfNotEmpty();
        var encryptedKey = recipient.ReadOctetString();
        recipient.ThrowIfNotEmpty();
        return issuer.Span.SequenceEqual(wanted.IssuerName.RawData) && serial == new BigInteger(wanted.SerialNumberBytes.Span, isBigEndian: true) ? encryptedKey : null;
    }

    private static byte[] Decrypt(Parts parts, RSA key)
    {
        var contentKey = RandomNumberGenerator.GetBytes(KeySize);
        try
        {
            // RFC 3218: a key that doesn't come out is replaced by a random one, so that both failures look the same (Bleichenbacher).
            var decrypted = key.Decrypt(parts.EncryptedKey, RSAEncryptionPadding.Pkcs1);
            if (decrypted.Length == KeySize && !IsWeak(decrypted)) contentKey = decrypted;
        }
        catch (CryptographicException)
        {
            // The random key stays.
        }
        try
        {
            using var cipher = CreateTripleDes();
            cipher.Key = contentKey;
            return cipher.DecryptCbc(parts.Content, parts.Iv, PaddingMode.PKCS7);
        }
        catch (CryptographicException)
        {
            throw new TransmissionRefusedException(TransmissionRefusal.NotDecryptable);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(contentKey);
        }
    }

    private static bool IsWeak(byte[] key)
    {
        try
        {
            return TripleDES.IsWeakKey(key);
        }
        catch (CryptographicException)
        {
            return true;
        }
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5350:Do Not Use Weak Cryptographic Algorithms", Justification = "The standard prescribes this cipher; it is used here only.")]
    private static TripleDES CreateTripleDes()
    {
        var cipher = TripleDES.Create();
        cipher.KeySize = KeySize * 8;
        return cipher;
    }

    private static void Require(bool holds)
    {
        if (!holds) throw new TransmissionRefusedException(TransmissionRefusal.MalformedEnvelope);
    }
}
