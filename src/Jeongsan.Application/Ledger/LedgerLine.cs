using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Ledger;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jeongsan.Application.Ledger;

/// <summary>원장의 한 줄: one account's part of an entry. Lines of an entry come to 0. Only added, never changed: the database refuses it.</summary>
public sealed class LedgerLine : ITenantOwned
{
    public long Sequence { get; init; }
    public required MerchantId MerchantId { get; init; }
    public required Mode Mode { get; init; }

    /// <summary>전표: lines of one change bear the same one.</summary>
    public required string Entry { get; init; }

    public required LedgerAccount Account { get; init; }
    public required Currency Currency { get; init; }

    /// <summary>Debit above 0, credit below.</summary>
    public required Won Amount { get; init; }

    /// <summary>The document that changed, by its name in the history.</summary>
    public required string Subject { get; init; }
    public required string SubjectId { get; init; }
    public PartnerId? PartnerId { get; init; }

    /// <summary>What happened, as the history calls it.</summary>
    public required string What { get; init; }

    /// <summary>When, by the tenant's clock.</summary>
    public required DateTimeOffset At { get; init; }
}

internal sealed class LedgerLineMapping : IEntityTypeConfiguration<LedgerLine>
{
    public void Configure(EntityTypeBuilder<LedgerLine> builder)
    {
        builder.ToTable("ledger_lines");
        builder.HasKey(line => line.Sequence);
        builder.Property(line => line.Sequence).ValueGeneratedOnAdd();
        builder.HasIndex(line => new { line.MerchantId, line.Mode, line.Sequence });
        builder.HasIndex(line => new { line.MerchantId, line.Mode, line.Subject, line.SubjectId, line.Sequence });
        builder.HasIndex(line => new { line.MerchantId, line.Mode, line.Account, line.Sequence });
    }
}
