using System.Security.Cryptography;
using Jeongsan.Domain.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jeongsan.Application.Webhooks;

/// <summary>Where a platform wants to be told of events.</summary>
public sealed class WebhookEndpoint : ITenantOwned
{
    public required MerchantId MerchantId { get; init; }
    public required Mode Mode { get; init; }
    public required string Id { get; init; }
    public required Uri Url { get; init; }

    /// <summary>The signing secret (<c>whsec_</c> + base64 of 32 bytes), protected by the installation's key ring.</summary>
    public required string ProtectedSecret { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }

    public static string NewSecret() => "whsec_" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
}

internal sealed class WebhookEndpointMapping : IEntityTypeConfiguration<WebhookEndpoint>
{
    public void Configure(EntityTypeBuilder<WebhookEndpoint> builder)
    {
        builder.ToTable("webhook_endpoints");
        builder.HasKey(endpoint => new { endpoint.MerchantId, endpoint.Mode, endpoint.Id });
        builder.Property(endpoint => endpoint.Url).HasConversion(url => url.AbsoluteUri, text => new Uri(text));
    }
}
