namespace Jeongsan.Popbill.Emulator.Gateway;

internal static class GatewaySchema
{
    public const string Script = """
        CREATE TABLE IF NOT EXISTS nts_issuers (registration TEXT PRIMARY KEY, business TEXT NOT NULL, name TEXT NOT NULL, signing BLOB NOT NULL, encryption BLOB NOT NULL);
        CREATE TABLE IF NOT EXISTS nts_submissions (
            submit_id TEXT PRIMARY KEY, registration TEXT NOT NULL REFERENCES nts_issuers, reply_to TEXT NOT NULL, receipt_id TEXT NOT NULL UNIQUE, received_at TEXT NOT NULL,
            result_id TEXT NOT NULL UNIQUE, results BLOB NOT NULL, sends INTEGER NOT NULL DEFAULT 0, next_at TEXT, delivered_at TEXT);
        CREATE INDEX IF NOT EXISTS nts_submissions_due ON nts_submissions (next_at) WHERE next_at IS NOT NULL;
        CREATE TABLE IF NOT EXISTS nts_documents (approval_number TEXT PRIMARY KEY, supplier TEXT NOT NULL, submit_id TEXT NOT NULL REFERENCES nts_submissions, xml BLOB NOT NULL);
        """;
}
