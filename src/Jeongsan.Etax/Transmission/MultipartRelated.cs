using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Jeongsan.Etax.Transmission;

/// <summary>The SOAP part and at most one attachment (SOAP 1.1 with attachments, RFC 2387), or text/xml alone.</summary>
internal static partial class MultipartRelated
{
    private const int HeadSizeMax = 4096;

    public sealed record Parts(ReadOnlyMemory<byte> Soap, ReadOnlyMemory<byte>? Attachment, string? AttachmentId);

    public static NtsTransmission Write(byte[] soap, ReadOnlyMemory<byte>? attachment)
    {
        // A hash of the content cannot stand in the content.
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(soap);
        if (attachment is { } part) hash.AppendData(part.Span);
        var boundary = "----=_Part_" + Convert.ToHexString(hash.GetHashAndReset())[..32];
        using var content = new MemoryStream();
        WritePart(content, boundary, "text/xml; charset=UTF-8", NtsSoap.SoapPart, soap);
        if (attachment is { } binary) WritePart(content, boundary, "application/octet-stream", NtsSoap.InvoicePart, binary.Span);
        content.Write(Encoding.ASCII.GetBytes($"--{boundary}--\r\n"));
        return new($"multipart/related; type=\"text/xml\"; boundary=\"{boundary}\"; start=\"<{NtsSoap.SoapPart}>\"", content.ToArray());
    }

    public static Parts Read(string contentType, ReadOnlyMemory<byte> content)
    {
        if (content.Length > TransmissionLimits.MessageSizeMax) throw new TransmissionRefusedException(TransmissionRefusal.TooLarge);
        if (contentType.StartsWith("text/xml", StringComparison.OrdinalIgnoreCase)) return new(content, null, null);
        if (contentType.Length > HeadSizeMax || !contentType.StartsWith("multipart/related", StringComparison.OrdinalIgnoreCase)) throw Malformed();
        var match = Boundary().Match(contentType);
        if (!match.Success) throw Malformed();
        var parts = Split(content, Encoding.ASCII.GetBytes("--" + (match.Groups[1].Success ? match.Groups[1].Value : match.Groups[2].Value)));
        return parts switch
        {
            [var soap] => new(soap.Content, null, null),
            [var soap, var attachment] => new(soap.Content, attachment.Content, attachment.Id),
            _ => throw Malformed(),
        };
    }

    private sealed record Part(string? Id, ReadOnlyMemory<byte> Content);

    private static void WritePart(MemoryStream target, string boundary, string contentType, string id, ReadOnlySpan<byte> content)
    {
        target.Write(Encoding.ASCII.GetBytes($"--{boundary}\r\nContent-Type: {contentType}\r\nContent-Transfer-Encoding: binary\r\nContent-ID: <{id}>\r\n\r\n"));
        target.Write(content);
        target.Write("\r\n"u8);
    }

    private static List<Part> Split(ReadOnlyMemory<byte> content, byte[] delimiter)
    {
        var parts = new List<Part>();
        byte[] between = [.. "\r\n"u8, .. delimiter];
        var rest = content.Span.StartsWith(delimiter) ? content[delimiter.Length..] : After(content, between);
        while (true)
        {
            if (rest.Span.StartsWith("--"u8)) return parts;
            if (!rest.Span.StartsWith("\r\n"u8) || parts.Count == 2) throw Malformed();
            var end = rest.Span[2..].IndexOf(between);
            if (end < 0) throw Malformed();
            parts.Add(ReadPart(rest.Slice(2, end)));
            rest = rest[(2 + end + between.Length)..];
        }
    }

    private static ReadOnlyMemory<byte> After(ReadOnlyMemory<byte> content, byte[] delimiter) =>
        content.Span.IndexOf(delimiter) is var at and >= 0 ? content[(at + delimiter.Length)..] : throw Malformed();

    private static Part ReadPart(ReadOnlyMemory<byte> part)
    {
        var end = part.Span[..Math.Min(part.Length, HeadSizeMax)].IndexOf("\r\n\r\n"u8);
        if (end < 0) throw Malformed();
        var head = Encoding.ASCII.GetString(part.Span[..end]);
        string? id = null;
        foreach (var line in head.Split("\r\n"))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0) throw Malformed();
            var value = line[(colon + 1)..].Trim();
            if (line.AsSpan(0, colon).Equals("Content-ID", StringComparison.OrdinalIgnoreCase))
                id = id is null ? value.TrimStart('<').TrimEnd('>') : throw Malformed();
            // Signed are the bytes as they stand: an encoding over them is not part of the standard.
            else if (line.AsSpan(0, colon).Equals("Content-Transfer-Encoding", StringComparison.OrdinalIgnoreCase) && value.ToUpperInvariant() is not ("BINARY" or "8BIT" or "7BIT"))
                throw Malformed();
        }
        return new(id, part[(end + 4)..]);
    }

    private static TransmissionRefusedException Malformed() => new(TransmissionRefusal.MalformedMultipart);

    [GeneratedRegex("""(?i);\s*boundary=(?:"([^"\r\n]{1,70})"|([^\s;"]{1,70}))""")]
    private static partial Regex Boundary();
}
