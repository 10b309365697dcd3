using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Jeongsan.Application.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AddPrivacyAndConnecting : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<string>(
                name: "tax_invoice_id",
                table: "supplier_links",
                type: "text",
                nullable: true,
                oldClrType: typeof(string),
                oldType: "text");

            migrationBuilder.AddColumn<string>(
                name: "kind",
                table: "supplier_links",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "partner_id",
                table: "supplier_links",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "set_up_at",
                table: "own_companies",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "cargo",
                table: "outbox",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "bulk_task_items",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "text", nullable: false),
                    mode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    task_id = table.Column<string>(type: "text", nullable: false),
                    partner_id = table.Column<string>(type: "text", nullable: false),
                    index = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true),
                    words = table.Column<string>(type: "text", nullable: true),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bulk_task_items", x => new { x.merchant_id, x.mode, x.task_id, x.partner_id });
                });

            migrationBuilder.CreateTable(
                name: "bulk_tasks",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "text", nullable: false),
                    mode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    id = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state_changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bulk_tasks", x => new { x.merchant_id, x.mode, x.id });
                });

            migrationBuilder.CreateTable(
                name: "company_certificates",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "text", nullable: false),
                    mode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    business_number = table.Column<string>(type: "text", nullable: false),
                    partner_id = table.Column<string>(type: "text", nullable: true),
                    health = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    registered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    issuer_name = table.Column<string>(type: "text", nullable: true),
                    looked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    look_due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    reminded_days = table.Column<int>(type: "integer", nullable: true),
                    reminded_of = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_company_certificates", x => new { x.merchant_id, x.mode, x.business_number });
                });

            migrationBuilder.CreateTable(
                name: "disclosures",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "text", nullable: false),
                    mode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    message_key = table.Column<string>(type: "text", nullable: false),
                    message_type = table.Column<string>(type: "text", nullable: false),
                    processor_id = table.Column<string>(type: "text", nullable: false),
                    subject_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    subject_id = table.Column<string>(type: "text", nullable: false),
                    work = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    items = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_disclosures", x => new { x.merchant_id, x.mode, x.message_key });
                });

            migrationBuilder.CreateTable(
                name: "partner_notices",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "text", nullable: false),
                    mode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    id = table.Column<string>(type: "text", nullable: false),
                    partner_id = table.Column<string>(type: "text", nullable: false),
                    channel = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    register_revision = table.Column<int>(type: "integer", nullable: false),
                    notice_number = table.Column<int>(type: "integer", nullable: false),
                    delivery = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    fail_reason = table.Column<string>(type: "text", nullable: true),
                    where = table.Column<string>(type: "text", nullable: false),
                    contract_date = table.Column<DateOnly>(type: "date", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    delivered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_partner_notices", x => new { x.merchant_id, x.mode, x.id });
                });

            migrationBuilder.CreateTable(
                name: "processors",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "text", nullable: false),
                    mode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    id = table.Column<string>(type: "text", nullable: false),
                    parent_id = table.Column<string>(type: "text", nullable: true),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    country = table.Column<string>(type: "text", nullable: false),
                    works = table.Column<string>(type: "text", nullable: false),
                    items = table.Column<string>(type: "text", nullable: false),
                    contract_date = table.Column<DateOnly>(type: "date", nullable: true),
                    contract_file = table.Column<string>(type: "text", nullable: true),
                    contract_points = table.Column<string>(type: "text", nullable: false),
                    sub_consent = table.Column<string>(type: "text", nullable: true),
                    active_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    register_revision = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_processors", x => new { x.merchant_id, x.mode, x.id });
                });

            migrationBuilder.CreateTable(
                name: "published_notices",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "text", nullable: false),
                    mode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    register_revision = table.Column<int>(type: "integer", nullable: false),
                    wording = table.Column<string>(type: "text", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    published_by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_published_notices", x => new { x.merchant_id, x.mode, x.number });
                });

            migrationBuilder.CreateTable(
                name: "terms_bases",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "text", nullable: false),
                    mode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    id = table.Column<string>(type: "text", nullable: false),
                    document = table.Column<string>(type: "text", nullable: false),
                    document_date = table.Column<DateOnly>(type: "date", nullable: false),
                    notice_number = table.Column<int>(type: "integer", nullable: false),
                    register_revision = table.Column<int>(type: "integer", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<string>(type: "text", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_terms_bases", x => new { x.merchant_id, x.mode, x.id });
                });

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
                name: "IX_partner_notices_merchant_id_mode_delivery",
                table: "partner_notices",
                columns: new[] { "merchant_id", "mode", "delivery" });

            migrationBuilder.CreateIndex(
                name: "IX_partner_notices_merchant_id_mode_partner_id_register_revisi~",
                table: "partner_notices",
                columns: new[] { "merchant_id", "mode", "partner_id", "register_revision" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "bulk_task_items");

            migrationBuilder.DropTable(
                name: "bulk_tasks");

            migrationBuilder.DropTable(
                name: "company_certificates");

            migrationBuilder.DropTable(
                name: "disclosures");

            migrationBuilder.DropTable(
                name: "partner_notices");

            migrationBuilder.DropTable(
                name: "processors");

            migrationBuilder.DropTable(
                name: "published_notices");

            migrationBuilder.DropTable(
                name: "terms_bases");

            migrationBuilder.DropColumn(
                name: "kind",
                table: "supplier_links");

            migrationBuilder.DropColumn(
                name: "partner_id",
                table: "supplier_links");

            migrationBuilder.DropColumn(
                name: "set_up_at",
                table: "own_companies");

            migrationBuilder.DropColumn(
                name: "cargo",
                table: "outbox");

            migrationBuilder.AlterColumn<string>(
                name: "tax_invoice_id",
                table: "supplier_links",
                type: "text",
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "text",
                oldNullable: true);
        }
    }
}
