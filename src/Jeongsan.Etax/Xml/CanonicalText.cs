using System.Buffers;
using System.Text;
using System.Xml;

namespace Jeongsan.Etax;

/// <summary>Writes elements and text straight in canonical form: UTF-8, no self-closing tags, only the escapes that Canonical XML 1.0 asks for.</summary>
internal sealed class CanonicalText(int sizeHint)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly SearchValues<char> TextSpecials = SearchValues.Create("&<>\r");
    private static readonly SearchValues<char> AttributeSpecials = SearchValues.Create("&<\"\t\n\r");

    private readonly ArrayBufferWriter<byte> buffer = new(sizeHint);

    public ReadOnlySpan<byte> Written => buffer.WrittenSpan;

    public CanonicalText Raw(ReadOnlySpan<byte> bytes)
    {
        buffer.Write(bytes);
        return this;
    }

    public CanonicalText Raw(string ascii)
    {
        Utf8.GetBytes(ascii, buffer);
        return this;
    }

    public CanonicalText Open(ReadOnlySpan<byte> name) => Raw("<"u8).Raw(name).Raw(">"u8);

    public CanonicalText Close(ReadOnlySpan<byte> name) => Raw("</"u8).Raw(name).Raw(">"u8);

    /// <summary>An element with a text; nothing at all when there is no text.</summary>
    public CanonicalText Element(ReadOnlySpan<byte> name, string? text) =>
        string.IsNullOrEmpty(text) ? this : Open(name).Text(text).Close(name);

    public CanonicalText Text(ReadOnlySpan<char> text) => Escaped(text, TextSpecials);

    public CanonicalText AttributeValue(ReadOnlySpan<char> value) => Escaped(value, AttributeSpecials);

    /// <summary>Whether every character may stand in an XML 1.0 document.</summary>
    public static bool IsXmlText(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i])) continue;
            if (i + 1 == text.Length || !XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i])) return false;
            i++;
        }
        return true;
    }

    private CanonicalText Escaped(ReadOnlySpan<char> text, SearchValues<char> specials)
    {
        if (!IsXmlText(text)) throw new ArgumentException("The text holds a character that no XML document may hold.");
        int at;
        while ((at = text.IndexOfAny(specials)) >= 0)
        {
            Utf8.GetBytes(text[..at], buffer);
            buffer.Write(Escape(text[at]));
            text = text[(at + 1)..];
        }
        Utf8.GetBytes(text, buffer);
        return this;
    }

    private static ReadOnlySpan<byte> Escape(char special) => special switch
    {
        '&' => "&amp;"u8,
        '<' => "&lt;"u8,
        '>' => "&gt;"u8,
        '"' => "&quot;"u8,
        '\t' => "&#x9;"u8,
        '\n' => "&#xA;"u8,
        _ => "&#xD;"u8,
    };
}
