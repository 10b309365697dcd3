using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Jeongsan.Application.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AddAgencyQueue : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_outbox_state_due_at",
                table: "outbox");

            migrationBuilder.AddColumn<string>(
                name: "lane",
                table: "outbox",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "priority",
                table: "outbox",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateTable(
                name: "agency_accounts",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "text", nullable: false),
                    mode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    member_points = table.Column<long>(type: "bigint", nullable: false),
                    partner_points = table.Column<long>(type: "bigint", nullable: false),
                    unit_cost = table.Column<long>(type: "bigint", nullable: false),
                    issues_ahead = table.Column<int>(type: "integer", nullable: false),
                    seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_agency_accounts", x => new { x.merchant_id, x.mode });
                });

            migrationBuilder.CreateTable(
                name: "agency_watches",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "text", nullable: false),
                    mode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    id = table.Column<string>(type: "text", nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    looked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    hinted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    quiet_looks = table.Column<int>(type: "integer", nullable: false),
                    different_looks = table.Column<int>(type: "integer", nullable: false),
                    difference = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_agency_watches", x => new { x.merchant_id, x.mode, x.id });
                });

            migrationBuilder.CreateIndex(
                name: "IX_outbox_state_lane_priority_due_at_sequence",
                table: "outbox",
                columns: new[] { "state", "lane", "priority", "due_at", "sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_agency_watches_merchant_id_mode_different_looks",
                table: "agency_watches",
                columns: new[] { "merchant_id", "mode", "different_looks" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "agency_accounts");

            migrationBuilder.DropTable(
                name: "agency_watches");

            migrationBuilder.DropIndex(
                name: "IX_outbox_state_lane_priority_due_at_sequence",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "lane",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "priority",
                table: "outbox");

            migrationBuilder.CreateIndex(
                name: "IX_outbox_state_due_at",
                table: "outbox",
                columns: new[] { "state", "due_at" });
        }
    }
}
