using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Jeongsan.Application.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ConsoleRooms : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "deactivated_at",
                table: "people",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "tax_invoice_id",
                table: "bulk_task_items",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            // By hand: rebuilding the tables would lose their indexes on expressions.
            migrationBuilder.Sql("ALTER TABLE people DROP COLUMN deactivated_at");
            migrationBuilder.Sql("ALTER TABLE bulk_task_items DROP COLUMN tax_invoice_id");
        }
    }
}
