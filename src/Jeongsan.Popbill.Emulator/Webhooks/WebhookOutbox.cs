using System.Globalization;
using System.Text.Json;
using Jeongsan.Popbill.Emulator.Faults;
using Jeongsan.Popbill.Emulator.Storage;
using Jeongsan.Popbill.Emulator.TaxInvoices;
using Jeongsan.Popbill.Emulator.Wire;

namespace Jeongsan.Popbill.Emulator.Webhooks;

/// <summary>Events waiting to be POSTed, written in the transaction of the change. Request, Refuse and CancelRequest are the emulator's own names.</summary>
internal sealed class WebhookOutbox(PopbillEmulatorOptions options, FaultPlan faults)
{
    public sealed record Row(long Id, string Mid, string CorpNum, string EventType, string Body, int Sends);

    public void Add(EmulatorSession db, Invoice i, string eventType, DateTimeOffset now)
    {
        if (options.WebhookAddress is null) return;
        var mid = string.Create(CultureInfo.InvariantCulture, $"{Settings.Next(db, "webhook-sequence"):D12}-{Guid.NewGuid():N}")[..36];
        var body = JsonSerializer.Serialize(new
        {
            corpNum = i.Form.InvoicerCorpNum,
            itemKey = i.ItemKey,
            ntsConfirmNum = i.Facts.NtsConfirmNum,
            ntssendDT = i.Facts.NtsSendDT,
            ntsresultDT = i.Facts.NtsResultDT,
            ntssendErrCode = i.Facts.NtsErrCode,
            stateCode = i.State.ToString(CultureInfo.InvariantCulture),
            stateDT = i.Facts.StateDT,
            issueDT = i.Facts.IssueDT,
            invoicerMgtKey = i.Form.InvoicerMgtKey,
            invoiceeMgtKey = i.Form.InvoiceeMgtKey,
            trusteeMgtKey = i.Form.TrusteeMgtKey,
            eventType,
            eventDT = EmulatorClock.Stamp(now),
        }, LenientJson.Options);
        var fault = faults.ForEvent(db);
        var isHeld = fault?.Kind == FaultKind.EventOutOfOrder;
        var delay = fault is null ? TimeSpan.Zero : TimeSpan.FromMilliseconds(fault.DelayMs ?? (isHeld ? 30_000 : 60_000));
        db.Execute(
            "INSERT INTO webhooks (mid, corp_num, event_type, body, sends, next_at, item_key, held) VALUES ($0, $1, $2, $3, 0, $4, $5, $6)",
            mid, i.Writer, eventType, body, EmulatorClock.Sortable(now + delay), i.ItemKey, isHeld ? 1 : 0);
        // The event that was held goes out behind this one.
        if (!isHeld) db.Execute("UPDATE webhooks SET held = 0, next_at = $1 WHERE item_key = $0 AND held = 1", i.ItemKey, EmulatorClock.Sortable(now + delay + TimeSpan.FromMilliseconds(1)));
    }

    public static Row? Due(EmulatorSession db, DateTimeOffset now) => db.One(
        "SELECT id, mid, corp_num, event_type, body, sends FROM webhooks WHERE next_at <= $0 ORDER BY next_at, id LIMIT 1",
        r => new Row(r.GetInt64(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4), r.GetInt32(5)), EmulatorClock.Sortable(now));

    /// <summary>After the last send without success the event is left alone, as Popbill does.</summary>
    public void Sent(EmulatorSession db, Row row, bool delivered, DateTimeOffset now)
    {
        var again = !delivered && row.Sends + 1 < options.WebhookSendsMax;
        db.Execute(
            "UPDATE webhooks SET sends = sends + 1, delivered_at = $1, next_at = $2 WHERE id = $0",
            row.Id, delivered ? EmulatorClock.Sortable(now) : null, again ? EmulatorClock.Sortable(now + options.WebhookRetryDelay) : null);
    }
}
