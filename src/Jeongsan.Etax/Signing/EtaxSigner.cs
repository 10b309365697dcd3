using System.Security.Cryptography;

namespace Jeongsan.Etax;

/// <summary>Signs invoices in the standard's XML-DSig profile: RSA-2048 PKCS#1 v1.5, SHA-256, the signature right before TaxInvoiceDocument.</summary>
public static class EtaxSigner
{
    private const string SignedInfoBeforeDigest =
        "<ds:CanonicalizationMethod Algorithm=\"" + EtaxXml.Canonical + "\"></ds:CanonicalizationMethod>"
        + "<ds:SignatureMethod Algorithm=\"" + EtaxXml.RsaSha256 + "\"></ds:SignatureMethod>"
        + "<ds:Reference URI=\"\"><ds:Transforms>"
        + "<ds:Transform Algorithm=\"" + EtaxXml.Canonical + "\"></ds:Transform>"
        + "<ds:Transform Algorithm=\"" + EtaxXml.XPathTransform + "\"><ds:XPath>" + EtaxXml.XPath + "</ds:XPath></ds:Transform></ds:Transforms>"
        + "<ds:DigestMethod Algorithm=\"" + EtaxXml.Sha256 + "\"></ds:DigestMethod><ds:DigestValue>";

    private const string SignedInfoAfterDigest = "</ds:DigestValue></ds:Reference></ds:SignedInfo>";

    /// <summary>The signed document: UTF-8, canonical. What the signature covers are byte ranges of it, so nothing is parsed or canonicalized again.</summary>
    /// <exception cref="InvalidEtaxInvoiceException"><see cref="EtaxInvoiceChecks"/> finds errors: such a document would not be a lawful invoice.</exception>
    /// <exception cref="ArgumentException">The key is not RSA of at least 2048 bits.</exception>
    public static byte[] Sign(EtaxInvoice invoice, IEtaxSigningKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var problems = EtaxInvoiceChecks.Check(invoice);
        if (problems.Any(problem => problem.IsError)) throw new InvalidEtaxInvoiceException([.. problems.Where(problem => problem.IsError)]);
        return SignUnchecked(invoice, key);
    }

    /// <summary>As <see cref="Sign"/>, without the issuer's checks: for gateways and tests that need a faulty document with a good signature.</summary>
    /// <exception cref="ArgumentException">The key is not RSA of at least 2048 bits.</exception>
    public static byte[] SignUnchecked(EtaxInvoice invoice, IEtaxSigningKey key)
    {
        ArgumentNullException.ThrowIfNull(invoice);
        ArgumentNullException.ThrowIfNull(key);
        if (SignerKey.SizeOf(key.Certificate) < 2048) throw new ArgumentException("The profile asks for an RSA key of at least 2048 bits.", nameof(key));

        var body = new CanonicalText(EtaxInvoiceWriter.SizeHint(invoice)).Raw(EtaxXml.DigestPrefix);
        EtaxInvoiceWriter.WriteSignedPart(body, invoice);
        var signedInfo = new CanonicalText(2048).Raw(EtaxXml.SignedInfoAlone).Raw(SignedInfoBeforeDigest).Base64(SHA256.HashData(body.Written)).Raw(SignedInfoAfterDigest);
        var signature = key.SignSha256Pkcs1(signedInfo.Written);

        var head = new CanonicalText(8192).Raw(EtaxXml.RootStart);
        EtaxInvoiceWriter.WriteManagementBlock(head, invoice);
        head.Raw(EtaxXml.SignatureStart).Raw("<ds:SignedInfo>"u8);
        head.Raw(signedInfo.Written[EtaxXml.SignedInfoAlone.Length..]);
        head.Raw("<ds:SignatureValue>"u8).Base64(signature).Raw("</ds:SignatureValue>"u8);
        head.Raw("<ds:KeyInfo><ds:X509Data><ds:X509Certificate>"u8).Base64(key.Certificate.RawDataMemory.Span);
        head.Raw("</ds:X509Certificate></ds:X509Data></ds:KeyInfo></ds:Signature>"u8);
        var signed = Joined(head.Written, body.Written[EtaxXml.DigestPrefix.Length..], EtaxXml.RootEnd);
        foreach (var text in (ReadOnlySpan<CanonicalText>)[body, signedInfo, head]) text.ReturnBuffer();
        return signed;
    }
    /// <remarks>Neither cleared first nor copied twice: the body is the size of the document (SigningBenchmarks, 99 lines).</remarks>
    private static byte[] Joined(ReadOnlySpan<byte> head, ReadOnlySpan<byte> body, ReadOnlySpan<byte> end)
    {
        var whole = GC.AllocateUninitializedArray<byte>(head.Length + body.Length + end.Length);
        head.CopyTo(whole);
        body.CopyTo(whole.AsSpan(head.Length));
        end.CopyTo(whole.AsSpan(head.Length + body.Length));
        return whole;
    }
}
