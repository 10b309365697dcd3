using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Jeongsan.Application.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class SubjectRequestsAndIncidents : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
                name: "incident_affected");

            migrationBuilder.DropTable(
                name: "incidents");

            migrationBuilder.DropTable(
                name: "legal_notices");

            migrationBuilder.DropTable(
                name: "processing_stops");

            migrationBuilder.DropTable(
                name: "subject_requests");
        }
    }
}
