using Jeongsan.Domain.Foundation;

namespace Jeongsan.Domain.Policies;

/// <summary>A fee that single orders or order lines bear besides the platform's fee.</summary>
public sealed class AdditionalFeePolicy
    : Policy<AdditionalFeePolicyId, AdditionalFeeTerms, AdditionalFeeChange>, IPolicyKind<AdditionalFeePolicy, AdditionalFeePolicyId, AdditionalFeeTerms>
{
    private AdditionalFeePolicy()
    {
    }

    public static string Kind => "AdditionalFeePolicy";

    public static string IdPrefix => "additional-fee";

    public Fee Fee { get; private set; } = null!;
    public Payer VatPayer { get; private set; }

    public static Outcome<AdditionalFeePolicy> Create(Tenant tenant, AdditionalFeePolicyId id, AdditionalFeeTerms terms, DateTimeOffset at)
    {
        var policy = new AdditionalFeePolicy();
        return policy.Begin(tenant, id, terms, at).Then<AdditionalFeePolicy>(_ => policy);
    }

    public override AdditionalFeeTerms Terms() => new(Name, Memo, Fee, VatPayer);

    public AdditionalFeeSnapshot Snapshot() => new(Id, Terms(), IsArchived, AppliedAt);

    /// <summary>As transfers of that moment copy it.</summary>
    public AdditionalFeeSnapshot SnapshotAt(DateTimeOffset at)
    {
        var (terms, since) = AsOf(at);
        return new(Id, terms, IsArchived, since);
    }

    protected override void Take(AdditionalFeeTerms terms) => (Fee, VatPayer) = (terms.Fee, terms.VatPayer);
}

public sealed record AdditionalFeeTerms(string Name, string? Memo, Fee Fee, Payer VatPayer) : IPolicyTerms
{
    public Refusal? Check() => PolicyLimits.Check(Name, Memo);
}

public sealed record AdditionalFeeChange(string? Name = null, string? Memo = null, Fee? Fee = null, Payer? VatPayer = null) : IPolicyChange<AdditionalFeeTerms>
{
    public AdditionalFeeTerms ApplyTo(AdditionalFeeTerms terms) =>
        new(Name ?? terms.Name, Memo ?? terms.Memo, Fee ?? terms.Fee, VatPayer ?? terms.VatPayer);
}

/// <summary>A fee policy as it was when a transfer copied it.</summary>
public sealed record AdditionalFeeSnapshot(AdditionalFeePolicyId Id, AdditionalFeeTerms Terms, bool IsArchived, DateTimeOffset AppliedAt);
