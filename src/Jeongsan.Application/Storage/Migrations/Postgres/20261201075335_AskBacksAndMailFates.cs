using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Jeongsan.Application.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AskBacksAndMailFates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "repayment_account",
                table: "platform_settings",
                type: "text",
                nullable: true);

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

            migrationBuilder.CreateIndex(
                name: "IX_ask_backs_merchant_id_mode_partner_id_number",
                table: "ask_backs",
                columns: new[] { "merchant_id", "mode", "partner_id", "number" },
                unique: true);

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

            migrationBuilder.CreateIndex(
                name: "IX_mail_deliveries_merchant_id_mode_about_subject_about_id",
                table: "mail_deliveries",
                columns: new[] { "merchant_id", "mode", "about_subject", "about_id" });

            migrationBuilder.CreateIndex(
                name: "IX_mail_deliveries_merchant_id_mode_is_open_subject_kind_subje~",
                table: "mail_deliveries",
                columns: new[] { "merchant_id", "mode", "is_open", "subject_kind", "subject_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "mail_deliveries");

            migrationBuilder.DropTable(
                name: "ask_backs");

            migrationBuilder.DropColumn(
                name: "repayment_account",
                table: "platform_settings");
        }
    }
}
