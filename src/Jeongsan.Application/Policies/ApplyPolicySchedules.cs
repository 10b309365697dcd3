using Jeongsan.Application.Schedules;
using Jeongsan.Domain.Foundation;

namespace Jeongsan.Application.Policies;

/// <summary>Makes scheduled changes of contracts and policies when their time comes, before that day's transfers are gathered.</summary>
internal sealed class ApplyPolicySchedules(Contracts contracts, DiscountSharePolicies discounts, AdditionalFeePolicies fees) : DueStep
{
    public override int Order => 2;

    public override async Task RunAsync(Tenant tenant, CancellationToken ct)
    {
        await contracts.ApplyDueAsync(tenant, ct);
        await discounts.ApplyDueAsync(tenant, ct);
        await fees.ApplyDueAsync(tenant, ct);
    }
}
