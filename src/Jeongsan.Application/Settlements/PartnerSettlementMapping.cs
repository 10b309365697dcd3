using Jeongsan.Application.Storage;
using Jeongsan.Domain.Settlements;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jeongsan.Application.Settlements;

internal sealed class PartnerSettlementMapping : IEntityTypeConfiguration<PartnerSettlement>
{
    public void Configure(EntityTypeBuilder<PartnerSettlement> builder)
    {
        builder.ToTable("partner_settlements");
        builder.TenantKey();
        builder.ComplexProperty(settlement => settlement.Amounts);
        builder.Property(settlement => settlement.Partner).Json();
        builder.Property(settlement => settlement.Contract).Json();
        builder.Property(settlement => settlement.FormulaResults).Json();
        builder.Property(settlement => settlement.Version).IsConcurrencyToken();
        builder.HasIndex(settlement => new { settlement.MerchantId, settlement.Mode, settlement.Status, settlement.SettlementDate });
        builder.HasIndex(settlement => new { settlement.MerchantId, settlement.Mode, settlement.PartnerId, settlement.SettlementDate });
        builder.HasIndex(settlement => new { settlement.MerchantId, settlement.Mode, settlement.PayoutId });
        builder.HasIndex(settlement => new { settlement.MerchantId, settlement.Mode, settlement.BulkPayoutId });
    }
}
