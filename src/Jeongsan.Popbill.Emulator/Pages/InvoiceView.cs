using System.Globalization;
using Jeongsan.Popbill.Emulator.TaxInvoices;

namespace Jeongsan.Popbill.Emulator.Pages;

/// <summary>An invoice to look at.</summary>
internal static class InvoiceView
{
    public static string Html(Invoice i)
    {
        var f = i.Form;
        return $"<p>국세청 승인번호 {T(i.Facts.NtsConfirmNum ?? "미발행")} · 상태 {StateName(i.State)} · 작성일자 {T(f.WriteDate)}</p>"
            + "<table><tr><th></th><th>공급자</th><th>공급받는자</th></tr>"
            + Row("등록번호", f.InvoicerCorpNum, f.InvoiceeType == "개인" ? f.InvoiceeCorpNum?[..6] + "-*******" : f.InvoiceeCorpNum)
            + Row("상호", f.InvoicerCorpName, f.InvoiceeCorpName) + Row("성명", f.InvoicerCEOName, f.InvoiceeCEOName) + Row("주소", f.InvoicerAddr, f.InvoiceeAddr)
            + Row("업태", f.InvoicerBizType, f.InvoiceeBizType) + Row("종목", f.InvoicerBizClass, f.InvoiceeBizClass) + Row("메일", f.InvoicerEmail, f.InvoiceeEmail1) + "</table>"
            + $"<table><tr><th>공급가액</th><th>세액</th><th>합계</th><th>구분</th></tr><tr>{N(f.SupplyCostTotal)}{N(f.TaxTotal)}{N(f.TotalAmount)}<td>{T(f.TaxType)} / {T(f.PurposeType)}</td></tr></table>"
            + "<table><tr><th>일자</th><th>품목</th><th>규격</th><th>수량</th><th>단가</th><th>공급가액</th><th>세액</th></tr>"
            + string.Concat((f.DetailList ?? []).Select(l => $"<tr><td>{T(l.PurchaseDT)}</td><td>{T(l.ItemName)}</td><td>{T(l.Spec)}</td><td class=\"n\">{T(l.Qty)}</td><td class=\"n\">{T(l.UnitCost)}</td>{N(l.SupplyCost)}{N(l.Tax)}</tr>"))
            + "</table>" + string.Concat(new[] { f.Remark1, f.Remark2, f.Remark3 }.OfType<string>().Select(r => $"<p>비고: {T(r)}</p>"));
    }

    public static string StateName(int state) => state switch
    {
        100 => "임시저장",
        200 => "발행대기",
        300 => "발행완료",
        301 or 302 or 303 => "국세청 전송중",
        304 => "전송성공",
        305 => "전송실패",
        400 => "발행거부",
        500 => "요청취소",
        600 => "발행취소",
        _ => state.ToString(CultureInfo.InvariantCulture),
    };

    private static string Row(string label, string? supplier, string? recipient) => $"<tr><th>{label}</th><td>{T(supplier)}</td><td>{T(recipient)}</td></tr>";

    private static string N(string? won) => $"<td class=\"n\">{(InvoiceRules.Won(won) is { } amount ? amount.ToString("N0", CultureInfo.InvariantCulture) : "")}</td>";

    private static string T(string? text) => PageFrame.Text(text);
}
