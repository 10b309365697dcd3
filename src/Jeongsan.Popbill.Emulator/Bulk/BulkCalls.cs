using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using Jeongsan.Popbill.Emulator.Storage;
using Jeongsan.Popbill.Emulator.TaxInvoices;
using Jeongsan.Popbill.Emulator.Wire;

namespace Jeongsan.Popbill.Emulator.Bulk;

/// <summary>What became of one invoice of a submission; as the answer writes it.</summary>
internal sealed record BulkIssue(string? InvoicerMgtKey, string? TrusteeMgtKey, int Code, string Message, string? NtsconfirmNum, string? IssueDT);

/// <summary>초대량 발행: taken as a whole, issued one by one later.</summary>
internal static partial class BulkCalls
{
    public sealed record Submission(bool? ForceIssue, List<InvoiceForm?>? Invoices);

    private const int CountMax = 100;
    private const int SubmitIdLengthMax = 36;

    public static Answer Submit(ApiCall call)
    {
        var submitId = call.Headers["x-pb-submit-id"].ToString();
        if (submitId.Length == 0) return new PopbillError(-11010019, "제출아이디가 없습니다.");
        if (submitId.Length > SubmitIdLengthMax || !SubmitIdPattern().IsMatch(submitId)) return new PopbillError(-11010020, "제출아이디는 영문, 숫자, 하이픈 36자까지 쓸 수 있습니다.");
        var digest = call.Headers["x-pb-message-digest"].ToString();
        if (digest.Length == 0) return new PopbillError(-11010021, "본문 해시값이 없습니다.");
        if (digest != Digest(call.Body)) return new PopbillError(-11010022, "본문 해시값이 다릅니다.");
        if (LenientJson.Read<Submission>(call.Body) is not { } submission) return new PopbillError(-11010023, "본문을 읽을 수 없습니다.");
        if (Wrong(call, submission.Invoices ?? []) is { } wrong) return wrong;
        if (call.Db.Number("SELECT COUNT(*) FROM bulks WHERE corp_num = $0 AND submit_id = $1", call.CorpNum, submitId) > 0) return new PopbillError(-11010034, "이미 사용한 제출아이디입니다.");

        var now = EmulatorClock.Stamp(call.Now);
        var receiptId = string.Create(CultureInfo.InvariantCulture, $"{now}{Settings.Next(call.Db, "bulk-sequence") % 10_000:D4}");
        call.Db.Execute(
            "INSERT INTO bulks (receipt_id, corp_num, submit_id, ip, body, count, receipt_dt) VALUES ($0, $1, $2, $3, $4, $5, $6)",
            receiptId, call.CorpNum, submitId, call.Ip, call.Body, submission.Invoices!.Count, now);
        return Answer.Of(new { code = 1, message = "접수되었습니다.", receiptID = receiptId }) with { DocumentKey = submitId };
    }

    public static Answer State(ApiCall call, string submitId)
    {
        var found = call.Db.One(
            "SELECT receipt_id, receipt_dt, count, start_dt, end_dt FROM bulks WHERE corp_num = $0 AND submit_id = $1",
            r => new { Id = r.GetString(0), At = r.GetString(1), Count = r.GetInt32(2), Start = Text(r, 3), End = Text(r, 4) }, call.CorpNum, submitId);
        if (found is null) return new PopbillError(-11010035, "제출아이디에 해당하는 접수가 없습니다.");
        var results = call.Db.All("SELECT facts FROM bulk_results WHERE receipt_id = $0 ORDER BY n", r => JsonSerializer.Deserialize<BulkIssue>(r.GetString(0), LenientJson.Options)!, found.Id);
        var issued = results.Count(r => r.Code == 1);
        return Answer.Of(new
        {
            code = 1,
            message = "정상적으로 처리되었습니다.",
            receiptID = found.Id,
            receiptDT = found.At,
            submitID = submitId,
            submitCount = found.Count,
            successCount = issued,
            failCount = results.Count - issued,
            txState = found.End is not null ? 2 : found.Start is not null ? 1 : 0,
            txStartDT = found.Start,
            txEndDT = found.End,
            // Its table is not public: 1 when all was tried, 0 before.
            txResultCode = found.End is not null ? 1 : 0,
            issueResult = results,
        });
    }

    private static PopbillError? Wrong(ApiCall call, List<InvoiceForm?> invoices)
    {
        if (invoices.Count == 0) return new(-11010024, "발행할 세금계산서가 없습니다.");
        if (invoices.Count > CountMax) return new(-11010036, "한 번에 100건까지 제출할 수 있습니다.");
        if (invoices.Contains(null)) return new(-11010043, "비어 있는 세금계산서가 있습니다.");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var form in invoices.OfType<InvoiceForm>())
        {
            if (form.IssueType is null) return new(-11010025, "발행형태가 없습니다.");
            if (form.IssueType == "역발행") return new(-11010026, "역발행은 초대량 발행할 수 없습니다.");
            var isConsigned = form.IssueType == "위수탁";
            if (isConsigned && form.TrusteeMgtKey is null) return new(-11010030, "수탁자 문서번호가 없습니다.");
            if (!isConsigned && form.InvoicerMgtKey is null) return new(-11010027, "공급자 문서번호가 없습니다.");
            if (!isConsigned && form.InvoicerCorpNum != call.CorpNum) return new(-11010028, "공급자 사업자번호가 회원의 사업자번호와 다릅니다.");
            if (!seen.Add(isConsigned ? "T" + form.TrusteeMgtKey : "S" + form.InvoicerMgtKey)) return isConsigned ? new(-11010031, "수탁자 문서번호가 중복됩니다.") : new(-11010029, "공급자 문서번호가 중복됩니다.");
        }
        return null;
    }

    private static string? Text(Microsoft.Data.Sqlite.SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    [SuppressMessage("Security", "CA5350:Do Not Use Weak Cryptographic Algorithms", Justification = "The protocol prescribes SHA-1 for this digest.")]
    private static string Digest(byte[] body) => Convert.ToBase64String(SHA1.HashData(body));

    [GeneratedRegex("^[A-Za-z0-9-]+$")]
    private static partial Regex SubmitIdPattern();
}
