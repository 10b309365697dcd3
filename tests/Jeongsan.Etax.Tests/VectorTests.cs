using System.Security.Cryptography;
using System.Text;

namespace Jeongsan.Etax.Tests;

/// <summary>The published-profile vector: made and checked with independent implementations (JDK XMLDSig, Santuario, OpenSSL).</summary>
public sealed class VectorTests
{
    [Fact]
    public void Parse_Vector_DigestInputAndSignedInfoAreTheJdksByteForByte()
    {
        var document = EtaxXmlDocument.Parse(Vectors.Read("signed-0101.xml"));
        Assert.Equal(Encoding.UTF8.GetString(Vectors.Read("signed-0101.digest-input.txt")), Encoding.UTF8.GetString(document.DigestInput));
        Assert.Equal(Encoding.UTF8.GetString(Vectors.Read("signed-0101.signed-info.txt")), Encoding.UTF8.GetString(document.Signature!.SignedInfo));
    }

    [Fact]
    public void Verify_Vector_IsValidWithItsContent()
    {
        var verification = EtaxVerifier.Verify(Vectors.Read("signed-0101.xml"));
        Assert.Equal((null, ""), (verification.Reason, verification.Message));
        Assert.Equal(Vectors.Read("npki", "signCert.der"), verification.Certificate!.RawData);
        Assert.Equal(Samples.Invoice() with { Recipient = Samples.Recipient }, verification.Invoice);
    }

    [Fact]
    public void Sign_TheVectorsContentWithItsKey_IsTheVectorByteForByte()
    {
        using var key = Samples.Key();
        var signed = EtaxSigner.Sign(Samples.Invoice(), key);
        Assert.Equal(Encoding.UTF8.GetString(Vectors.Read("signed-0101.xml")).TrimEnd('\n'), Encoding.UTF8.GetString(signed));
    }

    // R, VID and the plain key's hash: from the description that came with the vector's key files.
    [Theory]
    [InlineData("signPri.pbes2.key")]
    [InlineData("signPri.seedCBC.key")]
    [InlineData("signPri.seedCBCWithSHA1.key")]
    public void OpenNpki_EachFormOfTheKey_OpensWithRandomValueAndOwner(string file)
    {
        var opening = SignerCertificate.OpenNpki(Vectors.Read("npki", "signCert.der"), Vectors.Read("npki", file), "test1234");
        Assert.Null(opening.Refusal);
        using var key = opening.Certificate!;
        Assert.Equal("A1B2C3D4E5F60718293A4B5C6D7E8F9001122334", Convert.ToHexString(key.RandomValue!.Value.Span));
        Assert.Equal(CertificateOwnership.Yes, key.BelongsTo("1234567891"));
        Assert.Equal(CertificateOwnership.No, key.BelongsTo("2222222227"));
        Assert.Equal("1.2.410.200004.5.2.1.1", key.PolicyOid);
        Assert.True(key.MayIssueTaxInvoices);
        Assert.Equal("시험공급 주식회사", key.OwnerName);
    }

    [Theory]
    [InlineData("signPri.pbes2.key")]
    [InlineData("signPri.seedCBC.key")]
    [InlineData("signPri.seedCBCWithSHA1.key")]
    public void Decrypt_EachFormOfTheKey_IsTheSamePlainKey(string file)
    {
        var encrypted = Org.BouncyCastle.Asn1.Pkcs.EncryptedPrivateKeyInfo.GetInstance(Org.BouncyCastle.Asn1.Asn1Object.FromByteArray(Vectors.Read("npki", file)));
        var plain = EncryptedKey.Decrypt(encrypted, "test1234").GetEncoded();
        Assert.Equal("0FF8DCD3CA8B2BE7224362B6564BED20DC9F897FB627AA2594423B6E1C616705", Convert.ToHexString(SHA256.HashData(plain)));
    }

    [Fact]
    public void HashContent_OfTheVector_IsItsDer() =>
        Assert.Equal(
            "3023130A31323334353637383931031500A1B2C3D4E5F60718293A4B5C6D7E8F9001122334",
            Convert.ToHexString(CertificateIdentity.HashContent("1234567891", Convert.FromHexString("A1B2C3D4E5F60718293A4B5C6D7E8F9001122334"))));
}
