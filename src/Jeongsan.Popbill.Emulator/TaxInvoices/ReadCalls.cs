using System.Text;
using Jeongsan.Popbill.Emulator.Auth;
using Jeongsan.Popbill.Emulator.Wire;

namespace Jeongsan.Popbill.Emulator.TaxInvoices;

/// <summary>Everything that reads invoices without changing them.</summary>
internal sealed class ReadCalls(PopbillEmulatorOptions options, PageTickets tickets)
{
    private static readonly string[] BoxPages = ["TBOX", "SBOX", "PBOX", "SWBOX", "PWBOX", "WRITE"];
    private static readonly string[] InvoicePages = ["POPUP", "VIEW", "PRINT", "PRINTOLD", "EPRINT", "MAIL", "PDF"];

    /// <summary>GET of one document number: state, detail, XML or a page, by what the query names.</summary>
    public Answer One(ApiCall call, Side side, string key)
    {
        if (InvoiceTable.ByKey(call.Db, call.CorpNum, side, key) is not { } invoice) return InvoiceErrors.NoSuchKey;
        if (call.Has("Detail")) return Answer.Of(InvoiceShapes.Detail(invoice));
        if (call.Has("XML")) return Xml(call, invoice);
        if (call.Has("PDF")) return Pdf(call, invoice);
        if (call.Q("TG") is not { } target) return Answer.Of(InvoiceShapes.Info(invoice));
        return InvoicePages.Contains(target) ? Answer.Url(tickets.Link(target, call.CorpNum, invoice.ItemKey)) : Errors.BadTogo;
    }

    public static Answer ByItemKey(ApiCall call, string itemKey) =>
        InvoiceTable.ByItemKey(call.Db, itemKey) is { } invoice && invoice.MaySee(call.CorpNum) ? Answer.Of(InvoiceShapes.Detail(invoice)) : InvoiceErrors.NoSuchInvoice;

    public static Answer Many(ApiCall call, Side side)
    {
        if (LenientJson.Read<string[]>(call.Body) is not { Length: > 0 } keys) return new PopbillError(-11010042, "문서번호 목록이 없습니다.");
        if (keys.Length > 1000) return new PopbillError(-11010042, "한 번에 1,000건까지 조회할 수 있습니다.");
        return Answer.Of(keys.Distinct().Select(k => InvoiceTable.ByKey(call.Db, call.CorpNum, side, k)).OfType<Invoice>().Select(InvoiceShapes.Info).ToList());
    }

    public Answer MassPrint(ApiCall call, Side side)
    {
        if (LenientJson.Read<string[]>(call.Body) is not { Length: > 0 } keys) return new PopbillError(-11010044, "인쇄할 문서번호 목록이 없습니다.");
        if (keys.Length > 100) return new PopbillError(-11010045, "한 번에 100건까지 인쇄할 수 있습니다.");
        var found = keys.Select(k => InvoiceTable.ByKey(call.Db, call.CorpNum, side, k)?.ItemKey).OfType<string>().ToArray();
        return found.Length == keys.Length ? Answer.Url(tickets.Link("PRINT", call.CorpNum, found)) : InvoiceErrors.NoSuchKey;
    }

    public static Answer Logs(ApiCall call, Side side, string key) =>
        InvoiceTable.ByKey(call.Db, call.CorpNum, side, key) is { } invoice ? Answer.Of(InvoiceJournal.Of(call.Db, invoice.ItemKey)) : InvoiceErrors.NoSuchKey;

    public Answer Box(ApiCall call) => call.Q("TG") is { } target && BoxPages.Contains(target) ? Answer.Url(tickets.Link(target, call.CorpNum)) : Errors.BadTogo;

    private Answer Pdf(ApiCall call, Invoice invoice)
    {
        if (!options.GrantsPdf) return new PopbillError(-10010038, "PDF 다운로드 권한이 없습니다.");
        if (invoice.State == 100) return new PopbillError(-11010018, "임시저장 문서는 PDF로 받을 수 없습니다.");
        var corpNum = call.CorpNum;
        return Answer.Pdf(() => InvoicePdf.Of(invoice, corpNum));
    }

    private static Answer Xml(ApiCall call, Invoice invoice) => InvoiceTable.Xml(call.Db, invoice.ItemKey) is { } xml
        ? Answer.Of(new { code = 1, message = "정상적으로 처리되었습니다.", retObject = Encoding.UTF8.GetString(xml) })
        : InvoiceErrors.NoXml;
}
