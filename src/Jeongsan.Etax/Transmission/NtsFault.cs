using System.Xml;

namespace Jeongsan.Etax.Transmission;

/// <summary>A SOAP 1.1 fault: nothing of the message was taken.</summary>
/// <remarks>How the real gateway refuses a whole message is not public; a fault is what SOAP has for it. It carries no signature.</remarks>
/// <param name="Code">Local part of faultcode.</param>
public sealed record NtsFault(string Code, string Text)
{
    private const int TextMax = 1_000;

    public byte[] Write() => new CanonicalText(512)
        .Raw("<SOAP:Envelope xmlns:SOAP=\"" + NtsSoap.Soap + "\"><SOAP:Body><SOAP:Fault><faultcode>SOAP:").Text(Code).Raw("</faultcode><faultstring>"u8).Text(Text)
        .Raw("</faultstring></SOAP:Fault></SOAP:Body></SOAP:Envelope>"u8).Written.ToArray();

    /// <summary>Null when it is something else.</summary>
    public static NtsFault? Read(ReadOnlyMemory<byte> soap)
    {
        if (soap.Length > TransmissionLimits.SoapSizeMax) return null;
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(soap.ToArray(), writable: false), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreWhitespace = true, IgnoreComments = true });
            foreach (var name in (ReadOnlySpan<string>)["Envelope", "Body", "Fault"])
            {
                if (reader.MoveToContent() != XmlNodeType.Element || reader.LocalName != name || reader.NamespaceURI != NtsSoap.Soap) return null;
                reader.Read();
            }
            var code = reader.ReadElementContentAsString("faultcode", "");
            var text = reader.ReadElementContentAsString("faultstring", "");
            return new(code[(code.IndexOf(':', StringComparison.Ordinal) + 1)..], text[..Math.Min(text.Length, TextMax)]);
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
