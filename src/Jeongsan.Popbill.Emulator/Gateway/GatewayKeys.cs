using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Jeongsan.Etax;
using Jeongsan.Popbill.Emulator.Storage;

namespace Jeongsan.Popbill.Emulator.Gateway;

/// <summary>The tax office's two keys: one signs its messages, packages are sealed to the other. Made when first needed and kept in the database.</summary>
internal sealed class GatewayKeys : IDisposable
{
    private const string Signing = "nts-signing-key";
    private const string Encryption = "nts-encryption-key";

    // Wide, so that the test clock may be anywhere.
    private static readonly DateTimeOffset From = new(2015, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset To = new(2049, 12, 31, 0, 0, 0, TimeSpan.Zero);

    private Pair? _pair;

    public sealed record Pair(X509Certificate2 SigningCertificate, RSA SigningKey, X509Certificate2 EncryptionCertificate, RSA DecryptionKey) : IEtaxSigningKey
    {
        public X509Certificate2 Certificate => SigningCertificate;

        public ReadOnlyMemory<byte>? RandomValue => null;

        public byte[] SignSha256Pkcs1(ReadOnlySpan<byte> data) => SigningKey.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    public Pair Of(EmulatorSession db)
    {
        if (_pair is { } known) return known;
        var (signingCertificate, signingKey) = Open(db, Signing, "CN=National Tax Service test gateway,OU=signing,C=KR", X509KeyUsageFlags.DigitalSignature);
        var (encryptionCertificate, encryptionKey) = Open(db, Encryption, "CN=National Tax Service test gateway,OU=key management,C=KR", X509KeyUsageFlags.KeyEncipherment);
        return _pair = new(signingCertificate, signingKey, encryptionCertificate, encryptionKey);
    }

    public void Dispose()
    {
        if (_pair is not { } pair) return;
        pair.SigningCertificate.Dispose();
        pair.SigningKey.Dispose();
        pair.EncryptionCertificate.Dispose();
        pair.DecryptionKey.Dispose();
    }

    private static (X509Certificate2 Certificate, RSA Key) Open(EmulatorSession db, string name, string subject, X509KeyUsageFlags usage)
    {
        var key = RSA.Create(2048);
        if (Settings.Get(db, name) is { } kept)
        {
            var parts = kept.Split(' ');
            key.ImportPkcs8PrivateKey(Convert.FromBase64String(parts[0]), out _);
            return (X509CertificateLoader.LoadCertificate(Convert.FromBase64String(parts[1])), key);
        }
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(usage, critical: true));
        using var made = request.CreateSelfSigned(From, To);
        Settings.Set(db, name, $"{Convert.ToBase64String(key.ExportPkcs8PrivateKey())} {Convert.ToBase64String(made.RawData)}");
        return (X509CertificateLoader.LoadCertificate(made.RawData), key);
    }
}
