using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Jeongsan.Application.Storage.Migrations.Sqlite
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
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "priority",
                table: "outbox",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateTable(
                name: "agency_accounts",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "TEXT", nullable: false),
                    mode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    member_points = table.Column<long>(type: "INTEGER", nullable: false),
                    partner_points = table.Column<long>(type: "INTEGER", nullable: false),
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
