using System.Text;
using Jeongsan.Domain.Foundation;
using Sylvan.Data.Csv;

namespace Jeongsan.Application.Imports;

/// <summary>Rows of text under named columns.</summary>
/// <param name="Rows">Each as long as <paramref name="Columns"/>; empty cells are empty texts. Wholly empty rows are kept out.</param>
/// <param name="RowNumbers">Where each row stands in the file; the head is row 1.</param>
public sealed record Table(IReadOnlyList<string> Columns, IReadOnlyList<string[]> Rows, IReadOnlyList<int> RowNumbers);

/// <summary>Reads a file from a stranger: .xlsx, or text in UTF-8, UTF-16 or CP949 with commas, tabs or semicolons.</summary>
public static class TableFile
{
    private static ReadOnlySpan<byte> ZipMark => "PK\x03\x04"u8;

    /// <summary>What the framework makes of bytes that CP949 does not have.</summary>
    private const string NoKorean = "\u0080\uF8F7";

    /// <summary>Old .xls files and other compound documents.</summary>
    private static ReadOnlySpan<byte> CompoundMark => [0xD0, 0xCF, 0x11, 0xE0];

    /// <param name="head">Names by which the head is known when other rows may stand over it, as in banks' files; null: the first row is it.</param>
    public static Outcome<Table> Read(byte[] file, CancellationToken ct, IReadOnlyList<string>? head = null) =>
        file.Length == 0 ? new ImportRefusal.FileEmpty()
        : file.Length > ImportLimits.FileBytesMax ? new ImportRefusal.FileTooLarge(ImportLimits.FileBytesMax)
        : file.AsSpan().StartsWith(ZipMark) ? Workbook.Read(file, ct, head)
        : file.AsSpan().StartsWith(CompoundMark) ? new ImportRefusal.FormatUnknown()
        : Decode(file).Then(text => ReadText(text, head, ct));

    private static Outcome<Table> ReadText(string text, IReadOnlyList<string>? head, CancellationToken ct)
    {
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            return new ImportRefusal.FormatUnknown();
        }
        if (string.IsNullOrWhiteSpace(text))
        {
            return new ImportRefusal.FileEmpty();
        }
        var options = new CsvDataReaderOptions { HasHeaders = false, Delimiter = DelimiterOf(text), BufferSize = 0x4000, MaxBufferSize = 0x400000 };
        try
        {
            using var reader = CsvDataReader.Create(new StringReader(text), options);
            return TableRows.Read(Rows(reader), ct, head);
        }
        catch (Exception broken) when (broken is CsvFormatException or CsvRecordTooLargeException)
        {
            return new ImportRefusal.FormatUnknown();
        }
    }

    private static IEnumerable<IReadOnlyList<string>> Rows(CsvDataReader reader)
    {
        while (reader.Read())
        {
            var cells = new string[reader.RowFieldCount];
            for (var index = 0; index < cells.Length; index++)
            {
                cells[index] = reader.GetString(index);
            }
            yield return cells;
        }
    }

    /// <summary>The head decides: no column's name has one of these in it.</summary>
    private static char DelimiterOf(string text)
    {
        var head = text.AsSpan(0, text.IndexOfAny(['\r', '\n']) is var end and >= 0 ? end : text.Length);
        return head.Count('\t') > head.Count(',') ? '\t' : head.Count(';') > head.Count(',') ? ';' : ',';
    }

    /// <summary>Korean Excel saves CSV in CP949; everything else writes UTF-8, mostly. Bytes that are neither are refused, never guessed.</summary>
    private static Outcome<string> Decode(byte[] file)
    {
        if (file.AsSpan() is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            return Strict(file[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode, file.AsSpan(2)) is { } wide ? wide : new ImportRefusal.EncodingUnknown();
        }
        ReadOnlySpan<byte> bytes = file.AsSpan() is [0xEF, 0xBB, 0xBF, ..] ? file.AsSpan(3) : file;
        return (Strict(Encoding.UTF8, bytes) ?? Strict(CodePagesEncodingProvider.Instance.GetEncoding(949)!, bytes)) is { } text && !text.AsSpan().ContainsAny(NoKorean) ? text : new ImportRefusal.EncodingUnknown();
    }

    private static string? Strict(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            var strict = (Encoding)encoding.Clone();
            strict.DecoderFallback = DecoderFallback.ExceptionFallback;
            return strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}

/// <summary>From raw rows to a table, within the limits.</summary>
internal static class TableRows
{
    /// <summary>Empty rows and columns are forgiven up to so many times the limit.</summary>
    private const int EmptyFactor = 2;

    public static Outcome<Table> Read(IEnumerable<IReadOnlyList<string>> rows, CancellationToken ct, IReadOnlyList<string>? head = null)
    {
        string[]? columns = null;
        IReadOnlyList<string>? over = null;
        var (kept, numbers, number) = (new List<string[]>(), new List<int>(), 0);
        foreach (var row in rows)
        {
            ct.ThrowIfCancellationRequested();
            number++;
            // A workbook may claim millions of empty cells: they are not walked.
            if (row.Count > EmptyFactor * ImportLimits.ColumnCountMax)
            {
                return new ImportRefusal.TooManyColumns(ImportLimits.ColumnCountMax);
            }
            if (number > EmptyFactor * ImportLimits.RowCountMax)
            {
                return new ImportRefusal.TooManyRows(ImportLimits.RowCountMax);
            }
            if (row.All(string.IsNullOrWhiteSpace))
            {
                continue;
            }
            if (columns is null)
            {
                if (head is not null && !IsHead(row, head))
                {
                    over ??= row;
                    continue;
                }
                columns = Trim(row);
                if (columns.Length > ImportLimits.ColumnCountMax)
                {
                    return new ImportRefusal.TooManyColumns(ImportLimits.ColumnCountMax);
                }
                continue;
            }
            if (kept.Count == ImportLimits.RowCountMax)
            {
                return new ImportRefusal.TooManyRows(ImportLimits.RowCountMax);
            }
            if (row.Skip(columns.Length).Any(cell => !string.IsNullOrWhiteSpace(cell)))
            {
                return new ImportRefusal.FormatUnknown();
            }
            var cells = new string[columns.Length];
            for (var index = 0; index < cells.Length; index++)
            {
                cells[index] = index < row.Count ? Clean(row[index]) : "";
            }
            kept.Add(cells);
            numbers.Add(number);
        }
        return columns is null && head is not null && over is not null ? new ImportRefusal.ColumnsMissing([.. head.Except(over.Select(Clean))])
            : columns is null || kept.Count == 0 ? new ImportRefusal.FileEmpty() : new Table(columns, kept, numbers);
    }

    private static bool IsHead(IReadOnlyList<string> row, IReadOnlyList<string> head) => !head.Except(row.Select(Clean)).Any();

    /// <summary>Columns without a name at the end are what a spreadsheet leaves behind.</summary>
    private static string[] Trim(IReadOnlyList<string> head)
    {
        var count = head.Count;
        while (count > 0 && string.IsNullOrWhiteSpace(head[count - 1]))
        {
            count--;
        }
        return [.. head.Take(count).Select(Clean)];
    }

    private static string Clean(string cell) => cell.Trim();
}
