using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Jeongsan.Etax.Tests;

/// <summary>Every way in which certificate files are refused.</summary>
public sealed class CertificateRefusalTests
{
    private static readonly DateTimeOffset From = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TestCertificate Issued = TestAuthority.IssueCertificate("1234567891", "시험공급 주식회사", From, From.AddYears(1));

    [Theory]
    [InlineData("signPri.pbes2.key")]
    [InlineData("signPri.seedCBC.key")]
    [InlineData("signPri.seedCBCWithSHA1.key")]
    public void OpenNpki_WrongPassword_IsRefusedAsWrongPassword(string file) =>
        AssertRefused(CertificateRefusal.WrongPassword, SignerCertificate.OpenNpki(Vectors.Read("npki", "signCert.der"), Vectors.Read("npki", file), "test12345"));

    [Fact]
    public void OpenPfx_WrongPassword_IsRefusedAsWrongPassword() =>
        AssertRefused(CertificateRefusal.WrongPassword, SignerCertificate.OpenPfx(Issued.Pfx, "wrong"));

    [Fact]
    public void OpenNpki_KeyOfAnotherCertificate_IsRefused() =>
        AssertRefused(CertificateRefusal.KeyOfAnotherCertificate, SignerCertificate.OpenNpki(Issued.SignCert, Vectors.Read("npki", "signPri.pbes2.key"), "test1234"));

    [Fact]
    public void OpenNpki_FilesSwapped_IsRefusedAsNotACertificate() =>
        AssertRefused(CertificateRefusal.NotACertificate, SignerCertificate.OpenNpki(Issued.SignPri, Issued.SignCert, "test1234"));

    [Fact]
    public void OpenNpki_KeyIsText_IsRefusedAsNotAKey() =>
        AssertRefused(CertificateRefusal.NotAKey, SignerCertificate.OpenNpki(Issued.SignCert, "hello"u8.ToArray(), "test1234"));

    [Fact]
    public void OpenPfx_NoPfx_IsRefusedAsNotAPfx()
    {
        AssertRefused(CertificateRefusal.NotAPfx, SignerCertificate.OpenPfx(Issued.SignCert, "test1234"));
        AssertRefused(CertificateRefusal.NotAPfx, SignerCertificate.OpenPfx(ReadOnlyMemory<byte>.Empty, "test1234"));
    }

    [Fact]
    public void OpenPfx_Huge_IsRefusedAsTooLarge() =>
        AssertRefused(CertificateRefusal.TooLarge, SignerCertificate.OpenPfx(new byte[200_000], "test1234"));

    [Fact]
    public void OpenPfx_CertificateAlone_IsRefusedAsNoPrivateKey()
    {
        using var certificate = X509CertificateLoader.LoadCertificate(Issued.SignCert.Span);
        AssertRefused(CertificateRefusal.NoPrivateKey, SignerCertificate.OpenPfx(certificate.Export(X509ContentType.Pkcs12, "test1234"), "test1234"));
    }

    [Fact]
    public void OpenPfx_Rsa1024_IsRefusedAsWeakKey() =>
        AssertRefused(CertificateRefusal.WeakKey, SignerCertificate.OpenPfx(SelfSignedPfx(1024), "test1234"));

    [Fact]
    public void OpenPfx_OfAnotherProgram_OpensWithoutRandomValueAndItsOwnerIsUnknown()
    {
        using var key = SignerCertificate.OpenPfx(SelfSignedPfx(2048), "test1234").Certificate!;
        Assert.Null(key.RandomValue);
        Assert.Equal(CertificateOwnership.Unknown, key.BelongsTo("1234567891"));
        Assert.False(key.MayIssueTaxInvoices);
    }

    [Fact]
    public void Open_AnyCutOrChangedFile_NeverThrows()
    {
        var random = new Random(20261031);
        for (var round = 0; round < 60; round++)
        {
            foreach (var file in (ReadOnlyMemory<byte>[])[Issued.Pfx, Issued.SignPri])
            {
                var bytes = file.ToArray();
                bytes[random.Next(bytes.Length)] ^= (byte)random.Next(1, 256);
                var cut = bytes[..random.Next(bytes.Length)];
                _ = SignerCertificate.OpenPfx(bytes, "test1234").IsOpened;
                Assert.False(SignerCertificate.OpenPfx(cut, "test1234").IsOpened);
                Assert.False(SignerCertificate.OpenNpki(Issued.SignCert, cut, "test1234").IsOpened);
                _ = SignerCertificate.OpenNpki(Issued.SignCert, bytes, "test1234").IsOpened;
            }
        }
    }

    private static byte[] SelfSignedPfx(int keySize)
    {
        using var rsa = RSA.Create(keySize);
        var request = new CertificateRequest("CN=other", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(From, From.AddYears(1));
        return certificate.ExportPkcs12(Pkcs12ExportPbeParameters.Pbes2Aes256Sha256, "test1234");
    }

    private static void AssertRefused(CertificateRefusal expected, CertificateOpening opening)
    {
        Assert.Equal(expected, opening.Refusal);
        Assert.NotEqual("", opening.Message);
    }
}
