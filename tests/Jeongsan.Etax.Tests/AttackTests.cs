using System.Text;
using System.Text.RegularExpressions;

namespace Jeongsan.Etax.Tests;

/// <summary>Every attack on a signed document is refused, each with its own reason.</summary>
public sealed partial class AttackTests
{
    private static readonly string Signed = Sign(Samples.Invoice());

    [Fact]
    public void Verify_ContentChanged_IsDigestMismatch() => AssertRefused(EtaxRefusal.DigestMismatch, Replace("<ChargeTotalAmount>1000000", "<ChargeTotalAmount>9000000"));

    [Fact]
    public void Verify_WhitespaceAdded_IsDigestMismatch() => AssertRefused(EtaxRefusal.DigestMismatch, Replace("<TaxInvoiceTradeSettlement>", "\n<TaxInvoiceTradeSettlement>"));

    [Fact]
    public void Verify_ManagementBlockChanged_IsValidBecauseItIsNotSigned()
    {
        var verification = Verify(Replace("TEST-2026-000001", "TEST-2026-999999"));
        Assert.True(verification.IsValid);
        Assert.Equal("TEST-2026-999999", verification.Invoice!.ManagementId);
        Assert.Contains("서명 대상이 아닙니다", EtaxVerification.NotSigned, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_SignatureRemoved_IsNoSignature() => AssertRefused(EtaxRefusal.NoSignature, SignatureElement().Replace(Signed, ""));

    [Fact]
    public void Verify_SignatureTwice_IsSeveralSignatures() => AssertRefused(EtaxRefusal.SeveralSignatures, SignatureElement().Replace(Signed, "$0$0"));

    [Fact]
    public void Verify_SecondSignatureDeepInside_IsSeveralSignatures() =>
        AssertRefused(EtaxRefusal.SeveralSignatures, Replace("<PurposeCode>", SignatureElement().Match(Signed).Value + "<PurposeCode>"));

    [Fact]
    public void Verify_SignatureInsideSignature_IsSeveralSignatures() =>
        AssertRefused(EtaxRefusal.SeveralSignatures, Replace("</ds:KeyInfo>", "</ds:KeyInfo>" + SignatureElement().Match(Signed).Value));

    [Theory]
    [InlineData("</TaxInvoice>")]
    [InlineData("<ExchangedDocument>")]
    [InlineData("<PurposeCode>")]
    public void Verify_SignatureMovedBefore_IsSignatureMisplaced(string before)
    {
        var signature = SignatureElement().Match(Signed).Value;
        AssertRefused(EtaxRefusal.SignatureMisplaced, SignatureElement().Replace(Signed, "").Replace(before, signature + before, StringComparison.Ordinal));
    }

    [Fact]
    public void Verify_WrappedInAnotherRoot_IsWrongRoot() => AssertRefused(EtaxRefusal.WrongRoot, $"<Wrapper>{Signed}</Wrapper>");

    [Fact]
    public void Verify_RootOfAnotherNamespace_IsWrongRoot() => AssertRefused(EtaxRefusal.WrongRoot, Replace(EtaxXml.Namespace, "urn:other"));

    /// <summary>The XPath leaves out elements of these names anywhere: without the refusal the forged amount would be unsigned content in a valid document.</summary>
    [Theory]
    [InlineData("<ExchangedDocument><IssueID>x</IssueID></ExchangedDocument>")]
    [InlineData("<TaxInvoice></TaxInvoice>")]
    public void Verify_ContentInElementsThatTheTransformLeavesOut_IsUnexpectedElement(string hidden) =>
        AssertRefused(EtaxRefusal.UnexpectedElement, Replace("<PurposeCode>", hidden + "<PurposeCode>"));

    [Fact]
    public void Verify_SecondDocument_IsUnexpectedElement() =>
        AssertRefused(EtaxRefusal.UnexpectedElement, Replace("</TaxInvoiceDocument>", "</TaxInvoiceDocument><TaxInvoiceDocument></TaxInvoiceDocument>"));

    [Fact]
    public void Verify_SecondManagementBlock_IsUnexpectedElement() =>
        AssertRefused(EtaxRefusal.UnexpectedElement, Replace("</TaxInvoice>", "<ExchangedDocument></ExchangedDocument></TaxInvoice>"));

    [Fact]
    public void Verify_AttributeInSignedPart_IsUnexpectedAttribute() => AssertRefused(EtaxRefusal.UnexpectedAttribute, Replace("<PurposeCode>", "<PurposeCode a=\"b\">"));

    [Fact]
    public void Verify_ForeignElement_IsUnexpectedElement() => AssertRefused(EtaxRefusal.UnexpectedElement, Replace("<PurposeCode>", "<a xmlns=\"urn:a\"/><PurposeCode>"));

    [Fact]
    public void Verify_SwappedCertificate_IsSignatureMismatch()
    {
        var other = TestAuthority.IssueCertificate("2222222227", "다른 회사", Samples.IssuedAt.AddYears(-1), Samples.IssuedAt.AddYears(1));
        AssertRefused(EtaxRefusal.SignatureMismatch, CertificateText().Replace(Signed, $"<ds:X509Certificate>{Convert.ToBase64String(other.SignCert.Span)}<"));
    }

    [Fact]
    public void Verify_KeyValueBesideTheCertificate_IsMalformedSignature() =>
        AssertRefused(EtaxRefusal.MalformedSignature, Replace("<ds:X509Data>", "<ds:KeyValue></ds:KeyValue><ds:X509Data>"));

    [Fact]
    public void Verify_ObjectInSignature_IsMalformedSignature() => AssertRefused(EtaxRefusal.MalformedSignature, Replace("</ds:Signature>", "<ds:Object></ds:Object></ds:Signature>"));

    [Fact]
    public void Verify_SecondReference_IsMalformedSignature() =>
        AssertRefused(EtaxRefusal.MalformedSignature, Replace("</ds:SignedInfo>", "<ds:Reference URI=\"\"></ds:Reference></ds:SignedInfo>"));

    [Fact]
    public void Verify_CertificateIsNoCertificate_IsUnreadableCertificate() =>
        AssertRefused(EtaxRefusal.UnreadableCertificate, CertificateText().Replace(Signed, "<ds:X509Certificate>AAAA<"));

    /// <summary>Found by changing every byte of a signed message: the certificate parses, the key in it does not, and the platform throws only then.</summary>
    [Fact]
    public void Verify_CertificateWithBrokenKey_IsUnreadableCertificate()
    {
        var der = Vectors.Read("npki", "signCert.der");
        // 2048-bit RSA: SEQUENCE (length 0x010A) { INTEGER (length 0x0101) 00 … }; the broken length ends beyond the key.
        var modulus = der.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x30, 0x82, 0x01, 0x0A, 0x02, 0x82, 0x01, 0x01, 0x00]);
        der[modulus + 5] = 0x84;
        AssertRefused(EtaxRefusal.UnreadableCertificate, CertificateText().Replace(Signed, $"<ds:X509Certificate>{Convert.ToBase64String(der)}<"));
    }

