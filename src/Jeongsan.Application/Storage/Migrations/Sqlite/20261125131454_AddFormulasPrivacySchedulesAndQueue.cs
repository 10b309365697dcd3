using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Jeongsan.Application.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddFormulasPrivacySchedulesAndQueue : Migration
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

            migrationBuilder.DropIndex(
                name: "IX_outbox_state_due_at",
                table: "outbox");

            migrationBuilder.AddColumn<int>(
                name: "formula_version",
                table: "transfers",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AlterColumn<string>(
                name: "tax_invoice_id",
                table: "supplier_links",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "TEXT");

            migrationBuilder.AddColumn<string>(
                name: "kind",
                table: "supplier_links",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "partner_id",
                table: "supplier_links",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "formula_times",
                table: "platform_settings",
                type: "TEXT",
                nullable: true);

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
                name: "set_up_at",
                table: "own_companies",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "cargo",
                table: "outbox",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "lane",
                table: "outbox",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "priority",
                table: "outbox",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

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
                name: "agency_accounts",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "TEXT", nullable: false),
                    mode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    member_points = table.Column<long>(type: "INTEGER", nullable: false),
                    partner_points = table.Column<long>(type: "INTEGER", nullable: false),
                    is_paid_by_partner = table.Column<bool>(type: "INTEGER", nullable: false),
                    unit_cost = table.Column<long>(type: "INTEGER", nullable: false),
                    issues_ahead = table.Column<int>(type: "INTEGER", nullable: false),
                    seen_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_agency_accounts", x => new { x.merchant_id, x.mode });
                });

            migrationBuilder.CreateTable(
                name: "agency_watches",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "TEXT", nullable: false),
                    mode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: false),
                    looked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    hinted_at = table.Column<long>(type: "INTEGER", nullable: true),
                    quiet_looks = table.Column<int>(type: "INTEGER", nullable: false),
                    different_looks = table.Column<int>(type: "INTEGER", nullable: false),
                    difference = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_agency_watches", x => new { x.merchant_id, x.mode, x.id });
                });

            migrationBuilder.CreateTable(
                name: "bulk_task_items",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "TEXT", nullable: false),
                    mode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    task_id = table.Column<string>(type: "TEXT", nullable: false),
                    partner_id = table.Column<string>(type: "TEXT", nullable: false),
                    index = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: true),
                    words = table.Column<string>(type: "TEXT", nullable: true),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bulk_task_items", x => new { x.merchant_id, x.mode, x.task_id, x.partner_id });
                });

            migrationBuilder.CreateTable(
                name: "bulk_tasks",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "TEXT", nullable: false),
                    mode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    state_changed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    created_by = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bulk_tasks", x => new { x.merchant_id, x.mode, x.id });
                });

            migrationBuilder.CreateTable(
                name: "company_certificates",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "TEXT", nullable: false),
                    mode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    business_number = table.Column<string>(type: "TEXT", nullable: false),
                    partner_id = table.Column<string>(type: "TEXT", nullable: true),
                    health = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: true),
                    registered_at = table.Column<long>(type: "INTEGER", nullable: true),
                    issuer_name = table.Column<string>(type: "TEXT", nullable: true),
                    looked_at = table.Column<long>(type: "INTEGER", nullable: true),
                    look_due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    reminded_days = table.Column<int>(type: "INTEGER", nullable: true),
                    reminded_of = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_company_certificates", x => new { x.merchant_id, x.mode, x.business_number });
                });

            migrationBuilder.CreateTable(
                name: "disclosures",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "TEXT", nullable: false),
                    mode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    message_key = table.Column<string>(type: "TEXT", nullable: false),
                    message_type = table.Column<string>(type: "TEXT", nullable: false),
                    processor_id = table.Column<string>(type: "TEXT", nullable: false),
                    subject_kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    subject_id = table.Column<string>(type: "TEXT", nullable: false),
                    work = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    items = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_disclosures", x => new { x.merchant_id, x.mode, x.message_key });
                });

            migrationBuilder.CreateTable(
                name: "imports",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "TEXT", nullable: false),
                    mode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    file_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    guard = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    row_count = table.Column<int>(type: "INTEGER", nullable: false),
                    item_count = table.Column<int>(type: "INTEGER", nullable: false),
                    actor_kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    actor_id = table.Column<string>(type: "TEXT", nullable: false),
                    imported_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_imports", x => new { x.merchant_id, x.mode, x.id });
                });

            migrationBuilder.CreateTable(
                name: "partner_notices",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "TEXT", nullable: false),
                    mode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    partner_id = table.Column<string>(type: "TEXT", nullable: false),
                    channel = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    register_revision = table.Column<int>(type: "INTEGER", nullable: false),
                    notice_number = table.Column<int>(type: "INTEGER", nullable: false),
                    delivery = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    fail_reason = table.Column<string>(type: "TEXT", nullable: true),
                    where = table.Column<string>(type: "TEXT", nullable: false),
                    contract_date = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    delivered_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_partner_notices", x => new { x.merchant_id, x.mode, x.id });
                });

            migrationBuilder.CreateTable(
                name: "processors",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "TEXT", nullable: false),
                    mode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    parent_id = table.Column<string>(type: "TEXT", nullable: true),
                    status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    country = table.Column<string>(type: "TEXT", nullable: false),
                    works = table.Column<string>(type: "TEXT", nullable: false),
                    items = table.Column<string>(type: "TEXT", nullable: false),
                    contract_date = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    contract_file = table.Column<string>(type: "TEXT", nullable: true),
                    contract_points = table.Column<string>(type: "TEXT", nullable: false),
                    sub_consent = table.Column<string>(type: "TEXT", nullable: true),
                    active_since = table.Column<long>(type: "INTEGER", nullable: true),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    register_revision = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_processors", x => new { x.merchant_id, x.mode, x.id });
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
                name: "published_notices",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "TEXT", nullable: false),
                    mode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    register_revision = table.Column<int>(type: "INTEGER", nullable: false),
                    wording = table.Column<string>(type: "TEXT", nullable: false),
                    published_at = table.Column<long>(type: "INTEGER", nullable: false),
                    published_by = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_published_notices", x => new { x.merchant_id, x.mode, x.number });
                });

            migrationBuilder.CreateTable(
                name: "settlement_formula_versions",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "TEXT", nullable: false),
                    mode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    texts = table.Column<string>(type: "TEXT", nullable: false),
                    applies_from = table.Column<long>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    memo = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    cancelled_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_settlement_formula_versions", x => new { x.merchant_id, x.mode, x.number });
                });

            migrationBuilder.CreateTable(
                name: "terms_bases",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "TEXT", nullable: false),
                    mode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    document = table.Column<string>(type: "TEXT", nullable: false),
                    document_date = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    notice_number = table.Column<int>(type: "INTEGER", nullable: false),
                    register_revision = table.Column<int>(type: "INTEGER", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    recorded_by = table.Column<string>(type: "TEXT", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_terms_bases", x => new { x.merchant_id, x.mode, x.id });
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

            migrationBuilder.CreateIndex(
                name: "IX_partners_merchant_id_mode_scheduled_at",
                table: "partners",
                columns: new[] { "merchant_id", "mode", "scheduled_at" });

            migrationBuilder.CreateIndex(
                name: "IX_outbox_state_lane_priority_due_at_sequence",
                table: "outbox",
                columns: new[] { "state", "lane", "priority", "due_at", "sequence" });

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

            migrationBuilder.CreateIndex(
                name: "IX_agency_watches_merchant_id_mode_different_looks",
                table: "agency_watches",
                columns: new[] { "merchant_id", "mode", "different_looks" });

            migrationBuilder.CreateIndex(
                name: "IX_bulk_task_items_merchant_id_mode_partner_id_state",
                table: "bulk_task_items",
                columns: new[] { "merchant_id", "mode", "partner_id", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_bulk_task_items_merchant_id_mode_task_id_state_index",
                table: "bulk_task_items",
                columns: new[] { "merchant_id", "mode", "task_id", "state", "index" });

            migrationBuilder.CreateIndex(
                name: "IX_bulk_tasks_merchant_id_mode_state",
                table: "bulk_tasks",
                columns: new[] { "merchant_id", "mode", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_company_certificates_merchant_id_mode_expires_at",
                table: "company_certificates",
                columns: new[] { "merchant_id", "mode", "expires_at" });

            migrationBuilder.CreateIndex(
                name: "IX_company_certificates_merchant_id_mode_look_due_on",
                table: "company_certificates",
                columns: new[] { "merchant_id", "mode", "look_due_on" });

            migrationBuilder.CreateIndex(
                name: "IX_company_certificates_merchant_id_mode_partner_id",
                table: "company_certificates",
                columns: new[] { "merchant_id", "mode", "partner_id" });

            migrationBuilder.CreateIndex(
                name: "IX_disclosures_merchant_id_mode_at",
                table: "disclosures",
                columns: new[] { "merchant_id", "mode", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_disclosures_merchant_id_mode_subject_kind_subject_id_at",
                table: "disclosures",
                columns: new[] { "merchant_id", "mode", "subject_kind", "subject_id", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_imports_merchant_id_mode_imported_at",
                table: "imports",
                columns: new[] { "merchant_id", "mode", "imported_at" });

            migrationBuilder.CreateIndex(
                name: "IX_imports_merchant_id_mode_kind_guard",
                table: "imports",
                columns: new[] { "merchant_id", "mode", "kind", "guard" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_partner_notices_merchant_id_mode_delivery",
                table: "partner_notices",
                columns: new[] { "merchant_id", "mode", "delivery" });

            migrationBuilder.CreateIndex(
                name: "IX_partner_notices_merchant_id_mode_partner_id_register_revision",
                table: "partner_notices",
                columns: new[] { "merchant_id", "mode", "partner_id", "register_revision" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "account_transfers");

            migrationBuilder.DropTable(
                name: "agency_accounts");

            migrationBuilder.DropTable(
                name: "agency_watches");

            migrationBuilder.DropTable(
                name: "bulk_task_items");

            migrationBuilder.DropTable(
                name: "bulk_tasks");

            migrationBuilder.DropTable(
                name: "company_certificates");

            migrationBuilder.DropTable(
                name: "disclosures");

            migrationBuilder.DropTable(
                name: "imports");

            migrationBuilder.DropTable(
                name: "partner_notices");

            migrationBuilder.DropTable(
                name: "processors");

            migrationBuilder.DropTable(
                name: "property_definitions");

            migrationBuilder.DropTable(
                name: "published_notices");

            migrationBuilder.DropTable(
                name: "settlement_formula_versions");

            migrationBuilder.DropTable(
                name: "terms_bases");

            migrationBuilder.DropTable(
                name: "used_verifications");

            migrationBuilder.DropTable(
                name: "versions");

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

            migrationBuilder.DropIndex(
                name: "IX_partners_merchant_id_mode_scheduled_at",
                table: "partners");

            migrationBuilder.DropIndex(
                name: "IX_outbox_state_lane_priority_due_at_sequence",
                table: "outbox");

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
                name: "formula_version",
                table: "transfers");

            migrationBuilder.DropColumn(
                name: "kind",
                table: "supplier_links");

            migrationBuilder.DropColumn(
                name: "partner_id",
                table: "supplier_links");

            migrationBuilder.DropColumn(
                name: "formula_times",
                table: "platform_settings");

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
                name: "set_up_at",
                table: "own_companies");

            migrationBuilder.DropColumn(
                name: "cargo",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "lane",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "priority",
                table: "outbox");

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

            migrationBuilder.AlterColumn<string>(
                name: "tax_invoice_id",
                table: "supplier_links",
                type: "TEXT",
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "TEXT",
                oldNullable: true);

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

            migrationBuilder.CreateIndex(
                name: "IX_outbox_state_due_at",
                table: "outbox",
                columns: new[] { "state", "due_at" });
        }
    }
}
