using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Jeongsan.Application.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class PersonalData : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "repayment_account",
                table: "platform_settings",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_erased",
                table: "partners",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "ask_backs",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "text", nullable: false),
                    mode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    id = table.Column<string>(type: "text", nullable: false),
                    partner_id = table.Column<string>(type: "text", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    days = table.Column<string>(type: "text", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    account = table.Column<string>(type: "text", nullable: false),
                    email = table.Column<string>(type: "text", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    asked_by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ask_backs", x => new { x.merchant_id, x.mode, x.id });
                });

            migrationBuilder.CreateTable(
                name: "data_keys",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    wrapped = table.Column<byte[]>(type: "bytea", nullable: false),
                    retired_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_data_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "erasures",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "text", nullable: false),
                    mode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    id = table.Column<string>(type: "text", nullable: false),
                    partner_id = table.Column<string>(type: "text", nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    ordered_by = table.Column<string>(type: "text", nullable: false),
                    ordered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    finished_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    keep_until = table.Column<DateOnly>(type: "date", nullable: true),
                    kept = table.Column<string>(type: "text", nullable: true),
                    destroyed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    counts = table.Column<string>(type: "text", nullable: false),
                    certificate = table.Column<string>(type: "text", nullable: true),
                    certificate_hash = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_erasures", x => new { x.merchant_id, x.mode, x.id });
                });

            migrationBuilder.CreateTable(
                name: "incident_affected",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "text", nullable: false),
                    mode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    incident_id = table.Column<string>(type: "text", nullable: false),
                    subject_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    subject_id = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_incident_affected", x => new { x.merchant_id, x.mode, x.incident_id, x.subject_kind, x.subject_id });
                });

            migrationBuilder.CreateTable(
                name: "incidents",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "text", nullable: false),
                    mode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    id = table.Column<string>(type: "text", nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    known_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    what = table.Column<string>(type: "text", nullable: false),
                    begun = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    certainty = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    items = table.Column<string>(type: "text", nullable: false),
                    has_sensitive = table.Column<bool>(type: "boolean", nullable: false),
                    by_intrusion = table.Column<bool>(type: "boolean", nullable: false),
                    chosen_by = table.Column<string>(type: "text", nullable: true),
                    affected_count = table.Column<int>(type: "integer", nullable: false),
                    others_count = table.Column<int>(type: "integer", nullable: false),
                    notice = table.Column<string>(type: "text", nullable: false),
                    told_text = table.Column<string>(type: "text", nullable: true),
                    told_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reported_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    receipt_number = table.Column<string>(type: "text", nullable: true),
                    summary = table.Column<string>(type: "text", nullable: true),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    recorded_by = table.Column<string>(type: "text", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_incidents", x => new { x.merchant_id, x.mode, x.id });
                });

            migrationBuilder.CreateTable(
                name: "legal_notices",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "text", nullable: false),
                    mode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    id = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    owner_id = table.Column<string>(type: "text", nullable: false),
                    partner_id = table.Column<string>(type: "text", nullable: false),
                    to = table.Column<string>(type: "text", nullable: true),
                    title = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: true),
                    delivery = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    attempt = table.Column<int>(type: "integer", nullable: false),
                    fail_reason = table.Column<string>(type: "text", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    delivered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    told_how = table.Column<string>(type: "text", nullable: true),
                    told_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_legal_notices", x => new { x.merchant_id, x.mode, x.id });
                });

            migrationBuilder.CreateTable(
                name: "mail_deliveries",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "text", nullable: false),
                    mode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    subject_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    subject_id = table.Column<string>(type: "text", nullable: false),
                    address_digest = table.Column<string>(type: "text", nullable: false),
                    about_subject = table.Column<string>(type: "text", nullable: true),
                    about_id = table.Column<string>(type: "text", nullable: true),
                    fate = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    problem_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    is_open = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mail_deliveries", x => new { x.merchant_id, x.mode, x.key });
                });

            migrationBuilder.CreateTable(
                name: "processing_stops",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "text", nullable: false),
                    mode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    id = table.Column<string>(type: "text", nullable: false),
                    partner_id = table.Column<string>(type: "text", nullable: false),
                    request_id = table.Column<string>(type: "text", nullable: false),
                    stopped_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    stopped_by = table.Column<string>(type: "text", nullable: false),
                    lifted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lifted_by = table.Column<string>(type: "text", nullable: true),
                    lift_reason = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_processing_stops", x => new { x.merchant_id, x.mode, x.id });
                });

            migrationBuilder.CreateTable(
                name: "published_policies",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "text", nullable: false),
                    mode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    officer = table.Column<string>(type: "text", nullable: false),
                    effective_from = table.Column<DateOnly>(type: "date", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    published_by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_published_policies", x => new { x.merchant_id, x.mode, x.number });
                });

            migrationBuilder.CreateTable(
                name: "subject_requests",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "text", nullable: false),
                    mode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    id = table.Column<string>(type: "text", nullable: false),
                    partner_id = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    channel = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    received_on = table.Column<DateOnly>(type: "date", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    asked = table.Column<string>(type: "text", nullable: false),
                    recorded_by = table.Column<string>(type: "text", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    identity_method = table.Column<string>(type: "text", nullable: true),
                    identified_by = table.Column<string>(type: "text", nullable: true),
                    identified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    deferred_until = table.Column<DateOnly>(type: "date", nullable: true),
                    deferral_reason = table.Column<string>(type: "text", nullable: true),
                    exported_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ground = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    words = table.Column<string>(type: "text", nullable: true),
                    corrections = table.Column<string>(type: "text", nullable: false),
                    erased = table.Column<string>(type: "text", nullable: true),
                    kept = table.Column<string>(type: "text", nullable: true),
                    decided_by = table.Column<string>(type: "text", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_subject_requests", x => new { x.merchant_id, x.mode, x.id });
                });

            migrationBuilder.CreateIndex(
                name: "IX_ask_backs_merchant_id_mode_partner_id_number",
                table: "ask_backs",
                columns: new[] { "merchant_id", "mode", "partner_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_erasures_merchant_id_mode_partner_id",
                table: "erasures",
                columns: new[] { "merchant_id", "mode", "partner_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_erasures_merchant_id_mode_status_keep_until",
                table: "erasures",
                columns: new[] { "merchant_id", "mode", "status", "keep_until" });

            migrationBuilder.CreateIndex(
                name: "IX_incidents_merchant_id_mode_known_at",
                table: "incidents",
                columns: new[] { "merchant_id", "mode", "known_at" });

            migrationBuilder.CreateIndex(
                name: "IX_legal_notices_merchant_id_mode_created_at",
                table: "legal_notices",
                columns: new[] { "merchant_id", "mode", "created_at" });

            migrationBuilder.CreateIndex(
                name: "IX_legal_notices_merchant_id_mode_owner_id_delivery",
                table: "legal_notices",
                columns: new[] { "merchant_id", "mode", "owner_id", "delivery" });

            migrationBuilder.CreateIndex(
                name: "IX_legal_notices_merchant_id_mode_partner_id",
                table: "legal_notices",
                columns: new[] { "merchant_id", "mode", "partner_id" });

            migrationBuilder.CreateIndex(
                name: "IX_mail_deliveries_merchant_id_mode_about_subject_about_id",
                table: "mail_deliveries",
                columns: new[] { "merchant_id", "mode", "about_subject", "about_id" });

            migrationBuilder.CreateIndex(
                name: "IX_mail_deliveries_merchant_id_mode_is_open_subject_kind_subje~",
                table: "mail_deliveries",
                columns: new[] { "merchant_id", "mode", "is_open", "subject_kind", "subject_id" });

            migrationBuilder.CreateIndex(
                name: "IX_processing_stops_merchant_id_mode_partner_id_lifted_at",
                table: "processing_stops",
                columns: new[] { "merchant_id", "mode", "partner_id", "lifted_at" });

            migrationBuilder.CreateIndex(
                name: "IX_subject_requests_merchant_id_mode_partner_id",
                table: "subject_requests",
                columns: new[] { "merchant_id", "mode", "partner_id" });

            migrationBuilder.CreateIndex(
                name: "IX_subject_requests_merchant_id_mode_received_on",
                table: "subject_requests",
                columns: new[] { "merchant_id", "mode", "received_on" });

            migrationBuilder.CreateIndex(
                name: "IX_subject_requests_merchant_id_mode_status",
                table: "subject_requests",
                columns: new[] { "merchant_id", "mode", "status" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ask_backs");

            migrationBuilder.DropTable(
                name: "data_keys");

            migrationBuilder.DropTable(
                name: "erasures");

            migrationBuilder.DropTable(
                name: "incident_affected");

            migrationBuilder.DropTable(
                name: "incidents");

            migrationBuilder.DropTable(
                name: "legal_notices");

            migrationBuilder.DropTable(
                name: "mail_deliveries");

            migrationBuilder.DropTable(
                name: "processing_stops");

            migrationBuilder.DropTable(
                name: "published_policies");

            migrationBuilder.DropTable(
                name: "subject_requests");

            migrationBuilder.DropColumn(
                name: "repayment_account",
                table: "platform_settings");

            migrationBuilder.DropColumn(
                name: "is_erased",
                table: "partners");
        }
    }
}
