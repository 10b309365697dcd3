using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.Pkcs;
using Org.BouncyCastle.Asn1.X509;
using X509Extension = System.Security.Cryptography.X509Certificates.X509Extension;

namespace Jeongsan.Etax;

/// <summary>Files of a test certificate as a licensed authority would hand them out.</summary>
public sealed record TestCertificate
{
    /// <summary>The password of every test certificate.</summary>
    public const string Password = "test1234";

    /// <summary>signCert.der.</summary>
    public required ReadOnlyMemory<byte> SignCert { get; init; }

    /// <summary>signPri.key: PBES2 with SEED-CBC.</summary>
    public required ReadOnlyMemory<byte> SignPri { get; init; }

    /// <summary>The same as one .p12 file.</summary>
    public required ReadOnlyMemory<byte> Pfx { get; init; }
}

/// <summary>Issues test certificates. Its key stands in this assembly for everybody to read, so that all installations trust the same test authority
/// and nobody may trust it for anything but tests.</summary>
public static class TestAuthority
{
    private const string BusinessPolicy = "1.2.410.200004.5.2.1.1";
    private const int RandomValueSize = 20;

    private static readonly string Pem = ReadPem();

    /// <summary>The self-signed certificate of the test authority.</summary>
    public static X509Certificate2 Certificate { get; } = X509Certificate2.CreateFromPem(Pem);

    /// <summary>A new key and its certificate: RSA-2048, R value, VID of the number, the policy of a general-purpose business certificate.</summary>
    /// <param name="businessNumber">Ten digits; the check digit is not asked, so that faulty cases can be made.</param>
    /// <param name="companyName">Stands in the subject and in the identity.</param>
    /// <param name="notBefore">Inclusive; may lie in the past or the future.</param>
    /// <param name="notAfter">Inclusive; may already be over.</param>
    public static TestCertificate IssueCertificate(string businessNumber, string companyName, DateTimeOffset notBefore, DateTimeOffset notAfter)
    {
        using var key = RSA.Create(2048);
        var randomValue = RandomNumberGenerator.GetBytes(RandomValueSize);
        using var certificate = Certify(key, businessNumber, companyName, randomValue, notBefore, notAfter);
        var privateKey = RandomValueAttribute.With(PrivateKeyInfo.GetInstance(Asn1Object.FromByteArray(key.ExportPkcs8PrivateKey())), randomValue);
        return new TestCertificate
        {
            SignCert = certificate.RawData,
            SignPri = EncryptedKey.Encrypt(privateKey.GetDerEncoded(), TestCertificate.Password),
            Pfx = PfxFile.Write(certificate, privateKey, TestCertificate.Password, companyName),
        };
    }

    private static X509Certificate2 Certify(RSA key, string businessNumber, string companyName, byte[] randomValue, DateTimeOffset notBefore, DateTimeOffset notAfter)
    {
        var subject = new X500DistinguishedNameBuilder();
        subject.AddCommonName($"{companyName}(시험용){businessNumber}");
        subject.AddOrganizationalUnitName("licensedCA");
        subject.AddOrganizationName("Jeongsan test");
        subject.AddCountryOrRegion("KR");
        var request = new CertificateRequest(subject.Build(), key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var vid = SHA256.HashData(SHA256.HashData(CertificateIdentity.HashContent(businessNumber, randomValue)));
        var identity = new CertificateIdentity(companyName, CertificateIdentity.Sha256Oid, vid);
        var policies = new Org.BouncyCastle.Asn1.X509.CertificatePolicies(new PolicyInformation(new DerObjectIdentifier(BusinessPolicy)));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, critical: true));
        request.CertificateExtensions.Add(new X509Extension("2.5.29.32", policies.GetDerEncoded(), critical: true));
        request.CertificateExtensions.Add(new X509Extension("2.5.29.17", identity.ToSubjectAlternativeName(), critical: false));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(Certificate, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        var serial = RandomNumberGenerator.GetBytes(16);
        serial[0] = (byte)((serial[0] & 0x7F) | 0x40);
        using var authority = RSA.Create();
        authority.ImportFromPem(Pem);
        return request.Create(Certificate.SubjectName, X509SignatureGenerator.CreateForRSA(authority, RSASignaturePadding.Pkcs1), notBefore, notAfter, serial);
    }

    private static string ReadPem()
    {
        using var stream = typeof(TestAuthority).Assembly.GetManifestResourceStream("test-authority.pem")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
