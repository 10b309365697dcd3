using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Jeongsan.Application.Storage.Migrations.Sqlite
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
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "deposit_memo",
                table: "bulk_payouts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "left_out",
                table: "bulk_payouts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "withdrawal_memo",
                table: "bulk_payouts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "webhook_deliveries",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "TEXT", nullable: false),
                    mode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    endpoint_id = table.Column<string>(type: "TEXT", nullable: false),
                    type = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    answer_status = table.Column<int>(type: "INTEGER", nullable: true),
                    answer_body = table.Column<string>(type: "TEXT", nullable: true),
                    tried_at = table.Column<long>(type: "INTEGER", nullable: true)
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
