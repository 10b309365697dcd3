using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.TaxInvoices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jeongsan.Application.TaxInvoices;

internal sealed class TaxInvoiceMapping : IEntityTypeConfiguration<TaxInvoice>
{
    public void Configure(EntityTypeBuilder<TaxInvoice> builder)
    {
        builder.ToTable("tax_invoices");
        builder.TenantKey();
        builder.Property(invoice => invoice.Content).Json();
        builder.Property(invoice => invoice.Version).IsConcurrencyToken();
        builder.HasIndex(invoice => new { invoice.MerchantId, invoice.Mode, invoice.Status, invoice.IssuanceDueDate });
        builder.HasIndex(invoice => new { invoice.MerchantId, invoice.Mode, invoice.PayoutId });
        builder.HasIndex(invoice => new { invoice.MerchantId, invoice.Mode, invoice.BulkTaxInvoiceId });
        builder.HasIndex(invoice => new { invoice.MerchantId, invoice.Mode, invoice.PartnerId });
        builder.HasIndex(invoice => new { invoice.MerchantId, invoice.Mode, invoice.SupplierCounterpartyId });
        builder.HasIndex(invoice => new { invoice.MerchantId, invoice.Mode, invoice.RecipientCounterpartyId });
        builder.HasIndex(invoice => new { invoice.MerchantId, invoice.Mode, invoice.RecipientBrn, invoice.RecipientDocumentKey }).IsUnique();
        // The ASP's webhook names a document by one side's number alone, and no merchant.
        builder.HasIndex(invoice => invoice.RecipientDocumentKey);
        builder.HasIndex(invoice => invoice.SupplierDocumentKey);
        builder.HasIndex(invoice => new { invoice.MerchantId, invoice.Mode, invoice.SupplierBrn, invoice.SupplierDocumentKey }).IsUnique();
    }
}

internal sealed class SupplierLinkMapping : IEntityTypeConfiguration<SupplierLink>
{
    public void Configure(EntityTypeBuilder<SupplierLink> builder)
    {
        builder.ToTable("supplier_links");
        builder.TenantKey();
        builder.Property(link => link.Version).IsConcurrencyToken();
        builder.Property(link => link.Email).Sealed();
        builder.HasIndex(link => link.TokenHash).IsUnique();
        builder.HasIndex(link => new { link.MerchantId, link.Mode, link.TaxInvoiceId });
        builder.HasIndex(link => new { link.MerchantId, link.Mode, link.StatementSendingId }).HasFilter("statement_sending_id IS NOT NULL");
    }
}

/// <summary>A set of invoices that were made together (일괄 세금계산서).</summary>
public sealed class BulkTaxInvoice : ITenantOwned
{
    public required MerchantId MerchantId { get; init; }
    public required Mode Mode { get; init; }
    public required BulkTaxInvoiceId Id { get; init; }
    public required string Name { get; init; }
    public required string CreatorId { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
}

internal sealed class BulkTaxInvoiceMapping : IEntityTypeConfiguration<BulkTaxInvoice>
{
    public void Configure(EntityTypeBuilder<BulkTaxInvoice> builder)
    {
        builder.ToTable("bulk_tax_invoices");
        builder.TenantKey();
    }
}

/// <summary>The signed document as the ASP gave it, verified and kept for five years (부가가치세법 제71조).</summary>
public sealed class SignedDocument : ITenantOwned
{
    public required MerchantId MerchantId { get; init; }
    public required Mode Mode { get; init; }
    public required TaxInvoiceId Id { get; init; }
    public required string ApprovalNumber { get; init; }
    public required string Xml { get; init; }

    /// <summary>Null when the signature and the facts in it were verified; else why not, in Korean.</summary>
    public string? Problem { get; init; }
    public required DateTimeOffset ArchivedAt { get; init; }
}

internal sealed class SignedDocumentMapping : IEntityTypeConfiguration<SignedDocument>
{
    public void Configure(EntityTypeBuilder<SignedDocument> builder)
    {
        builder.ToTable("signed_documents");
        builder.TenantKey();
        builder.HasIndex(document => document.ApprovalNumber).IsUnique();
    }
}
