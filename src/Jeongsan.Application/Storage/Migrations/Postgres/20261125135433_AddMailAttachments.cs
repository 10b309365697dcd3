using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Jeongsan.Application.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AddMailAttachments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "attachment",
                table: "mailbox",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "attachment_name",
                table: "mailbox",
                type: "text",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "attachment",
                table: "mailbox");

            migrationBuilder.DropColumn(
                name: "attachment_name",
                table: "mailbox");
        }
    }
}
