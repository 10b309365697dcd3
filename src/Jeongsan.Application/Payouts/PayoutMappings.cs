using Jeongsan.Application.Storage;
using Jeongsan.Domain.Payouts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jeongsan.Application.Payouts;

internal sealed class BulkPayoutMapping : IEntityTypeConfiguration<BulkPayout>
{
    public void Configure(EntityTypeBuilder<BulkPayout> builder)
    {
        builder.ToTable("bulk_payouts");
        builder.TenantKey();
        builder.Property(bulk => bulk.LeftOut).Json();
        builder.Ignore(bulk => bulk.Rules);
        builder.Property(bulk => bulk.Version).IsConcurrencyToken();
        builder.HasIndex(bulk => new { bulk.MerchantId, bulk.Mode, bulk.Status });
    }
}

internal sealed class PayoutMapping : IEntityTypeConfiguration<Payout>
{
    public void Configure(EntityTypeBuilder<Payout> builder)
    {
        builder.ToTable("payouts");
        builder.TenantKey();
        builder.Property(payout => payout.Partner).Json();
        builder.Property(payout => payout.Account).Json();
        builder.Property(payout => payout.SettlementIds).Json();
        builder.Property(payout => payout.Version).IsConcurrencyToken();
        builder.HasIndex(payout => new { payout.MerchantId, payout.Mode, payout.BulkPayoutId });
        builder.HasIndex(payout => new { payout.MerchantId, payout.Mode, payout.Status });
        builder.HasIndex(payout => new { payout.MerchantId, payout.Mode, payout.PartnerId });
    }
}
