using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Jeongsan.Application.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class SettlementStatements : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "PK_bulk_task_items",
                table: "bulk_task_items");

            migrationBuilder.AddColumn<string>(
                name: "statement_sending_id",
                table: "supplier_links",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "template_id",
                table: "bulk_tasks",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "payout_id",
                table: "bulk_task_items",
                type: "text",
                nullable: true);

            migrationBuilder.AddPrimaryKey(
                name: "PK_bulk_task_items",
                table: "bulk_task_items",
                columns: new[] { "merchant_id", "mode", "task_id", "index" });

            migrationBuilder.CreateTable(
                name: "statement_sendings",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "text", nullable: false),
                    mode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    id = table.Column<string>(type: "text", nullable: false),
                    payout_id = table.Column<string>(type: "text", nullable: false),
                    bulk_payout_id = table.Column<string>(type: "text", nullable: false),
                    partner_id = table.Column<string>(type: "text", nullable: false),
                    partner_name = table.Column<string>(type: "text", nullable: false),
                    template_id = table.Column<string>(type: "text", nullable: false),
                    terms = table.Column<string>(type: "text", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    attempt = table.Column<int>(type: "integer", nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    email = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    fail_reason = table.Column<string>(type: "text", nullable: true),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    bulk_task_id = table.Column<string>(type: "text", nullable: true),
                    bulk_task_index = table.Column<int>(type: "integer", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_statement_sendings", x => new { x.merchant_id, x.mode, x.id });
                });

            migrationBuilder.CreateTable(
                name: "statement_templates",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "text", nullable: false),
                    mode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    id = table.Column<string>(type: "text", nullable: false),
                    terms = table.Column<string>(type: "text", nullable: false),
                    is_default = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_statement_templates", x => new { x.merchant_id, x.mode, x.id });
                });

            migrationBuilder.CreateIndex(
                name: "IX_supplier_links_merchant_id_mode_statement_sending_id",
                table: "supplier_links",
                columns: new[] { "merchant_id", "mode", "statement_sending_id" },
                filter: "statement_sending_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_statement_sendings_merchant_id_mode_bulk_payout_id",
                table: "statement_sendings",
                columns: new[] { "merchant_id", "mode", "bulk_payout_id" });

            migrationBuilder.CreateIndex(
                name: "IX_statement_sendings_merchant_id_mode_created_at",
                table: "statement_sendings",
                columns: new[] { "merchant_id", "mode", "created_at" });

            migrationBuilder.CreateIndex(
                name: "IX_statement_sendings_merchant_id_mode_partner_id_created_at",
                table: "statement_sendings",
                columns: new[] { "merchant_id", "mode", "partner_id", "created_at" });

            migrationBuilder.CreateIndex(
                name: "IX_statement_sendings_merchant_id_mode_payout_id_number",
                table: "statement_sendings",
                columns: new[] { "merchant_id", "mode", "payout_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_statement_sendings_merchant_id_mode_status_created_at",
                table: "statement_sendings",
                columns: new[] { "merchant_id", "mode", "status", "created_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "statement_sendings");

            migrationBuilder.DropTable(
                name: "statement_templates");

            migrationBuilder.DropIndex(
                name: "IX_supplier_links_merchant_id_mode_statement_sending_id",
                table: "supplier_links");

            migrationBuilder.DropPrimaryKey(
                name: "PK_bulk_task_items",
                table: "bulk_task_items");

            migrationBuilder.DropColumn(
                name: "statement_sending_id",
                table: "supplier_links");

            migrationBuilder.DropColumn(
                name: "template_id",
                table: "bulk_tasks");

            migrationBuilder.DropColumn(
                name: "payout_id",
                table: "bulk_task_items");

            migrationBuilder.AddPrimaryKey(
                name: "PK_bulk_task_items",
                table: "bulk_task_items",
                columns: new[] { "merchant_id", "mode", "task_id", "partner_id" });
        }
    }
}
