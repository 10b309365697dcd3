using Jeongsan.Domain.Foundation;

namespace Jeongsan.Domain.Policies;

/// <summary>A fee that single orders or order lines bear besides the platform's fee.</summary>
public sealed class AdditionalFeePolicy : ITenantOwned
{
    private AdditionalFeePolicy()
    {
    }

    public MerchantId MerchantId { get; private set; }
    public Mode Mode { get; private set; }
    public AdditionalFeePolicyId Id { get; private set; }
    public string Name { get; private set; } = null!;
    public string? Memo { get; private set; }
    public Fee Fee { get; private set; } = null!;
    public Payer VatPayer { get; private set; }
    public bool IsArchived { get; private set; }
    public DateTimeOffset AppliedAt { get; private set; }
    public int Version { get; private set; }

    public static Outcome<AdditionalFeePolicy> Create(Tenant tenant, AdditionalFeePolicyId id, AdditionalFeeTerms terms, DateTimeOffset at)
    {
        var policy = new AdditionalFeePolicy { MerchantId = tenant.Merchant, Mode = tenant.Mode, Id = id };
        return policy.Apply(terms, at).Then<AdditionalFeePolicy>(_ => policy);
    }

    public Outcome<Done> Update(AdditionalFeeTerms terms, DateTimeOffset at) =>
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

    public AdditionalFeeTerms Terms() => new(Name, Memo, Fee, VatPayer);

    public AdditionalFeeSnapshot Snapshot() => new(Id, Terms(), IsArchived, AppliedAt);

    private Outcome<Done> Apply(AdditionalFeeTerms terms, DateTimeOffset at)
    {
        if (PolicyLimits.Check(terms.Name, terms.Memo) is { } refusal)
        {
            return refusal;
        }

        (Name, Memo, Fee, VatPayer, AppliedAt) = (terms.Name, terms.Memo, terms.Fee, terms.VatPayer, at);
        Version++;
        return default(Done);
    }
}

public sealed record AdditionalFeeTerms(string Name, string? Memo, Fee Fee, Payer VatPayer);

/// <summary>A fee policy as it was when a transfer copied it.</summary>
public sealed record AdditionalFeeSnapshot(AdditionalFeePolicyId Id, AdditionalFeeTerms Terms, bool IsArchived, DateTimeOffset AppliedAt);
