using System.Text;

namespace Jeongsan.Application.Imports;

public enum ImportKind
{
    Orders = 0,
    ManualTransfers,
    Partners,
    TaxInvoices,
}

public enum ImportFormat
{
    Csv = 0,
    Xlsx,
}

/// <param name="Name">The head in the file.</param>
/// <param name="Example">What stands in the form's first row.</param>
public sealed record ImportColumn(string Name, bool IsRequired, string Example);

/// <summary>The columns of each kind of file, and an empty form of it.</summary>
public static class ImportForm
{
    public static IReadOnlyList<ImportColumn> ColumnsOf(ImportKind kind) => kind switch
    {
        ImportKind.Orders => OrderRows.Columns,
        ImportKind.ManualTransfers => ManualRows.Columns,
        ImportKind.Partners => PartnerRows.Columns,
        ImportKind.TaxInvoices => InvoiceRows.Columns,
        _ => throw new System.Diagnostics.UnreachableException(kind.ToString()),
    };

    /// <summary>The head and one example, as Excel opens it.</summary>
    public static byte[] Write(ImportKind kind, ImportFormat format)
    {
        var columns = ColumnsOf(kind);
        string[] head = [.. columns.Select(column => column.Name)];
        string[] example = [.. columns.Select(column => column.Example)];
        return format == ImportFormat.Xlsx
            ? Workbook.Write(head, [example])
            // The mark in front lets Excel read Korean.
            : [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes($"{Line(head)}\r\n{Line(example)}\r\n")];
    }

    /// <summary>One line of CSV whose cells a spreadsheet takes as text: none of them starts a formula.</summary>
    public static string Line(IEnumerable<string> cells) => string.Join(',', cells.Select(Cell));

    /// <summary>A cell that a spreadsheet would take for a formula is written as text (OWASP: CSV injection).</summary>
    public static string Cell(string text)
    {
        var safe = text.Length > 0 && (text[0] is '=' or '+' or '@' or '\t' or '\r' || (text[0] == '-' && !text.Skip(1).All(char.IsAsciiDigit))) ? "'" + text : text;
        return safe.AsSpan().ContainsAny("\",\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
