using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Jeongsan.Application.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class PayeeChecks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "payee_check_age_days_max",
                table: "platform_settings",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "pays_after_invoice",
                table: "contracts",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "payee_checks",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "text", nullable: false),
                    mode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    partner_id = table.Column<string>(type: "text", nullable: false),
                    account_digest = table.Column<string>(type: "text", nullable: true),
                    account = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    found_holder = table.Column<string>(type: "text", nullable: true),
                    account_checked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    is_account_asked = table.Column<bool>(type: "boolean", nullable: false),
                    business_number = table.Column<string>(type: "text", nullable: true),
                    business = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    business_checked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    is_business_asked = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payee_checks", x => new { x.merchant_id, x.mode, x.partner_id });
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "payee_checks");

            migrationBuilder.DropColumn(
                name: "payee_check_age_days_max",
                table: "platform_settings");

            migrationBuilder.DropColumn(
                name: "pays_after_invoice",
                table: "contracts");
        }
    }
}
