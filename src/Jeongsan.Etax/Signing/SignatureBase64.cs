using System.Buffers;
using System.Buffers.Text;

namespace Jeongsan.Etax;

/// <summary>The base64 of a signature's elements: whitespace may stand anywhere in it, everything else must be exact.</summary>
internal static class SignatureBase64
{
    private static readonly SearchValues<char> Whitespace = SearchValues.Create(" \t\r\n");

    /// <summary>Null when it is none, or is empty.</summary>
    public static byte[]? Decode(string text)
    {
        var packed = text.AsSpan().IndexOfAny(Whitespace) < 0 ? text : string.Concat(text.Split((char[])[' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
        if (packed.Length is 0 || packed.Length % 4 != 0) return null;
        var bytes = new byte[packed.Length / 4 * 3];
        if (!Convert.TryFromBase64String(packed, bytes, out var size) || size == 0) return null;
        // Written back its end must be the same: else the spare bits of the last character could be changed unnoticed.
        var tail = bytes.Length - 3;
        return Convert.ToBase64String(bytes, tail, size - tail) == packed[^4..] ? bytes[..size] : null;
    }
}
