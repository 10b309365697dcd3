using Jeongsan.Popbill.Emulator.Storage;
using Jeongsan.Popbill.Emulator.Wire;

namespace Jeongsan.Popbill.Emulator.TaxInvoices;

/// <summary>Files of a draft, and the numbers of statements that go with an invoice.</summary>
internal static class FileCalls
{
    private const int CountMax = 5;
    private static readonly string[] Barred = [".exe", ".com", ".bat", ".cmd", ".msi", ".scr", ".vbs", ".js", ".jar", ".sh", ".ps1"];

    public static Answer Attach(ApiCall call, Side side, string key)
    {
        if (InvoiceTable.ByKey(call.Db, call.CorpNum, side, key) is not { } invoice) return InvoiceErrors.NoSuchKey;
        if (invoice.State != 100 || invoice.Writer != call.CorpNum) return new PopbillError(-11005007, "임시저장 상태에서만 파일을 첨부할 수 있습니다.");
        if (call.Parts.FirstOrDefault(p => p.FileName is not null) is not { } file) return new PopbillError(-11010007, "첨부파일을 저장하지 못했습니다.");
        if (Count(call, invoice) >= CountMax) return new PopbillError(-11005008, "파일은 5개까지 첨부할 수 있습니다.");
        var name = DisplayName(call, file);
        if (Barred.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase)) return new PopbillError(-11005016, "첨부할 수 없는 파일 형식입니다.");
        var serial = call.Db.Number("SELECT COALESCE(MAX(serial), 0) + 1 FROM files WHERE item_key = $0", invoice.ItemKey);
        call.Db.Execute(
            "INSERT INTO files (item_key, file_id, serial, name, reg_dt, bytes) VALUES ($0, $1, $2, $3, $4, $5)",
            invoice.ItemKey, Guid.NewGuid().ToString("D").ToUpperInvariant() + ".PBF", serial, name, EmulatorClock.Stamp(call.Now), file.Bytes);
        return Answer.Done();
    }

    public static Answer List(ApiCall call, Side side, string key) => InvoiceTable.ByKey(call.Db, call.CorpNum, side, key) is not { } invoice
        ? InvoiceErrors.NoSuchKey
        : Answer.Of(call.Db.All(
            "SELECT serial, file_id, name, reg_dt FROM files WHERE item_key = $0 ORDER BY serial",
            r => new { serialNum = r.GetInt32(0), attachedFile = r.GetString(1), displayName = r.GetString(2), regDT = r.GetString(3) }, invoice.ItemKey));

    public static Answer Delete(ApiCall call, Side side, string key, string fileId)
    {
        if (InvoiceTable.ByKey(call.Db, call.CorpNum, side, key) is not { } invoice) return InvoiceErrors.NoSuchKey;
        if (invoice.State != 100) return new PopbillError(-11005003, "임시저장 상태에서만 파일을 삭제할 수 있습니다.");
        if (invoice.Writer != call.CorpNum) return new PopbillError(-11005004, "작성자만 파일을 삭제할 수 있습니다.");
        return call.Db.Execute("DELETE FROM files WHERE item_key = $0 AND file_id = $1", invoice.ItemKey, fileId) == 1
            ? Answer.Done()
            : new PopbillError(-11005005, "첨부파일이 없습니다.");
    }

    /// <summary>Statements are another product: any number of a known kind is taken.</summary>
    public static Answer AttachStatement(ApiCall call, Side side, string key)
    {
        if (Statement(call, side, key, -11010012, -11010013, out var invoice, out var form) is { } error) return error;
        call.Db.Execute("INSERT INTO statements (item_key, item_code, mgt_key) VALUES ($0, $1, $2) ON CONFLICT DO NOTHING", invoice.ItemKey, form.ItemCode, form.MgtKey);
        return Answer.Done();
    }

    public static Answer DetachStatement(ApiCall call, Side side, string key)
    {
        if (Statement(call, side, key, -11010104, -11010105, out var invoice, out var form) is { } error) return error;
        return call.Db.Execute("DELETE FROM statements WHERE item_key = $0 AND item_code = $1 AND mgt_key = $2", invoice.ItemKey, form.ItemCode, form.MgtKey) == 1
            ? Answer.Done()
            : new PopbillError(-11000001, "첨부된 전자명세서가 없습니다.");
    }

    public static IReadOnlyList<string> Statements(EmulatorSession db, string itemKey) =>
        db.All("SELECT item_code, mgt_key FROM statements WHERE item_key = $0 ORDER BY 1, 2", r => $"{r.GetInt32(0)} {r.GetString(1)}", itemKey);

    private static Answer? Statement(ApiCall call, Side side, string key, int codeMissing, int keyMissing, out Invoice invoice, out StatementForm form)
    {
        form = LenientJson.Read<StatementForm>(call.Body) ?? new StatementForm(null, null);
        invoice = InvoiceTable.ByKey(call.Db, call.CorpNum, side, key)!;
        if (invoice is null) return InvoiceErrors.NoSuchKey;
        if (form.ItemCode is not (>= 121 and <= 126)) return new PopbillError(codeMissing, "전자명세서 종류가 없습니다.");
        return form.MgtKey is null ? (Answer)new PopbillError(keyMissing, "전자명세서 문서번호가 없습니다.") : null;
    }

    private static long Count(ApiCall call, Invoice invoice) => call.Db.Number("SELECT COUNT(*) FROM files WHERE item_key = $0", invoice.ItemKey);

    /// <summary>As the form says; otherwise the file's name without its folders, which one of the SDKs sends along.</summary>
    private static string DisplayName(ApiCall call, FormPart file) =>
        call.Parts.FirstOrDefault(p => p.Name == "form") is { } part && LenientJson.Read<DisplayForm>(part.Bytes) is { DisplayName: { } display }
            ? display
            : file.FileName![(file.FileName!.LastIndexOfAny(['/', '\\']) + 1)..];

    private sealed record StatementForm(int? ItemCode, string? MgtKey);

    private sealed record DisplayForm(string? DisplayName);
}
