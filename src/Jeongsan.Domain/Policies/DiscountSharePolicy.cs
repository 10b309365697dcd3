using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;

namespace Jeongsan.Domain.Policies;

/// <summary>Who bears a discount: the partner takes its share of it, the platform the rest.</summary>
public sealed class DiscountSharePolicy : ITenantOwned
{
    private DiscountSharePolicy()
    {
    }

    public MerchantId MerchantId { get; private set; }
    public Mode Mode { get; private set; }
    public DiscountSharePolicyId Id { get; private set; }
    public string Name { get; private set; } = null!;
    public string? Memo { get; private set; }
    public Rate PartnerShareRate { get; private set; }
    public bool IsArchived { get; private set; }
    public DateTimeOffset AppliedAt { get; private set; }
    public int Version { get; private set; }

    public static Outcome<DiscountSharePolicy> Create(Tenant tenant, DiscountSharePolicyId id, DiscountShareTerms terms, DateTimeOffset at)
    {
        var policy = new DiscountSharePolicy { MerchantId = tenant.Merchant, Mode = tenant.Mode, Id = id };
        return policy.Apply(terms, at).Then<DiscountSharePolicy>(_ => policy);
    }

    public Outcome<Done> Update(DiscountShareTerms terms, DateTimeOffset at) =>
        IsArchived ? new PolicyRefusal.Archived(Id.Value) : Apply(terms, at);

    public Outcome<Done> Archive(bool hasSchedule)
    {
        if (hasSchedule)
        {
            return new PolicyRefusal.ArchivedWhileScheduled(Id.Value);
        }

        IsArchived = true;
        Version++;
        return default(Done);
    }

    public void Recover()
    {
        IsArchived = false;
        Version++;
    }

    public DiscountShareTerms Terms() => new(Name, Memo, PartnerShareRate);

    public DiscountShareSnapshot Snapshot() => new(Id, Terms(), IsArchived, AppliedAt);

    private Outcome<Done> Apply(DiscountShareTerms terms, DateTimeOffset at)
    {
        if (PolicyLimits.Check(terms.Name, terms.Memo) is { } refusal)
        {
            return refusal;
        }

        (Name, Memo, PartnerShareRate, AppliedAt) = (terms.Name, terms.Memo, terms.PartnerShareRate, at);
        Version++;
        return default(Done);
    }
}

public sealed record DiscountShareTerms(string Name, string? Memo, Rate PartnerShareRate);

/// <summary>A discount policy as it was when a transfer copied it.</summary>
public sealed record DiscountShareSnapshot(DiscountSharePolicyId Id, DiscountShareTerms Terms, bool IsArchived, DateTimeOffset AppliedAt);
