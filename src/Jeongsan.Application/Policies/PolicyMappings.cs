using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
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
        builder.Property(contract => contract.PlatformFee).Json();
        builder.Property(contract => contract.SettlementCycle).Json();
        builder.MapPolicy<Contract, ContractId, ContractTerms, ContractChange>();
    }
}

internal sealed class DiscountSharePolicyMapping : IEntityTypeConfiguration<DiscountSharePolicy>
{
    public void Configure(EntityTypeBuilder<DiscountSharePolicy> builder)
    {
        builder.ToTable("discount_share_policies");
        builder.Property(policy => policy.PartnerShareRate).HasConversion(rate => rate.Per100000, value => new Rate(value));
        builder.MapPolicy<DiscountSharePolicy, DiscountSharePolicyId, DiscountShareTerms, DiscountShareChange>();
    }
}

internal sealed class AdditionalFeePolicyMapping : IEntityTypeConfiguration<AdditionalFeePolicy>
{
    public void Configure(EntityTypeBuilder<AdditionalFeePolicy> builder)
    {
        builder.ToTable("additional_fee_policies");
        builder.Property(policy => policy.Fee).Json();
        builder.MapPolicy<AdditionalFeePolicy, AdditionalFeePolicyId, AdditionalFeeTerms, AdditionalFeeChange>();
    }
}

internal static class PolicyColumns
{
    /// <summary>What all kinds of policies keep.</summary>
    public static void MapPolicy<TPolicy, TId, TTerms, TChange>(this EntityTypeBuilder<TPolicy> builder)
        where TPolicy : Policy<TId, TTerms, TChange>
        where TId : struct, ITextId<TId>
        where TTerms : class, IPolicyTerms
        where TChange : class, IPolicyChange<TTerms>
    {
        builder.TenantKey();
        builder.Property(policy => policy.Version).IsConcurrencyToken();
        builder.Property(policy => policy.ScheduledChange).Json().IsRequired(false);
        builder.HasIndex(nameof(ITenantOwned.MerchantId), nameof(ITenantOwned.Mode), nameof(Policy<TId, TTerms, TChange>.ScheduledAt));
    }
}
