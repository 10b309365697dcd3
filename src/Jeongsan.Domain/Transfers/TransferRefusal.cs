using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Policies;

namespace Jeongsan.Domain.Transfers;

/// <summary>Which limit of an order's amounts was passed.</summary>
public enum AmountExceeded
{
    DiscountThanOrder,
    DiscountTaxFreeThanDiscount,
    DiscountTaxFreeThanOrderTaxFree,
    PaymentTaxFreeThanPayment,
}

/// <summary>Which part of an order a cancellation asked too much of.</summary>
public enum CancellableAmountKind
{
    /// <summary>The taxable part, VAT included.</summary>
    SupplyWithVat,
    TaxFree,
}

/// <summary>Every way in which a transfer says no.</summary>
public abstract record TransferRefusal : Refusal
{
    private TransferRefusal()
    {
    }

    public sealed record FieldMissing(string Field) : TransferRefusal;

    public sealed record FieldTooLong(string Field, int Length, int LengthMax) : TransferRefusal;

    public sealed record TooMany(string Field, int Count, int CountMax) : TransferRefusal;

    public sealed record NegativeAmount(string Field, long Amount) : TransferRefusal;

    public sealed record AmountOutOfRange(string Field, long Amount, long AmountMax) : TransferRefusal;

    public sealed record QuantityOutOfRange(ProductId Product, int Quantity, int QuantityMin, int QuantityMax) : TransferRefusal;

    /// <summary>An order is given by a total or by lines: exactly one of them.</summary>
    public sealed record OrderDetailAmbiguous : TransferRefusal;

    /// <summary>An order by total is not cancelled by lines, one by lines not by amount.</summary>
    public sealed record OrderDetailMismatched(bool OrderHasLines) : TransferRefusal;

    public sealed record ProductDuplicated(ProductId Product) : TransferRefusal;

    public sealed record ProductNotFound(ProductId Product) : TransferRefusal;

    public sealed record DiscountPolicyDuplicated(DiscountSharePolicyId Policy, ProductId? Product) : TransferRefusal;

    public sealed record DiscountPolicyNotFound(DiscountSharePolicyId Policy, ProductId? Product) : TransferRefusal;

    /// <param name="Product">The line; null for the order itself.</param>
    public sealed record AmountsExceeded(AmountExceeded Kind, ProductId? Product, Won Requested, Won Allowed) : TransferRefusal;

    public sealed record CancellableAmountExceeded(CancellableAmountKind Kind, Won Requested, Won Cancellable) : TransferRefusal;

    public sealed record CancellableDiscountExceeded(DiscountSharePolicyId Policy, ProductId? Product, Won Requested, Won Cancellable) : TransferRefusal;

    public sealed record CancellableDiscountTaxFreeExceeded(DiscountSharePolicyId Policy, ProductId? Product, Won Requested, Won Cancellable) : TransferRefusal;

    public sealed record CancellableQuantityExceeded(ProductId Product, int Requested, int Cancellable) : TransferRefusal;

    /// <summary>Nothing of the order remains.</summary>
    public sealed record AlreadyCancelled(TransferId Transfer) : TransferRefusal;

    /// <summary>The cancellation would take back nothing.</summary>
    public sealed record NothingToCancel(TransferId Transfer) : TransferRefusal;

    public sealed record NotAnOrder(TransferId Transfer, TransferKind Kind) : TransferRefusal;

    public sealed record PaymentTypeMismatched(bool PaymentIsExternal) : TransferRefusal;

    public sealed record SettlementDateBeforeStartDate(DateOnly SettlementStartDate, DateOnly SettlementDate) : TransferRefusal;

    public sealed record CurrencyNotSupported(string Currency) : TransferRefusal;

    public sealed record ContractFeeCurrencyMismatched(ContractId Contract, Currency FeeCurrency, Currency SettlementCurrency) : TransferRefusal;

    public sealed record AdditionalFeeCurrencyMismatched(AdditionalFeePolicyId Policy, Currency FeeCurrency, Currency SettlementCurrency) : TransferRefusal;

    /// <summary>A manual transfer's tax-free part has the sign of its amount and is not larger.</summary>
    public sealed record ManualTaxFreeOutOfRange(Won TaxFree, Won Settlement) : TransferRefusal;

    public sealed record NotInState(TransferStatus Status, TransferCommand Command) : TransferRefusal;

    public sealed record NotDeletable(TransferId Transfer, TransferStatus Status) : TransferRefusal;

    /// <summary>Delete the cancellations first.</summary>
    public sealed record CancellationsExist(TransferId Transfer, int Count) : TransferRefusal;
}
