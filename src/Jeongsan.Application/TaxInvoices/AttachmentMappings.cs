using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.TaxInvoices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jeongsan.Application.TaxInvoices;

/// <summary>A file that a program announced and then uploaded. What is attached to nothing is thrown away after a day.</summary>
public sealed class UploadedFile : ITenantOwned
{
    public required MerchantId MerchantId { get; init; }
    public required Mode Mode { get; init; }
    public required UploadedFileId Id { get; init; }
    public required string Name { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null until it is uploaded.</summary>
    public DateTimeOffset? UploadedAt { get; set; }

    public int SizeBytes { get; set; }

    public byte[] Content { get; set; } = [];
}

internal sealed class UploadedFileMapping : IEntityTypeConfiguration<UploadedFile>
{
    public void Configure(EntityTypeBuilder<UploadedFile> builder)
    {
        builder.ToTable("uploaded_files");
        builder.TenantKey();
        builder.HasIndex(file => new { file.MerchantId, file.Mode, file.CreatedAt });
    }
}

/// <summary>첨부파일 of an invoice.</summary>
public sealed class TaxInvoiceAttachment : ITenantOwned
{
    public required MerchantId MerchantId { get; init; }
    public required Mode Mode { get; init; }
    public required AttachmentId Id { get; init; }
    public required TaxInvoiceId TaxInvoiceId { get; init; }
    public required UploadedFileId FileId { get; init; }
    public required string Name { get; init; }
    public required int SizeBytes { get; init; }
    public required DateTimeOffset AttachedAt { get; init; }
}

internal sealed class TaxInvoiceAttachmentMapping : IEntityTypeConfiguration<TaxInvoiceAttachment>
{
    public void Configure(EntityTypeBuilder<TaxInvoiceAttachment> builder)
    {
        builder.ToTable("tax_invoice_attachments");
        builder.TenantKey();
        builder.HasIndex(attachment => new { attachment.MerchantId, attachment.Mode, attachment.TaxInvoiceId });
        builder.HasIndex(attachment => new { attachment.MerchantId, attachment.Mode, attachment.FileId });
    }
}
