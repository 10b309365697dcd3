using Jeongsan.Application.Storage;
using Jeongsan.Domain.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jeongsan.Application.Privacy;

internal sealed class ConsignmentProcessorMapping : IEntityTypeConfiguration<ConsignmentProcessor>
{
    public void Configure(EntityTypeBuilder<ConsignmentProcessor> builder)
    {
        builder.ToTable("processors");
        builder.TenantKey();
        builder.Property(processor => processor.Works).Json();
        builder.Property(processor => processor.Items).Json();
        builder.Property(processor => processor.ContractPoints).Json();
        builder.Property(processor => processor.SubConsent).Json();
        builder.Property(processor => processor.Version).IsConcurrencyToken();
    }
}

internal sealed class PublishedNoticeMapping : IEntityTypeConfiguration<PublishedNotice>
{
    public void Configure(EntityTypeBuilder<PublishedNotice> builder)
    {
        builder.ToTable("published_notices");
        builder.TenantKey(nameof(PublishedNotice.Number));
        builder.Ignore(notice => notice.Version);
    }
}

internal sealed class PublishedPolicyMapping : IEntityTypeConfiguration<PublishedPolicy>
{
    public void Configure(EntityTypeBuilder<PublishedPolicy> builder)
    {
        builder.ToTable("published_policies");
        builder.TenantKey(nameof(PublishedPolicy.Number));
    }
}

internal sealed class TermsBasisMapping : IEntityTypeConfiguration<TermsBasis>
{
    public void Configure(EntityTypeBuilder<TermsBasis> builder)
    {
        builder.ToTable("terms_bases");
        builder.TenantKey();
        builder.Ignore(basis => basis.Version);
    }
}

internal sealed class PartnerNoticeMapping : IEntityTypeConfiguration<PartnerNotice>
{
    public void Configure(EntityTypeBuilder<PartnerNotice> builder)
    {
        builder.ToTable("partner_notices");
        builder.TenantKey();
        builder.Property(notice => notice.Version).IsConcurrencyToken();
        builder.Property(notice => notice.Where).Sealed();
        builder.HasIndex(notice => new { notice.MerchantId, notice.Mode, notice.PartnerId, notice.RegisterRevision });
        builder.HasIndex(notice => new { notice.MerchantId, notice.Mode, notice.Delivery });
    }
}
