using Jeongsan.Application.Imports;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.BankFiles;
using Jeongsan.Domain.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jeongsan.Application.BankFiles;

/// <summary>A file's bytes, sealed. They stand apart, so that lists don't read them.</summary>
internal sealed class BankFileContent : ITenantOwned
{
    public required MerchantId MerchantId { get; init; }
    public required Mode Mode { get; init; }
    public required BankFileId BankFileId { get; init; }

    /// <summary>By <see cref="BankFileSeal"/>.</summary>
    public required byte[] Sealed { get; init; }
}

/// <summary>A result file that was read, written in the same transaction as what it changed.</summary>
public sealed class BankFileResult : ITenantOwned
{
    public required MerchantId MerchantId { get; init; }
    public required Mode Mode { get; init; }
    public required BankFileId BankFileId { get; init; }

    /// <summary>From 1, in the order in which they were read.</summary>
    public required int Number { get; init; }
    public required string? FileName { get; init; }
    public required string Sha256 { get; init; }

    /// <summary>What it changed.</summary>
    public required int SucceededCount { get; init; }
    public required int FailedCount { get; init; }

    /// <summary>Rows of which the bank did not know the end.</summary>
    public required int UnknownCount { get; init; }
    public required string ReaderId { get; init; }
    public required DateTimeOffset ReadAt { get; init; }
}

internal sealed class BankFileMapping : IEntityTypeConfiguration<BankFile>
{
    public void Configure(EntityTypeBuilder<BankFile> builder)
    {
        builder.ToTable("bank_files");
        builder.TenantKey();
        builder.Property(file => file.Layout).Json();
        builder.Property(file => file.Version).IsConcurrencyToken();
        builder.HasIndex(file => new { file.MerchantId, file.Mode, file.BulkPayoutId });
        builder.HasIndex(file => new { file.MerchantId, file.Mode, file.Status });
    }
}

internal sealed class BankFileRowMapping : IEntityTypeConfiguration<BankFileRow>
{
    public void Configure(EntityTypeBuilder<BankFileRow> builder)
    {
        builder.ToTable("bank_file_rows");
        builder.HasKey(row => new { row.MerchantId, row.Mode, row.BankFileId, row.Number });
        // The last guard against money that is sent twice: no payout is ever in a second file.
        builder.HasIndex(row => new { row.MerchantId, row.Mode, row.PayoutId }).IsUnique();
    }
}

internal sealed class BankFileContentMapping : IEntityTypeConfiguration<BankFileContent>
{
    public void Configure(EntityTypeBuilder<BankFileContent> builder)
    {
        builder.ToTable("bank_file_contents");
        builder.TenantKey(nameof(BankFileContent.BankFileId));
    }
}

internal sealed class BankFileResultMapping : IEntityTypeConfiguration<BankFileResult>
{
    public void Configure(EntityTypeBuilder<BankFileResult> builder)
    {
        builder.ToTable("bank_file_results");
        builder.HasKey(result => new { result.MerchantId, result.Mode, result.BankFileId, result.Number });
        builder.Property(result => result.FileName).HasMaxLength(ImportLimits.FileNameLengthMax);
    }
}
