using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Jeongsan.Application.Mails;
using Jeongsan.Application.Partners;
using Jeongsan.Domain.Partners;

namespace Jeongsan.Application.Privacy.Requests;

/// <summary>The export for people: one page that opens without anything else.</summary>
internal sealed class PartnerExportPage(Partner partner, DateTimeOffset at)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private const string Head = """
        <!doctype html>
        <html lang="ko">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>개인정보 열람 자료</title>
        <style>
        body { margin: 0 auto; max-width: 960px; padding: 24px 16px; font: 16px/1.6 Pretendard, "Apple SD Gothic Neo", "Malgun Gothic", sans-serif; color: #1b1f27; background: #fff; }
        h1 { font-size: 24px; } h2 { margin: 32px 0 8px; font-size: 18px; }
        .table { overflow-x: auto; } table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
        th, td { padding: 6px 10px; border-bottom: 1px solid #e0e3e8; text-align: left; vertical-align: top; } th { font-weight: 600; color: #5c6470; }
        .soft { color: #5c6470; }
        </style>
        </head>
        <body>
        """;

    private readonly List<ExportTable> _tables = [];

    public ExportTable Table(string title, params IReadOnlyList<string> headings)
    {
        var table = new ExportTable(title, headings);
        _tables.Add(table);
        return table;
    }

    public string Html()
    {
        var html = new StringBuilder(Head).Append("\n<h1>").Append(Encode(partner.Name)).Append("의 개인정보 열람 자료</h1>\n")
            .Append("<p class=\"soft\">").Append(KoreanWords.InstantInTable(at)).Append("에 만들었습니다. 같은 내용이 컴퓨터가 읽는 형식(JSON)으로도 들어 있습니다.</p>\n<h2>등록된 정보</h2>\n<div class=\"table\"><table>\n");
        foreach (var (label, value) in Facts())
        {
            html.Append("<tr><th scope=\"row\">").Append(Encode(label)).Append("</th><td>").Append(Encode(value ?? "없음")).Append("</td></tr>\n");
        }
        html.Append("</table></div>\n");
        foreach (var table in _tables)
        {
            Append(html, table);
        }
        return html.Append("</body>\n</html>\n").ToString();
    }

    private IEnumerable<(string Label, string? Value)> Facts()
    {
        yield return ("이름", partner.Name);
        yield return ("담당자", partner.Contact.Name);
        yield return ("담당자 이메일", partner.Contact.Email);
        yield return ("담당자 전화번호", partner.Contact.PhoneNumber);
        yield return ("계좌", $"{BankNames.Of(partner.Account.Bank)} {partner.Account.Number} ({partner.Account.Holder})");
        if (partner.Type is PartnerType.Business business)
        {
            yield return ("상호", business.CompanyName);
            yield return ("사업자등록번호", KoreanWords.BusinessNumber(business.BusinessRegistrationNumber.Value));
            yield return ("대표자", business.RepresentativeName);
            yield return ("주소", business.CompanyAddress);
            yield return ("업태", business.BusinessType);
            yield return ("종목", business.BusinessClass);
        }
        else
        {
            var birthdate = partner.Type is PartnerType.WhtPayer payer ? payer.Birthdate : (partner.Type as PartnerType.NonWhtPayer)?.Birthdate;
            yield return ("생년월일", birthdate is { } day ? KoreanWords.DateInTable(day) : null);
        }
        yield return ("메모", partner.Memo);
        yield return ("태그", partner.Tags.Count > 0 ? string.Join(", ", partner.Tags) : null);
        yield return ("등록한 때", KoreanWords.InstantInTable(partner.CreatedAt));
    }

    private static void Append(StringBuilder html, ExportTable table)
    {
        html.Append("<h2>").Append(Encode(table.Title)).Append("</h2>\n");
        if (table.Count == 0)
        {
            html.Append("<p class=\"soft\">없습니다.</p>\n");
            return;
        }
        html.Append("<div class=\"table\"><table>\n<tr>").AppendJoin("", table.Headings.Select(heading => $"<th scope=\"col\">{Encode(heading)}</th>")).Append("</tr>\n");
        foreach (var row in table.Rows)
        {
            html.Append("<tr>").AppendJoin("", row.Select(cell => $"<td>{Encode(cell)}</td>")).Append("</tr>\n");
        }
        html.Append("</table></div>\n");
        if (table.Count > table.Rows.Count)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"soft\">모두 {KoreanWords.Digits(table.Count)}건 가운데 처음 {KoreanWords.Digits(table.Rows.Count)}건입니다. 나머지는 JSON 파일에 있습니다.</p>\n");
        }
    }

    private static string Encode(string words) => Encoder.Encode(words);
}

/// <summary>One list of the page; a long one is cut, and says so.</summary>
internal sealed class ExportTable(string title, IReadOnlyList<string> headings)
{
    private const int RowsMax = 2_000;
    private readonly List<IReadOnlyList<string>> _rows = [];

    public string Title => title;

    public IReadOnlyList<string> Headings => headings;

    public IReadOnlyList<IReadOnlyList<string>> Rows => _rows;

    public int Count { get; private set; }

    public void Add(params IReadOnlyList<string> cells)
    {
        Count++;
        if (_rows.Count < RowsMax)
        {
            _rows.Add(cells);
        }
    }
}
