using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Jeongsan.Application.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddCounterpartiesAndAttachments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "is_issued_late",
                table: "tax_invoices",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "recipient_counterparty_id",
                table: "tax_invoices",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "supplier_counterparty_id",
                table: "tax_invoices",
                type: "TEXT",
                nullable: true);

            migrationBuilder.Sql(
                """
                UPDATE tax_invoices SET
                    is_issued_late = issued_at IS NOT NULL AND date(issued_at / 1000000, 'unixepoch', '+9 hours') > issuance_due_date,
                    supplier_counterparty_id = COALESCE(json_extract(content, '$.supplier.counterpartyId'), partner_id),
                    recipient_counterparty_id = json_extract(content, '$.recipient.counterpartyId')
                """);

            migrationBuilder.CreateTable(
                name: "counterparties",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "TEXT", nullable: false),
                    mode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    brn = table.Column<string>(type: "TEXT", nullable: false),
                    company_name = table.Column<string>(type: "TEXT", nullable: false),
                    representative_name = table.Column<string>(type: "TEXT", nullable: false),
                    address = table.Column<string>(type: "TEXT", nullable: true),
                    business_type = table.Column<string>(type: "TEXT", nullable: true),
                    business_class = table.Column<string>(type: "TEXT", nullable: true),
                    contact_name = table.Column<string>(type: "TEXT", nullable: false),
                    contact_phone_number = table.Column<string>(type: "TEXT", nullable: true),
                    contact_email = table.Column<string>(type: "TEXT", nullable: false),
                    contact_memo = table.Column<string>(type: "TEXT", nullable: true),
                    additional_contacts = table.Column<string>(type: "TEXT", nullable: false),
                    memo = table.Column<string>(type: "TEXT", nullable: true),
                    nts_connection = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    nts_connected_at = table.Column<long>(type: "INTEGER", nullable: true),
                    nts_connection_failed_reason = table.Column<string>(type: "TEXT", nullable: true),
                    business_status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    business_status_check = table.Column<string>(type: "TEXT", nullable: true),
                    business_info_check = table.Column<string>(type: "TEXT", nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    applied_at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_counterparties", x => new { x.merchant_id, x.mode, x.id });
                });

            migrationBuilder.CreateTable(
                name: "tax_invoice_attachments",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "TEXT", nullable: false),
                    mode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    tax_invoice_id = table.Column<string>(type: "TEXT", nullable: false),
                    file_id = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    size_bytes = table.Column<int>(type: "INTEGER", nullable: false),
                    attached_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tax_invoice_attachments", x => new { x.merchant_id, x.mode, x.id });
                });

            migrationBuilder.CreateTable(
                name: "uploaded_files",
                columns: table => new
                {
                    merchant_id = table.Column<string>(type: "TEXT", nullable: false),
                    mode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    uploaded_at = table.Column<long>(type: "INTEGER", nullable: true),
                    size_bytes = table.Column<int>(type: "INTEGER", nullable: false),
                    content = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_uploaded_files", x => new { x.merchant_id, x.mode, x.id });
                });

            migrationBuilder.CreateIndex(
                name: "IX_tax_invoices_merchant_id_mode_recipient_counterparty_id",
                table: "tax_invoices",
                columns: new[] { "merchant_id", "mode", "recipient_counterparty_id" });

            migrationBuilder.CreateIndex(
                name: "IX_tax_invoices_merchant_id_mode_supplier_counterparty_id",
                table: "tax_invoices",
                columns: new[] { "merchant_id", "mode", "supplier_counterparty_id" });

            migrationBuilder.CreateIndex(
                name: "IX_counterparties_merchant_id_mode_brn",
                table: "counterparties",
                columns: new[] { "merchant_id", "mode", "brn" });

            migrationBuilder.CreateIndex(
                name: "IX_counterparties_merchant_id_mode_nts_connection",
                table: "counterparties",
                columns: new[] { "merchant_id", "mode", "nts_connection" });

            migrationBuilder.CreateIndex(
                name: "IX_tax_invoice_attachments_merchant_id_mode_file_id",
                table: "tax_invoice_attachments",
                columns: new[] { "merchant_id", "mode", "file_id" });

            migrationBuilder.CreateIndex(
                name: "IX_tax_invoice_attachments_merchant_id_mode_tax_invoice_id",
                table: "tax_invoice_attachments",
                columns: new[] { "merchant_id", "mode", "tax_invoice_id" });

            migrationBuilder.CreateIndex(
                name: "IX_uploaded_files_merchant_id_mode_created_at",
                table: "uploaded_files",
                columns: new[] { "merchant_id", "mode", "created_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "counterparties");

            migrationBuilder.DropTable(
                name: "tax_invoice_attachments");

            migrationBuilder.DropTable(
                name: "uploaded_files");

            migrationBuilder.DropIndex(
                name: "IX_tax_invoices_merchant_id_mode_recipient_counterparty_id",
                table: "tax_invoices");

            migrationBuilder.DropIndex(
                name: "IX_tax_invoices_merchant_id_mode_supplier_counterparty_id",
                table: "tax_invoices");

            migrationBuilder.DropColumn(
                name: "is_issued_late",
                table: "tax_invoices");

            migrationBuilder.DropColumn(
                name: "recipient_counterparty_id",
                table: "tax_invoices");

            migrationBuilder.DropColumn(
                name: "supplier_counterparty_id",
                table: "tax_invoices");
        }
    }
}
