using System.Globalization;
using System.Security.Cryptography;

namespace Jeongsan.Etax.Transmission;

/// <summary>A message ready to be posted, with <c>SOAPAction: ""</c>.</summary>
/// <param name="ContentType">The HTTP header's value.</param>
/// <param name="Content">The HTTP body.</param>
public sealed record NtsTransmission(string ContentType, ReadOnlyMemory<byte> Content);

/// <summary>Writes and signs messages. Written straight in canonical form, so that what is signed are the bytes themselves.</summary>
public static class NtsMessageWriter
{
    /// <summary>The message as multipart/related, signed over the envelope and the attachment.</summary>
    /// <param name="attachment">The sealed package or the sealed results; null in messages that have none.</param>
    /// <exception cref="ArgumentException">The attachment or a field is missing, or there where none belongs.</exception>
    public static NtsTransmission Write(NtsMessage message, ReadOnlyMemory<byte>? attachment, IEtaxSigningKey key)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(key);
        // A null array converts to an empty memory.
        if (attachment is { IsEmpty: true }) attachment = null;
        if (message.HasAttachment != attachment.HasValue) throw new ArgumentException("Submissions and results carry an attachment, other messages none.", nameof(attachment));
        if (!message.RequiredFields) throw new ArgumentException("The body lacks what this operation needs.", nameof(message));
        var soap = WriteEnvelope(message, attachment, key);
        return MultipartRelated.Write(soap, attachment);
    }

    internal static byte[] WriteEnvelope(NtsMessage message, ReadOnlyMemory<byte>? attachment, IEtaxSigningKey key)
    {
        var before = new CanonicalText(4096).Raw("<SOAP:Envelope" + NtsSoap.Declarations + "><SOAP:Header>");
        WriteHeader(before, message);
        before.Raw("<wsse:Security><wsse:BinarySecurityToken EncodingType=\"" + NtsSoap.Base64Encoding + "\" ValueType=\"" + NtsSoap.X509v3 + "\" wsu:Id=\"" + NtsSoap.TokenId + "\">");
        before.Raw(Convert.ToBase64String(key.Certificate.RawDataMemory.Span)).Raw("</wsse:BinarySecurityToken>"u8);
        var after = new CanonicalText(512).Raw("</wsse:Security></SOAP:Header><SOAP:Body>"u8);
        WriteBody(after, message, attachment.HasValue);
        after.Raw("</SOAP:Body></SOAP:Envelope>"u8);

        // The enveloped-signature transform leaves exactly these two parts.
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(before.Written);
        hash.AppendData(after.Written);
        var rest = SignedInfoRest(hash.GetHashAndReset(), attachment);
        var signature = key.SignSha256Pkcs1(new CanonicalText(2048).Raw("<ds:SignedInfo" + NtsSoap.Declarations + ">").Raw(rest).Written);
        before.Raw("<ds:Signature><ds:SignedInfo>"u8).Raw(rest).Raw("<ds:SignatureValue>"u8).Raw(Convert.ToBase64String(signature)).Raw("</ds:SignatureValue>"u8);
        before.Raw("<ds:KeyInfo><wsse:SecurityTokenReference><wsse:Reference URI=\"#" + NtsSoap.TokenId + "\"></wsse:Reference></wsse:SecurityTokenReference></ds:KeyInfo></ds:Signature>");
        return before.Raw(after.Written).Written.ToArray();
    }

    private static string SignedInfoRest(byte[] envelopeDigest, ReadOnlyMemory<byte>? attachment)
    {
        var rest = "<ds:CanonicalizationMethod Algorithm=\"" + EtaxXml.Canonical + "\"></ds:CanonicalizationMethod><ds:SignatureMethod Algorithm=\"" + EtaxXml.RsaSha256 + "\"></ds:SignatureMethod>"
            + Reference("", [NtsSoap.EnvelopedSignature, EtaxXml.Canonical], envelopeDigest);
        if (attachment is { } content) rest += Reference("cid:" + NtsSoap.InvoicePart, [NtsSoap.AttachmentContent], SHA256.HashData(content.Span));
        return rest + "</ds:SignedInfo>";
    }

    private static string Reference(string uri, string[] transforms, byte[] digest) =>
        $"<ds:Reference URI=\"{uri}\"><ds:Transforms>{string.Concat(transforms.Select(transform => $"<ds:Transform Algorithm=\"{transform}\"></ds:Transform>"))}</ds:Transforms>"
        + $"<ds:DigestMethod Algorithm=\"{EtaxXml.Sha256}\"></ds:DigestMethod><ds:DigestValue>{Convert.ToBase64String(digest)}</ds:DigestValue></ds:Reference>";

    private static void WriteHeader(CanonicalText xml, NtsMessage message)
    {
        xml.Element("wsa:MessageID"u8, message.MessageId).Element("wsa:RelatesTo"u8, message.RelatesTo).Element("wsa:To"u8, message.To).Element("wsa:Action"u8, message.Action);
        xml.Open("kec:MessageHeader"u8).Element("kec:Version"u8, NtsSoap.Version);
        WriteParty(xml, "kec:From"u8, message.Sender);
        WriteParty(xml, "kec:To"u8, message.Recipient);
        xml.Element("kec:ReplyTo"u8, message.ReplyTo).Element("kec:OperationType"u8, $"{(int)message.Operation:00}").Element("kec:MessageType"u8, message.IsAnswer ? "02" : "01");
        xml.Element("kec:TimeStamp"u8, message.SentAt.ToUniversalTime().ToString(NtsSoap.TimeStampFormat, CultureInfo.InvariantCulture)).Close("kec:MessageHeader"u8);
    }

    private static void WriteParty(CanonicalText xml, ReadOnlySpan<byte> name, NtsParty party) =>
        xml.Open(name).Element("kec:PartyID"u8, party.Id).Element("kec:PartyName"u8, party.Name).Close(name);

    private static void WriteBody(CanonicalText xml, NtsMessage message, bool hasAttachment)
    {
        var name = message.IsAnswer ? "kec:ResponseMessage"u8 : "kec:RequestMessage"u8;
        var body = message.Body;
        xml.Open(name).Element("kec:SubmitID"u8, body.SubmitId).Element("kec:ResultID"u8, body.ResultId).Element("kec:RefSubmitID"u8, body.RefSubmitId);
        xml.Element("kec:RefResultID"u8, body.RefResultId).Element("kec:TotalCount"u8, body.TotalCount?.ToString(CultureInfo.InvariantCulture));
        xml.Element("kec:ReferenceID"u8, hasAttachment ? NtsSoap.InvoicePart : null).Close(name);
    }
}
