using System.Text.Json.Serialization;
using Jeongsan.Domain.Foundation;

namespace Jeongsan.Domain.TaxInvoices;

[JsonConverter(typeof(TextIdJsonConverter<AttachmentId>))]
public readonly record struct AttachmentId(string Value) : ITextId<AttachmentId>
{
    public static AttachmentId From(string value) => new(value);

    public override string ToString() => Value;
}

[JsonConverter(typeof(TextIdJsonConverter<UploadedFileId>))]
public readonly record struct UploadedFileId(string Value) : ITextId<UploadedFileId>
{
    public static UploadedFileId From(string value) => new(value);

    public override string ToString() => Value;
}

/// <summary>Why a file can't be taken or attached.</summary>
public abstract record AttachmentRefusal : Refusal
{
    private AttachmentRefusal()
    {
    }

    public sealed record NameUnusable(int LengthMax) : AttachmentRefusal;

    /// <summary>A kind of file that no receiver should open.</summary>
    public sealed record KindBarred(string Extension) : AttachmentRefusal;

    public sealed record TooLarge(int SizeBytesMax) : AttachmentRefusal;

    public sealed record Empty : AttachmentRefusal;

    /// <summary>The content is not what the name's ending says.</summary>
    public sealed record ContentMismatched(string Extension) : AttachmentRefusal;

    /// <summary>It was attached: what others may have seen can't be exchanged.</summary>
    public sealed record InUse(UploadedFileId File) : AttachmentRefusal;

    /// <summary>Never made, never uploaded, or gone.</summary>
    public sealed record FileNotFound(UploadedFileId File) : AttachmentRefusal;

    public sealed record NotFound(AttachmentId Attachment) : AttachmentRefusal;

    public sealed record TooMany(int CountMax) : AttachmentRefusal;
}

/// <summary>Which files may go with an invoice. They come from anywhere and go to anyone: the name and the first bytes are looked at, nothing is opened.</summary>
public static class AttachmentFiles
{
    /// <summary>The ASP takes five.</summary>
    public const int CountMax = 5;

    public const int SizeBytesMax = 5 * 1024 * 1024;
    public const int NameLengthMax = 120;

    private static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    private static readonly byte[] Zip = [0x50, 0x4B, 0x03, 0x04];

    /// <summary>For each ending, what such a file may begin with; none where it is plain text.</summary>
    private static readonly Dictionary<string, byte[][]> Beginnings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["pdf"] = ["%PDF-"u8.ToArray()],
        ["png"] = [[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]],
        ["jpg"] = [[0xFF, 0xD8, 0xFF]],
        ["jpeg"] = [[0xFF, 0xD8, 0xFF]],
        ["gif"] = ["GIF87a"u8.ToArray(), "GIF89a"u8.ToArray()],
        ["bmp"] = ["BM"u8.ToArray()],
        ["tif"] = [[0x49, 0x49, 0x2A, 0x00], [0x4D, 0x4D, 0x00, 0x2A]],
        ["tiff"] = [[0x49, 0x49, 0x2A, 0x00], [0x4D, 0x4D, 0x00, 0x2A]],
        ["xlsx"] = [Zip],
        ["docx"] = [Zip],
        ["pptx"] = [Zip],
        ["hwpx"] = [Zip],
        ["xls"] = [Ole],
        ["doc"] = [Ole],
        ["ppt"] = [Ole],
        ["hwp"] = [Ole],
        ["txt"] = [],
        ["csv"] = [],
    };

    public static IReadOnlyCollection<string> Kinds => Beginnings.Keys;

    /// <summary>A plain file name of a kind that is taken.</summary>
    public static Refusal? CheckName(string name)
    {
        var isPlain = name.Length is > 0 and <= NameLengthMax
            && name.All(character => !char.IsControl(character) && !char.IsSurrogate(character) && character is not ('/' or '\\' or ':' or '"' or '<' or '>' or '|' or '*' or '?' or ';'))
            && name[0] != '.' && name.Trim() == name;
        return !isPlain ? new AttachmentRefusal.NameUnusable(NameLengthMax)
            : Beginnings.ContainsKey(Extension(name)) ? null
            : new AttachmentRefusal.KindBarred(Extension(name));
    }

    public static Refusal? CheckContent(string name, ReadOnlySpan<byte> content)
    {
        if (content.IsEmpty)
        {
            return new AttachmentRefusal.Empty();
        }

        if (content.Length > SizeBytesMax)
        {
            return new AttachmentRefusal.TooLarge(SizeBytesMax);
        }

        var beginnings = Beginnings[Extension(name)];
        if (beginnings.Length == 0)
        {
            return content.Contains((byte)0) ? new AttachmentRefusal.ContentMismatched(Extension(name)) : null;
        }

        foreach (var beginning in beginnings)
        {
            if (content.StartsWith(beginning))
            {
                return null;
            }
        }

        return new AttachmentRefusal.ContentMismatched(Extension(name));
    }

    private static string Extension(string name) => name.LastIndexOf('.') is >= 0 and var dot ? name[(dot + 1)..].ToLowerInvariant() : "";
}
