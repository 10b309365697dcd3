using System.Security.Cryptography;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jeongsan.Application.Webhooks;

/// <summary>A secret that another one took the place of.</summary>
/// <param name="ValidUntil">Exclusive, by the machine's clock.</param>
public sealed record RetiredSecret(string ProtectedSecret, DateTimeOffset ValidUntil);

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

    /// <summary>Those of before, which deliveries are signed with too until they end. Null: the secret was never changed.</summary>
    public IReadOnlyList<RetiredSecret>? RetiredSecrets { get; set; }

    /// <summary>Since the last success, or since it was switched on.</summary>
    public int FailedAttempts { get; set; }

    /// <summary>When the first of them ended, by the machine's clock; null while there is none.</summary>
    public DateTimeOffset? FailingSince { get; set; }

    /// <summary>When it was switched off for its failures, by the machine's clock; null while it is on.</summary>
    public DateTimeOffset? SwitchedOffAt { get; set; }

    /// <summary>The last answer, in Korean.</summary>
    public string? SwitchedOffWhy { get; set; }

    public static string NewSecret() => "whsec_" + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    /// <param name="now">By the machine's clock.</param>
    public IReadOnlyList<RetiredSecret> StillValid(DateTimeOffset now) => [.. (RetiredSecrets ?? []).Where(secret => secret.ValidUntil > now)];
}

internal sealed class WebhookEndpointMapping : IEntityTypeConfiguration<WebhookEndpoint>
{
    public void Configure(EntityTypeBuilder<WebhookEndpoint> builder)
    {
        builder.ToTable("webhook_endpoints");
        builder.HasKey(endpoint => new { endpoint.MerchantId, endpoint.Mode, endpoint.Id });
        builder.Property(endpoint => endpoint.Url).HasConversion(url => url.AbsoluteUri, text => new Uri(text));
        builder.Property(endpoint => endpoint.RetiredSecrets).Json();
    }
}
