using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Jeongsan.Application.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddSchedulesAndAccountTransfers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "holiday_edits",
                table: "platform_settings",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "supports_multiple_order_transfers_per_partner",
                table: "platform_settings",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "scheduled_at",
                table: "partners",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "scheduled_change",
                table: "partners",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "scheduled_at",
                table: "discount_share_policies",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "scheduled_change",
                table: "discount_share_policies",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "scheduled_at",
                table: "contracts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "scheduled_change",
                table: "contracts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "scheduled_at",
                table: "additional_fee_policies",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "scheduled_change",
                table: "additional_fee_policies",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "account_transfers",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "TEXT", nullable: false),
                    mode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    type = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    status_updated_at = table.Column<long>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    traded_at = table.Column<long>(type: "INTEGER", nullable: true),
                    currency = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    depositor_name = table.Column<string>(type: "TEXT", nullable: true),
                    recipient = table.Column<string>(type: "TEXT", nullable: true),
                    recipient_holder = table.Column<string>(type: "TEXT", nullable: true),
                    withdrawal_memo = table.Column<string>(type: "TEXT", nullable: true),
                    deposit_memo = table.Column<string>(type: "TEXT", nullable: true),
                    fail_reason = table.Column<string>(type: "TEXT", nullable: true),
                    partner_id = table.Column<string>(type: "TEXT", nullable: true),
                    payout_id = table.Column<string>(type: "TEXT", nullable: true),
                    bulk_payout_id = table.Column<string>(type: "TEXT", nullable: true),
                    sequence_number = table.Column<int>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_account_transfers", x => new { x.merchant_id, x.mode, x.id });
                });

            migrationBuilder.CreateTable(
                name: "property_definitions",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "TEXT", nullable: false),
                    mode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    scope = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    key = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    visibility = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_property_definitions", x => new { x.merchant_id, x.mode, x.scope, x.key });
                });

            migrationBuilder.CreateTable(
                name: "used_verifications",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "TEXT", nullable: false),
                    mode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    digest = table.Column<string>(type: "TEXT", nullable: false),
                    used_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_used_verifications", x => new { x.merchant_id, x.mode, x.digest });
                });

            migrationBuilder.CreateTable(
                name: "versions",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "TEXT", nullable: false),
                    mode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    subject_id = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: false),
                    applied_at = table.Column<long>(type: "INTEGER", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    actor_kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    actor_id = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_versions", x => new { x.merchant_id, x.mode, x.subject, x.subject_id, x.version });
                });

            migrationBuilder.CreateIndex(
                name: "IX_partners_merchant_id_mode_scheduled_at",
                table: "partners",
                columns: new[] { "merchant_id", "mode", "scheduled_at" });

            migrationBuilder.CreateIndex(
                name: "IX_discount_share_policies_merchant_id_mode_scheduled_at",
                table: "discount_share_policies",
                columns: new[] { "merchant_id", "mode", "scheduled_at" });

            migrationBuilder.CreateIndex(
                name: "IX_contracts_merchant_id_mode_scheduled_at",
                table: "contracts",
                columns: new[] { "merchant_id", "mode", "scheduled_at" });

            migrationBuilder.CreateIndex(
                name: "IX_additional_fee_policies_merchant_id_mode_scheduled_at",
                table: "additional_fee_policies",
                columns: new[] { "merchant_id", "mode", "scheduled_at" });

            migrationBuilder.CreateIndex(
                name: "IX_account_transfers_merchant_id_mode_bulk_payout_id",
                table: "account_transfers",
                columns: new[] { "merchant_id", "mode", "bulk_payout_id" });

            migrationBuilder.CreateIndex(
                name: "IX_account_transfers_merchant_id_mode_created_at",
                table: "account_transfers",
                columns: new[] { "merchant_id", "mode", "created_at" });

            migrationBuilder.CreateIndex(
                name: "IX_account_transfers_merchant_id_mode_status",
                table: "account_transfers",
                columns: new[] { "merchant_id", "mode", "status" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "account_transfers");

            migrationBuilder.DropTable(
                name: "property_definitions");

            migrationBuilder.DropTable(
                name: "used_verifications");

            migrationBuilder.DropTable(
                name: "versions");

            migrationBuilder.DropIndex(
                name: "IX_partners_merchant_id_mode_scheduled_at",
                table: "partners");

            migrationBuilder.DropIndex(
                name: "IX_discount_share_policies_merchant_id_mode_scheduled_at",
                table: "discount_share_policies");

            migrationBuilder.DropIndex(
                name: "IX_contracts_merchant_id_mode_scheduled_at",
                table: "contracts");

            migrationBuilder.DropIndex(
                name: "IX_additional_fee_policies_merchant_id_mode_scheduled_at",
                table: "additional_fee_policies");

            migrationBuilder.DropColumn(
                name: "holiday_edits",
                table: "platform_settings");

            migrationBuilder.DropColumn(
                name: "supports_multiple_order_transfers_per_partner",
                table: "platform_settings");

            migrationBuilder.DropColumn(
                name: "scheduled_at",
                table: "partners");

            migrationBuilder.DropColumn(
                name: "scheduled_change",
                table: "partners");

            migrationBuilder.DropColumn(
                name: "scheduled_at",
                table: "discount_share_policies");

            migrationBuilder.DropColumn(
                name: "scheduled_change",
                table: "discount_share_policies");

            migrationBuilder.DropColumn(
                name: "scheduled_at",
                table: "contracts");

            migrationBuilder.DropColumn(
                name: "scheduled_change",
                table: "contracts");

            migrationBuilder.DropColumn(
                name: "scheduled_at",
                table: "additional_fee_policies");

            migrationBuilder.DropColumn(
                name: "scheduled_change",
                table: "additional_fee_policies");
        }
    }
}
