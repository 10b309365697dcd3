using Jeongsan.Application.Storage;
using Jeongsan.Domain.Partners;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jeongsan.Application.Partners;

internal sealed class PartnerMapping : IEntityTypeConfiguration<Partner>
{
    public void Configure(EntityTypeBuilder<Partner> builder)
    {
        builder.ToTable("partners");
        builder.TenantKey();
        builder.Property(partner => partner.Contact).Json();
        builder.Property(partner => partner.Account).Json();
        builder.Property(partner => partner.Type).Json();
        builder.Property(partner => partner.Tags).Json();
        builder.Property(partner => partner.Properties).Json();
        builder.Property(partner => partner.Version).IsConcurrencyToken();
        builder.HasIndex(partner => new { partner.MerchantId, partner.Mode, partner.BusinessRegistrationNumber });
        builder.Property(partner => partner.ScheduledChange).Json();
        builder.HasIndex(partner => new { partner.MerchantId, partner.Mode, partner.NtsConnection });
        builder.HasIndex(partner => new { partner.MerchantId, partner.Mode, partner.ScheduledAt });
    }
}
