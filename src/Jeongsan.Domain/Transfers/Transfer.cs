using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Policies;
using Jeongsan.Domain.Policies.Formulas;
using Jeongsan.Domain.Settlements;

namespace Jeongsan.Domain.Transfers;

public enum TransferKind
{
    Order = 0,
    OrderCancel,
    Manual,
}

/// <summary>정산건: one order, one cancellation of an order, or one correction by hand, for one partner.</summary>
public sealed class Transfer : ITenantOwned
{
    private Transfer()
    {
    }

    public MerchantId MerchantId { get; private set; }
    public Mode Mode { get; private set; }
    public TransferId Id { get; private set; }
    public TransferKind Kind { get; private set; }
    public TransferStatus Status { get; private set; }
    public DateTimeOffset StatusUpdatedAt { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public string? Memo { get; private set; }

    public PartnerId PartnerId { get; private set; }
    public PartnerSnapshot Partner { get; private set; } = null!;

    /// <summary>Null for a manual transfer.</summary>
    public ContractId? ContractId { get; private set; }

    public ContractSnapshot? Contract { get; private set; }

    /// <summary>Null for a manual transfer.</summary>
    public DateOnly? SettlementStartDate { get; private set; }

    public DateOnly SettlementDate { get; private set; }
    public Currency SettlementCurrency { get; private set; }

    /// <summary>Positive in cancellations; a manual transfer has only the settlement ones, which may be negative.</summary>
    public SettlementAmounts Amounts { get; private set; } = SettlementAmounts.Zero;

    /// <summary>What it adds to the partner's account: negative for a cancellation.</summary>
    public Won SignedSettlement { get; private set; }

    /// <summary>The tax-free part of <see cref="SignedSettlement"/>.</summary>
    public Won SignedSettlementTaxFree { get; private set; }

    public IReadOnlyList<TransferLine> Lines { get; private set; } = [];
    public IReadOnlyList<TransferDiscount> Discounts { get; private set; } = [];
    public IReadOnlyList<TransferAdditionalFee> AdditionalFees { get; private set; } = [];

    public PaymentId? PaymentId { get; private set; }
    public PaymentSnapshot? Payment { get; private set; }

    /// <summary>Of a cancellation: the order that it cancels.</summary>
    public TransferId? OriginalTransferId { get; private set; }

    /// <summary>Of a cancellation.</summary>
    public CancellationId? CancellationId { get; private set; }

    public CancellationSnapshot? Cancellation { get; private set; }

    /// <summary>Of an order: all that its cancellations took back so far.</summary>
    public CancelledSoFar? Cancelled { get; private set; }

    /// <summary>Of an order.</summary>
    public int CancellationCount { get; private set; }

    /// <summary>The version of the platform's formulas that its amounts come from; 0 is what holds while it sets none.</summary>
    public int FormulaVersion { get; private set; }

    /// <summary>All parameters that the formulas could use, the defaults included.</summary>
    public IReadOnlyList<SettlementParameter> Parameters { get; private set; } = [];
    public IReadOnlyList<FormulaResult> FormulaResults { get; private set; } = [];
    public IReadOnlyList<UserDefinedProperty> Properties { get; private set; } = [];

    /// <summary>Set when it was gathered.</summary>
    public PartnerSettlementId? PartnerSettlementId { get; private set; }

    /// <summary>Set while it is in a payout, and after.</summary>
    public PayoutId? PayoutId { get; private set; }

    public int Version { get; private set; }

    /// <param name="calculated">From <see cref="SettlementCalculation"/>.</param>
    public static Outcome<Transfer> ForOrder(Tenant tenant, TransferId id, OrderTransferInput input, CalculatedOrder calculated, DateOnly today, DateTimeOffset at)
    {
        if (input.SettlementDate < input.SettlementStartDate)
        {
            return new TransferRefusal.SettlementDateBeforeStartDate(input.SettlementStartDate, input.SettlementDate);
        }

        if ((TransferChecks.Texts(input.Memo, input.Properties) ?? TransferChecks.Currencies(input, calculated.Details)) is { } refusal)
        {
            return refusal;
        }

        var transfer = Start(tenant, id, TransferKind.Order, input.Partner, input.SettlementStartDate, today, at);
        transfer.Take(calculated.Details, sign: 1);
        transfer.TakeContract(input.Contract, input.SettlementStartDate, input.SettlementDate, input.Currency);
        (transfer.PaymentId, transfer.Payment) = (input.Payment.Id, input.Payment);
        (transfer.FormulaVersion, transfer.Parameters, transfer.FormulaResults) = (input.FormulaVersion, input.Parameters, calculated.FormulaResults);
        (transfer.Memo, transfer.Properties) = (input.Memo, input.Properties);
        transfer.Cancelled = CancelledSoFar.Nothing;
        return transfer;
    }

    /// <summary>Takes back a part of this order: makes the cancellation and remembers here what was taken.</summary>
    /// <param name="formulas">Of this order's <see cref="FormulaVersion"/>.</param>
    public Outcome<Transfer> Cancel(TransferId cancelTransferId, OrderCancelInput input, SettlementFormulas formulas, DateOnly today, DateTimeOffset at)
    {
        if (Kind != TransferKind.Order || Contract is null || Payment is null || Cancelled is null)
        {
            return new TransferRefusal.NotAnOrder(Id, Kind);
        }

        if (input.SettlementDate < input.SettlementStartDate)
        {
            return new TransferRefusal.SettlementDateBeforeStartDate(input.SettlementStartDate, input.SettlementDate);
        }

        if (TransferChecks.Texts(input.Memo, input.Properties) is { } refusal)
        {
            return refusal;
        }

        var calculated = CancellationCalculation.Calculate(this, formulas, input.Request);
        if (calculated.IsRefused)
        {
            return calculated.Refusal;
        }

        var (details, formulaResults, cancelledNow) = calculated.Value;
        var cancel = Start(new Tenant(MerchantId, Mode), cancelTransferId, TransferKind.OrderCancel, Partner, input.SettlementStartDate, today, at);
        cancel.Take(details, sign: -1);
        cancel.TakeContract(Contract, input.SettlementStartDate, input.SettlementDate, SettlementCurrency);
        (cancel.PaymentId, cancel.Payment, cancel.Parameters) = (PaymentId, Payment, Parameters);
        (cancel.OriginalTransferId, cancel.FormulaVersion, cancel.FormulaResults) = (Id, FormulaVersion, formulaResults);
        (cancel.CancellationId, cancel.Cancellation) = (input.Cancellation.Id, input.Cancellation);
        (cancel.Memo, cancel.Properties) = (input.Memo, input.Properties);
        Cancelled = cancelledNow;
        CancellationCount++;
        Version++;
        return cancel;
    }

    /// <summary>Gives back to this order what a deleted cancellation had taken.</summary>
    public void ForgetCancellation(Transfer cancel)
    {
        if (cancel.OriginalTransferId != Id || Cancelled is null)
        {
            throw new ArgumentException($"{cancel.Id} does not cancel {Id}.", nameof(cancel));
        }

        Cancelled = Cancelled.Without(cancel);
        CancellationCount--;
        Version++;
    }

    /// <param name="settlement">May be negative.</param>
    public static Outcome<Transfer> ByHand(Tenant tenant, TransferId id, ManualTransferInput input, DateTimeOffset at)
    {
        if (TransferChecks.Manual(input) is { } refusal)
        {
            return refusal;
        }

        // A manual transfer has no start date and counts at once.
        var transfer = Start(tenant, id, TransferKind.Manual, input.Partner, DateOnly.MinValue, DateOnly.MinValue, at);
        transfer.Amounts = SettlementAmounts.Zero with { Settlement = input.Settlement, SettlementTaxFree = input.SettlementTaxFree };
        (transfer.SignedSettlement, transfer.SignedSettlementTaxFree) = (input.Settlement, input.SettlementTaxFree);
        (transfer.SettlementDate, transfer.SettlementCurrency) = (input.SettlementDate, input.Currency);
        (transfer.Memo, transfer.Properties) = (input.Memo, input.Properties);
        return transfer;
    }

    /// <summary>Null when it may be deleted.</summary>
    /// <summary>Empties its copy of the partner, whose data is destroyed; amounts and states stay.</summary>
    public void ErasePartner()
    {
        Partner = Partner.Erased();
        Version++;
    }

    public Refusal? CheckDeletable() =>
        !TransferLifecycle.IsDeletable(Status) ? new TransferRefusal.NotDeletable(Id, Status)
        : CancellationCount > 0 ? new TransferRefusal.CancellationsExist(Id, CancellationCount)
        : null;

    public Outcome<Move> Begin(DateTimeOffset at) => MoveBy(TransferCommand.Begin, at);

    public Outcome<Move> Settle(PartnerSettlementId settlement, DateTimeOffset at) =>
        MoveBy(TransferCommand.Settle, at).Then<Move>(move =>
        {
            PartnerSettlementId = settlement;
            return move;
        });

    public Outcome<Move> ConfirmPayout(PayoutId payout, DateTimeOffset at) =>
        MoveBy(TransferCommand.ConfirmPayout, at).Then<Move>(move =>
        {
            PayoutId = payout;
            return move;
        });

    public Outcome<Move> StartPayout(DateTimeOffset at) => MoveBy(TransferCommand.StartPayout, at);

    public Outcome<Move> CompletePayout(DateTimeOffset at) => MoveBy(TransferCommand.CompletePayout, at);

    public Outcome<Move> ReleasePayout(DateTimeOffset at) =>
        MoveBy(TransferCommand.ReleasePayout, at).Then<Move>(move =>
        {
            PayoutId = null;
            return move;
        });

    public Outcome<Move> CompleteByHand(PayoutId payout, DateTimeOffset at) =>
        MoveBy(TransferCommand.CompleteByHand, at).Then<Move>(move =>
        {
            PayoutId = payout;
            return move;
        });

    private static Transfer Start(Tenant tenant, TransferId id, TransferKind kind, PartnerSnapshot partner, DateOnly startDate, DateOnly today, DateTimeOffset at) => new()
    {
        MerchantId = tenant.Merchant,
        Mode = tenant.Mode,
        Id = id,
        Kind = kind,
        Status = TransferLifecycle.StartFor(startDate, today),
        StatusUpdatedAt = at,
        CreatedAt = at,
        PartnerId = partner.Id,
        Partner = partner,
        Version = 1,
    };

    private void Take(TransferDetails details, int sign)
    {
        (Amounts, Lines, Discounts, AdditionalFees) = (details.Amounts, details.Lines, details.Discounts, details.AdditionalFees);
        SignedSettlement = details.Amounts.Settlement * sign;
        SignedSettlementTaxFree = details.Amounts.SettlementTaxFree * sign;
    }

    private void TakeContract(ContractSnapshot contract, DateOnly startDate, DateOnly settlementDate, Currency currency)
    {
        (ContractId, Contract) = (contract.Id, contract);
        (SettlementStartDate, SettlementDate, SettlementCurrency) = (startDate, settlementDate, currency);
    }

    private Outcome<Move> MoveBy(TransferCommand command, DateTimeOffset at)
    {
        var decided = TransferLifecycle.Table.Decide(Status, command, default);
        if (decided.IsRefused)
        {
            return decided.Refusal;
        }

        (Status, StatusUpdatedAt) = (decided.Value.To, at);
        Version++;
        return new Move(decided.Value.From.ToString(), command.ToString(), Status.ToString());
    }
}
