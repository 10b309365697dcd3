using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Jeongsan.Application.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class BankFiles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "sending",
                table: "platform_settings",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "bank_file_contents",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "TEXT", nullable: false),
                    mode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    bank_file_id = table.Column<string>(type: "TEXT", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bank_file_contents", x => new { x.merchant_id, x.mode, x.bank_file_id });
                });

            migrationBuilder.CreateTable(
                name: "bank_file_results",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "TEXT", nullable: false),
                    mode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    bank_file_id = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    file_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    succeeded_count = table.Column<int>(type: "INTEGER", nullable: false),
                    failed_count = table.Column<int>(type: "INTEGER", nullable: false),
                    unknown_count = table.Column<int>(type: "INTEGER", nullable: false),
                    reader_id = table.Column<string>(type: "TEXT", nullable: false),
                    read_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bank_file_results", x => new { x.merchant_id, x.mode, x.bank_file_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "bank_file_rows",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "TEXT", nullable: false),
                    mode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    bank_file_id = table.Column<string>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    payout_id = table.Column<string>(type: "TEXT", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bank_file_rows", x => new { x.merchant_id, x.mode, x.bank_file_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "bank_files",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "TEXT", nullable: false),
                    mode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    bulk_payout_id = table.Column<string>(type: "TEXT", nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    status_updated_at = table.Column<long>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    creator_id = table.Column<string>(type: "TEXT", nullable: false),
                    layout = table.Column<string>(type: "TEXT", nullable: false),
                    file_name = table.Column<string>(type: "TEXT", nullable: false),
                    tag = table.Column<string>(type: "TEXT", nullable: false),
                    row_count = table.Column<int>(type: "INTEGER", nullable: false),
                    total_amount = table.Column<long>(type: "INTEGER", nullable: false),
                    sha256 = table.Column<string>(type: "TEXT", nullable: false),
                    byte_count = table.Column<int>(type: "INTEGER", nullable: false),
                    heard_at = table.Column<long>(type: "INTEGER", nullable: true),
                    discard_reason = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bank_files", x => new { x.merchant_id, x.mode, x.id });
                });

            migrationBuilder.CreateIndex(
                name: "IX_bank_file_rows_merchant_id_mode_payout_id",
                table: "bank_file_rows",
                columns: new[] { "merchant_id", "mode", "payout_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_bank_files_merchant_id_mode_bulk_payout_id",
                table: "bank_files",
                columns: new[] { "merchant_id", "mode", "bulk_payout_id" });

            migrationBuilder.CreateIndex(
                name: "IX_bank_files_merchant_id_mode_status",
                table: "bank_files",
                columns: new[] { "merchant_id", "mode", "status" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "bank_file_contents");

            migrationBuilder.DropTable(
                name: "bank_file_results");

            migrationBuilder.DropTable(
                name: "bank_file_rows");

            migrationBuilder.DropTable(
                name: "bank_files");

            migrationBuilder.DropColumn(
                name: "sending",
                table: "platform_settings");
        }
    }
}
