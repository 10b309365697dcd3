using Jeongsan.Application.Storage;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Policies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Jeongsan.Application.Policies;

internal sealed class ContractMapping : IEntityTypeConfiguration<Contract>
{
    public void Configure(EntityTypeBuilder<Contract> builder)
    {
        builder.ToTable("contracts");
        builder.TenantKey();
        builder.Property(contract => contract.PlatformFee).Json();
        builder.Property(contract => contract.SettlementCycle).Json();
        builder.Property(contract => contract.Version).IsConcurrencyToken();
    }
}

internal sealed class DiscountSharePolicyMapping : IEntityTypeConfiguration<DiscountSharePolicy>
{
    public void Configure(EntityTypeBuilder<DiscountSharePolicy> builder)
    {
        builder.ToTable("discount_share_policies");
        builder.TenantKey();
        builder.Property(policy => policy.PartnerShareRate).HasConversion(rate => rate.Per100000, value => new Rate(value));
        builder.Property(policy => policy.Version).IsConcurrencyToken();
    }
}

internal sealed class AdditionalFeePolicyMapping : IEntityTypeConfiguration<AdditionalFeePolicy>
{
    public void Configure(EntityTypeBuilder<AdditionalFeePolicy> builder)
    {
        builder.ToTable("additional_fee_policies");
        builder.TenantKey();
        builder.Property(policy => policy.Fee).Json();
        builder.Property(policy => policy.Version).IsConcurrencyToken();
    }
}
