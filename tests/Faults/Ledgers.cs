using System.Data.Common;
using System.Globalization;
using Jeongsan.TestKit;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Jeongsan.Faults;

/// <param name="Name">The index that the plan knows it by, from its memo.</param>
internal sealed record OurInvoice(string Id, string Name, string Status, string DocumentKey, string? ApprovalNumber, string? Reason);

internal sealed record TheirDocument(string ItemKey, int State, string? DocumentKey, string? ApprovalNumber);

/// <summary>Looks into both sides' books from outside, past everything that could hide a fault.</summary>
internal sealed class Ledgers(TestDatabase database, Fleet fleet, AgencyHost agency)
{
    private const string Ours = "SELECT id, memo, status, recipient_document_key, nts_approval_number, status_reason FROM tax_invoices WHERE memo IS NOT NULL";
    private const string Mails = "SELECT id, subject, text FROM mailbox";

    public Task<IReadOnlyList<OurInvoice>> OursAsync(CancellationToken ct) => OursAsync(anew: true, ct);

    /// <param name="anew">All of them; otherwise those that moved of late.</param>
    public Task<IReadOnlyList<OurInvoice>> OursAsync(bool anew, CancellationToken ct) => ReadAsync(
        OpenOurs, anew ? Ours : $"{Ours} AND {Lately("status_updated_at", "tax_invoices")}",
        row => new OurInvoice(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3), Text(row, 4), Text(row, 5)), ct);

    /// <summary>What the mails of our own said, by their ids.</summary>
    public Task<IReadOnlyList<(string Id, string Subject, string Body)>> MailsAsync(CancellationToken ct) => MailsAsync(anew: true, ct);

    /// <param name="anew">All of them; otherwise those that were sent of late.</param>
    public Task<IReadOnlyList<(string Id, string Subject, string Body)>> MailsAsync(bool anew, CancellationToken ct) => ReadAsync(
        OpenOurs, anew ? Mails : $"{Mails} WHERE {Lately("sent_at", "mailbox")}", row => (row.GetString(0), row.GetString(1), row.GetString(2)), ct);

    public Task<IReadOnlyList<(string Number, string? Problem)>> ArchivedAsync(CancellationToken ct) => ReadAsync(
        OpenOurs, "SELECT approval_number, problem FROM signed_documents", row => (row.GetString(0), Text(row, 1)), ct);

    /// <summary>Messages that are not done, with their last problems.</summary>
    /// <param name="last">Later ones are left out.</param>
    public Task<IReadOnlyList<string>> OpenMessagesAsync(CancellationToken ct, long last = long.MaxValue) => ReadAsync(
        OpenOurs, $"SELECT type, state, attempts, last_problem FROM outbox WHERE state <> 'Done' AND sequence <= {last}", row => $"{row.GetString(0)} {row.GetString(1)} ({row.GetInt32(2)}): {Text(row, 3)}", ct);

    public async Task<long> LastMessageAsync(CancellationToken ct) => (await ReadAsync(OpenOurs, "SELECT max(sequence) FROM outbox", row => row.GetInt64(0), ct)).Single();

    public Task<IReadOnlyList<string>> DifferencesAsync(CancellationToken ct) => ReadAsync(
        OpenOurs, "SELECT id, difference FROM agency_watches WHERE difference IS NOT NULL", row => $"{row.GetString(0)}: {row.GetString(1)}", ct);

    public Task<IReadOnlyList<TheirDocument>> TheirsAsync(CancellationToken ct) => ReadAsync(
        OpenTheirs, "SELECT item_key, state, invoicee_key, approval_number FROM invoices", row => new TheirDocument(row.GetString(0), row.GetInt32(1), Text(row, 2), Text(row, 3)), ct);

    /// <summary>Approval numbers that the ASP ever gave, with the documents that they were given to.</summary>
    public Task<IReadOnlyList<(string Number, string ItemKey)>> ApprovalsAsync(CancellationToken ct) => ReadAsync(
        OpenTheirs, "SELECT number, item_key FROM approvals", row => (row.GetString(0), row.GetString(1)), ct);

    /// <summary>What the ASP charged for each document, refunds taken off.</summary>
    public Task<IReadOnlyList<(string ItemKey, long Points)>> ChargesAsync(CancellationToken ct) => ReadAsync(
        OpenTheirs, "SELECT item_key, -SUM(change) FROM point_moves GROUP BY item_key", row => (row.GetString(0), row.GetInt64(1)), ct);

    public Task<IReadOnlyList<string>> TheirMailsTwiceAsync(CancellationToken ct) => ReadAsync(
        OpenTheirs, "SELECT kind || ' ' || item_key || ' ' || recipient, COUNT(*) FROM mails WHERE item_key IS NOT NULL GROUP BY kind, item_key, recipient HAVING COUNT(*) > 1",
        row => $"{row.GetInt64(1)} × {row.GetString(0)}", ct);

    public Task<IReadOnlyList<(string Fault, long Count)>> FaultsAsync(CancellationToken ct) => ReadAsync(
        OpenTheirs, "SELECT COALESCE(fault, 'none'), COUNT(*) FROM requests GROUP BY fault ORDER BY COUNT(*) DESC", row => (row.GetString(0), row.GetInt64(1)), ct);

    /// <summary>Within five seconds before the newest: instants are microseconds on SQLite.</summary>
    private string Lately(string column, string table) => database.Kind is DatabaseKind.Sqlite
        ? $"{column} >= (SELECT MAX({column}) - 5000000 FROM {table})"
        : $"{column} >= (SELECT MAX({column}) - INTERVAL '5 seconds' FROM {table})";

    private DbConnection OpenOurs() => database.Kind is DatabaseKind.Sqlite ? OnFile(Path.Combine(fleet.First.DataFolder, "jeongsan.db")) : new NpgsqlConnection(database.ConnectionString);

    private SqliteConnection OpenTheirs() => OnFile(agency.DatabaseFile);

    private static SqliteConnection OnFile(string file) => new(string.Create(CultureInfo.InvariantCulture, $"Data Source={file};Mode=ReadOnly;Pooling=False"));

    private static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static async Task<IReadOnlyList<T>> ReadAsync<T>(Func<DbConnection> open, string sql, Func<DbDataReader, T> read, CancellationToken ct)
    {
        await using var connection = open();
        await connection.OpenAsync(ct);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The text is one of the constants above.
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var rows = await command.ExecuteReaderAsync(ct);
        var all = new List<T>();
        while (await rows.ReadAsync(ct))
            all.Add(read(rows));
        return all;
    }
}
