using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jeongsan.Application.Certificates;

public enum CertificateHealth
{
    /// <summary>Never asked, or the ASP never answered.</summary>
    Unknown = 0,

    /// <summary>None is registered at the ASP.</summary>
    None,
    Usable,
    Expired,

    /// <summary>Revoked, or of another company.</summary>
    Unusable,
}

/// <summary>The joint certificate (공동인증서) that the ASP keeps for a company: ours, or a connected partner's.</summary>
public sealed class CompanyCertificate : ITenantOwned
{
    public required MerchantId MerchantId { get; init; }
    public required Mode Mode { get; init; }
    public required BusinessRegistrationNumber BusinessNumber { get; init; }

    /// <summary>Whose it is; null for the platform's own company.</summary>
    public PartnerId? PartnerId { get; set; }
    public CertificateHealth Health { get; set; }
    public DateTimeOffset? ExpiresAt { get; set; }
    public DateTimeOffset? RegisteredAt { get; set; }
    public string? IssuerName { get; set; }

    /// <summary>When the ASP was last asked with success.</summary>
    public DateTimeOffset? LookedAt { get; set; }

    /// <summary>The next business date in Seoul on which the ASP is asked.</summary>
    public required DateOnly LookDueOn { get; set; }

    /// <summary>Which reminder was sent last for <see cref="RemindedOf"/>: 30, 7 or 1 days before.</summary>
    public int? RemindedDays { get; set; }

    /// <summary>The expiry that was reminded of; another one starts anew.</summary>
    public DateTimeOffset? RemindedOf { get; set; }
}

internal sealed class CompanyCertificateMapping : IEntityTypeConfiguration<CompanyCertificate>
{
    public void Configure(EntityTypeBuilder<CompanyCertificate> builder)
    {
        builder.ToTable("company_certificates");
        builder.TenantKey(nameof(CompanyCertificate.BusinessNumber));
        builder.HasIndex(certificate => new { certificate.MerchantId, certificate.Mode, certificate.LookDueOn });
        builder.HasIndex(certificate => new { certificate.MerchantId, certificate.Mode, certificate.ExpiresAt });
        builder.HasIndex(certificate => new { certificate.MerchantId, certificate.Mode, certificate.PartnerId });
    }
}
