using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Foundation;

namespace Jeongsan.Domain.Policies;

/// <summary>What platform and partner agreed: the platform's fee, who bears its VAT, and when settlements fall due.</summary>
public sealed class Contract : Policy<ContractId, ContractTerms, ContractChange>, IPolicyKind<Contract, ContractId, ContractTerms>
{
    private Contract()
    {
    }

    public static string Kind => "Contract";

    public static string IdPrefix => "contract";

    public Fee PlatformFee { get; private set; } = null!;
    public Payer PlatformFeeVatPayer { get; private set; }

    /// <summary>True if the VAT inside the payment is subtracted from the settlement.</summary>
    public bool SubtractPaymentVatAmount { get; private set; }

    public SettlementCycle SettlementCycle { get; private set; } = null!;

    /// <summary>True if a payout waits until the NTS has its invoices.</summary>
    public bool PaysAfterInvoice { get; private set; }

    public static Outcome<Contract> Create(Tenant tenant, ContractId id, ContractTerms terms, DateTimeOffset at)
    {
        var contract = new Contract();
        return contract.Begin(tenant, id, terms, at).Then<Contract>(_ => contract);
    }

    public override ContractTerms Terms() => new(Name, Memo, PlatformFee, PlatformFeeVatPayer, SubtractPaymentVatAmount, SettlementCycle, PaysAfterInvoice);

    public ContractSnapshot Snapshot() => new(Id, Terms(), IsArchived, AppliedAt);

    /// <summary>As transfers of that moment copy it.</summary>
    public ContractSnapshot SnapshotAt(DateTimeOffset at)
    {
        var (terms, since) = AsOf(at);
        return new(Id, terms, IsArchived, since);
    }

    protected override void Take(ContractTerms terms)
    {
        (PlatformFee, PlatformFeeVatPayer) = (terms.PlatformFee, terms.PlatformFeeVatPayer);
        (SubtractPaymentVatAmount, SettlementCycle, PaysAfterInvoice) = (terms.SubtractPaymentVatAmount, terms.SettlementCycle, terms.PaysAfterInvoice);
    }
}

public sealed record ContractTerms(
    string Name,
    string? Memo,
    Fee PlatformFee,
    Payer PlatformFeeVatPayer,
    bool SubtractPaymentVatAmount,
    SettlementCycle SettlementCycle,
    bool PaysAfterInvoice = false) : IPolicyTerms
{
    public Refusal? Check() => PolicyLimits.Check(Name, Memo) ?? SettlementCycle.Check();
}

public sealed record ContractChange(
    string? Name = null,
    string? Memo = null,
    Fee? PlatformFee = null,
    Payer? PlatformFeeVatPayer = null,
    bool? SubtractPaymentVatAmount = null,
    SettlementCycle? SettlementCycle = null,
    bool? PaysAfterInvoice = null) : IPolicyChange<ContractTerms>
{
    public ContractTerms ApplyTo(ContractTerms terms) => new(
        Name ?? terms.Name,
        Memo ?? terms.Memo,
        PlatformFee ?? terms.PlatformFee,
        PlatformFeeVatPayer ?? terms.PlatformFeeVatPayer,
        SubtractPaymentVatAmount ?? terms.SubtractPaymentVatAmount,
        SettlementCycle ?? terms.SettlementCycle,
        PaysAfterInvoice ?? terms.PaysAfterInvoice);
}

/// <summary>A contract as it was when a transfer copied it.</summary>
public sealed record ContractSnapshot(ContractId Id, ContractTerms Terms, bool IsArchived, DateTimeOffset AppliedAt);
