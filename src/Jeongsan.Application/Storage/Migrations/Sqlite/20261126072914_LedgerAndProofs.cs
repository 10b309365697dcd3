using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Jeongsan.Application.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class LedgerAndProofs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "audit_proofs",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "TEXT", nullable: false),
                    mode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    difference_count = table.Column<int>(type: "INTEGER", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", nullable: false),
                    signature = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_proofs", x => new { x.merchant_id, x.mode, x.number });
                });

            migrationBuilder.CreateTable(
                name: "ledger_lines",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    merchant_id = table.Column<string>(type: "TEXT", nullable: false),
                    mode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    entry = table.Column<string>(type: "TEXT", nullable: false),
                    account = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    currency = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    subject_id = table.Column<string>(type: "TEXT", nullable: false),
                    partner_id = table.Column<string>(type: "TEXT", nullable: true),
                    what = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_lines", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "proof_keys",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "TEXT", nullable: false),
                    mode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    public_key = table.Column<byte[]>(type: "BLOB", nullable: false),
                    sealed_private_key = table.Column<byte[]>(type: "BLOB", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_proof_keys", x => new { x.merchant_id, x.mode });
                });

            migrationBuilder.CreateIndex(
                name: "IX_ledger_lines_merchant_id_mode_account_sequence",
                table: "ledger_lines",
                columns: new[] { "merchant_id", "mode", "account", "sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_ledger_lines_merchant_id_mode_sequence",
                table: "ledger_lines",
                columns: new[] { "merchant_id", "mode", "sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_ledger_lines_merchant_id_mode_subject_subject_id_sequence",
                table: "ledger_lines",
                columns: new[] { "merchant_id", "mode", "subject", "subject_id", "sequence" });

            foreach (var (table, change) in new[] { "ledger_lines", "audit_proofs" }.SelectMany(table => new[] { "UPDATE", "DELETE" }.Select(change => (table, change))))
            {
                migrationBuilder.Sql($"CREATE TRIGGER {table}_keeps_{change.ToLowerInvariant()} BEFORE {change} ON {table} BEGIN SELECT RAISE(ABORT, '{table} is only added to'); END");
            }
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit_proofs");

            migrationBuilder.DropTable(
                name: "ledger_lines");

            migrationBuilder.DropTable(
                name: "proof_keys");
        }
    }
}
