using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jeongsan.Application.Imports;

/// <summary>A file that was imported, written in the same transaction as its rows.</summary>
public sealed class ImportRecord : ITenantOwned
{
    public required MerchantId MerchantId { get; init; }
    public required Mode Mode { get; init; }
    public required string Id { get; init; }
    public required ImportKind Kind { get; init; }
    public required string? FileName { get; init; }

    /// <summary>SHA-256 of the content; with the import's own id behind it when the same content was meant to be imported again. Unique.</summary>
    public required string Guard { get; init; }
    public required int RowCount { get; init; }
    public required int ItemCount { get; init; }
    public required ActorKind ActorKind { get; init; }
    public required string ActorId { get; init; }
    public required DateTimeOffset ImportedAt { get; init; }
}

internal sealed class ImportRecordMapping : IEntityTypeConfiguration<ImportRecord>
{
    public void Configure(EntityTypeBuilder<ImportRecord> builder)
    {
        builder.ToTable("imports");
        builder.TenantKey();
        builder.Property(record => record.Id).HasMaxLength(100);
        builder.Property(record => record.FileName).HasMaxLength(ImportLimits.FileNameLengthMax);
        builder.Property(record => record.Guard).HasMaxLength(200);
        builder.HasIndex(record => new { record.MerchantId, record.Mode, record.Kind, record.Guard }).IsUnique();
        builder.HasIndex(record => new { record.MerchantId, record.Mode, record.ImportedAt });
    }
}
