using System.IO.Compression;
using System.Security;
using System.Text;

namespace Jeongsan.Application.Sheets;

/// <summary>
/// A small .xlsx whose cells are text unless they are said to be numbers: a spreadsheet neither eats zeros in front nor runs
/// anything, also after a person edited and saved it. The same rows are the same bytes.
/// </summary>
internal static class TextWorkbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Start = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";

    /// <summary>ZIP knows no earlier time.</summary>
    private static readonly DateTimeOffset Timeless = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Write(string sheetName, IEnumerable<IReadOnlyList<(string Text, bool IsNumber)>> rows)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", $"""
                <Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>
                """);
            Add(zip, "_rels/.rels", $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="r1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Add(zip, "xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets><sheet name="{SecurityElement.Escape(sheetName)}" sheetId="1" r:id="r1"/></sheets></workbook>""");
            Add(zip, "xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="r1" Type="{Relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="{Relations}/styles" Target="styles.xml"/></Relationships>""");
            // The second format is 49: text ("@").
            Add(zip, "xl/styles.xml", $"""<styleSheet xmlns="{Main}"><fonts count="1"><font><sz val="11"/></font></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf xfId="0"/><xf xfId="0" numFmtId="49" applyNumberFormat="1"/></cellXfs></styleSheet>""");
            Add(zip, "xl/worksheets/sheet1.xml", Sheet(rows));
        }
        return stream.ToArray();
    }

    private static string Sheet(IEnumerable<IReadOnlyList<(string Text, bool IsNumber)>> rows)
    {
        var sheet = new StringBuilder($"""<worksheet xmlns="{Main}"><sheetData>""");
        foreach (var (number, row) in rows.Index())
        {
            sheet.Append(System.Globalization.CultureInfo.InvariantCulture, $"<row r=\"{number + 1}\">");
            foreach (var (column, (text, isNumber)) in row.Index())
            {
                var place = $"{Letters(column)}{number + 1}";
                sheet.Append(isNumber ? $"<c r=\"{place}\"><v>{text}</v></c>" : $"<c r=\"{place}\" s=\"1\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{Escape(text)}</t></is></c>");
            }
            sheet.Append("</row>");
        }
        return sheet.Append("</sheetData></worksheet>").ToString();
    }

    /// <summary>A, B, … Z, AA, AB, …</summary>
    private static string Letters(int column) => column < 26 ? ((char)('A' + column)).ToString() : Letters((column / 26) - 1) + Letters(column % 26);

    /// <summary>Letters that XML does not have are left out.</summary>
    private static string Escape(string text) => SecurityElement.Escape(new string([.. text.Where((letter, index) =>
        System.Xml.XmlConvert.IsXmlChar(letter)
        || (char.IsHighSurrogate(letter) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
        || (char.IsLowSurrogate(letter) && index > 0 && char.IsHighSurrogate(text[index - 1])))]));

    private static void Add(ZipArchive zip, string name, string content)
    {
        var part = zip.CreateEntry(name);
        part.LastWriteTime = Timeless;
        using var stream = part.Open();
        stream.Write(Encoding.UTF8.GetBytes(Start + content.Trim()));
    }
}
