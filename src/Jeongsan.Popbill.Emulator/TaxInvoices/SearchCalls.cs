using System.Globalization;
using Jeongsan.Popbill.Emulator.Wire;

namespace Jeongsan.Popbill.Emulator.TaxInvoices;

/// <summary>목록조회 over at most six months.</summary>
internal static class SearchCalls
{
    public static Answer Search(ApiCall call, Side side)
    {
        var column = call.Q("DType") switch { "R" => "reg_dt", "W" => "write_date", "I" => "issue_dt", _ => null };
        if (call.Q("DType") is null) return new PopbillError(-11010009, "검색일자 유형이 없습니다.");
        if (column is null) return new PopbillError(-11010010, "검색일자 유형이 올바르지 않습니다.");
        if (call.Q("SDate") is not { } from) return new PopbillError(-11010049, "시작일자가 없습니다.");
        if (call.Q("EDate") is not { } to) return new PopbillError(-11010050, "종료일자가 없습니다.");
        if (!Day(from, out var first)) return new PopbillError(-11010046, "시작일자가 올바르지 않습니다.");
        if (!Day(to, out var last)) return new PopbillError(-11010047, "종료일자가 올바르지 않습니다.");
        if (last > first.AddMonths(6)) return new PopbillError(-11001119, "조회기간은 6개월을 넘을 수 없습니다.");

        var found = InvoiceTable.Between(call.Db, call.CorpNum, side, column, from, to).Where(i => i.MaySee(call.CorpNum) && Matches(call, i)).ToList();
        if (call.Q("Order") != "A") found.Reverse();
        var page = Math.Max(1, Whole(call.Q("Page")) ?? 1);
        var perPage = Math.Clamp(Whole(call.Q("PerPage")) ?? 500, 1, 1000);
        return Answer.Of(new
        {
            code = 1,
            message = "정상적으로 처리되었습니다.",
            total = found.Count,
            perPage,
            pageNum = page,
            pageCount = (found.Count + perPage - 1) / perPage,
            list = found.Skip((page - 1) * perPage).Take(perPage).Select(InvoiceShapes.Info).ToList(),
        });
    }

    private static bool Matches(ApiCall call, Invoice i) =>
        Listed(call.Q("State"), p => StateMatches(p, i.State))
        && Listed(call.Q("Type"), p => p == (i.Form.ModifyCode is null ? "N" : "M"))
        && Listed(call.Q("TaxType"), p => p == i.Form.TaxType switch { "과세" => "T", "면세" => "N", _ => "Z" })
        && Listed(call.Q("IssueType"), p => p == i.Form.IssueType switch { "정발행" => "N", "역발행" => "R", _ => "T" })
        && Listed(call.Q("RegType"), p => p == "P")
        && Listed(call.Q("CloseDownState"), p => p == (i.Facts.CloseDownState?.ToString(CultureInfo.InvariantCulture) ?? "N"))
        && (call.Q("LateOnly") is not { } late || late == (i.Facts.LateIssue ? "1" : "0"))
        && (call.Q("InterOPYN") is not "1")
        && (call.Q("MgtKey") is not { } part || new[] { i.Form.InvoicerMgtKey, i.Form.InvoiceeMgtKey, i.Form.TrusteeMgtKey }.Any(k => k?.Contains(part, StringComparison.Ordinal) == true))
        && (call.Q("QString") is not { } text || Parties(i.Form).Any(p => p?.Contains(text, StringComparison.OrdinalIgnoreCase) == true))
        && TaxRegMatches(call, i.Form);

    private static bool TaxRegMatches(ApiCall call, InvoiceForm form)
    {
        if (call.Q("TaxRegIDType") is not { } type) return true;
        var id = type switch { "B" => form.InvoiceeTaxRegID, "T" => form.TrusteeTaxRegID, _ => form.InvoicerTaxRegID };
        return (call.Q("TaxRegIDYN") is not { } has || has == (id is null ? "0" : "1")) && Listed(call.Q("TaxRegID"), p => p == id);
    }

    private static bool StateMatches(string pattern, int state)
    {
        var digits = state.ToString(CultureInfo.InvariantCulture);
        return pattern.Length == 3 && pattern[0] == digits[0] && (pattern[1] == '*' || pattern[1] == digits[1]) && (pattern[2] == '*' || pattern[2] == digits[2]);
    }

    private static string?[] Parties(InvoiceForm f) => [f.InvoicerCorpName, f.InvoicerCorpNum, f.InvoiceeCorpName, f.InvoiceeCorpNum, f.TrusteeCorpName, f.TrusteeCorpNum];

    private static bool Listed(string? list, Func<string, bool> any) => list is null || list.Split(',', StringSplitOptions.RemoveEmptyEntries).Any(any);

    private static bool Day(string text, out DateOnly day) => DateOnly.TryParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    private static int? Whole(string? text) => int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : null;
}
