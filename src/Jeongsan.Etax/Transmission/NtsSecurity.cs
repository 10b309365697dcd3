using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Xml;

namespace Jeongsan.Etax.Transmission;

/// <summary>The WS-Security signature of a message: the whole envelope and, where there is one, the attachment.</summary>
internal static class NtsSecurity
{
    /// <summary>Returns the signer. As the first reference covers the whole document but the signature, nothing in it can be wrapped or moved.</summary>
    public static X509Certificate2 Check(XmlElement envelope, MultipartRelated.Parts parts)
    {
        var header = NtsMessageReader.Single(envelope, NtsSoap.Soap, "Header");
        var security = NtsMessageReader.Single(header, NtsSoap.Security, "Security");
        if (NtsMessageReader.Elements(security) is not [var token, var signature] || !NtsMessageReader.Is(token, NtsSoap.Security, "BinarySecurityToken")
            || !NtsMessageReader.Is(signature, EtaxXml.SignatureNamespace, "Signature")
            || envelope.OwnerDocument.GetElementsByTagName("Signature", EtaxXml.SignatureNamespace).Count != 1)
            throw Unsupported();
        var signatureParts = Children(signature, EtaxXml.SignatureNamespace, "SignedInfo", "SignatureValue", "KeyInfo");
        CheckTokenReference(signatureParts[2], token);
        var certificate = ReadCertificate(token);
        using var rsa = PublicKey(certificate);
        var digests = ReadSignedInfo(signatureParts[0], parts.AttachmentId);
        if (!rsa.VerifyData(EnvelopeCanonicalizer.Canonicalize(signatureParts[0]), Base64(signatureParts[1]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))
            throw new TransmissionRefusedException(TransmissionRefusal.SignatureMismatch);
        if (!SHA256.HashData(EnvelopeCanonicalizer.Canonicalize(envelope, signature)).AsSpan().SequenceEqual(digests[0]))
            throw new TransmissionRefusedException(TransmissionRefusal.EnvelopeDigestMismatch);
        if (parts.Attachment.HasValue != (digests.Count == 2) || (parts.Attachment is { } content && !SHA256.HashData(content.Span).AsSpan().SequenceEqual(digests[1])))
            throw new TransmissionRefusedException(TransmissionRefusal.AttachmentDigestMismatch);
        return certificate;
    }

    private static List<byte[]> ReadSignedInfo(XmlElement signedInfo, string? attachmentId)
    {
        var children = NtsMessageReader.Elements(signedInfo);
        if (children.Count is not (3 or 4)) throw Unsupported();
        CheckAlgorithm(children[0], "CanonicalizationMethod", EtaxXml.Canonical);
        CheckAlgorithm(children[1], "SignatureMethod", EtaxXml.RsaSha256);
        var digests = new List<byte[]> { ReadReference(children[2], "", NtsSoap.EnvelopedSignature, EtaxXml.Canonical) };
        if (children.Count == 4) digests.Add(ReadReference(children[3], "cid:" + attachmentId, NtsSoap.AttachmentContent));
        return digests;
    }

    private static byte[] ReadReference(XmlElement reference, string uri, params ReadOnlySpan<string> transforms)
    {
        var parts = Children(reference, EtaxXml.SignatureNamespace, "Transforms", "DigestMethod", "DigestValue");
        var found = NtsMessageReader.Elements(parts[0]);
        if (!NtsMessageReader.Is(reference, EtaxXml.SignatureNamespace, "Reference") || !reference.HasAttribute("URI") || reference.GetAttribute("URI") != uri || found.Count != transforms.Length)
            throw Unsupported();
        for (var i = 0; i < found.Count; i++) CheckAlgorithm(found[i], "Transform", transforms[i]);
        CheckAlgorithm(parts[1], "DigestMethod", EtaxXml.Sha256);
        return Base64(parts[2]);
    }

    private static void CheckTokenReference(XmlElement keyInfo, XmlElement token)
    {
        var reference = Children(Children(keyInfo, NtsSoap.Security, "SecurityTokenReference")[0], NtsSoap.Security, "Reference")[0];
        var id = token.GetAttribute("Id", NtsSoap.SecurityUtility);
        // The token's ValueType is written in two ways by different issuers and says nothing that the certificate itself doesn't.
        if (id.Length == 0 || reference.GetAttribute("URI") != "#" + id) throw Unsupported();
    }

    private static X509Certificate2 ReadCertificate(XmlElement token)
    {
        try
        {
            return X509CertificateLoader.LoadCertificate(Base64(token));
        }
        catch (CryptographicException)
        {
            throw Unsupported();
        }
    }

    private static RSA PublicKey(X509Certificate2 certificate)
    {
        try
        {
            return certificate.GetRSAPublicKey() is { KeySize: >= 2048 } rsa ? rsa : throw Unsupported();
        }
        catch (CryptographicException)
        {
            // The certificate is readable, the key in it is not.
            throw Unsupported();
        }
    }

    private static List<XmlElement> Children(XmlElement parent, string ns, params ReadOnlySpan<string> names)
    {
        var found = NtsMessageReader.Elements(parent);
        if (found.Count != names.Length) throw Unsupported();
        for (var i = 0; i < names.Length; i++)
            if (!NtsMessageReader.Is(found[i], ns, names[i])) throw Unsupported();
        return found;
    }

    private static void CheckAlgorithm(XmlElement method, string name, string algorithm)
    {
        if (!NtsMessageReader.Is(method, EtaxXml.SignatureNamespace, name) || method.GetAttribute("Algorithm") != algorithm || NtsMessageReader.Elements(method).Count > 0) throw Unsupported();
    }

    private static byte[] Base64(XmlElement leaf)
    {
        var text = leaf.InnerText;
        var bytes = new byte[text.Length];
        return NtsMessageReader.Elements(leaf).Count == 0 && Convert.TryFromBase64String(text, bytes, out var size) && size > 0 ? bytes[..size] : throw Unsupported();
    }

    private static TransmissionRefusedException Unsupported() => new(TransmissionRefusal.UnsupportedSignature);
}