    [Fact]
    public void Verify_DigestSwappedForThatOfTheChange_IsSignatureMismatch()
    {
        var changed = Replace("<ChargeTotalAmount>1000000", "<ChargeTotalAmount>9000000");
        var digest = Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(EtaxXmlDocument.Parse(Encoding.UTF8.GetBytes(changed)).DigestInput));
        AssertRefused(EtaxRefusal.SignatureMismatch, DigestText().Replace(changed, $"<ds:DigestValue>{digest}<"));
    }

    /// <summary>Found by the property test of changed bytes: base64 decoders ignore the spare bits of the last character.</summary>
    [Fact]
    public void Verify_SpareBitsOfTheSignatureValueChanged_IsMalformedSignature()
    {
        var end = Signed.IndexOf("==</ds:SignatureValue>", StringComparison.Ordinal);
        Assert.Contains(Signed[end - 1], "AQgw");
        AssertRefused(EtaxRefusal.MalformedSignature, Signed[..(end - 1)] + (char)(Signed[end - 1] + 1) + Signed[end..]);
    }

    [Theory]
    [InlineData(EtaxXml.RsaSha256, EtaxXml.RsaSha1, EtaxRefusal.OldAlgorithm)]
    [InlineData(EtaxXml.Sha256, EtaxXml.Sha1, EtaxRefusal.OldAlgorithm)]
    [InlineData(EtaxXml.RsaSha256, "http://www.w3.org/2000/09/xmldsig#hmac-sha1", EtaxRefusal.UnsupportedAlgorithm)]
    [InlineData("<ds:CanonicalizationMethod Algorithm=\"" + EtaxXml.Canonical, "<ds:CanonicalizationMethod Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#", EtaxRefusal.UnsupportedAlgorithm)]
    [InlineData("<ds:Transform Algorithm=\"" + EtaxXml.Canonical, "<ds:Transform Algorithm=\"http://www.w3.org/2000/09/xmldsig#enveloped-signature", EtaxRefusal.UnsupportedTransforms)]
    [InlineData("Reference URI=\"\"", "Reference URI=\"#part\"", EtaxRefusal.UnsupportedTransforms)]
    [InlineData("ancestor-or-self::ds:Signature)", "ancestor-or-self::ds:Signature | self::text())", EtaxRefusal.UnsupportedTransforms)]
    [InlineData("'ExchangedDocument'", "'TaxInvoiceTradeSettlement'", EtaxRefusal.UnsupportedTransforms)]
    public void Verify_OtherAlgorithmsOrTransforms_IsRefused(string profile, string other, EtaxRefusal expected) => AssertRefused(expected, Replace(profile, other));

    [Theory]
    [InlineData("<!DOCTYPE TaxInvoice>")]
    [InlineData("<!DOCTYPE TaxInvoice SYSTEM \"file:///etc/passwd\">")]
    [InlineData("<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;\">]>")]
    public void Verify_DocumentType_IsRefused(string declaration)
    {
        AssertRefused(EtaxRefusal.DocumentType, declaration + Signed);
        Assert.Equal(EtaxRefusal.DocumentType, EtaxInvoiceReader.Read(Encoding.UTF8.GetBytes(declaration + Signed)).Refusal);
    }

    [Fact]
    public void Verify_UndeclaredEntity_IsMalformed() => AssertRefused(EtaxRefusal.Malformed, Replace("<IssueID>", "<IssueID>&a;"));

    [Fact]
    public void Verify_ProcessingInstruction_IsRefused()
    {
        AssertRefused(EtaxRefusal.ProcessingInstruction, "<?xml-stylesheet href=\"a\"?>" + Signed);
        AssertRefused(EtaxRefusal.ProcessingInstruction, Replace("<ds:KeyInfo>", "<?a b?><ds:KeyInfo>"));
    }

    [Fact]
    public void Read_DeepNesting_IsTooDeep() =>
        AssertRefused(EtaxRefusal.TooDeep, Replace("<PurposeCode>", string.Concat(Enumerable.Repeat("<a>", 20_000)) + "<PurposeCode>"));

    [Fact]
    public void Read_MoreThanTheLimit_IsTooLarge()
    {
        Assert.Equal(EtaxRefusal.TooLarge, EtaxVerifier.Verify(new byte[100 * 1024 * 1024]).Reason);
        Assert.Equal(EtaxRefusal.TooLarge, EtaxInvoiceReader.Read(Encoding.UTF8.GetBytes(Signed + new string(' ', EtaxXml.SizeMax))).Refusal);
    }

    [Fact]
    public void Verify_OtherEncodings_IsNotUtf8()
    {
        Assert.Equal(EtaxRefusal.NotUtf8, EtaxVerifier.Verify(Encoding.Unicode.GetBytes(Signed)).Reason);
        AssertRefused(EtaxRefusal.NotUtf8, "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" + Signed);
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("<TaxInvoice")]
    public void Verify_NoXml_IsMalformed(string text) => AssertRefused(EtaxRefusal.Malformed, text);

    [Theory]
    [InlineData("<IssueID>x</IssueID>", "TaxInvoiceDocument/IssueID doubled")]
    [InlineData("<Unknown>x</Unknown>", "unknown element")]
    [InlineData("<PurposeCode>02</PurposeCode>", "PurposeCode doubled")]
    public void Read_DoubledOrUnknownElement_IsNotTheSchema(string added, string why) =>
        Assert.True(EtaxInvoiceReader.Read(Encoding.UTF8.GetBytes(Replace("<PurposeCode>", added + "<PurposeCode>"))).Refusal == EtaxRefusal.NotTheSchema, why);

    private static string Sign(EtaxInvoice invoice)
    {
        using var key = Samples.Key();
        return Encoding.UTF8.GetString(EtaxSigner.Sign(invoice, key));
    }

    private static string Replace(string part, string by)
    {
        Assert.Contains(part, Signed, StringComparison.Ordinal);
        return Signed.Replace(part, by, StringComparison.Ordinal);
    }

    /// <summary>Both verifiers say the same; the one for many documents also when it knows the certificate already.</summary>
    private static EtaxVerification Verify(string xml)
    {
        var bytes = Encoding.UTF8.GetBytes(xml);
        var verification = EtaxVerifier.Verify(bytes);
        using var bulk = new EtaxBulkVerifier();
        bulk.Verify(Encoding.UTF8.GetBytes(Signed));
        for (var i = 0; i < 2; i++)
        {
            var again = bulk.Verify(bytes);
            Assert.Equal((verification.Reason, verification.Message, verification.Invoice), (again.Reason, again.Message, again.Invoice));
        }
        return verification;
    }

    private static void AssertRefused(EtaxRefusal expected, string xml)
    {
        var verification = Verify(xml);
        Assert.Equal(expected, verification.Reason);
        Assert.NotEqual("", verification.Message);
        Assert.Null(verification.Invoice);
    }

    [GeneratedRegex("<ds:Signature .*</ds:Signature>")]
    private static partial Regex SignatureElement();

    [GeneratedRegex("<ds:X509Certificate>[^<]*<")]
    private static partial Regex CertificateText();

    [GeneratedRegex("<ds:DigestValue>[^<]*<")]
    private static partial Regex DigestText();
}
