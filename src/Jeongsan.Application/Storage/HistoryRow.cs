using Jeongsan.Domain.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jeongsan.Application.Storage;

/// <summary>
/// One thing that happened, written in the same transaction as the change itself. Append-only; in order of
/// <see cref="Sequence"/> these rows are the tenant's replayable list of events and each page's time line.
/// </summary>
public sealed class HistoryRow : ITenantOwned
{
    public long Sequence { get; init; }
    public required MerchantId MerchantId { get; init; }
    public required Mode Mode { get; init; }

    /// <summary>What it happened to: the capability's own name, e.g. <c>TaxInvoice</c>.</summary>
    public required string Subject { get; init; }
    public required string SubjectId { get; init; }

    /// <summary>What happened, e.g. <c>InvoiceRequested</c>.</summary>
    public required string What { get; init; }
    public string? FromState { get; init; }
    public string? ToState { get; init; }

    /// <summary>Why, in words for people; null when the event itself says it.</summary>
    public string? Why { get; init; }
    public required ActorKind ActorKind { get; init; }
    public required string ActorId { get; init; }

    /// <summary>When, by the tenant's clock.</summary>
    public required DateTimeOffset At { get; init; }
}

internal sealed class HistoryRowMapping : IEntityTypeConfiguration<HistoryRow>
{
    public void Configure(EntityTypeBuilder<HistoryRow> builder)
    {
        builder.ToTable("history");
        builder.HasKey(row => row.Sequence);
        builder.Property(row => row.Sequence).ValueGeneratedOnAdd();
        builder.HasIndex(row => new { row.MerchantId, row.Mode, row.Subject, row.SubjectId, row.Sequence });
        builder.HasIndex(row => new { row.MerchantId, row.Mode, row.Sequence });
    }
}
