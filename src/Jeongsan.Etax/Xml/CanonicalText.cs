using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Xml;

namespace Jeongsan.Etax;

/// <summary>Writes elements and text straight in canonical form: UTF-8, no self-closing tags, only the escapes that Canonical XML 1.0 asks for.</summary>
internal sealed class CanonicalText(int sizeHint)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly SearchValues<char> TextSpecials = SearchValues.Create("&<>\r");
    private static readonly SearchValues<char> AttributeSpecials = SearchValues.Create("&<\"\t\n\r");

    private const int NumberSizeMax = 20;

    /// <summary>Of a character of the basic plane in UTF-8.</summary>
    private const int BytesOfPlainMax = 3;
    private const int DateSize = 8;

    // Pooled because of SigningBenchmarks and VerifyingBenchmarks: the buffers were most of what a document allocated.
    private byte[] buffer = ArrayPool<byte>.Shared.Rent(sizeHint);
    private int length;

    public ReadOnlySpan<byte> Written => buffer.AsSpan(0, length);

    /// <summary>Gives the buffer back; nothing of this text may be used afterwards. Without it the buffer is merely collected as garbage.</summary>
    public void ReturnBuffer()
    {
        ArrayPool<byte>.Shared.Return(buffer);
        (buffer, length) = ([], 0);
    }

    public CanonicalText Raw(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        length += bytes.Length;
        return this;
    }

    public CanonicalText Raw(ReadOnlySpan<char> text)
    {
        length += Utf8.GetBytes(text, Room(Utf8.GetMaxByteCount(text.Length)));
        return this;
    }

    public CanonicalText Base64(ReadOnlySpan<byte> bytes)
    {
        System.Buffers.Text.Base64.EncodeToUtf8(bytes, Room(System.Buffers.Text.Base64.GetMaxEncodedToUtf8Length(bytes.Length)), out _, out var written);
        length += written;
        return this;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public CanonicalText Open(ReadOnlySpan<byte> name)
    {
        var room = Room(name.Length + 2);
        room[0] = (byte)'<';
        name.CopyTo(room[1..]);
        room[name.Length + 1] = (byte)'>';
        length += name.Length + 2;
        return this;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public CanonicalText Close(ReadOnlySpan<byte> name)
    {
        var room = Room(name.Length + 3);
        room[0] = (byte)'<';
        room[1] = (byte)'/';
        name.CopyTo(room[2..]);
        room[name.Length + 2] = (byte)'>';
        length += name.Length + 3;
        return this;
    }

    /// <summary>An element with a text; nothing at all when there is no text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public CanonicalText Element(ReadOnlySpan<byte> name, string? text)
    {
        if (string.IsNullOrEmpty(text)) return this;
        // Nearly every text is plain: start tag, text and end tag then need one look for room (SigningBenchmarks, 99 lines).
        if (!IsPlain(text)) return Open(name).Text(text).Close(name);
        var room = Room(TagSize(name) + text.Length * BytesOfPlainMax);
        var at = Start(room, name);
        return Ended(room, at + Utf8.GetBytes(text, room[at..]), name);
    }

    /// <summary>An element with a whole number; nothing at all when there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public CanonicalText Element(ReadOnlySpan<byte> name, long? number)
    {
        if (number is not { } value) return this;
        var room = Room(TagSize(name) + NumberSizeMax);
        var at = Start(room, name);
        return Ended(room, at + Digits(room[at..], value), name);
    }

    /// <summary>An element with a date of eight digits; nothing at all when there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public CanonicalText Element(ReadOnlySpan<byte> name, DateOnly? date)
    {
        if (date is not { } value) return this;
        var room = Room(TagSize(name) + NumberSizeMax);
        var at = Start(room, name);
        return Ended(room, at + Digits(room[at..], value), name);
    }

    /// <summary>An element with a code of two digits; nothing at all when there is none.</summary>
    public CanonicalText Code(ReadOnlySpan<byte> name, int? code) => code is { } value ? Open(name).Raw(value.ToString("00", CultureInfo.InvariantCulture)).Close(name) : this;

    /// <summary>Neither escaped nor of two UTF-16 units.</summary>
    private static bool IsPlain(ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange(' ', '\uD7FF') < 0 && text.IndexOfAny(TextSpecials) < 0;

    public CanonicalText Text(ReadOnlySpan<char> text) => Escaped(text, TextSpecials);

    public CanonicalText AttributeValue(ReadOnlySpan<char> value) => Escaped(value, AttributeSpecials);

    /// <summary>Whether every character may stand in an XML 1.0 document.</summary>
    public static bool IsXmlText(ReadOnlySpan<char> text)
    {
        // Most text is printable and of the basic plane: one vectorized look settles it.
        if (text.IndexOfAnyExceptInRange(' ', '\uD7FF') < 0) return true;
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i])) continue;
            if (i + 1 == text.Length || !XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i])) return false;
            i++;
        }
        return true;
    }

    /// <summary>The text that stands in canonical form, escaped only as this class escapes.</summary>
    public static string Unescape(ReadOnlySpan<byte> canonical)
    {
        if (!canonical.Contains((byte)'&')) return Utf8.GetString(canonical);
        return Utf8.GetString(canonical).Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal)
            .Replace("&#xD;", "\r", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal);
    }

    private CanonicalText Escaped(ReadOnlySpan<char> text, SearchValues<char> specials)
    {
        if (!IsXmlText(text)) throw new ArgumentException("The text holds a character that no XML document may hold.");
        int at;
        while ((at = text.IndexOfAny(specials)) >= 0)
        {
            Raw(text[..at]).Raw(Escape(text[at]));
            text = text[(at + 1)..];
        }
        return Raw(text);
    }

    private static int Digits(Span<byte> room, long number)
    {
        if (!number.TryFormat(room, out var written, default, CultureInfo.InvariantCulture)) throw new System.Diagnostics.UnreachableException();
        return written;
    }

    private static int Digits(Span<byte> room, DateOnly date)
    {
        var (year, month, day) = date;
        TwoDigits(room, year / 100);
        TwoDigits(room[2..], year % 100);
        TwoDigits(room[4..], month);
        TwoDigits(room[6..], day);
        return DateSize;
    }

    private static void TwoDigits(Span<byte> room, int number)
    {
        var tens = number / 10;
        room[1] = (byte)('0' + number - tens * 10);
        room[0] = (byte)('0' + tens);
    }

    /// <summary>Of start and end tag together.</summary>
    private static int TagSize(ReadOnlySpan<byte> name) => 2 * name.Length + 5;

    /// <summary>Where the text begins.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Start(Span<byte> room, ReadOnlySpan<byte> name)
    {
        room[0] = (byte)'<';
        name.CopyTo(room[1..]);
        room[name.Length + 1] = (byte)'>';
        return name.Length + 2;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private CanonicalText Ended(Span<byte> room, int at, ReadOnlySpan<byte> name)
    {
        room[at] = (byte)'<';
        room[at + 1] = (byte)'/';
        name.CopyTo(room[(at + 2)..]);
        room[at + 2 + name.Length] = (byte)'>';
        length += at + name.Length + 3;
        return this;
    }

    /// <summary>Free space of at least that size behind what is written.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Span<byte> Room(int size) => buffer.Length - length >= size ? buffer.AsSpan(length) : Grown(size);

    private Span<byte> Grown(int size)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(buffer.Length * 2, length + size));
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
        return buffer.AsSpan(length);
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
