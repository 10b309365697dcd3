using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Jeongsan.Application.Storage.Migrations.Sqlite
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
                    merchant_id = table.Column<string>(type: "TEXT", nullable: false),
                    mode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    incident_id = table.Column<string>(type: "TEXT", nullable: false),
                    subject_kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    subject_id = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_incident_affected", x => new { x.merchant_id, x.mode, x.incident_id, x.subject_kind, x.subject_id });
                });

            migrationBuilder.CreateTable(
                name: "incidents",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "TEXT", nullable: false),
                    mode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    known_at = table.Column<long>(type: "INTEGER", nullable: false),
                    what = table.Column<string>(type: "TEXT", nullable: false),
                    begun = table.Column<long>(type: "INTEGER", nullable: true),
                    ended = table.Column<long>(type: "INTEGER", nullable: true),
                    certainty = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    items = table.Column<string>(type: "TEXT", nullable: false),
                    has_sensitive = table.Column<bool>(type: "INTEGER", nullable: false),
                    by_intrusion = table.Column<bool>(type: "INTEGER", nullable: false),
                    chosen_by = table.Column<string>(type: "TEXT", nullable: true),
                    affected_count = table.Column<int>(type: "INTEGER", nullable: false),
                    others_count = table.Column<int>(type: "INTEGER", nullable: false),
                    notice = table.Column<string>(type: "TEXT", nullable: false),
                    told_text = table.Column<string>(type: "TEXT", nullable: true),
                    told_at = table.Column<long>(type: "INTEGER", nullable: true),
                    reported_at = table.Column<long>(type: "INTEGER", nullable: true),
                    receipt_number = table.Column<string>(type: "TEXT", nullable: true),
                    summary = table.Column<string>(type: "TEXT", nullable: true),
                    closed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    recorded_by = table.Column<string>(type: "TEXT", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_incidents", x => new { x.merchant_id, x.mode, x.id });
                });

            migrationBuilder.CreateTable(
                name: "legal_notices",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "TEXT", nullable: false),
                    mode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    owner_id = table.Column<string>(type: "TEXT", nullable: false),
                    partner_id = table.Column<string>(type: "TEXT", nullable: false),
                    to = table.Column<string>(type: "TEXT", nullable: true),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: true),
                    delivery = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    attempt = table.Column<int>(type: "INTEGER", nullable: false),
                    fail_reason = table.Column<string>(type: "TEXT", nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    delivered_at = table.Column<long>(type: "INTEGER", nullable: true),
                    told_how = table.Column<string>(type: "TEXT", nullable: true),
                    told_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_legal_notices", x => new { x.merchant_id, x.mode, x.id });
                });

            migrationBuilder.CreateTable(
                name: "processing_stops",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "TEXT", nullable: false),
                    mode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    partner_id = table.Column<string>(type: "TEXT", nullable: false),
                    request_id = table.Column<string>(type: "TEXT", nullable: false),
                    stopped_at = table.Column<long>(type: "INTEGER", nullable: false),
                    stopped_by = table.Column<string>(type: "TEXT", nullable: false),
                    lifted_at = table.Column<long>(type: "INTEGER", nullable: true),
                    lifted_by = table.Column<string>(type: "TEXT", nullable: true),
                    lift_reason = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_processing_stops", x => new { x.merchant_id, x.mode, x.id });
                });

            migrationBuilder.CreateTable(
                name: "subject_requests",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "TEXT", nullable: false),
                    mode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    partner_id = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    channel = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    received_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    asked = table.Column<string>(type: "TEXT", nullable: false),
                    recorded_by = table.Column<string>(type: "TEXT", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    identity_method = table.Column<string>(type: "TEXT", nullable: true),
                    identified_by = table.Column<string>(type: "TEXT", nullable: true),
                    identified_at = table.Column<long>(type: "INTEGER", nullable: true),
                    deferred_until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    deferral_reason = table.Column<string>(type: "TEXT", nullable: true),
                    exported_at = table.Column<long>(type: "INTEGER", nullable: true),
                    ground = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    words = table.Column<string>(type: "TEXT", nullable: true),
                    corrections = table.Column<string>(type: "TEXT", nullable: false),
                    erased = table.Column<string>(type: "TEXT", nullable: true),
                    kept = table.Column<string>(type: "TEXT", nullable: true),
                    decided_by = table.Column<string>(type: "TEXT", nullable: true),
                    decided_at = table.Column<long>(type: "INTEGER", nullable: true),
                    answered_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
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
