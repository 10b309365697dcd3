using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Jeongsan.Application.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AddPayoutRowsAndWebhookDeliveries : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "settlement_ids",
                table: "payouts",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "deposit_memo",
                table: "bulk_payouts",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "left_out",
                table: "bulk_payouts",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "withdrawal_memo",
                table: "bulk_payouts",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "webhook_deliveries",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "text", nullable: false),
                    mode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    id = table.Column<string>(type: "text", nullable: false),
                    endpoint_id = table.Column<string>(type: "text", nullable: false),
                    type = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    answer_status = table.Column<int>(type: "integer", nullable: true),
                    answer_body = table.Column<string>(type: "text", nullable: true),
                    tried_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_webhook_deliveries", x => new { x.merchant_id, x.mode, x.id });
                });

            migrationBuilder.CreateIndex(
                name: "IX_webhook_deliveries_merchant_id_mode_endpoint_id_created_at",
                table: "webhook_deliveries",
                columns: new[] { "merchant_id", "mode", "endpoint_id", "created_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "webhook_deliveries");

            migrationBuilder.DropColumn(
                name: "settlement_ids",
                table: "payouts");

            migrationBuilder.DropColumn(
                name: "deposit_memo",
                table: "bulk_payouts");

            migrationBuilder.DropColumn(
                name: "left_out",
                table: "bulk_payouts");

            migrationBuilder.DropColumn(
                name: "withdrawal_memo",
                table: "bulk_payouts");
        }
    }
}
