using Jeongsan.Popbill.Emulator.Auth;
using Jeongsan.Popbill.Emulator.Certificates;
using Jeongsan.Popbill.Emulator.Storage;
using Jeongsan.Popbill.Emulator.TaxInvoices;
using Jeongsan.Popbill.Emulator.Webhooks;
using Microsoft.AspNetCore.Http;

namespace Jeongsan.Popbill.Emulator.Pages;

/// <summary>What stands behind <c>/App/API?T=…</c>: the certificate form, invoices, and a plain notice for everything else.</summary>
internal sealed class PopupPages(EmulatorStore store, EmulatorClock clock, PageTickets tickets, CertificateRegistration registration, WebhookOutbox webhooks)
{
    private const int FileBytesMax = 64 * 1024;

    public async Task OpenAsync(HttpContext http)
    {
        if (tickets.Open(http.Request.Query["T"]) is not { } ticket)
        {
            await PageFrame.WriteAsync(http, 410, "링크가 만료되었어요", "<p class=\"bad\">이 링크는 더 이상 쓸 수 없어요. 처음 화면으로 돌아가 다시 열어 주세요.</p>");
            return;
        }
        if (ticket.Kind == "CERT") await PageFrame.WriteAsync(http, 200, "공동인증서 등록", Form(ticket, http.Request.Query["return"], null));
        else if (ticket.ItemKeys.Length > 0) await InvoicesAsync(http, ticket);
        else await PageFrame.WriteAsync(http, 200, "팝빌 모의 서버", $"<p>{PageFrame.Text(ticket.Kind)} 화면은 모의 서버에서 제공하지 않아요.</p>");
    }

    public async Task RegisterCertificateAsync(HttpContext http)
    {
        var ct = http.RequestAborted;
        var form = await http.Request.ReadFormAsync(ct);
        if (tickets.Open(form["T"]) is not { Kind: "CERT" } ticket)
        {
            await PageFrame.WriteAsync(http, 410, "링크가 만료되었어요", "<p class=\"bad\">시간이 지나 등록할 수 없어요. 처음 화면으로 돌아가 다시 열어 주세요.</p>");
            return;
        }
        string? back = form["return"];
        var files = new CertificateFiles(await FileAsync(form, "pfx", ct), await FileAsync(form, "signCert", ct), await FileAsync(form, "signPri", ct), form["password"].ToString());
        var wrong = form.Files.Any(f => f.Length > FileBytesMax)
            ? "파일이 너무 커요. 인증서 파일이 맞는지 확인해 주세요."
            : await store.InTransactionAsync(db => registration.Register(db, ticket.CorpNum, files), CancellationToken.None);
        if (wrong is not null) await PageFrame.WriteAsync(http, 422, "공동인증서 등록", Form(ticket, back, wrong));
        else await PageFrame.WriteAsync(http, 200, "공동인증서를 등록했어요", "<p class=\"good\">이제 전자세금계산서를 발행할 수 있어요.</p>" + BackLink(back));
    }

    private async Task InvoicesAsync(HttpContext http, PageTicket ticket)
    {
        var invoices = await store.InTransactionAsync(db => ticket.ItemKeys.Select(k => Opened(db, k, ticket)).OfType<Invoice>().ToList(), CancellationToken.None);
        if (invoices.Count == 0) await PageFrame.WriteAsync(http, 404, "문서가 없어요", "<p class=\"bad\">삭제된 문서예요.</p>");
        else if (ticket.Kind == "PDF") await WritePdfAsync(http, invoices[0], ticket.CorpNum);
        else if (ticket.Kind is "PRINT" or "EPRINT") await PageFrame.WriteAsync(http, 200, "세금계산서 인쇄", string.Concat(invoices.SelectMany(i => InvoicePdf.Svg(i, ticket.Kind == "EPRINT" ? i.Form.InvoiceeCorpNum! : ticket.CorpNum))));
        else await PageFrame.WriteAsync(http, 200, invoices[0].Form.TaxType == "면세" ? "전자계산서" : "전자세금계산서", string.Concat(invoices.Select(InvoiceView.Html)));
    }

    /// <summary>The recipient's first look is remembered, as openYN says.</summary>
    private Invoice? Opened(EmulatorSession db, string itemKey, PageTicket ticket)
    {
        var invoice = InvoiceTable.ByItemKey(db, itemKey);
        if (invoice is null || invoice.Facts.Opened || invoice.State is < 300 or >= 400 || ticket.CorpNum != invoice.Form.InvoiceeCorpNum) return invoice;
        var opened = invoice with { Facts = invoice.Facts with { Opened = true, OpenDT = EmulatorClock.Stamp(clock.Now(db)) } };
        InvoiceTable.Save(db, opened);
        webhooks.Add(db, opened, "OPEN", clock.Now(db));
        return opened;
    }

    private static async Task WritePdfAsync(HttpContext http, Invoice invoice, string corpNum)
    {
        http.Response.ContentType = "application/pdf";
        await http.Response.Body.WriteAsync(InvoicePdf.Of(invoice, corpNum), http.RequestAborted);
    }

    private string Form(PageTicket ticket, string? back, string? wrong) =>
        (wrong is null ? "" : $"<p class=\"bad\" role=\"alert\">{PageFrame.Text(wrong)}</p>")
        + $"<p>사업자번호 <strong>{ticket.CorpNum[..3]}-{ticket.CorpNum[3..5]}-{ticket.CorpNum[5..]}</strong>의 공동인증서를 등록해요. PFX 파일 하나를 고르거나, signCert.der와 signPri.key 두 파일을 골라 주세요.</p>"
        + "<form method=\"post\" action=\"/App/Certificate\" enctype=\"multipart/form-data\">"
        + $"<input type=\"hidden\" name=\"T\" value=\"{PageFrame.Text(tickets.FormTicket(ticket))}\"><input type=\"hidden\" name=\"return\" value=\"{PageFrame.Text(back)}\">"
        + "<label for=\"pfx\">PFX 파일 (.pfx, .p12)</label><input type=\"file\" id=\"pfx\" name=\"pfx\" accept=\".pfx,.p12\">"
        + "<label for=\"signCert\">signCert.der</label><input type=\"file\" id=\"signCert\" name=\"signCert\" accept=\".der\">"
        + "<label for=\"signPri\">signPri.key</label><input type=\"file\" id=\"signPri\" name=\"signPri\" accept=\".key\">"
        + "<label for=\"password\">인증서 비밀번호</label><input type=\"password\" id=\"password\" name=\"password\" autocomplete=\"off\" required>"
        + "<div><button type=\"submit\">등록하기</button></div></form>" + (wrong is null ? "" : BackLink(back));

    /// <summary>Only web addresses are linked, so that the parameter cannot carry a script.</summary>
    private static string BackLink(string? back) =>
        Uri.TryCreate(back, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? $"<p><a class=\"button\" href=\"{PageFrame.Text(address.AbsoluteUri)}\">돌아가기</a></p>"
            : "<p>이 창을 닫고 원래 화면으로 돌아가 주세요.</p>";

    private static async Task<byte[]?> FileAsync(IFormCollection form, string name, CancellationToken ct)
    {
        if (form.Files.GetFile(name) is not { Length: > 0 and <= FileBytesMax } file) return null;
        using var copy = new MemoryStream();
        await file.CopyToAsync(copy, ct);
        return copy.ToArray();
    }
}
