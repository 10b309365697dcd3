using Jeongsan.Popbill.Emulator.Storage;

namespace Jeongsan.Popbill.Emulator.Admin;

internal static class AdminReads
{
    public static object Mails(EmulatorSession db) => db.All("SELECT id, kind, item_key, recipient, subject, html, text, sent_at FROM mails ORDER BY id", r => new
    {
        id = r.GetInt64(0),
        kind = r.GetString(1),
        itemKey = r.IsDBNull(2) ? null : r.GetString(2),
        to = r.GetString(3),
        subject = r.GetString(4),
        html = r.GetString(5),
        text = r.GetString(6),
        sentAt = r.GetString(7),
    });

    public static object Requests(EmulatorSession db) => db.All("SELECT id, at, method, path, verb, corp_num, document_key, code, status, fault FROM requests ORDER BY id", r => new
    {
        id = r.GetInt64(0),
        at = r.GetString(1),
        method = r.GetString(2),
        path = r.GetString(3),
        verb = r.IsDBNull(4) ? null : r.GetString(4),
        corpNum = r.IsDBNull(5) ? null : r.GetString(5),
        documentKey = r.IsDBNull(6) ? null : r.GetString(6),
        code = r.GetInt32(7),
        status = r.GetInt32(8),
        fault = r.IsDBNull(9) ? null : r.GetString(9),
    });

    public static object Webhooks(EmulatorSession db) => db.All("SELECT mid, corp_num, event_type, body, sends, next_at, delivered_at FROM webhooks ORDER BY id", r => new
    {
        mid = r.GetString(0),
        corpNum = r.GetString(1),
        eventType = r.GetString(2),
        body = r.GetString(3),
        sends = r.GetInt32(4),
        nextAt = r.IsDBNull(5) ? null : r.GetString(5),
        deliveredAt = r.IsDBNull(6) ? null : r.GetString(6),
    });

    public static object State(EmulatorSession db, DateTimeOffset now) => new
    {
        now,
        members = db.All("SELECT m.corp_num, p.balance, (SELECT COUNT(*) FROM certificates c WHERE c.corp_num = m.corp_num) FROM members m LEFT JOIN points p ON p.account = m.corp_num ORDER BY m.corp_num",
            r => new { corpNum = r.GetString(0), points = r.IsDBNull(1) ? 0 : r.GetInt64(1), hasCertificate = r.GetInt64(2) > 0 }),
        invoices = db.All("SELECT item_key, state, invoicer, invoicer_key, invoicee, invoicee_key, approval_number, file_at FROM invoices ORDER BY item_key", r => new
        {
            itemKey = r.GetString(0),
            stateCode = r.GetInt32(1),
            invoicerCorpNum = r.GetString(2),
            invoicerMgtKey = r.IsDBNull(3) ? null : r.GetString(3),
            invoiceeCorpNum = r.GetString(4),
            invoiceeMgtKey = r.IsDBNull(5) ? null : r.GetString(5),
            ntsconfirmNum = r.IsDBNull(6) ? null : r.GetString(6),
            fileAt = r.IsDBNull(7) ? null : r.GetString(7),
        }),
        partnerPoints = db.Number("SELECT balance FROM points WHERE account = 'partner'"),
        counts = new
        {
            mails = db.Number("SELECT COUNT(*) FROM mails"),
            requests = db.Number("SELECT COUNT(*) FROM requests"),
            filed = db.Number("SELECT COUNT(*) FROM approvals WHERE filed = 1"),
            webhooks = db.Number("SELECT COUNT(*) FROM webhooks"),
        },
    };
}
