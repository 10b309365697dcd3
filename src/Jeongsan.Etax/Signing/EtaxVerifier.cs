using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;

namespace Jeongsan.Etax;

/// <summary>What a check of a signed document found.</summary>
public sealed record EtaxVerification
{
    /// <summary>What no signature of this standard covers, in one Korean sentence: to be shown with every valid result.</summary>
    public const string NotSigned = "관리번호·참조 관리번호·발행일시는 표준에 따라 서명 대상이 아닙니다. 이 값이 바뀌어도 서명은 유효합니다.";

    /// <summary>The signature is the standard's, covers the content as read into <see cref="Invoice"/>, and was made with the certificate's key.</summary>
    public bool IsValid => Reason is null;

    /// <summary>The first rule that failed; null when valid.</summary>
    public EtaxRefusal? Reason { get; init; }

    /// <summary>The reason in one Korean sentence; empty when valid.</summary>
    public string Message { get; init; } = "";

    /// <summary>The signer's certificate as far as it could be read, also when the signature is invalid. Made when first asked for; the caller disposes it.</summary>
    public X509Certificate2? Certificate => field ??= CertificateDer is { } der ? Load(der.Span) : null;

    /// <summary>The certificate's bytes as they stand in the document; null when nothing there could be a certificate.</summary>
    public ReadOnlyMemory<byte>? CertificateDer { get; init; }

    /// <summary>The content; set when valid, so that nobody works with unsigned content by mistake.</summary>
    /// <remarks>By the standard the management block (<see cref="EtaxInvoice.ManagementId"/>, <see cref="EtaxInvoice.ReferencedManagementId"/>,
    /// <see cref="EtaxInvoice.IssuedAt"/>) is not covered: it can be changed without breaking the signature.</remarks>
    public EtaxInvoice? Invoice { get; init; }

