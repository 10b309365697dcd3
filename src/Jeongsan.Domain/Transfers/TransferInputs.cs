using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Policies;

namespace Jeongsan.Domain.Transfers;

/// <summary>What an order transfer consists of besides its calculated amounts.</summary>
/// <param name="FormulaVersion">Of the platform's formulas that calculated them; 0 for the ones that hold while it sets none.</param>
/// <param name="Parameters">A value for each parameter of these formulas.</param>
public sealed record OrderTransferInput(
    PartnerSnapshot Partner,
    ContractSnapshot Contract,
    PaymentSnapshot Payment,
    Currency Currency,
    DateOnly SettlementStartDate,
    DateOnly SettlementDate,
    string? Memo,
    int FormulaVersion,
    IReadOnlyList<SettlementParameter> Parameters,
    IReadOnlyList<UserDefinedProperty> Properties);

public sealed record OrderCancelInput(
    CancelRequest Request,
    CancellationSnapshot Cancellation,
    DateOnly SettlementStartDate,
    DateOnly SettlementDate,
    string? Memo,
    IReadOnlyList<UserDefinedProperty> Properties);

public sealed record ManualTransferInput(
    PartnerSnapshot Partner,
    Won Settlement,
    Won SettlementTaxFree,
    DateOnly SettlementDate,
    Currency Currency,
    string? Memo,
    IReadOnlyList<UserDefinedProperty> Properties);

/// <summary>What is to be taken back of an order.</summary>
/// <param name="TaxFree">Of the order; when stated it wins over the lines'.</param>
/// <param name="Discounts">Of the order itself, the lines' not included.</param>
public sealed record CancelRequest(CancelScope Scope, Won? TaxFree, IReadOnlyList<CancelDiscount> Discounts);

public abstract record CancelScope
{
    private CancelScope()
    {
    }

    /// <summary>All that remains, discounts included.</summary>
    public sealed record All : CancelScope;

    /// <param name="Order">The order amount before discounts, its tax-free part included.</param>
    public sealed record Amount(Won Order) : CancelScope;

    public sealed record Quantities(IReadOnlyList<CancelLine> Lines) : CancelScope;
}

public sealed record CancelLine(ProductId Product, int Quantity, IReadOnlyList<CancelDiscount> Discounts);

public sealed record CancelDiscount(DiscountSharePolicyId Policy, Won Amount, Won TaxFree);
