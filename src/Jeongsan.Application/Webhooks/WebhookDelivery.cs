using Jeongsan.Domain.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jeongsan.Application.Webhooks;

/// <summary>One event for one endpoint, and what its receiver last answered. How far it is stands in the outbox, under the same key.</summary>
public sealed class WebhookDelivery : ITenantOwned
{
    /// <summary>Receivers' answers are kept up to here, so that a big one costs nothing.</summary>
    public const int AnswerLengthMax = 2_000;

    public required MerchantId MerchantId { get; init; }
    public required Mode Mode { get; init; }

    /// <summary>The <c>webhook-id</c>, and the key of its message.</summary>
    public required string Id { get; init; }
    public required string EndpointId { get; init; }

    /// <summary>The event's name, e.g. <c>TaxInvoice.Issued</c>.</summary>
    public required string Type { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>HTTP status of the last attempt; null while there was none, or nothing answered.</summary>
    public int? AnswerStatus { get; set; }

    /// <summary>The beginning of the last answer's body.</summary>
    public string? AnswerBody { get; set; }

    /// <summary>When the last attempt ended, by the machine's clock; null while there was none.</summary>
    public DateTimeOffset? TriedAt { get; set; }
}

internal sealed class WebhookDeliveryMapping : IEntityTypeConfiguration<WebhookDelivery>
{
    public void Configure(EntityTypeBuilder<WebhookDelivery> builder)
    {
        builder.ToTable("webhook_deliveries");
        builder.HasKey(delivery => new { delivery.MerchantId, delivery.Mode, delivery.Id });
        builder.HasIndex(delivery => new { delivery.MerchantId, delivery.Mode, delivery.EndpointId, delivery.CreatedAt });
    }
}
