using System.Text;
using Jeongsan.Application.Imports;
using Jeongsan.Application.Sheets;
using Jeongsan.Domain.BankFiles;

namespace Jeongsan.Application.BankFiles;

/// <summary>Writes the bytes that a bank's site takes.</summary>
public static class BankFileWriter
{
    public static byte[] Write(BankFileLayout layout, string tag, IEnumerable<BankFileEntry> entries)
    {
        var rows = entries.Select(entry => BankFileText.Row(layout, tag, entry));
        if (layout.HasHeader)
        {
            rows = rows.Prepend([.. layout.Columns.Select(column => new BankFileCell(column.Header, IsNumber: false))]);
        }
        return layout.Format == BankFileFormat.Xlsx
            ? TextWorkbook.Write("이체", rows.Select(row => (IReadOnlyList<(string, bool)>)[.. row.Select(cell => (cell.Text, cell.IsNumber))]))
            : Encode(layout.Encoding, string.Concat(rows.Select(row => ImportForm.Line(row.Select(cell => cell.Text)) + "\r\n")));
    }

    private static byte[] Encode(CsvEncoding encoding, string text) => encoding == CsvEncoding.Utf8
        ? [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)]
        : Korean.GetBytes(text);

    /// <summary>Leaves out what banks' systems have no letter for.</summary>
    private static Encoding Korean { get; } = CodePagesEncodingProvider.Instance.GetEncoding(949, new EncoderReplacementFallback(""), DecoderFallback.ExceptionFallback)!;
}
