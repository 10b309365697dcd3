using System.Text.Json;
using Jeongsan.Popbill.Emulator.Storage;
using Jeongsan.Popbill.Emulator.Wire;
using Microsoft.Data.Sqlite;

namespace Jeongsan.Popbill.Emulator.TaxInvoices;

internal enum Side
{
    Sell,
    Buy,
    Trustee,
}

/// <summary>What happened to an invoice so far. Times are yyyyMMddHHmmss in Seoul.</summary>
internal sealed record InvoiceFacts
{
    public required string RegDT { get; init; }
    public required string StateDT { get; init; }
    public string? IssueDT { get; init; }
    public bool LateIssue { get; init; }
    public bool Opened { get; init; }
    public string? OpenDT { get; init; }
    public string? StateMemo { get; init; }
    public string? NtsConfirmNum { get; init; }
    public string? NtsResult { get; init; }
    public string? NtsSendDT { get; init; }
    public string? NtsResultDT { get; init; }
    public string? NtsErrCode { get; init; }
    public int? CloseDownState { get; init; }
    public string? CloseDownStateDate { get; init; }
    public string? PaidBy { get; init; }
    public long PaidPoints { get; init; }
}

internal sealed record Invoice
{
    public required string ItemKey { get; init; }

    /// <summary>Business number of the party that wrote it: it alone may change or delete it.</summary>
    public required string Writer { get; init; }
    public required int State { get; init; }
    public required InvoiceForm Form { get; init; }
    public required InvoiceFacts Facts { get; init; }

    /// <summary>When it goes to the NTS; null when it does not wait for that.</summary>
    public DateTimeOffset? FileAt { get; init; }

    public bool IsReverse => Form.IssueType == "역발행";

    public bool IsConsigned => Form.IssueType == "위수탁";

    /// <summary>The party that signs: supplier, or the trustee of a consigned sale.</summary>
    public string Issuer => (IsConsigned ? Form.TrusteeCorpNum : Form.InvoicerCorpNum)!;

    public string? KeyOf(Side side) => side switch
    {
        Side.Sell => Form.InvoicerMgtKey,
        Side.Buy => Form.InvoiceeMgtKey,
        Side.Trustee => Form.TrusteeMgtKey,
        _ => throw new ArgumentOutOfRangeException(nameof(side)),
    };

    public string? CorpOf(Side side) => side switch
    {
        Side.Sell => Form.InvoicerCorpNum,
        Side.Buy => Form.InvoiceeCorpNum,
        Side.Trustee => Form.TrusteeCorpNum,
        _ => throw new ArgumentOutOfRangeException(nameof(side)),
    };

    /// <summary>A draft is seen by its writer only.</summary>
    public bool MaySee(string corpNum) => State == 100 ? Writer == corpNum : corpNum == Form.InvoicerCorpNum || corpNum == Form.InvoiceeCorpNum || corpNum == Form.TrusteeCorpNum;
}

internal static class InvoiceTable
{
    private const string Columns = "item_key, writer, state, form, facts, file_at";

    public static Invoice? ByKey(EmulatorSession db, string corpNum, Side side, string key) =>
        db.One($"SELECT {Columns} FROM invoices WHERE {CorpColumn(side)} = $0 AND {CorpColumn(side)}_key = $1", Read, corpNum, key) is { } found && found.MaySee(corpNum) ? found : null;

    public static Invoice? ByItemKey(EmulatorSession db, string itemKey) => db.One($"SELECT {Columns} FROM invoices WHERE item_key = $0", Read, itemKey);

    /// <summary>Inclusive range of one of reg_dt, write_date and issue_dt; dates as yyyyMMdd.</summary>
    public static List<Invoice> Between(EmulatorSession db, string corpNum, Side side, string dateColumn, string from, string to) =>
        db.All($"SELECT {Columns} FROM invoices WHERE {CorpColumn(side)} = $0 AND substr({dateColumn}, 1, 8) BETWEEN $1 AND $2 ORDER BY item_key", Read, corpNum, from, to);

    public static List<Invoice> Due(EmulatorSession db, DateTimeOffset now) =>
        db.All($"SELECT {Columns} FROM invoices WHERE file_at <= $0 ORDER BY file_at, item_key LIMIT 1", Read, EmulatorClock.Sortable(now));

    public static bool KeyIsUsed(EmulatorSession db, string? corpNum, Side side, string? key) =>
        key is not null && db.Number($"SELECT COUNT(*) FROM invoices WHERE {CorpColumn(side)} = $0 AND {CorpColumn(side)}_key = $1", corpNum, key) > 0;

    public static byte[]? Xml(EmulatorSession db, string itemKey) =>
        db.One("SELECT xml FROM invoices WHERE item_key = $0 AND xml IS NOT NULL", r => (byte[])r.GetValue(0), itemKey);

    public static void SetXml(EmulatorSession db, string itemKey, byte[] xml) => db.Execute("UPDATE invoices SET xml = $1 WHERE item_key = $0", itemKey, xml);

    public static void Save(EmulatorSession db, Invoice i) => db.Execute(
        """
        INSERT INTO invoices (item_key, writer, state, write_date, reg_dt, issue_dt, invoicer, invoicer_key, invoicee, invoicee_key, trustee, trustee_key, approval_number, file_at, form, facts)
        VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
        ON CONFLICT (item_key) DO UPDATE SET state = $2, write_date = $3, reg_dt = $4, issue_dt = $5, invoicer = $6, invoicer_key = $7, invoicee = $8, invoicee_key = $9,
            trustee = $10, trustee_key = $11, approval_number = $12, file_at = $13, form = $14, facts = $15
        """,
        i.ItemKey, i.Writer, i.State, i.Form.WriteDate, i.Facts.RegDT, i.Facts.IssueDT, i.Form.InvoicerCorpNum, i.Form.InvoicerMgtKey,
        i.Form.InvoiceeCorpNum, i.Form.InvoiceeMgtKey, i.Form.TrusteeCorpNum, i.Form.TrusteeMgtKey, i.Facts.NtsConfirmNum,
        i.FileAt is { } at ? EmulatorClock.Sortable(at) : null,
        JsonSerializer.Serialize(i.Form, LenientJson.Options), JsonSerializer.Serialize(i.Facts, LenientJson.Options));

    public static void Delete(EmulatorSession db, string itemKey)
    {
        db.Execute("DELETE FROM invoice_logs WHERE item_key = $0", itemKey);
        db.Execute("DELETE FROM files WHERE item_key = $0", itemKey);
        db.Execute("DELETE FROM statements WHERE item_key = $0", itemKey);
        db.Execute("DELETE FROM invoices WHERE item_key = $0", itemKey);
    }

    private static string CorpColumn(Side side) => side switch
    {
        Side.Sell => "invoicer",
        Side.Buy => "invoicee",
        Side.Trustee => "trustee",
        _ => throw new ArgumentOutOfRangeException(nameof(side)),
    };

    private static Invoice Read(SqliteDataReader row) => new()
    {
        ItemKey = row.GetString(0),
        Writer = row.GetString(1),
        State = row.GetInt32(2),
        Form = JsonSerializer.Deserialize<InvoiceForm>(row.GetString(3), LenientJson.Options)!,
        Facts = JsonSerializer.Deserialize<InvoiceFacts>(row.GetString(4), LenientJson.Options)!,
        FileAt = row.IsDBNull(5) ? null : DateTimeOffset.Parse(row.GetString(5), System.Globalization.CultureInfo.InvariantCulture),
    };
}
