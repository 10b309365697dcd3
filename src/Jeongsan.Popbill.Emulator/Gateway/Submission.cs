using Jeongsan.Etax;
using Jeongsan.Etax.Transmission;
using Jeongsan.Popbill.Emulator.Storage;

namespace Jeongsan.Popbill.Emulator.Gateway;

/// <summary>A package that was taken, and the sending of its results.</summary>
/// <param name="NextAt">When the results are due, as stored; null when they were delivered or given up.</param>
internal sealed record Submission(string SubmitId, string Registration, string ReplyTo, string ReceiptId, string ResultId, byte[] Results, int Sends, string? NextAt = null)
{
    private const string Columns = "submit_id, registration, reply_to, receipt_id, result_id, results, sends, next_at";

    public static Submission? Find(EmulatorSession db, string submitId) => db.One($"SELECT {Columns} FROM nts_submissions WHERE submit_id = $0", Read, submitId);

    /// <summary>The results that wait longest for being sent.</summary>
    public static Submission? Due(EmulatorSession db, DateTimeOffset now) =>
        db.One($"SELECT {Columns} FROM nts_submissions WHERE next_at <= $0 ORDER BY next_at, submit_id LIMIT 1", Read, EmulatorClock.Sortable(now));

    public static void Insert(EmulatorSession db, Submission submission, DateTimeOffset now) => db.Execute(
        $"INSERT INTO nts_submissions ({Columns}, received_at) VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $7)",
        submission.SubmitId, submission.Registration, submission.ReplyTo, submission.ReceiptId, submission.ResultId, submission.Results, submission.Sends, EmulatorClock.Sortable(now));

    public static void SendAgain(EmulatorSession db, string submitId, DateTimeOffset now) =>
        db.Execute("UPDATE nts_submissions SET next_at = $1, sends = 0 WHERE submit_id = $0", submitId, EmulatorClock.Sortable(now));

    /// <summary>Notes a sending. A question for the results that came while they were on their way stays due.</summary>
    /// <param name="nextAt">Null: delivered, or given up.</param>
    public static void Sent(EmulatorSession db, Submission sending, DateTimeOffset? deliveredAt, DateTimeOffset? nextAt)
    {
        db.Execute("UPDATE nts_submissions SET delivered_at = COALESCE($1, delivered_at) WHERE submit_id = $0", sending.SubmitId, Stamp(deliveredAt));
        db.Execute("UPDATE nts_submissions SET sends = sends + 1, next_at = $2 WHERE submit_id = $0 AND next_at = $1", sending.SubmitId, sending.NextAt, Stamp(nextAt));
    }

    /// <summary>Takes an approval number for ever; false when it was taken before, whichever way.</summary>
    public static bool TakeApprovalNumber(EmulatorSession db, string submitId, EtaxInvoice document, PackagedInvoice packaged)
    {
        if (db.Execute("INSERT INTO approvals (number, item_key, filed) VALUES ($0, $1, 1) ON CONFLICT (number) DO NOTHING", document.ApprovalNumber, submitId) == 0) return false;
        db.Execute("INSERT INTO nts_documents (approval_number, supplier, submit_id, xml) VALUES ($0, $1, $2, $3)",
            document.ApprovalNumber, document.Supplier.RegistrationNumber, submitId, packaged.TaxInvoice.ToArray());
        return true;
    }

    private static Submission Read(Microsoft.Data.Sqlite.SqliteDataReader r) =>
        new(r.GetString(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4), r.GetFieldValue<byte[]>(5), r.GetInt32(6), r.IsDBNull(7) ? null : r.GetString(7));

    private static string? Stamp(DateTimeOffset? at) => at is { } time ? EmulatorClock.Sortable(time) : null;
}
