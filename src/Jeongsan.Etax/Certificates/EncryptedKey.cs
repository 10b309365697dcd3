using System.Security.Cryptography;
using System.Text;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.Pkcs;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Modes;
using Org.BouncyCastle.Crypto.Paddings;
using Org.BouncyCastle.Crypto.Parameters;

namespace Jeongsan.Etax;

/// <summary>signPri.key: a PKCS#8 key encrypted with SEED in one of the three forms that the Korean authorities have used.</summary>
internal static class EncryptedKey
{
    /// <summary>More rounds than any authority uses: a hostile file must not keep the processor busy.</summary>
    public const int IterationCountMax = 1_000_000;

    private const string SeedCbcWithSha1 = "1.2.410.200004.1.15";
    private const string SeedCbc = "1.2.410.200004.1.4";
    private const int KeySize = 16;
    private static readonly byte[] FixedVector = "0123456789012345"u8.ToArray();

    /// <summary>The plain PKCS#8.</summary>
    /// <exception cref="CertificateRefusedException">Unknown encryption, or a wrong password.</exception>
    public static PrivateKeyInfo Decrypt(EncryptedPrivateKeyInfo encrypted, string password)
    {
        var algorithm = encrypted.EncryptionAlgorithm;
        var data = encrypted.GetEncryptedData();
        var secret = Encoding.UTF8.GetBytes(password);
        try
        {
            foreach (var (key, vector) in Candidates(algorithm, secret))
                if (TryDecrypt(data, key, vector) is { } opened) return opened;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
        }
        throw new CertificateRefusedException(CertificateRefusal.WrongPassword);
    }

    /// <summary>PBES2 with SEED-CBC, HMAC-SHA1 and 2048 rounds: the newest of the forms, and the only one that is written.</summary>
    public static byte[] Encrypt(byte[] privateKeyInfo, string password)
    {
        const int iterations = 2048;
        var salt = RandomNumberGenerator.GetBytes(8);
        var vector = RandomNumberGenerator.GetBytes(KeySize);
        var key = Rfc2898DeriveBytes.Pbkdf2(password, salt, iterations, HashAlgorithmName.SHA1, KeySize);
        var parameters = new PbeS2Parameters(
            new KeyDerivationFunc(PkcsObjectIdentifiers.IdPbkdf2, new Pbkdf2Params(salt, iterations)),
            new EncryptionScheme(new DerObjectIdentifier(SeedCbc), new DerOctetString(vector)));
        var cipher = Cipher(forEncryption: true, key, vector);
        return new EncryptedPrivateKeyInfo(new AlgorithmIdentifier(PkcsObjectIdentifiers.IdPbeS2, parameters), cipher.DoFinal(privateKeyInfo)).GetDerEncoded();
    }

    private static IEnumerable<(byte[] Key, byte[] Vector)> Candidates(AlgorithmIdentifier algorithm, byte[] password)
    {
        switch (algorithm.Algorithm.Id)
        {
            case SeedCbcWithSha1:
                var derived = Derive1(algorithm, password);
                yield return (derived[..KeySize], Sha1(derived.AsSpan(KeySize))[..KeySize]);
                break;
            case SeedCbc:
                yield return (Derive1(algorithm, password)[..KeySize], FixedVector);
                var pbe = PbeParameter.GetInstance(algorithm.Parameters);
                yield return (Rfc2898DeriveBytes.Pbkdf2(password, pbe.GetSalt(), Rounds(pbe.IterationCountObject), HashAlgorithmName.SHA1, KeySize), FixedVector);
                break;
            case var id when id == PkcsObjectIdentifiers.IdPbeS2.Id:
                yield return Derive2(PbeS2Parameters.GetInstance(algorithm.Parameters), password);
                break;
            default:
                throw new CertificateRefusedException(CertificateRefusal.UnsupportedEncryption);
        }
    }

    /// <summary>PBKDF1 of RFC 8018 with SHA-1: the hash of password and salt, hashed again until the rounds are done.</summary>
    private static byte[] Derive1(AlgorithmIdentifier algorithm, byte[] password)
    {
        var pbe = PbeParameter.GetInstance(algorithm.Parameters);
        var derived = Sha1([.. password, .. pbe.GetSalt()]);
        for (var round = Rounds(pbe.IterationCountObject); round > 1; round--) derived = Sha1(derived);
        return derived;
    }

    private static (byte[], byte[]) Derive2(PbeS2Parameters parameters, byte[] password)
    {
        if (parameters.EncryptionScheme.Algorithm.Id != SeedCbc || !parameters.KeyDerivationFunc.Algorithm.Equals(PkcsObjectIdentifiers.IdPbkdf2))
            throw new CertificateRefusedException(CertificateRefusal.UnsupportedEncryption);
        var derivation = Pbkdf2Params.GetInstance(parameters.KeyDerivationFunc.Parameters);
        var hash = derivation.Prf.Algorithm.Id switch
        {
            "1.2.840.113549.2.7" => HashAlgorithmName.SHA1,
            "1.2.840.113549.2.9" => HashAlgorithmName.SHA256,
            "1.2.840.113549.2.11" => HashAlgorithmName.SHA512,
            _ => throw new CertificateRefusedException(CertificateRefusal.UnsupportedEncryption),
        };
        var key = Rfc2898DeriveBytes.Pbkdf2(password, derivation.GetSalt(), Rounds(derivation.IterationCountObject), hash, KeySize);
        var vector = Asn1OctetString.GetInstance(parameters.EncryptionScheme.Parameters).GetOctets();
        return vector.Length == KeySize ? (key, vector) : throw new CertificateRefusedException(CertificateRefusal.NotAKey);
    }

    internal static int Rounds(DerInteger count) =>
        count.TryGetIntPositiveValueExact(out var rounds) && rounds is >= 1 and <= IterationCountMax
            ? rounds
            : throw new CertificateRefusedException(CertificateRefusal.UnsupportedEncryption);

    private static PrivateKeyInfo? TryDecrypt(byte[] data, byte[] key, byte[] vector)
    {
        try
        {
            return PrivateKeyInfo.GetInstance(Asn1Object.FromByteArray(Cipher(forEncryption: false, key, vector).DoFinal(data)));
        }
        catch (Exception wrong) when (wrong is CryptoException or ArgumentException or IOException or InvalidCastException or InvalidOperationException)
        {
            // A wrong key shows as bad padding, or as bytes that are no PKCS#8.
            return null;
        }
    }

    private static PaddedBufferedBlockCipher Cipher(bool forEncryption, byte[] key, byte[] vector)
    {
        var cipher = new PaddedBufferedBlockCipher(new CbcBlockCipher(new SeedEngine()), new Pkcs7Padding());
        cipher.Init(forEncryption, new ParametersWithIV(new KeyParameter(key), vector));
        return cipher;
    }

    private static byte[] Sha1(ReadOnlySpan<byte> data) => SHA1.HashData(data);
}
