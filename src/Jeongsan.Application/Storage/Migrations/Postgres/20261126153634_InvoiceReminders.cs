using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Jeongsan.Application.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class InvoiceReminders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "reminded",
                table: "tax_invoices",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "reminded_at",
                table: "tax_invoices",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "reminds_of_deadlines",
                table: "platform_settings",
                type: "boolean",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "reminded",
                table: "tax_invoices");

            migrationBuilder.DropColumn(
                name: "reminded_at",
                table: "tax_invoices");

            migrationBuilder.DropColumn(
                name: "reminds_of_deadlines",
                table: "platform_settings");
        }
    }
}
