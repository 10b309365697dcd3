using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jeongsan.Application.Privacy;

/// <summary>
/// One line of "what of whose data went where, when, why": written in the transaction that decides the message. The
/// dispatcher performs nothing that should have a line and has none.
/// </summary>
public sealed class DisclosureLine : ITenantOwned
{
    public required MerchantId MerchantId { get; init; }
    public required Mode Mode { get; init; }

    /// <summary>The outbox message's key: one line a message.</summary>
    public required string MessageKey { get; init; }
    public required string MessageType { get; init; }
    public required ProcessorId ProcessorId { get; init; }
    public required DataSubjectKind SubjectKind { get; init; }
    public required string SubjectId { get; init; }
    public required EntrustedWork Work { get; init; }
    public required IReadOnlyList<PersonalDataItem> Items { get; init; }

    /// <summary>By the tenant's clock.</summary>
    public required DateTimeOffset At { get; init; }

    internal static DisclosureLine Of(Tenant tenant, Disclosure disclosure, string messageType) => new()
    {
        MerchantId = tenant.Merchant,
        Mode = tenant.Mode,
        MessageKey = disclosure.MessageKey,
        MessageType = messageType,
        ProcessorId = disclosure.Processor,
        SubjectKind = disclosure.Subject.Kind,
        SubjectId = disclosure.Subject.Id,
        Work = disclosure.Work,
        Items = disclosure.Items,
        At = disclosure.At,
    };
}

internal sealed class DisclosureLineMapping : IEntityTypeConfiguration<DisclosureLine>
{
    public void Configure(EntityTypeBuilder<DisclosureLine> builder)
    {
        builder.ToTable("disclosures");
        builder.TenantKey(nameof(DisclosureLine.MessageKey));
        builder.Property(line => line.Items).Json();
        builder.HasIndex(line => new { line.MerchantId, line.Mode, line.SubjectKind, line.SubjectId, line.At });
        builder.HasIndex(line => new { line.MerchantId, line.Mode, line.At });
    }
}
