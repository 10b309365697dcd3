using System.Security.Cryptography.X509Certificates;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.Pkcs;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Pkcs;
using Org.BouncyCastle.Security;

namespace Jeongsan.Etax;

/// <summary>PKCS#12 files: opened so that the key's attributes, where the R value stands, survive; and written with them.</summary>
internal static class PfxFile
{
    public static SignerCertificate Open(ReadOnlyMemory<byte> file, string password)
    {
        CertificateRefusedException.ThrowIfTooLarge(file.Length);
        var pfx = Parse(file);
        var store = Load(file, password);
        var keyNames = store.Aliases.Where(store.IsKeyEntry).ToList();
        if (keyNames.Count == 0) throw new CertificateRefusedException(CertificateRefusal.NoPrivateKey);
        if (keyNames.Count > 1) throw new CertificateRefusedException(CertificateRefusal.SeveralKeys);
        var entry = store.GetCertificate(keyNames[0]) ?? throw new CertificateRefusedException(CertificateRefusal.NotACertificate);
        var certificate = SignerCertificate.LoadCertificate(entry.Certificate.GetEncoded());
        var key = FindKey(pfx, password) ?? PrivateKeyInfoFactory.CreatePrivateKeyInfo(store.GetKey(keyNames[0]).Key);
        return SignerCertificate.Combine(certificate, key);
    }

    /// <summary>3DES for the key and HMAC-SHA256 for the file: what the field's programs and today's OpenSSL both open.</summary>
    public static byte[] Write(X509Certificate2 certificate, PrivateKeyInfo key, string password, string friendlyName)
    {
        const int iterations = 2048;
        var salt = System.Security.Cryptography.RandomNumberGenerator.GetBytes(8);
        var algorithm = new AlgorithmIdentifier(PkcsObjectIdentifiers.PbeWithShaAnd3KeyTripleDesCbc, new Pkcs12PbeParams(salt, iterations));
        var cipher = (Org.BouncyCastle.Crypto.IBufferedCipher)PbeUtilities.CreateEngine(algorithm);
        cipher.Init(true, PbeUtilities.GenerateCipherParameters(algorithm, password.ToCharArray()));
        var locked = new EncryptedPrivateKeyInfo(algorithm, cipher.DoFinal(key.GetDerEncoded()));
        var attributes = new DerSet(
            new DerSequence(PkcsObjectIdentifiers.Pkcs9AtFriendlyName, new DerSet(new DerBmpString(friendlyName))),
            new DerSequence(PkcsObjectIdentifiers.Pkcs9AtLocalKeyID, new DerSet(new DerOctetString(certificate.GetCertHash()))));
        var bags = new DerSequence(
            new SafeBag(PkcsObjectIdentifiers.Pkcs8ShroudedKeyBag, locked.ToAsn1Object(), attributes),
            new SafeBag(PkcsObjectIdentifiers.CertBag, new CertBag(PkcsObjectIdentifiers.X509Certificate, new DerOctetString(certificate.RawData)).ToAsn1Object(), attributes));
        var safe = new DerSequence(new ContentInfo(PkcsObjectIdentifiers.Data, new DerOctetString(bags.GetDerEncoded()))).GetDerEncoded();
        return new Pfx(new ContentInfo(PkcsObjectIdentifiers.Data, new DerOctetString(safe)), Mac(safe, password, iterations)).GetDerEncoded();
    }

    private static Pfx Parse(ReadOnlyMemory<byte> file)
    {
        try
        {
            var pfx = Pfx.GetInstance(Asn1Object.FromByteArray(file.ToArray()));
            if (pfx.MacData is { } mac) EncryptedKey.Rounds(mac.Iterations);
            foreach (var content in Contents(pfx))
                if (content.ContentType.Equals(PkcsObjectIdentifiers.EncryptedData)) RefuseManyRounds(EncryptedData.GetInstance(content.Content).EncryptionAlgorithm);
            foreach (var locked in LockedKeys(pfx)) RefuseManyRounds(locked.EncryptionAlgorithm);
            return pfx;
        }
        catch (Exception malformed) when (CertificateOpening.IsMalformed(malformed))
        {
            throw new CertificateRefusedException(CertificateRefusal.NotAPfx);
        }
    }

