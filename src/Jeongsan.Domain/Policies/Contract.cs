using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Foundation;

namespace Jeongsan.Domain.Policies;

/// <summary>What platform and partner agreed: the platform's fee, who bears its VAT, and when settlements fall due.</summary>
public sealed class Contract : ITenantOwned
{
    private Contract()
    {
    }

    public MerchantId MerchantId { get; private set; }
    public Mode Mode { get; private set; }
    public ContractId Id { get; private set; }
    public string Name { get; private set; } = null!;
    public string? Memo { get; private set; }
    public Fee PlatformFee { get; private set; } = null!;
    public Payer PlatformFeeVatPayer { get; private set; }

    /// <summary>True if the VAT inside the payment is subtracted from the settlement.</summary>
    public bool SubtractPaymentVatAmount { get; private set; }

    public SettlementCycle SettlementCycle { get; private set; } = null!;
    public bool IsArchived { get; private set; }

    /// <summary>Since when the present terms hold.</summary>
    public DateTimeOffset AppliedAt { get; private set; }

    public int Version { get; private set; }

    public static Outcome<Contract> Create(Tenant tenant, ContractId id, ContractTerms terms, DateTimeOffset at)
    {
        var contract = new Contract { MerchantId = tenant.Merchant, Mode = tenant.Mode, Id = id };
        return contract.Apply(terms, at).Then<Contract>(_ => contract);
    }

    /// <summary>Replaces all terms from <paramref name="at"/> on; transfers that exist keep the ones they copied.</summary>
    public Outcome<Done> Update(ContractTerms terms, DateTimeOffset at) =>
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

    public ContractTerms Terms() => new(Name, Memo, PlatformFee, PlatformFeeVatPayer, SubtractPaymentVatAmount, SettlementCycle);

    public ContractSnapshot Snapshot() => new(Id, Terms(), IsArchived, AppliedAt);

    private Outcome<Done> Apply(ContractTerms terms, DateTimeOffset at)
    {
        if ((PolicyLimits.Check(terms.Name, terms.Memo) ?? terms.SettlementCycle.Check()) is { } refusal)
        {
            return refusal;
        }

        (Name, Memo, PlatformFee) = (terms.Name, terms.Memo, terms.PlatformFee);
        (PlatformFeeVatPayer, SubtractPaymentVatAmount) = (terms.PlatformFeeVatPayer, terms.SubtractPaymentVatAmount);
        (SettlementCycle, AppliedAt) = (terms.SettlementCycle, at);
        Version++;
        return default(Done);
    }
}

public sealed record ContractTerms(
    string Name,
    string? Memo,
    Fee PlatformFee,
    Payer PlatformFeeVatPayer,
    bool SubtractPaymentVatAmount,
    SettlementCycle SettlementCycle);

/// <summary>A contract as it was when a transfer copied it.</summary>
public sealed record ContractSnapshot(ContractId Id, ContractTerms Terms, bool IsArchived, DateTimeOffset AppliedAt);
