using System.Globalization;
using System.IO.Compression;
using Jeongsan.Domain.Foundation;
using MiniExcelLibs;

namespace Jeongsan.Application.Imports;

/// <summary>The first sheet of an .xlsx, after it was unpacked once to see that it is no bomb.</summary>
internal static class Workbook
{
    public static Outcome<Table> Read(byte[] file, CancellationToken ct, IReadOnlyList<string>? head = null)
    {
        try
        {
            if (CheckSize(file, ct) is { } refusal)
            {
                return refusal;
            }
            using var stream = new MemoryStream(file, writable: false);
            return TableRows.Read(stream.Query(useHeaderRow: false, excelType: ExcelType.XLSX).Cast<IDictionary<string, object?>>().Select(row => (IReadOnlyList<string>)[.. row.Values.Select(Text)]), ct, head);
        }
        // The reader meets whatever a stranger put into the parts of the file.
        catch (Exception broken) when (broken is not OperationCanceledException and not OutOfMemoryException)
        {
            return new ImportRefusal.WorkbookBroken();
        }
    }

    public static byte[] Write(IReadOnlyList<string> head, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        using var stream = new MemoryStream();
        stream.SaveAs(rows.Select(row => head.Zip(row).ToDictionary(cell => cell.First, cell => (object)cell.Second)), printHeader: true, sheetName: "양식", excelType: ExcelType.XLSX);
        return stream.ToArray();
    }

    /// <summary>What a part says of its own size is not believed: it is unpacked and counted.</summary>
    private static ImportRefusal? CheckSize(byte[] file, CancellationToken ct)
    {
        using var zip = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
        if (zip.Entries.Count > ImportLimits.WorkbookPartCountMax)
        {
            return new ImportRefusal.WorkbookBroken();
        }
        var left = ImportLimits.UnpackedBytesMax;
        var chunk = new byte[64 * 1024];
        foreach (var part in zip.Entries)
        {
            using var unpacked = part.Open();
            int read;
            while ((read = unpacked.Read(chunk)) > 0)
            {
                ct.ThrowIfCancellationRequested();
                left -= read;
                if (left < 0)
                {
                    return new ImportRefusal.UnpacksTooLarge(ImportLimits.UnpackedBytesMax);
                }
            }
        }
        return null;
    }

    private static string Text(object? cell) => cell switch
    {
        null => "",
        string text => text,
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime instant => instant.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        bool flag => flag ? "TRUE" : "FALSE",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => cell.ToString() ?? "",
    };
}