    private static Pkcs12Store Load(ReadOnlyMemory<byte> file, string password)
    {
        var store = new Pkcs12StoreBuilder().Build();
        try
        {
            using var stream = new MemoryStream(file.ToArray(), writable: false);
            store.Load(stream, password.ToCharArray());
            return store;
        }
        catch (IOException)
        {
            // The library says both with this exception: a file whose outline was sound has a wrong password.
            throw new CertificateRefusedException(CertificateRefusal.WrongPassword);
        }
        catch (Exception malformed) when (CertificateOpening.IsMalformed(malformed))
        {
            throw new CertificateRefusedException(CertificateRefusal.UnsupportedEncryption);
        }
    }

    private static PrivateKeyInfo? FindKey(Pfx pfx, string password)
    {
        foreach (var locked in LockedKeys(pfx))
        {
            try
            {
                return PrivateKeyInfoFactory.CreatePrivateKeyInfo(password.ToCharArray(), locked);
            }
            catch (Exception malformed) when (CertificateOpening.IsMalformed(malformed))
            {
                throw new CertificateRefusedException(CertificateRefusal.UnsupportedEncryption);
            }
        }
        return null;
    }

    private static IEnumerable<EncryptedPrivateKeyInfo> LockedKeys(Pfx pfx) =>
        from content in Contents(pfx)
        where content.ContentType.Equals(PkcsObjectIdentifiers.Data)
        from item in Asn1Sequence.GetInstance(Asn1OctetString.GetInstance(content.Content).GetOctets())
        let bag = SafeBag.GetInstance(item)
        where bag.BagID.Equals(PkcsObjectIdentifiers.Pkcs8ShroudedKeyBag)
        select EncryptedPrivateKeyInfo.GetInstance(bag.BagValue);

    private static IEnumerable<ContentInfo> Contents(Pfx pfx) =>
        Asn1Sequence.GetInstance(Asn1OctetString.GetInstance(pfx.AuthSafe.Content).GetOctets()).Select(ContentInfo.GetInstance);

    private static void RefuseManyRounds(AlgorithmIdentifier algorithm)
    {
        if (!algorithm.Algorithm.Equals(PkcsObjectIdentifiers.IdPbeS2))
        {
            EncryptedKey.Rounds(new DerInteger(Pkcs12PbeParams.GetInstance(algorithm.Parameters).Iterations));
            return;
        }
        var derivation = PbeS2Parameters.GetInstance(algorithm.Parameters).KeyDerivationFunc;
        if (derivation.Algorithm.Equals(PkcsObjectIdentifiers.IdPbkdf2)) EncryptedKey.Rounds(Pbkdf2Params.GetInstance(derivation.Parameters).IterationCountObject);
        else throw new CertificateRefusedException(CertificateRefusal.UnsupportedEncryption);
    }

    private static MacData Mac(byte[] safe, string password, int iterations)
    {
        var salt = System.Security.Cryptography.RandomNumberGenerator.GetBytes(8);
        var digest = new Org.BouncyCastle.Crypto.Digests.Sha256Digest();
        var generator = new Org.BouncyCastle.Crypto.Generators.Pkcs12ParametersGenerator(digest);
        generator.Init(Org.BouncyCastle.Crypto.PbeParametersGenerator.Pkcs12PasswordToBytes(password.ToCharArray()), salt, iterations);
        var key = (Org.BouncyCastle.Crypto.Parameters.KeyParameter)generator.GenerateDerivedMacParameters(256);
        var value = System.Security.Cryptography.HMACSHA256.HashData(key.GetKey(), safe);
        return new MacData(new DigestInfo(new AlgorithmIdentifier(new DerObjectIdentifier(CertificateIdentity.Sha256Oid), DerNull.Instance), value), salt, iterations);
    }
}
