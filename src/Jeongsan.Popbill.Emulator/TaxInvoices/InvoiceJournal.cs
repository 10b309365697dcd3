using System.Text.Json;
using Jeongsan.Popbill.Emulator.Members;
using Jeongsan.Popbill.Emulator.Storage;
using Jeongsan.Popbill.Emulator.Webhooks;
using Jeongsan.Popbill.Emulator.Wire;

namespace Jeongsan.Popbill.Emulator.TaxInvoices;

/// <summary>One line of an invoice's history. The numbers and words of kind and procedure are the emulator's own; Popbill's are not public.</summary>
internal sealed record LogLine(int DocLogType, string Log, string ProcType, string? ProcCorpName, string? ProcContactName, string? ProcMemo, string RegDT, string Ip);

/// <summary>Moves an invoice to a state: row, history line and event in the same transaction.</summary>
internal sealed class InvoiceJournal(WebhookOutbox webhooks)
{
    public Invoice Move(EmulatorSession db, Invoice invoice, int to, DateTimeOffset now, LogLine line, string? eventType)
    {
        var moved = invoice with { State = to, Facts = invoice.Facts with { StateDT = EmulatorClock.Stamp(now), StateMemo = line.ProcMemo ?? invoice.Facts.StateMemo } };
        InvoiceTable.Save(db, moved);
        Write(db, invoice.ItemKey, line);
        if (eventType is not null) webhooks.Add(db, moved, eventType, now);
        return moved;
    }

    public static void Write(EmulatorSession db, string itemKey, LogLine line) =>
        db.Execute("INSERT INTO invoice_logs (item_key, facts) VALUES ($0, $1)", itemKey, JsonSerializer.Serialize(line, LenientJson.Options));

    public static List<LogLine> Of(EmulatorSession db, string itemKey) =>
        db.All("SELECT facts FROM invoice_logs WHERE item_key = $0 ORDER BY id", r => JsonSerializer.Deserialize<LogLine>(r.GetString(0), LenientJson.Options)!, itemKey);

    public static LogLine Line(ApiCall call, int kind, string text, string procedure, string? memo)
    {
        var member = Member.Find(call.Db, call.CorpNum);
        var contacts = Contact.Of(call.Db, call.CorpNum);
        var contact = contacts.Find(c => c.Id == call.Headers["x-pb-userid"].ToString()) ?? contacts.Find(c => c.MgrYN);
        return new(kind, text, procedure, member?.CorpName, contact?.PersonName, memo, EmulatorClock.Stamp(call.Now), call.Ip);
    }

    public static LogLine System(DateTimeOffset now, int kind, string text, string procedure) =>
        new(kind, text, procedure, "팝빌 모의 서버", null, null, EmulatorClock.Stamp(now), "127.0.0.1");
}
