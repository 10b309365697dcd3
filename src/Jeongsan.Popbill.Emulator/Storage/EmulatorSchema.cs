using Microsoft.Data.Sqlite;

namespace Jeongsan.Popbill.Emulator.Storage;

internal static class EmulatorSchema
{
    /// <summary>Columns that came after the first version of their table.</summary>
    private static readonly (string Table, string Column, string Kind)[] Later =
    [
        ("webhooks", "item_key", "TEXT"), ("webhooks", "held", "INTEGER NOT NULL DEFAULT 0"),
        ("point_moves", "item_code", "INTEGER NOT NULL DEFAULT 110"), ("point_moves", "kind", "INTEGER NOT NULL DEFAULT 2"), ("point_moves", "balance", "INTEGER NOT NULL DEFAULT 0"),
    ];

    public static void Prepare(SqliteConnection connection)
    {
        Do(connection, Script + Gateway.GatewaySchema.Script);
        foreach (var (table, column, kind) in Later)
        {
            using var known = connection.CreateCommand();
            known.CommandText = $"SELECT COUNT(*) FROM pragma_table_info('{table}') WHERE name = '{column}'";
            if (known.ExecuteScalar() is 0L) Do(connection, $"ALTER TABLE {table} ADD COLUMN {column} {kind}");
        }
    }

    private static void Do(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private const string Script = """
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA foreign_keys = ON;
        CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL);
        CREATE TABLE IF NOT EXISTS members (corp_num TEXT PRIMARY KEY, login_id TEXT NOT NULL UNIQUE, facts TEXT NOT NULL);
        CREATE TABLE IF NOT EXISTS contacts (corp_num TEXT NOT NULL REFERENCES members, id TEXT NOT NULL UNIQUE, facts TEXT NOT NULL, PRIMARY KEY (corp_num, id));
        CREATE TABLE IF NOT EXISTS certificates (corp_num TEXT PRIMARY KEY REFERENCES members, pfx BLOB, sign_cert BLOB, sign_key BLOB, password TEXT NOT NULL, facts TEXT NOT NULL);
        CREATE TABLE IF NOT EXISTS points (account TEXT PRIMARY KEY, balance INTEGER NOT NULL CHECK (balance >= 0));
        CREATE TABLE IF NOT EXISTS point_moves (id INTEGER PRIMARY KEY, account TEXT NOT NULL, change INTEGER NOT NULL, item_key TEXT NOT NULL, at TEXT NOT NULL);
        CREATE TABLE IF NOT EXISTS invoices (
            item_key TEXT PRIMARY KEY, writer TEXT NOT NULL, state INTEGER NOT NULL, write_date TEXT NOT NULL, reg_dt TEXT NOT NULL, issue_dt TEXT,
            invoicer TEXT NOT NULL, invoicer_key TEXT, invoicee TEXT NOT NULL, invoicee_key TEXT, trustee TEXT, trustee_key TEXT,
            approval_number TEXT, file_at TEXT, form TEXT NOT NULL, facts TEXT NOT NULL, xml BLOB);
        CREATE UNIQUE INDEX IF NOT EXISTS invoices_sell ON invoices (invoicer, invoicer_key) WHERE invoicer_key IS NOT NULL;
        CREATE UNIQUE INDEX IF NOT EXISTS invoices_buy ON invoices (invoicee, invoicee_key) WHERE invoicee_key IS NOT NULL;
        CREATE UNIQUE INDEX IF NOT EXISTS invoices_trustee ON invoices (trustee, trustee_key) WHERE trustee_key IS NOT NULL;
        DROP INDEX IF EXISTS invoices_due;
        CREATE INDEX IF NOT EXISTS invoices_due_in_order ON invoices (file_at, item_key) WHERE file_at IS NOT NULL;
        CREATE TABLE IF NOT EXISTS approvals (number TEXT PRIMARY KEY, item_key TEXT NOT NULL, filed INTEGER NOT NULL DEFAULT 0);
        CREATE TABLE IF NOT EXISTS invoice_logs (id INTEGER PRIMARY KEY, item_key TEXT NOT NULL, facts TEXT NOT NULL);
        CREATE INDEX IF NOT EXISTS invoice_logs_of ON invoice_logs (item_key);
        CREATE TABLE IF NOT EXISTS email_settings (corp_num TEXT NOT NULL, type TEXT NOT NULL, send INTEGER NOT NULL, PRIMARY KEY (corp_num, type));
        CREATE TABLE IF NOT EXISTS mails (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, item_key TEXT, recipient TEXT NOT NULL, subject TEXT NOT NULL, html TEXT NOT NULL, text TEXT NOT NULL, sent_at TEXT NOT NULL);
        CREATE TABLE IF NOT EXISTS webhooks (id INTEGER PRIMARY KEY, mid TEXT NOT NULL UNIQUE, corp_num TEXT NOT NULL, event_type TEXT NOT NULL, body TEXT NOT NULL, sends INTEGER NOT NULL, next_at TEXT, delivered_at TEXT);
        CREATE INDEX IF NOT EXISTS webhooks_due ON webhooks (next_at) WHERE next_at IS NOT NULL;
        CREATE TABLE IF NOT EXISTS requests (id INTEGER PRIMARY KEY, at TEXT NOT NULL, method TEXT NOT NULL, path TEXT NOT NULL, verb TEXT, corp_num TEXT, document_key TEXT, code INTEGER NOT NULL, status INTEGER NOT NULL, fault TEXT);
        CREATE TABLE IF NOT EXISTS businesses (number TEXT PRIMARY KEY, tax_type TEXT, state TEXT, state_date TEXT);
        CREATE TABLE IF NOT EXISTS accounts (bank TEXT NOT NULL, number TEXT NOT NULL, holder TEXT NOT NULL, identity TEXT, PRIMARY KEY (bank, number));
        CREATE TABLE IF NOT EXISTS files (item_key TEXT NOT NULL, file_id TEXT NOT NULL, serial INTEGER NOT NULL, name TEXT NOT NULL, reg_dt TEXT NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (item_key, file_id));
        CREATE TABLE IF NOT EXISTS statements (item_key TEXT NOT NULL, item_code INTEGER NOT NULL, mgt_key TEXT NOT NULL, PRIMARY KEY (item_key, item_code, mgt_key));
        CREATE TABLE IF NOT EXISTS bulks (receipt_id TEXT PRIMARY KEY, corp_num TEXT NOT NULL, submit_id TEXT NOT NULL, ip TEXT NOT NULL, body BLOB NOT NULL, count INTEGER NOT NULL, receipt_dt TEXT NOT NULL, start_dt TEXT, end_dt TEXT, UNIQUE (corp_num, submit_id));
        CREATE INDEX IF NOT EXISTS bulks_open ON bulks (receipt_id) WHERE end_dt IS NULL;
        CREATE TABLE IF NOT EXISTS bulk_results (receipt_id TEXT NOT NULL, n INTEGER NOT NULL, facts TEXT NOT NULL, PRIMARY KEY (receipt_id, n));
        CREATE TABLE IF NOT EXISTS payments (code TEXT PRIMARY KEY, corp_num TEXT NOT NULL, facts TEXT NOT NULL);
        CREATE TABLE IF NOT EXISTS refunds (code TEXT PRIMARY KEY, corp_num TEXT NOT NULL, facts TEXT NOT NULL);
        """;
}
