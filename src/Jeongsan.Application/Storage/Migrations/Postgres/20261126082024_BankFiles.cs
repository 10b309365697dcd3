using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Jeongsan.Application.Storage.Migrations.Postgres
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
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "bank_file_contents",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "text", nullable: false),
                    mode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    bank_file_id = table.Column<string>(type: "text", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bank_file_contents", x => new { x.merchant_id, x.mode, x.bank_file_id });
                });

            migrationBuilder.CreateTable(
                name: "bank_file_results",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "text", nullable: false),
                    mode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    bank_file_id = table.Column<string>(type: "text", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    file_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    sha256 = table.Column<string>(type: "text", nullable: false),
                    succeeded_count = table.Column<int>(type: "integer", nullable: false),
                    failed_count = table.Column<int>(type: "integer", nullable: false),
                    unknown_count = table.Column<int>(type: "integer", nullable: false),
                    reader_id = table.Column<string>(type: "text", nullable: false),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bank_file_results", x => new { x.merchant_id, x.mode, x.bank_file_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "bank_file_rows",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "text", nullable: false),
                    mode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    bank_file_id = table.Column<string>(type: "text", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    payout_id = table.Column<string>(type: "text", nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bank_file_rows", x => new { x.merchant_id, x.mode, x.bank_file_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "bank_files",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "text", nullable: false),
                    mode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    id = table.Column<string>(type: "text", nullable: false),
                    bulk_payout_id = table.Column<string>(type: "text", nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    status_updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    creator_id = table.Column<string>(type: "text", nullable: false),
                    layout = table.Column<string>(type: "text", nullable: false),
                    file_name = table.Column<string>(type: "text", nullable: false),
                    tag = table.Column<string>(type: "text", nullable: false),
                    row_count = table.Column<int>(type: "integer", nullable: false),
                    total_amount = table.Column<long>(type: "bigint", nullable: false),
                    sha256 = table.Column<string>(type: "text", nullable: false),
                    byte_count = table.Column<int>(type: "integer", nullable: false),
                    heard_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    discard_reason = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
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
