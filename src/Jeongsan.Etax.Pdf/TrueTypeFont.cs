using System.Buffers.Binary;
using System.Text;

namespace Jeongsan.Etax.Pdf;

/// <summary>A TrueType font file (OpenType 1.9 with glyf outlines), as far as a part of it can be cut out.</summary>
internal sealed class TrueTypeFont
{
    private const int HeaderSize = 12;
    private const int EntrySize = 16;

    private readonly byte[] file;
    private readonly Dictionary<string, (int Offset, int Length)> tables = [];
    private readonly Dictionary<int, ushort> glyphs;
    private readonly bool hasLongOffsets;
    private readonly int metricCount;

    public TrueTypeFont(byte[] file)
    {
        this.file = file;
        for (var i = 0; i < U16(4); i++)
        {
            var entry = HeaderSize + EntrySize * i;
            tables.Add(Encoding.ASCII.GetString(file, entry, 4), ((int)U32(entry + 8), (int)U32(entry + 12)));
        }
        hasLongOffsets = U16(tables["head"].Offset + 50) == 1;
        metricCount = U16(tables["hhea"].Offset + 34);
        GlyphCount = U16(tables["maxp"].Offset + 4);
        glyphs = ReadCharacters();
    }

    public int GlyphCount { get; }

    public bool Has(string table) => tables.ContainsKey(table);

    public ReadOnlySpan<byte> Table(string name) => file.AsSpan(tables[name].Offset, tables[name].Length);

    /// <summary>0, the missing glyph, when the font has none for it.</summary>
    public ushort GlyphOf(Rune rune) => glyphs.GetValueOrDefault(rune.Value);

    /// <summary>The outline; empty for a space.</summary>
    public ReadOnlySpan<byte> Outline(int glyph)
    {
        var loca = tables["loca"].Offset;
        var (from, to) = hasLongOffsets ? ((int)U32(loca + 4 * glyph), (int)U32(loca + 4 * glyph + 4)) : (U16(loca + 2 * glyph) * 2, U16(loca + 2 * glyph + 2) * 2);
        return Table("glyf")[from..to];
    }

    /// <summary>Advance width and left side bearing, four bytes as they stand in the file.</summary>
    public (ushort Advance, ushort Bearing) Metrics(int glyph)
    {
        var hmtx = tables["hmtx"].Offset;
        // The last advance holds for all glyphs after it, which have only a bearing.
        return glyph < metricCount
            ? (U16(hmtx + 4 * glyph), U16(hmtx + 4 * glyph + 2))
            : (U16(hmtx + 4 * (metricCount - 1)), U16(hmtx + 4 * metricCount + 2 * (glyph - metricCount)));
    }

    private Dictionary<int, ushort> ReadCharacters()
    {
        var cmap = tables["cmap"].Offset;
        for (var i = 0; i < U16(cmap + 2); i++)
        {
            var table = cmap + (int)U32(cmap + 4 + 8 * i + 4);
            if (U16(table) == 12) return ReadGroups(table);
        }
        throw new NotSupportedException("The font has no character map of format 12.");
    }

    private Dictionary<int, ushort> ReadGroups(int table)
    {
        var read = new Dictionary<int, ushort>();
        for (var i = 0; i < U32(table + 12); i++)
        {
            var group = table + 16 + 12 * i;
            var (first, last, glyph) = ((int)U32(group), (int)U32(group + 4), (int)U32(group + 8));
            for (var letter = first; letter <= last; letter++) read[letter] = (ushort)(glyph + letter - first);
        }
        return read;
    }

    private ushort U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(at));

    private uint U32(int at) => BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at));
}
