using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Policies;
using Jeongsan.Domain.Policies.Formulas;

namespace Jeongsan.Domain.Transfers;

/// <summary>What an order is calculated by when it is calculated again.</summary>
/// <param name="Request">The order as it was told, with the policies and parameters that hold this time.</param>
public sealed record ReplayTerms(ContractSnapshot Contract, SettlementFormulas Formulas, OrderRequest Request, DateOnly SettlementDate);

/// <summary>An order as registering it under other rules would have made it, and what its cancellations take back of it then.</summary>
public sealed class ReplayedOrder
{
    private readonly TransferDetails _original;
    private readonly CalculationRules _rules;

    /// <summary>How far the cancellations had come when they were registered.</summary>
    private CancelPoint _stored;

    /// <summary>How far they come now: what is refused takes nothing.</summary>
    private CancelPoint _reached;
    private TransferDetails _taken;

    private ReplayedOrder(Transfer order, ReplayTerms terms)
    {
        Order = order;
        _original = new TransferDetails(order.Amounts, order.Lines, order.Discounts, order.AdditionalFees);
        _rules = new CalculationRules(terms.Contract.Terms, terms.Formulas, order.Parameters);
        _taken = Details.Minus(_original, _original);
        (_stored, _reached) = (CancelPoint.Of(_taken), CancelPoint.Of(_taken));
    }

    public Transfer Order { get; }

    /// <summary>Refused where registering the order would be.</summary>
    public static Outcome<ReplayedOrder> Of(Transfer order, ReplayTerms terms)
    {
        if (order.SettlementStartDate is not { } start || order.Payment is not { } payment)
        {
            throw new ArgumentException($"{order.Id} is no order.", nameof(order));
        }

        var input = new OrderTransferInput(
            order.Partner, terms.Contract, payment, order.SettlementCurrency, start, terms.SettlementDate, order.Memo, order.FormulaVersion, terms.Request.Parameters, order.Properties);
        return SettlementCalculation.Calculate(terms.Contract.Terms, terms.Formulas, terms.Request)
            .Then(calculated => Transfer.ForOrder(new Tenant(order.MerchantId, order.Mode), order.Id, input, calculated, start, order.CreatedAt))
            .Then<ReplayedOrder>(again => new ReplayedOrder(again, terms));
    }

    /// <summary>What the cancellation comes to. To be asked for each cancellation of the order once, in the sequence in which they came.</summary>
    public Outcome<SettlementAmounts> Cancel(Transfer cancel, DateOnly settlementDate)
    {
        _stored = _stored.With(_original, cancel);
        if (cancel.SettlementStartDate is { } start && settlementDate < start)
        {
            return new TransferRefusal.SettlementDateBeforeStartDate(start, settlementDate);
        }

        // One that left nothing of the order takes all that remains, also where an earlier one is refused now.
        var point = _stored.IsAllOf(_original) ? CancelPoint.Of(_original) : _reached.With(_original, cancel);
        var reached = point.IsAllOf(_original) ? _original : point.Amounts(_original, _rules);
        if (reached.IsRefused)
        {
            return reached.Refusal;
        }

        var amounts = reached.Value.Amounts - _taken.Amounts;
        (_reached, _taken) = (point, reached.Value);
        return amounts;
    }
}
