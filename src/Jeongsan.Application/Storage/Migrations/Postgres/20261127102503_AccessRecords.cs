using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Jeongsan.Application.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AccessRecords : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "access_records",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "text", nullable: false),
                    mode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    actor_id = table.Column<string>(type: "text", nullable: false),
                    network_address = table.Column<string>(type: "text", nullable: false),
                    operation = table.Column<string>(type: "text", nullable: false),
                    target = table.Column<string>(type: "text", nullable: false),
                    items = table.Column<string>(type: "text", nullable: false),
                    subjects = table.Column<string>(type: "text", nullable: false),
                    subject_count = table.Column<int>(type: "integer", nullable: true),
                    hash = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_access_records", x => new { x.merchant_id, x.mode, x.number });
                });

            migrationBuilder.CreateIndex(
                name: "IX_access_records_merchant_id_mode_actor_id_at",
                table: "access_records",
                columns: new[] { "merchant_id", "mode", "actor_id", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_access_records_merchant_id_mode_at",
                table: "access_records",
                columns: new[] { "merchant_id", "mode", "at" });

            migrationBuilder.Sql("CREATE TRIGGER access_records_keeps BEFORE UPDATE OR DELETE OR TRUNCATE ON access_records FOR EACH STATEMENT EXECUTE FUNCTION only_added_to()");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "access_records");
        }
    }
}
