using System.Security.Cryptography.X509Certificates;

namespace Jeongsan.Etax.Tests;

/// <summary>Certificates of the test authority, in every form in which a person has them.</summary>
public sealed class TestAuthorityTests
{
    private static readonly DateTimeOffset From = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TestCertificate Issued = TestAuthority.IssueCertificate("1234567891", "시험공급 주식회사", From, From.AddYears(1));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void IssueCertificate_OpenedAgain_IsTheBusinessesOwn(bool asPfx)
    {
        var opening = asPfx
            ? SignerCertificate.OpenPfx(Issued.Pfx, TestCertificate.Password)
            : SignerCertificate.OpenNpki(Issued.SignCert, Issued.SignPri, TestCertificate.Password);
        Assert.Null(opening.Refusal);
        using var key = opening.Certificate!;
        Assert.Equal(20, key.RandomValue!.Value.Length);
        Assert.Equal(CertificateOwnership.Yes, key.BelongsTo("1234567891"));
        Assert.Equal(CertificateOwnership.No, key.BelongsTo("2222222227"));
        Assert.True(key.MayIssueTaxInvoices);
        Assert.Equal((From, From.AddYears(1)), (key.NotBefore, key.NotAfter));
        Assert.Equal("시험공급 주식회사", key.OwnerName);
    }

    [Fact]
    public void Verify_SignedWithIssuedCertificate_IsTrustedByTheTestAuthorityOnly()
    {
        using var key = SignerCertificate.OpenPfx(Issued.Pfx, TestCertificate.Password).Certificate!;
        var xml = EtaxSigner.Sign(Samples.Invoice(), key);
        Assert.Null(EtaxVerifier.Verify(xml, new EtaxTrust([TestAuthority.Certificate])).Reason);
        Assert.Equal(EtaxRefusal.UntrustedIssuer, EtaxVerifier.Verify(xml, new EtaxTrust([])).Reason);
    }

    [Fact]
    public void Verify_SignedOutsideTheValidity_IsRefusedAsCertificateNotValidThen()
    {
        var old = TestAuthority.IssueCertificate("1234567891", "시험공급 주식회사", From.AddYears(-2), From);
        using var key = SignerCertificate.OpenPfx(old.Pfx, TestCertificate.Password).Certificate!;
        var xml = EtaxSigner.Sign(Samples.Invoice(), key);
        Assert.Equal(EtaxRefusal.CertificateNotValidThen, EtaxVerifier.Verify(xml, new EtaxTrust([TestAuthority.Certificate])).Reason);
    }

    /// <summary>What the verifier of many documents remembers of a signer never makes it more lenient: a broken trust is refused each time, and so is another time.</summary>
    [Fact]
    public void Verify_KnownSignerInBulk_IsJudgedAnewOutsideTheTimeThatIsKnown()
    {
        using var key = SignerCertificate.OpenPfx(Issued.Pfx, TestCertificate.Password).Certificate!;
        var inTime = EtaxSigner.Sign(Samples.Invoice(), key);
        // The issue time is not signed, so it can be moved.
        var late = EtaxSigner.Sign(Samples.Invoice() with { IssuedAt = From.AddYears(1).AddDays(1) }, key);
        using var bulk = new EtaxBulkVerifier(new EtaxTrust([TestAuthority.Certificate]));
        using var untrusting = new EtaxBulkVerifier(new EtaxTrust([]));
        for (var i = 0; i < 3; i++)
        {
            Assert.Null(bulk.Verify(inTime).Reason);
            Assert.Equal(EtaxRefusal.CertificateNotValidThen, bulk.Verify(late).Reason);
            Assert.Equal(EtaxRefusal.UntrustedIssuer, untrusting.Verify(inTime).Reason);
        }
    }

    [Fact]
    public void IssueCertificate_Pfx_OpensInTheFramework()
    {
        using var certificate = X509CertificateLoader.LoadPkcs12(Issued.Pfx.Span, TestCertificate.Password, X509KeyStorageFlags.EphemeralKeySet);
        Assert.True(certificate.HasPrivateKey);
        Assert.Equal(Issued.SignCert.ToArray(), certificate.RawData);
    }
}
