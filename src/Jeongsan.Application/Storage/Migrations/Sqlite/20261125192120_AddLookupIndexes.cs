using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Jeongsan.Application.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddLookupIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_tax_invoices_recipient_document_key",
                table: "tax_invoices",
                column: "recipient_document_key");

            migrationBuilder.CreateIndex(
                name: "IX_tax_invoices_supplier_document_key",
                table: "tax_invoices",
                column: "supplier_document_key");

            // Accounts are JSON: the index is on what AccountOwner asks for, and no part of the model.
            migrationBuilder.Sql("CREATE INDEX ix_partners_account_number ON partners (merchant_id, mode, json_extract(account, '$.number'))");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP INDEX ix_partners_account_number");

            migrationBuilder.DropIndex(
                name: "IX_tax_invoices_recipient_document_key",
                table: "tax_invoices");

            migrationBuilder.DropIndex(
                name: "IX_tax_invoices_supplier_document_key",
                table: "tax_invoices");
        }
    }
}