    internal static X509Certificate2? Load(ReadOnlySpan<byte> der)
    {
        try
        {
            return X509CertificateLoader.LoadCertificate(der);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

/// <summary>Verifies signed e-tax invoices of any issuer, with a precise reason when one fails. For many documents see <see cref="EtaxBulkVerifier"/>.</summary>
public static partial class EtaxVerifier
{
    /// <summary>Checks form, signature and content. Without <paramref name="trust"/> nothing is said about who issued the certificate or when it was valid.</summary>
    public static EtaxVerification Verify(ReadOnlyMemory<byte> xml, EtaxTrust? trust = null)
    {
        using var key = new OneKey();
        return Verify(xml, trust, key);
    }

    internal static EtaxVerification Verify(ReadOnlyMemory<byte> xml, EtaxTrust? trust, ISignerKeys keys)
    {
        ReadOnlyMemory<byte>? certificate = null;
        EtaxXmlDocument? document = null;
        try
        {
            document = EtaxXmlDocument.Parse(xml);
            var signature = document.Signature ?? throw new EtaxRefusedException(EtaxRefusal.NoSignature, "서명이 없습니다.");
            var facts = SignatureFacts.Read(signature);
            var key = keys.Find(facts.CertificateText);
            certificate = key.Certificate;
            CheckSignature(document, signature, facts, key.Rsa);
            var invoice = EtaxXmlMapping.ToInvoice(document.Root);
            if (trust is not null) CheckTrust(trust, key, invoice);
            return new EtaxVerification { CertificateDer = certificate, Invoice = invoice };
        }
        catch (EtaxRefusedException refused)
        {
            return new EtaxVerification { Reason = refused.Reason, Message = refused.Message, CertificateDer = certificate };
        }
        finally
        {
            document?.ReturnBuffers();
        }
    }

    private static void CheckTrust(EtaxTrust trust, SignerKey key, EtaxInvoice invoice)
    {
        // Building a chain costs many times a signature: for a signer who is known it is built once.
        if (invoice.IssuedAt is { } at && key.Trusted is { } known && known.Contains(at)) return;
        using var certificate = EtaxVerification.Load(key.Certificate.Span) ?? throw new EtaxRefusedException(EtaxRefusal.UnreadableCertificate, "서명 안의 인증서를 읽을 수 없습니다.");
        if (trust.Check(certificate, invoice.IssuedAt, out var trusted) is { } untrusted) throw untrusted;
        key.Trusted = trusted;
    }

    private static void CheckSignature(EtaxXmlDocument document, EtaxXmlSignature signature, SignatureFacts facts, RSA rsa)
    {
        if (rsa.KeySize < 2048) throw new EtaxRefusedException(EtaxRefusal.WeakKey, $"인증서의 키가 {rsa.KeySize}비트입니다. 2048비트 이상이어야 합니다.");
        if (!rsa.VerifyData(signature.SignedInfo, facts.SignatureValue, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))
            throw new EtaxRefusedException(EtaxRefusal.SignatureMismatch, "서명값이 인증서의 키와 맞지 않습니다.");
        if (!SHA256.HashData(document.DigestInput).AsSpan().SequenceEqual(facts.Digest))
            throw new EtaxRefusedException(EtaxRefusal.DigestMismatch, "서명한 뒤에 내용이 바뀌었습니다.");
    }

    private sealed record SignatureFacts(byte[] Digest, byte[] SignatureValue, string CertificateText)
    {
        public static SignatureFacts Read(EtaxXmlSignature signature)
        {
            var parts = Children(signature.Root, "SignedInfo", "SignatureValue", "KeyInfo");
            var info = Children(parts[0], "CanonicalizationMethod", "SignatureMethod", "Reference");
            var reference = Children(info[2], "Transforms", "DigestMethod", "DigestValue");
            CheckAlgorithm(info[0], EtaxXml.Canonical);
            CheckAlgorithm(info[1], EtaxXml.RsaSha256);
            CheckAlgorithm(reference[1], EtaxXml.Sha256);
            CheckTransforms(info[2], reference[0], signature.XPathPrefixNamespace);
            var data = Children(Children(parts[2], "X509Data")[0], "X509Certificate")[0];
            var digest = Base64(reference[2]);
            if (digest.Length != SHA256.HashSizeInBytes) throw Malformed("DigestValue의 길이가 SHA-256과 다릅니다.");
            if (data.ChildCount > 0) throw Malformed("X509Certificate의 값이 Base64가 아닙니다.");
            return new SignatureFacts(digest, Base64(parts[1]), data.Text);
        }

        private static EtaxXmlElement[] Children(EtaxXmlElement element, params ReadOnlySpan<string> names)
        {
            if (element.ChildCount != names.Length || !element.HasOnlyWhitespace) throw Malformed($"{element.Name} 안의 요소가 표준과 다릅니다.");
            var found = new EtaxXmlElement[names.Length];
            var child = element.FirstChild;
            for (var i = 0; i < names.Length; i++, child = child.Next)
                found[i] = child!.Name == names[i] ? child : throw Malformed($"{element.Name} 안의 요소가 표준과 다릅니다.");
            return found;
        }

        private static void CheckAlgorithm(EtaxXmlElement method, string expected)
        {
            Children(method);
            var algorithm = method.Attribute("Algorithm");
            if (algorithm == expected) return;
            throw algorithm is EtaxXml.RsaSha1 or EtaxXml.Sha1
                ? new EtaxRefusedException(EtaxRefusal.OldAlgorithm, "2012년 이전의 SHA-1 서명입니다.")
                : new EtaxRefusedException(EtaxRefusal.UnsupportedAlgorithm, $"표준이 정한 알고리즘이 아닙니다. ({method.Name})");
        }

        private static void CheckTransforms(EtaxXmlElement reference, EtaxXmlElement transforms, string? prefixNamespace)
        {
            if (reference.Attribute("URI") != "" || transforms is not { ChildCount: 2, FirstChild: { Name: "Transform", ChildCount: 0 } canonical }
                || canonical.Next is not { Name: "Transform", ChildCount: 1, FirstChild: { Name: "XPath", ChildCount: 0 } xpath } selection
                || canonical.Attribute("Algorithm") != EtaxXml.Canonical || selection.Attribute("Algorithm") != EtaxXml.XPathTransform
                || prefixNamespace != EtaxXml.SignatureNamespace || (xpath.Text is var words && words != EtaxXml.XPath && !ProfileXPath().IsMatch(words)))
                throw new EtaxRefusedException(EtaxRefusal.UnsupportedTransforms, "서명 대상(Transforms)이 표준과 다릅니다.");
        }

        private static byte[] Base64(EtaxXmlElement leaf) =>
            leaf.ChildCount == 0 && SignatureBase64.Decode(leaf.Text) is { } bytes ? bytes : throw Malformed($"{leaf.Name}의 값이 Base64가 아닙니다.");

        private static EtaxRefusedException Malformed(string message) => new(EtaxRefusal.MalformedSignature, message);
    }

    // Issuers differ in the blanks only: around the equals signs and bars, and at the ends.
    [GeneratedRegex("""^\s*not\(\s*self::\*\[name\(\)\s*=\s*(['"])TaxInvoice\1\]\s*\|\s*ancestor-or-self::\*\[name\(\)\s*=\s*(['"])ExchangedDocument\2\]\s*\|\s*ancestor-or-self::ds:Signature\s*\)\s*$""")]
    private static partial Regex ProfileXPath();
}
