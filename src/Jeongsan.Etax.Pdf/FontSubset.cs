using System.Buffers.Binary;
using System.Text;

namespace Jeongsan.Etax.Pdf;

/// <summary>Cuts the glyphs of some characters out of a font: a font file of its own, a hundredth of the whole.</summary>
/// <remarks>The PDF writer embeds the whole file of every font that is drawn with. Names and licence stay in the file (table <c>name</c>).</remarks>
internal sealed class FontSubset
{
    private const ushort ArgumentsAreWords = 0x0001;
    private const ushort HasScale = 0x0008;
    private const ushort MoreComponents = 0x0020;
    private const ushort HasTwoScales = 0x0040;
    private const ushort HasMatrix = 0x0080;

    private readonly TrueTypeFont font;
    private readonly List<(int Character, ushort Glyph)> characters = [];
    private readonly List<ushort> kept = [];
    private readonly Dictionary<ushort, ushort> renumbered = [];

    private FontSubset(TrueTypeFont font) => this.font = font;

    public static byte[] Cut(TrueTypeFont font, IEnumerable<Rune> runes)
    {
        var subset = new FontSubset(font);
        // Glyph 0 is drawn for what the font lacks.
        subset.Keep(0);
        foreach (var rune in runes.Distinct().Order())
            if (font.GlyphOf(rune) is var glyph and not 0) subset.characters.Add((rune.Value, subset.Keep(glyph)));
        return subset.Write();
    }

    private ushort Keep(ushort glyph)
    {
        if (renumbered.TryGetValue(glyph, out var known)) return known;
        var number = (ushort)kept.Count;
        renumbered.Add(glyph, number);
        kept.Add(glyph);
        return number;
    }

    private byte[] Write()
    {
        var outlines = new List<byte[]>();
        // Parts of composed glyphs are appended to the list while it is walked.
        for (var i = 0; i < kept.Count; i++) outlines.Add(Renumbered(font.Outline(kept[i])));
        var tables = new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["cmap"] = CharacterMap(),
            ["glyf"] = [.. outlines.SelectMany(outline => outline)],
            ["head"] = Patched("head", (50, 1)),
            ["hhea"] = Patched("hhea", (34, (ushort)kept.Count)),
            ["hmtx"] = Metrics(),
            ["loca"] = Offsets(outlines),
            ["maxp"] = Patched("maxp", (4, (ushort)kept.Count)),
            ["post"] = [0, 3, 0, 0, .. font.Table("post")[4..32]],
        };
        foreach (var name in (ReadOnlySpan<string>)["OS/2", "name", "cvt ", "fpgm", "prep", "gasp"])
            if (font.Has(name)) tables.Add(name, font.Table(name).ToArray());
        return Assemble(tables);
    }

    private byte[] Renumbered(ReadOnlySpan<byte> outline)
    {
        // Padded, so that every outline starts at an even place.
        var copy = new byte[outline.Length + outline.Length % 2];
        outline.CopyTo(copy);
        if (outline.Length == 0 || BinaryPrimitives.ReadInt16BigEndian(copy) >= 0) return copy;
        var at = 10;
        ushort flags;
        do
        {
            flags = BinaryPrimitives.ReadUInt16BigEndian(copy.AsSpan(at));
            BinaryPrimitives.WriteUInt16BigEndian(copy.AsSpan(at + 2), Keep(BinaryPrimitives.ReadUInt16BigEndian(copy.AsSpan(at + 2))));
            at += 4 + ((flags & ArgumentsAreWords) != 0 ? 4 : 2);
            at += (flags & HasScale) != 0 ? 2 : (flags & HasTwoScales) != 0 ? 4 : (flags & HasMatrix) != 0 ? 8 : 0;
        }
        while ((flags & MoreComponents) != 0);
        return copy;
    }

    private byte[] Patched(string name, (int At, ushort Value) patch)
    {
        var table = font.Table(name).ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(table.AsSpan(patch.At), patch.Value);
        return table;
    }

    private byte[] Metrics()
    {
        var table = new byte[4 * kept.Count];
        for (var i = 0; i < kept.Count; i++)
        {
            var (advance, bearing) = font.Metrics(kept[i]);
            BinaryPrimitives.WriteUInt16BigEndian(table.AsSpan(4 * i), advance);
            BinaryPrimitives.WriteUInt16BigEndian(table.AsSpan(4 * i + 2), bearing);
        }
        return table;
    }

    private static byte[] Offsets(List<byte[]> outlines)
    {
        var table = new byte[4 * (outlines.Count + 1)];
        var offset = 0;
        for (var i = 0; i < outlines.Count; i++)
        {
            offset += outlines[i].Length;
            BinaryPrimitives.WriteInt32BigEndian(table.AsSpan(4 * (i + 1)), offset);
        }
        return table;
    }

    /// <summary>One table of format 12 for Windows and full Unicode (3, 10), a group for each character.</summary>
    private byte[] CharacterMap()
    {
        var table = new byte[12 + 16 + 12 * characters.Count];
        BinaryPrimitives.WriteUInt16BigEndian(table.AsSpan(2), 1);
        BinaryPrimitives.WriteUInt16BigEndian(table.AsSpan(4), 3);
        BinaryPrimitives.WriteUInt16BigEndian(table.AsSpan(6), 10);
        BinaryPrimitives.WriteInt32BigEndian(table.AsSpan(8), 12);
        BinaryPrimitives.WriteUInt16BigEndian(table.AsSpan(12), 12);
        BinaryPrimitives.WriteInt32BigEndian(table.AsSpan(16), 16 + 12 * characters.Count);
        BinaryPrimitives.WriteInt32BigEndian(table.AsSpan(24), characters.Count);
        for (var i = 0; i < characters.Count; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(table.AsSpan(28 + 12 * i), characters[i].Character);
            BinaryPrimitives.WriteInt32BigEndian(table.AsSpan(32 + 12 * i), characters[i].Character);
            BinaryPrimitives.WriteInt32BigEndian(table.AsSpan(36 + 12 * i), characters[i].Glyph);
        }
        return table;
    }

    private static byte[] Assemble(SortedDictionary<string, byte[]> tables)
    {
        var start = 12 + 16 * tables.Count;
        var font = new byte[start + tables.Values.Sum(Padded)];
        BinaryPrimitives.WriteUInt32BigEndian(font, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan(4), (ushort)tables.Count);
        var log = System.Numerics.BitOperations.Log2((uint)tables.Count);
        BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan(6), (ushort)(16 << log));
        BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan(8), (ushort)log);
        BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan(10), (ushort)(16 * tables.Count - (16 << log)));
        var (entry, at) = (12, start);
        foreach (var (name, table) in tables)
        {
            table.CopyTo(font, at);
            Encoding.ASCII.GetBytes(name, font.AsSpan(entry));
            BinaryPrimitives.WriteUInt32BigEndian(font.AsSpan(entry + 4), CheckSum(font.AsSpan(at, Padded(table))));
            BinaryPrimitives.WriteInt32BigEndian(font.AsSpan(entry + 8), at);
            BinaryPrimitives.WriteInt32BigEndian(font.AsSpan(entry + 12), table.Length);
            entry += 16;
            at += Padded(table);
        }
        return font;
    }

    private static int Padded(byte[] table) => (table.Length + 3) / 4 * 4;

    private static uint CheckSum(ReadOnlySpan<byte> table)
    {
        ulong sum = 0;
        for (var i = 0; i < table.Length; i += 4) sum += BinaryPrimitives.ReadUInt32BigEndian(table[i..]);
        return (uint)(sum & uint.MaxValue);
    }
}
