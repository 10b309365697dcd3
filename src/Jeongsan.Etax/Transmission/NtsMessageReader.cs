using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using System.Xml;

namespace Jeongsan.Etax.Transmission;

/// <summary>A message whose signature holds.</summary>
/// <param name="Message">What it says.</param>
/// <param name="Attachment">The signed bytes of the attachment; null when there is none.</param>
/// <param name="Signer">Whose key signed. Whether that is somebody to listen to is for the caller to decide.</param>
public sealed record NtsReceived(NtsMessage Message, ReadOnlyMemory<byte>? Attachment, X509Certificate2 Signer);

/// <summary>Reads messages of either end and checks their signature; nothing of an unsigned or changed message gets out.</summary>
public static class NtsMessageReader
{
    private const int DepthMax = 12;

    /// <param name="contentType">The HTTP header's value.</param>
    /// <param name="content">The HTTP body.</param>
    public static TransmissionReading<NtsReceived> Read(string contentType, ReadOnlyMemory<byte> content) => TransmissionReading<NtsReceived>.Try(() =>
    {
        ArgumentNullException.ThrowIfNull(contentType);
        var parts = MultipartRelated.Read(contentType, content);
        if (parts.Soap.Length > TransmissionLimits.SoapSizeMax) throw new TransmissionRefusedException(TransmissionRefusal.TooLarge);
        var envelope = Load(parts.Soap);
        var signer = NtsSecurity.Check(envelope, parts);
        return new(ReadMessage(envelope, parts), parts.Attachment, signer);
    });

    private static XmlElement Load(ReadOnlyMemory<byte> soap)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreProcessingInstructions = false, MaxCharactersInDocument = TransmissionLimits.SoapSizeMax };
        try
        {
            using (var probe = XmlReader.Create(new MemoryStream(soap.ToArray(), writable: false), settings))
                while (probe.Read())
                    if (probe.Depth > DepthMax || probe.NodeType is XmlNodeType.ProcessingInstruction or XmlNodeType.EntityReference) throw Malformed();
            using var reader = XmlReader.Create(new MemoryStream(soap.ToArray(), writable: false), settings);
            var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
            document.Load(reader);
            return document.DocumentElement ?? throw Malformed();
        }
        catch (XmlException)
        {
            throw Malformed();
        }
    }

    private static NtsMessage ReadMessage(XmlElement envelope, MultipartRelated.Parts parts)
    {
        var children = Elements(envelope);
        if (!Is(envelope, NtsSoap.Soap, "Envelope") || children is not [var header, var body] || !Is(header, NtsSoap.Soap, "Header") || !Is(body, NtsSoap.Soap, "Body")) throw Malformed();
        var messageHeader = Single(header, NtsSoap.Kec, "MessageHeader");
        if (Text(messageHeader, NtsSoap.Kec, "Version") != NtsSoap.Version) throw Malformed();
        var message = new NtsMessage
        {
            MessageId = Text(header, NtsSoap.Addressing, "MessageID"),
            RelatesTo = OptionalText(header, NtsSoap.Addressing, "RelatesTo"),
            To = Text(header, NtsSoap.Addressing, "To"),
            Operation = Text(messageHeader, NtsSoap.Kec, "OperationType") switch
            {
                "01" => NtsOperation.InvoiceSubmission,
                "02" => NtsOperation.Results,
                "03" => NtsOperation.ResultsRequest,
                _ => throw Malformed(),
            },
            IsAnswer = Text(messageHeader, NtsSoap.Kec, "MessageType") switch { "01" => false, "02" => true, _ => throw Malformed() },
            Sender = Party(Single(messageHeader, NtsSoap.Kec, "From")),
            Recipient = Party(Single(messageHeader, NtsSoap.Kec, "To")),
            ReplyTo = OptionalText(messageHeader, NtsSoap.Kec, "ReplyTo"),
            SentAt = DateTimeOffset.TryParseExact(Text(messageHeader, NtsSoap.Kec, "TimeStamp"), NtsSoap.TimeStampFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : throw Malformed(),
        };
        message = message with { Body = ReadBody(body, message.IsAnswer) };
        if (Text(header, NtsSoap.Addressing, "Action") != message.Action || !message.RequiredFields) throw Malformed();
        if (message.HasAttachment != parts.Attachment.HasValue || (message.HasAttachment && message.Body.ReferenceId != parts.AttachmentId)) throw Malformed();
        return message;
    }

    private static NtsMessageBody ReadBody(XmlElement body, bool isAnswer)
    {
        var content = Single(body, NtsSoap.Kec, isAnswer ? "ResponseMessage" : "RequestMessage");
        var count = OptionalText(content, NtsSoap.Kec, "TotalCount");
        return new()
        {
            SubmitId = OptionalText(content, NtsSoap.Kec, "SubmitID"),
            ResultId = OptionalText(content, NtsSoap.Kec, "ResultID"),
            RefSubmitId = OptionalText(content, NtsSoap.Kec, "RefSubmitID"),
            RefResultId = OptionalText(content, NtsSoap.Kec, "RefResultID"),
            TotalCount = count is null ? null : int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Malformed(),
            ReferenceId = OptionalText(content, NtsSoap.Kec, "ReferenceID"),
        };
    }

    private static NtsParty Party(XmlElement party) => new(Text(party, NtsSoap.Kec, "PartyID"), Text(party, NtsSoap.Kec, "PartyName"));

    internal static List<XmlElement> Elements(XmlElement parent) => [.. parent.ChildNodes.OfType<XmlElement>()];

    internal static bool Is(XmlElement element, string ns, string name) => element.NamespaceURI == ns && element.LocalName == name;

    internal static XmlElement Single(XmlElement parent, string ns, string name)
    {
        var found = Elements(parent).Where(child => Is(child, ns, name)).ToList();
        return found is [var single] ? single : throw Malformed();
    }

    private static string? OptionalText(XmlElement parent, string ns, string name) =>
        Elements(parent).Any(child => Is(child, ns, name)) ? Text(parent, ns, name) : null;

    private static string Text(XmlElement parent, string ns, string name)
    {
        var leaf = Single(parent, ns, name);
        return Elements(leaf).Count == 0 ? leaf.InnerText.Trim() : throw Malformed();
    }

    private static TransmissionRefusedException Malformed() => new(TransmissionRefusal.MalformedMessage);
}
