using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Jeongsan.Application.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ProcessorEvidence : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "processor_evidence",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "TEXT", nullable: false),
                    mode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    processor_id = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    words = table.Column<string>(type: "TEXT", nullable: false),
                    file_name = table.Column<string>(type: "TEXT", nullable: true),
                    file = table.Column<byte[]>(type: "BLOB", nullable: true),
                    file_hash = table.Column<string>(type: "TEXT", nullable: true),
                    recorded_by = table.Column<string>(type: "TEXT", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_processor_evidence", x => new { x.merchant_id, x.mode, x.id });
                });

            migrationBuilder.CreateIndex(
                name: "IX_processor_evidence_merchant_id_mode_processor_id_on",
                table: "processor_evidence",
                columns: new[] { "merchant_id", "mode", "processor_id", "on" });

            // But for the file's seal, which changes with the key.
            migrationBuilder.Sql("CREATE TRIGGER processor_evidence_keeps_delete BEFORE DELETE ON processor_evidence BEGIN SELECT RAISE(ABORT, 'processor_evidence is only added to'); END");
            migrationBuilder.Sql("""
                CREATE TRIGGER processor_evidence_keeps_update BEFORE UPDATE OF merchant_id, mode, id, processor_id, kind, "on", words, file_name, file_hash, recorded_by, recorded_at ON processor_evidence
                BEGIN SELECT RAISE(ABORT, 'processor_evidence is only added to'); END
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "processor_evidence");
        }
    }
}
