using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.Pkcs;
using Org.BouncyCastle.Asn1.X509;

namespace Jeongsan.Etax;

/// <summary>Whether a certificate belongs to a number.</summary>
public enum CertificateOwnership
{
    Yes,
    No,
    /// <summary>The key has no R value, or the certificate no identity that we can compute: nobody can tell from the files alone.</summary>
    Unknown,
}

/// <summary>A joint certificate (공동인증서) with its private key in memory. Dispose it as soon as the signing is done.</summary>
public sealed class SignerCertificate : IEtaxSigningKey, IDisposable
{
    private const string PolicyExtension = "2.5.29.32";

    private readonly RSA key;
    private readonly CertificateIdentity? identity;
    private readonly byte[]? randomValue;

    internal SignerCertificate(X509Certificate2 certificate, RSA key, byte[]? randomValue)
    {
        Certificate = certificate;
        this.key = key;
        this.randomValue = randomValue;
        identity = CertificateIdentity.Of(certificate);
        PolicyOid = FirstPolicy(certificate);
    }

    /// <summary>Without the private key.</summary>
    public X509Certificate2 Certificate { get; }

    public ReadOnlyMemory<byte>? RandomValue => randomValue is null ? default(ReadOnlyMemory<byte>?) : randomValue;

    public DateTimeOffset NotBefore => Certificate.NotBefore.ToUniversalTime();

    public DateTimeOffset NotAfter => Certificate.NotAfter.ToUniversalTime();

    /// <summary>The owner's name as the authority registered it; null when the certificate doesn't say.</summary>
    public string? OwnerName => identity?.RealName;

    /// <summary>The certificate's first policy; null when it has none.</summary>
    public string? PolicyOid { get; }

    /// <summary>By <see cref="CertificatePolicies.Published"/> and the key usage. For an operator's own list see <see cref="MayIssueTaxInvoicesBy"/>.</summary>
    public bool MayIssueTaxInvoices => MayIssueTaxInvoicesBy(CertificatePolicies.Published);

    /// <summary>A PFX or P12 file with one key. A wrong password, or a file that is something else, is a refusal, not an exception.</summary>
    public static CertificateOpening OpenPfx(ReadOnlyMemory<byte> pfx, string password) => CertificateOpening.Try(() => PfxFile.Open(pfx, password));

    /// <summary>The pair signCert.der and signPri.key of an NPKI folder.</summary>
    public static CertificateOpening OpenNpki(ReadOnlyMemory<byte> signCertDer, ReadOnlyMemory<byte> signPriKey, string password) => CertificateOpening.Try(() =>
    {
        CertificateRefusedException.ThrowIfTooLarge(signCertDer.Length);
        CertificateRefusedException.ThrowIfTooLarge(signPriKey.Length);
        var certificate = LoadCertificate(signCertDer.Span);
        EncryptedPrivateKeyInfo encrypted;
        try
        {
            encrypted = EncryptedPrivateKeyInfo.GetInstance(Asn1Object.FromByteArray(signPriKey.ToArray()));
        }
        catch (Exception malformed) when (CertificateOpening.IsMalformed(malformed))
        {
            throw new CertificateRefusedException(CertificateRefusal.NotAKey);
        }
        return Combine(certificate, EncryptedKey.Decrypt(encrypted, password));
    });

    /// <summary>Whether certificates of this kind may sign e-tax invoices, and this one's key usage allows signatures.</summary>
    public bool MayIssueTaxInvoicesBy(CertificatePolicies policies)
    {
        ArgumentNullException.ThrowIfNull(policies);
        var usage = Certificate.Extensions.OfType<X509KeyUsageExtension>().FirstOrDefault()?.KeyUsages ?? X509KeyUsageFlags.None;
        return policies.Find(PolicyOid) is not null && usage.HasFlag(X509KeyUsageFlags.DigitalSignature);
    }

    /// <summary>Compares the certificate's identity (VID) with a business number of ten digits, or a resident number.</summary>
    public CertificateOwnership BelongsTo(string businessNumber) =>
        randomValue is null || identity?.Matches(businessNumber, randomValue) is not { } matches
            ? CertificateOwnership.Unknown
            : matches ? CertificateOwnership.Yes : CertificateOwnership.No;

    /// <summary>As <see cref="BelongsTo"/>, for somebody else's certificate whose R value was handed over, as in a package to the National Tax Service.</summary>
    public static CertificateOwnership OwnershipOf(X509Certificate2 certificate, string businessNumber, ReadOnlyMemory<byte> randomValue)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        return CertificateIdentity.Of(certificate)?.Matches(businessNumber, randomValue.Span) is not { } matches ? CertificateOwnership.Unknown
            : matches ? CertificateOwnership.Yes : CertificateOwnership.No;
    }

    public byte[] SignSha256Pkcs1(ReadOnlySpan<byte> data) => key.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    public void Dispose()
    {
        key.Dispose();
        Certificate.Dispose();
        if (randomValue is not null) CryptographicOperations.ZeroMemory(randomValue);
    }

    internal static X509Certificate2 LoadCertificate(ReadOnlySpan<byte> der)
    {
        try
        {
            return X509CertificateLoader.LoadCertificate(der);
        }
        catch (CryptographicException)
        {
            throw new CertificateRefusedException(CertificateRefusal.NotACertificate);
        }
    }

    /// <summary>Certificate and key as one, if they fit and are strong enough.</summary>
    internal static SignerCertificate Combine(X509Certificate2 certificate, PrivateKeyInfo privateKey)
    {
        var key = RSA.Create();
        try
        {
            key.ImportPkcs8PrivateKey(privateKey.GetDerEncoded(), out _);
            using var publicKey = certificate.GetRSAPublicKey() ?? throw new CertificateRefusedException(CertificateRefusal.WeakKey);
            if (!publicKey.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(key.ExportSubjectPublicKeyInfo()))
                throw new CertificateRefusedException(CertificateRefusal.KeyOfAnotherCertificate);
            if (key.KeySize < 2048) throw new CertificateRefusedException(CertificateRefusal.WeakKey);
            return new SignerCertificate(certificate, key, RandomValueAttribute.Read(privateKey));
        }
        catch (CryptographicException)
        {
            key.Dispose();
            throw new CertificateRefusedException(CertificateRefusal.NotAKey);
        }
        catch
        {
            key.Dispose();
            throw;
        }
    }

    private static string? FirstPolicy(X509Certificate2 certificate)
    {
        if (certificate.Extensions[PolicyExtension] is not { } extension) return null;
        try
        {
            var policies = Org.BouncyCastle.Asn1.X509.CertificatePolicies.GetInstance(Asn1Object.FromByteArray(extension.RawData)).GetPolicyInformation();
            return policies.Length == 0 ? null : policies[0].PolicyIdentifier.Id;
        }
        catch (Exception malformed) when (CertificateOpening.IsMalformed(malformed))
        {
            return null;
        }
    }
}
