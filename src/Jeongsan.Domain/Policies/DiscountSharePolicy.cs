using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;

namespace Jeongsan.Domain.Policies;

/// <summary>How much of a discount the partner bears.</summary>
public sealed class DiscountSharePolicy
    : Policy<DiscountSharePolicyId, DiscountShareTerms, DiscountShareChange>, IPolicyKind<DiscountSharePolicy, DiscountSharePolicyId, DiscountShareTerms>
{
    private DiscountSharePolicy()
    {
    }

    public static string Kind => "DiscountSharePolicy";

    public static string IdPrefix => "discount-share";

    public Rate PartnerShareRate { get; private set; }

    public static Outcome<DiscountSharePolicy> Create(Tenant tenant, DiscountSharePolicyId id, DiscountShareTerms terms, DateTimeOffset at)
    {
        var policy = new DiscountSharePolicy();
        return policy.Begin(tenant, id, terms, at).Then<DiscountSharePolicy>(_ => policy);
    }

    public override DiscountShareTerms Terms() => new(Name, Memo, PartnerShareRate);

    public DiscountShareSnapshot Snapshot() => new(Id, Terms(), IsArchived, AppliedAt);

    /// <summary>As transfers of that moment copy it.</summary>
    public DiscountShareSnapshot SnapshotAt(DateTimeOffset at)
    {
        var (terms, since) = AsOf(at);
        return new(Id, terms, IsArchived, since);
    }

    protected override void Take(DiscountShareTerms terms) => PartnerShareRate = terms.PartnerShareRate;
}

public sealed record DiscountShareTerms(string Name, string? Memo, Rate PartnerShareRate) : IPolicyTerms
{
    public Refusal? Check() => PolicyLimits.Check(Name, Memo);
}

public sealed record DiscountShareChange(string? Name = null, string? Memo = null, Rate? PartnerShareRate = null) : IPolicyChange<DiscountShareTerms>
{
    public DiscountShareTerms ApplyTo(DiscountShareTerms terms) =>
        new(Name ?? terms.Name, Memo ?? terms.Memo, PartnerShareRate ?? terms.PartnerShareRate);
}

/// <summary>A discount policy as it was when a transfer copied it.</summary>
public sealed record DiscountShareSnapshot(DiscountSharePolicyId Id, DiscountShareTerms Terms, bool IsArchived, DateTimeOffset AppliedAt);
