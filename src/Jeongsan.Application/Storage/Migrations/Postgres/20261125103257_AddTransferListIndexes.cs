using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Jeongsan.Application.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AddTransferListIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_transfers_merchant_id_mode_partner_id_settlement_date",
                table: "transfers");

            migrationBuilder.DropIndex(
                name: "IX_transfers_merchant_id_mode_partner_settlement_id",
                table: "transfers");

            migrationBuilder.DropIndex(
                name: "IX_transfers_merchant_id_mode_payment_id",
                table: "transfers");

            migrationBuilder.DropIndex(
                name: "IX_transfers_merchant_id_mode_payout_id",
                table: "transfers");

            migrationBuilder.DropIndex(
                name: "IX_transfers_merchant_id_mode_status_settlement_date",
                table: "transfers");

            migrationBuilder.CreateIndex(
                name: "IX_transfers_merchant_id_mode_partner_id_settlement_date_id",
                table: "transfers",
                columns: new[] { "merchant_id", "mode", "partner_id", "settlement_date", "id" },
                descending: new[] { false, false, false, true, false });

            migrationBuilder.CreateIndex(
                name: "IX_transfers_merchant_id_mode_partner_settlement_id",
                table: "transfers",
                columns: new[] { "merchant_id", "mode", "partner_settlement_id" },
                filter: "partner_settlement_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_transfers_merchant_id_mode_payment_id",
                table: "transfers",
                columns: new[] { "merchant_id", "mode", "payment_id" },
                filter: "payment_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_transfers_merchant_id_mode_payout_id",
                table: "transfers",
                columns: new[] { "merchant_id", "mode", "payout_id" },
                filter: "payout_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_transfers_merchant_id_mode_settlement_date_id",
                table: "transfers",
                columns: new[] { "merchant_id", "mode", "settlement_date", "id" },
                descending: new[] { false, false, true, false });

            migrationBuilder.CreateIndex(
                name: "IX_transfers_merchant_id_mode_status_settlement_date_id",
                table: "transfers",
                columns: new[] { "merchant_id", "mode", "status", "settlement_date", "id" },
                descending: new[] { false, false, false, true, false });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_transfers_merchant_id_mode_partner_id_settlement_date_id",
                table: "transfers");

            migrationBuilder.DropIndex(
                name: "IX_transfers_merchant_id_mode_partner_settlement_id",
                table: "transfers");

            migrationBuilder.DropIndex(
                name: "IX_transfers_merchant_id_mode_payment_id",
                table: "transfers");

            migrationBuilder.DropIndex(
                name: "IX_transfers_merchant_id_mode_payout_id",
                table: "transfers");

            migrationBuilder.DropIndex(
                name: "IX_transfers_merchant_id_mode_settlement_date_id",
                table: "transfers");

            migrationBuilder.DropIndex(
                name: "IX_transfers_merchant_id_mode_status_settlement_date_id",
                table: "transfers");

            migrationBuilder.CreateIndex(
                name: "IX_transfers_merchant_id_mode_partner_id_settlement_date",
                table: "transfers",
                columns: new[] { "merchant_id", "mode", "partner_id", "settlement_date" });

            migrationBuilder.CreateIndex(
                name: "IX_transfers_merchant_id_mode_partner_settlement_id",
                table: "transfers",
                columns: new[] { "merchant_id", "mode", "partner_settlement_id" });

            migrationBuilder.CreateIndex(
                name: "IX_transfers_merchant_id_mode_payment_id",
                table: "transfers",
                columns: new[] { "merchant_id", "mode", "payment_id" });

            migrationBuilder.CreateIndex(
                name: "IX_transfers_merchant_id_mode_payout_id",
                table: "transfers",
                columns: new[] { "merchant_id", "mode", "payout_id" });

            migrationBuilder.CreateIndex(
                name: "IX_transfers_merchant_id_mode_status_settlement_date",
                table: "transfers",
                columns: new[] { "merchant_id", "mode", "status", "settlement_date" });
        }
    }
}
