using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Jeongsan.Application.Storage.Migrations.Sqlite
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
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "reminded_at",
                table: "tax_invoices",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "reminds_of_deadlines",
                table: "platform_settings",
                type: "INTEGER",
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
