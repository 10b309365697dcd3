using System.Text.Json;
using Jeongsan.Popbill.Emulator.Storage;
using Jeongsan.Popbill.Emulator.TaxInvoices;
using Jeongsan.Popbill.Emulator.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Jeongsan.Popbill.Emulator.Bulk;

/// <summary>Issues what was handed in. Each invoice and its result are one transaction: a crash leaves the rest to the next start and issues none twice.</summary>
internal sealed partial class BulkWorker(PopbillEmulatorOptions options, EmulatorStore store, EmulatorClock clock, WriteCalls writes, ILogger<BulkWorker> log) : BackgroundService
{
    private sealed record Open(string ReceiptId, string CorpNum, string Ip, byte[] Body, int Count, int Tried);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var worked = false;
            try
            {
                worked = await store.InTransactionAsync(One, stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                BulkHeldUp(log, e);
            }
            if (!worked) await Task.Delay(TimeSpan.FromMilliseconds(100), options.Time, stoppingToken);
        }
    }

    /// <summary>The next invoice of the oldest open submission. False when there is none.</summary>
    private bool One(EmulatorSession db)
    {
        var open = db.One(
            "SELECT b.receipt_id, b.corp_num, b.ip, b.body, b.count, (SELECT COUNT(*) FROM bulk_results r WHERE r.receipt_id = b.receipt_id) FROM bulks b WHERE b.end_dt IS NULL ORDER BY b.receipt_id LIMIT 1",
            r => new Open(r.GetString(0), r.GetString(1), r.GetString(2), (byte[])r.GetValue(3), r.GetInt32(4), r.GetInt32(5)));
        if (open is null) return false;
        var now = clock.Now(db);
        var stamp = EmulatorClock.Stamp(now);
        if (open.Tried == 0) db.Execute("UPDATE bulks SET start_dt = $1 WHERE receipt_id = $0", open.ReceiptId, stamp);
        if (open.Tried == open.Count)
        {
            db.Execute("UPDATE bulks SET end_dt = $1 WHERE receipt_id = $0", open.ReceiptId, stamp);
            return true;
        }
        var submission = LenientJson.Read<BulkCalls.Submission>(open.Body)!;
        var form = submission.Invoices![open.Tried]!;
        if (submission.ForceIssue == true) form = form with { ForceIssue = true };
        var answer = db.Attempt(() => writes.RegisterAndIssue(Call(db, open, now), form), a => !a.IsRefusal);
        var result = JsonSerializer.Serialize(Result(form, answer), LenientJson.Options);
        db.Execute("INSERT INTO bulk_results (receipt_id, n, facts) VALUES ($0, $1, $2)", open.ReceiptId, open.Tried, result);
        return true;
    }

    private static BulkIssue Result(InvoiceForm form, Answer answer)
    {
        var body = JsonSerializer.SerializeToElement(answer.Body, LenientJson.Options);
        string? Text(string name) => body.TryGetProperty(name, out var value) ? value.GetString() : null;
        return new BulkIssue(form.InvoicerMgtKey, form.TrusteeMgtKey, answer.Code, Text("message") ?? "", Text("ntsConfirmNum"), Text("issueDT"));
    }

    private static ApiCall Call(EmulatorSession db, Open open, DateTimeOffset now) => new()
    {
        Method = "POST",
        Segments = ["Taxinvoice"],
        Verb = "ISSUE",
        Query = QueryCollection.Empty,
        Body = open.Body,
        Headers = new HeaderDictionary(),
        Ip = open.Ip,
        Db = db,
        Now = now,
        CorpNum = open.CorpNum,
    };

    [LoggerMessage(EventId = 4203, Level = LogLevel.Error, Message = "Bulk issue was held up and is tried again")]
    private static partial void BulkHeldUp(ILogger logger, Exception exception);
}
