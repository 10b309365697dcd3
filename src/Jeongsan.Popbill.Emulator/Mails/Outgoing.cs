using System.Net;
using Jeongsan.Popbill.Emulator.Auth;
using Jeongsan.Popbill.Emulator.Storage;
using Jeongsan.Popbill.Emulator.TaxInvoices;
using Jeongsan.Popbill.Emulator.Wire;

namespace Jeongsan.Popbill.Emulator.Mails;

/// <summary>Mails that Popbill would send. They stay in the emulator's database, written in the transaction of what they tell.</summary>
internal sealed class Outgoing(PageTickets tickets)
{
    public void Welcome(ApiCall call, string to, string corpName, string id) => Write(
        call.Db, call.Now, "WELCOME", null, to, $"[팝빌] {corpName} 연동회원 가입이 완료되었습니다.",
        [$"{corpName} 담당자님, 안녕하세요.", "팝빌 연동회원 가입이 완료되었습니다.", $"아이디: {id}", "전자세금계산서를 발행하려면 공동인증서를 등록해 주세요."], null);

    /// <summary>Sends nothing when the acting company switched this kind off or when there is no address.</summary>
    public void Invoice(ApiCall call, Invoice invoice, string kind, string? to, string? subject)
    {
        if (to is null || !EmailSettings.Sends(call.Db, call.CorpNum, kind)) return;
        Send(call.Db, call.Now, invoice, kind, to, subject);
    }

    public void Again(ApiCall call, Invoice invoice, string to) => Send(call.Db, call.Now, invoice, "TAX_RESEND", to, null);

    /// <summary>A text message or a fax: in the mailbox under its kind, with the phone number for an address.</summary>
    public static void Message(ApiCall call, Invoice invoice, string kind, string to, string text) =>
        Write(call.Db, call.Now, kind, invoice.ItemKey, to, text, [text], null);

    public void FilingFailed(EmulatorSession db, DateTimeOffset now, Invoice invoice)
    {
        if (invoice.Form.InvoicerEmail is { } to && EmailSettings.Sends(db, invoice.Issuer, "TAX_NTSFAIL_INVOICER")) Send(db, now, invoice, "TAX_NTSFAIL_INVOICER", to, null);
    }

    private void Send(EmulatorSession db, DateTimeOffset now, Invoice invoice, string kind, string to, string? subject)
    {
        var f = invoice.Form;
        var document = f.TaxType == "면세" ? "전자계산서" : "전자세금계산서";
        var (what, ask) = kind switch
        {
            "TAX_REQUEST" => ($"{f.InvoiceeCorpName}에서 {document} 발행을 요청했습니다.", "내용을 확인한 뒤 발행하거나 거부해 주세요."),
            "TAX_CANCEL_REQUEST" => ($"{f.InvoiceeCorpName}에서 {document} 발행 요청을 취소했습니다.", "더 하실 일은 없습니다."),
            "TAX_REFUSE" => ($"{f.InvoicerCorpName}에서 {document} 발행을 거부했습니다.", $"사유: {invoice.Facts.StateMemo}"),
            "TAX_CANCEL_ISSUE" => ($"{f.InvoicerCorpName}에서 {document} 발행을 취소했습니다.", "취소된 문서는 국세청에 전송되지 않습니다."),
            "TAX_NTSFAIL_INVOICER" => ($"{document}를 국세청에 전송하지 못했습니다.", $"국세청 오류코드: {invoice.Facts.NtsErrCode}. 다시 발행해 주세요."),
            _ => ($"{f.InvoicerCorpName}에서 {document}를 발행했습니다.", $"국세청 승인번호: {invoice.Facts.NtsConfirmNum}"),
        };
        string[] lines = [what, $"작성일자: {f.WriteDate}", $"공급가액: {f.SupplyCostTotal}원, 세액: {f.TaxTotal}원, 합계: {f.TotalAmount}원", ask];
        Write(db, now, kind, invoice.ItemKey, to, subject ?? "[팝빌] " + what, lines, tickets.Link("MAIL", invoice.Form.InvoiceeCorpNum!, invoice.ItemKey));
    }

    private static void Write(EmulatorSession db, DateTimeOffset now, string kind, string? itemKey, string to, string subject, string[] lines, string? link)
    {
        var text = string.Join('\n', link is null ? lines : [.. lines, "문서 보기: " + link]);
        var html = "<!doctype html><html lang=\"ko\"><body>" + string.Concat(lines.Select(l => $"<p>{WebUtility.HtmlEncode(l)}</p>"))
            + (link is null ? "" : $"<p><a href=\"{WebUtility.HtmlEncode(link)}\">문서 보기</a></p>") + "</body></html>";
        db.Execute(
            "INSERT INTO mails (kind, item_key, recipient, subject, html, text, sent_at) VALUES ($0, $1, $2, $3, $4, $5, $6)",
            kind, itemKey, to, subject, html, text, EmulatorClock.Sortable(now));
    }
}
