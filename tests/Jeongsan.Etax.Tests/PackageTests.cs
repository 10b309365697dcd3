using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CsCheck;
using Jeongsan.Etax.Transmission;

namespace Jeongsan.Etax.Tests;

/// <summary>The encrypted package: ours opens with OpenSSL, theirs with us; what is hostile is refused.</summary>
public sealed class PackageTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("jeongsan-package-").FullName;
    private readonly RSA key = RSA.Create(2048);
    private readonly X509Certificate2 gateway;

    public PackageTests() => gateway = Issue(key, X509KeyUsageFlags.KeyEncipherment);

    public void Dispose()
    {
        Directory.Delete(folder, recursive: true);
        gateway.Dispose();
        key.Dispose();
    }

    [Fact]
    public void Package_OfSignedDocuments_OpensWithOpenSslAndHoldsThem()
    {
        using var signer = Samples.Key();
        var signed = Samples.All().Select(sample => new PackagedInvoice(signer.RandomValue!.Value, EtaxSigner.Sign(sample.Invoice, signer))).ToList();
        var der = TaxInvoicePackage.Encode(signed);
        Save("sealed.der", PrescribedWeakEnvelope.SealWithTripleDes(der, gateway));
        Save("key.pem", System.Text.Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem()));
        Save("cert.pem", System.Text.Encoding.ASCII.GetBytes(gateway.ExportCertificatePem()));
        OpenSsl.Run("cms", "-decrypt", "-binary", "-inform", "DER", "-in", At("sealed.der"), "-recip", At("cert.pem"), "-inkey", At("key.pem"), "-out", At("opened.der"));
        Assert.Equal(der, File.ReadAllBytes(At("opened.der")));
        OpenSsl.Run("asn1parse", "-inform", "DER", "-in", At("opened.der"), "-noout");
        var read = TaxInvoicePackage.Decode(der).Value!;
        Assert.Equal(
            signed.Select(invoice => Convert.ToHexString(invoice.TaxInvoice.Span)).Order(StringComparer.Ordinal),
            read.Select(invoice => Convert.ToHexString(invoice.TaxInvoice.Span)).Order(StringComparer.Ordinal));
        Assert.All(read, invoice => Assert.True(EtaxVerifier.Verify(invoice.TaxInvoice).IsValid));
    }

    /// <summary>With -stream OpenSSL writes indefinite lengths and chopped octet strings: BER.</summary>
    [Theory]
    [InlineData("-binary")]
    [InlineData("-stream")]
    public void Open_WhatOpenSslSealed_IsTheContent(string form)
    {
        var content = RandomNumberGenerator.GetBytes(20_000);
        Save("content", content);
        Save("cert.pem", System.Text.Encoding.ASCII.GetBytes(gateway.ExportCertificatePem()));
        OpenSsl.Run("cms", "-encrypt", "-binary", form, "-des3", "-in", At("content"), "-outform", "DER", "-out", At("theirs.der"), At("cert.pem"));
        var opened = PrescribedWeakEnvelope.Open(File.ReadAllBytes(At("theirs.der")), gateway, key);
        Assert.Null(opened.Refusal);
        Assert.Equal(content, opened.Value);
    }

    [Fact]
    public void Envelope_AndBouncyCastleForJava_OpenEachOther()
    {
        var content = RandomNumberGenerator.GetBytes(5_000);
        Save("cert.der", gateway.RawData);
        Save("key.pk8", key.ExportPkcs8PrivateKey());
        Save("ours.der", PrescribedWeakEnvelope.SealWithTripleDes(content, gateway));
        JdkJudge.OpenCms(At("cert.der"), At("key.pk8"), At("ours.der"), At("opened"), At("theirs.der"));
        Assert.Equal(content, File.ReadAllBytes(At("opened")));
        Assert.Equal(content, PrescribedWeakEnvelope.Open(File.ReadAllBytes(At("theirs.der")), gateway, key).Value);
    }

    [Fact]
    public void Seal_ToASigningCertificate_IsRefused()
    {
        using var signing = Issue(key, X509KeyUsageFlags.DigitalSignature);
        Assert.Throws<ArgumentException>(() => PrescribedWeakEnvelope.SealWithTripleDes([1], signing));
    }

    [Fact]
    public void Open_ForAnother_IsNotForThisRecipient()
    {
        using var other = Issue(key, X509KeyUsageFlags.KeyEncipherment);
        Assert.Equal(TransmissionRefusal.NotForThisRecipient, PrescribedWeakEnvelope.Open(PrescribedWeakEnvelope.SealWithTripleDes([1], other), gateway, key).Refusal);
    }

    [Fact]
    public void Open_WithAnotherKey_IsNotDecryptable()
    {
        using var other = RSA.Create(2048);
        var envelope = PrescribedWeakEnvelope.SealWithTripleDes(new byte[64], gateway);
        var opened = PrescribedWeakEnvelope.Open(envelope, gateway, other);
        // A random key gives a valid padding once in 256 times: then it is not the content.
        Assert.True(opened.Refusal == TransmissionRefusal.NotDecryptable || !opened.Value!.AsSpan().SequenceEqual(new byte[64]));
    }

    [Fact]
    public void Open_EachByteChanged_NeverThrowsNorReturnsTheContent()
    {
        var content = "전자세금계산서"u8.ToArray();
        var envelope = PrescribedWeakEnvelope.SealWithTripleDes(content, gateway);
        for (var i = 0; i < envelope.Length; i++)
        {
            var changed = envelope.ToArray();
            changed[i] ^= 0x55;
            var opened = PrescribedWeakEnvelope.Open(changed, gateway, key);
            Assert.True(opened.Refusal is not null || !opened.Value!.AsSpan().SequenceEqual(content), $"byte {i}");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("30")]
    [InlineData("3080")]
    [InlineData("3003020101")]
    [InlineData("30848FFFFFFF")]
    public void Decode_NoPackage_IsMalformed(string hex)
    {
        Assert.Equal(TransmissionRefusal.MalformedPackage, TaxInvoicePackage.Decode(Convert.FromHexString(hex)).Refusal);
        Assert.Equal(TransmissionRefusal.MalformedEnvelope, PrescribedWeakEnvelope.Open(Convert.FromHexString(hex), gateway, key).Refusal);
    }

    /// <summary>SEQUENCE { count, SET { one document } }.</summary>
    [Theory]
    [InlineData("300F020102310A30080401AA0403010203")]
    [InlineData("300F020100310A30080401AA0403010203")]
    [InlineData("300F020165310A30080401AA0403010203")]
    public void Decode_CountOfAnotherNumber_IsWrongCount(string hex) =>
        Assert.Equal(TransmissionRefusal.WrongCount, TaxInvoicePackage.Decode(Convert.FromHexString(hex)).Refusal);

    [Fact]
    public void Decode_Oversized_IsTooLarge()
    {
        Assert.Equal(TransmissionRefusal.TooLarge, TaxInvoicePackage.Decode(new byte[100 << 20]).Refusal);
        Assert.Equal(TransmissionRefusal.TooLarge, PrescribedWeakEnvelope.Open(new byte[100 << 20], gateway, key).Refusal);
    }

    [Fact]
    public void Encode_WithoutRandomValueOrOver100_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => TaxInvoicePackage.Encode([new(default, new byte[1])]));
        Assert.Throws<ArgumentException>(() => TaxInvoicePackage.Encode([.. Enumerable.Repeat(new PackagedInvoice(new byte[20], new byte[1]), 101)]));
        Assert.Throws<ArgumentException>(() => TaxInvoicePackage.Encode([]));
    }

    [Fact]
    public void Decode_WhatWasEncoded_IsTheSameSet() =>
        Gen.Select(Gen.Byte.Array[1, 20], Gen.Byte.Array[1, 300]).Array[1, 20].Sample(items =>
        {
            var read = TaxInvoicePackage.Decode(TaxInvoicePackage.Encode([.. items.Select(item => new PackagedInvoice(item.Item1, item.Item2))])).Value!;
            Assert.Equal(
                items.Select(item => Convert.ToHexString(item.Item1) + "-" + Convert.ToHexString(item.Item2)).Order(StringComparer.Ordinal),
                read.Select(item => Convert.ToHexString(item.SignerRandomValue.Span) + "-" + Convert.ToHexString(item.TaxInvoice.Span)).Order(StringComparer.Ordinal));
        }, iter: 200);

    private static X509Certificate2 Issue(RSA key, X509KeyUsageFlags usage)
    {
        var request = new CertificateRequest("CN=gateway,C=KR", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(usage, critical: true));
        return request.CreateSelfSigned(Samples.IssuedAt.AddYears(-1), Samples.IssuedAt.AddYears(10));
    }

    private string At(string name) => Path.Combine(folder, name);

    private void Save(string name, byte[] content) => File.WriteAllBytes(At(name), content);
}
