using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Settlements;
using Jeongsan.Domain.TaxInvoices;

namespace Jeongsan.Domain.Payouts;

public enum PayoutMethod
{
    /// <summary>From the platform's own account.</summary>
    Direct = 0,
    Agency,
}

/// <summary>지급: what one partner gets in one bulk payout.</summary>
public sealed class Payout : ITenantOwned
{
    private Payout()
    {
    }

    public MerchantId MerchantId { get; private set; }
    public Mode Mode { get; private set; }
    public PayoutId Id { get; private set; }
    public BulkPayoutId BulkPayoutId { get; private set; }

    /// <summary>Turn within its bulk payout, from 0.</summary>
    public int Index { get; private set; }

    /// <summary>What it pays, also after it failed or was cancelled. Null for payouts of before this was kept.</summary>
    public IReadOnlyList<PartnerSettlementId>? SettlementIds { get; private set; }

    public PayoutMethod Method { get; private set; }
    public PayoutStatus Status { get; private set; }
    public DateTimeOffset StatusUpdatedAt { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset? ScheduledAt { get; private set; }
    public DateTimeOffset? PaidAt { get; private set; }
    public string? FailReason { get; private set; }
    public string? Memo { get; private set; }

    public PartnerId PartnerId { get; private set; }
    public PartnerSnapshot Partner { get; private set; } = null!;

    /// <summary>Where the money goes.</summary>
    public BankAccount Account { get; private set; } = null!;

    public Currency Currency { get; private set; }

    /// <summary>Sum of its settlements.</summary>
    public Won SettlementAmount { get; private set; }

    public Won SettlementTaxFreeAmount { get; private set; }

    /// <summary>What is remitted.</summary>
    public Won Amount { get; private set; }

    /// <summary>Taxable supply without VAT.</summary>
    public Won SupplyAmount { get; private set; }

    public Won TaxFreeAmount { get; private set; }
    public Won VatAmount { get; private set; }
    public Won IncomeTaxAmount { get; private set; }
    public Won LocalIncomeTaxAmount { get; private set; }
    public bool DeductWht { get; private set; }
    public SettlementAmountType SettlementAmountType { get; private set; }

    /// <summary>On the platform's own bank book.</summary>
    public string? WithdrawalMemo { get; private set; }

    /// <summary>On the partner's bank book.</summary>
    public string? DepositMemo { get; private set; }

    /// <summary>The invoice on the taxable part.</summary>
    public TaxInvoiceId? TaxInvoiceId { get; private set; }

    /// <summary>The invoice (계산서) on the tax-free part.</summary>
    public TaxInvoiceId? TaxFreeInvoiceId { get; private set; }

    public int Version { get; private set; }

    public static Payout Prepare(PayoutId id, BulkPayout bulk, int index, PartnerPayable payable, DateTimeOffset at) => new()
    {
        MerchantId = bulk.MerchantId,
        Mode = bulk.Mode,
        Id = id,
        BulkPayoutId = bulk.Id,
        Index = index,
        SettlementIds = payable.Settlements,
        Method = bulk.Method,
        Status = PayoutStatus.Prepared,
        StatusUpdatedAt = at,
        CreatedAt = at,
        PartnerId = payable.Partner.Id,
        Partner = payable.Partner,
        Account = payable.Partner.Profile.Account,
        Currency = payable.Currency,
        SettlementAmount = payable.Amounts.Settlement,
        SettlementTaxFreeAmount = payable.Amounts.SettlementTaxFree,
        Amount = payable.Amounts.Payout,
        SupplyAmount = payable.Amounts.Supply,
        TaxFreeAmount = payable.Amounts.TaxFree,
        VatAmount = payable.Amounts.Vat,
        IncomeTaxAmount = payable.Amounts.IncomeTax,
        LocalIncomeTaxAmount = payable.Amounts.LocalIncomeTax,
        DeductWht = bulk.DeductWht,
        SettlementAmountType = bulk.SettlementAmountType,
        WithdrawalMemo = payable.WithdrawalMemo,
        DepositMemo = payable.DepositMemo,
        Version = 1,
    };

    /// <summary>Pays other settlements of its partner than before. Only until it is confirmed; its memos stay.</summary>
    public Outcome<Done> Rechoose(PartnerPayable payable)
    {
        if (Status != PayoutStatus.Prepared)
        {
            return new PayoutRefusal.NotInState(Status, PayoutCommand.Confirm);
        }

        (Partner, Account, SettlementIds) = (payable.Partner, payable.Partner.Profile.Account, payable.Settlements);
        (SettlementAmount, SettlementTaxFreeAmount, Amount) = (payable.Amounts.Settlement, payable.Amounts.SettlementTaxFree, payable.Amounts.Payout);
        (SupplyAmount, TaxFreeAmount, VatAmount) = (payable.Amounts.Supply, payable.Amounts.TaxFree, payable.Amounts.Vat);
        (IncomeTaxAmount, LocalIncomeTaxAmount) = (payable.Amounts.IncomeTax, payable.Amounts.LocalIncomeTax);
        Version++;
        return default(Done);
    }

    public Outcome<Move> Confirm(DateTimeOffset at) => MoveBy(PayoutCommand.Confirm, at);

    /// <summary>Also moves an existing schedule.</summary>
    public Outcome<Move> Schedule(DateTimeOffset scheduledAt, DateTimeOffset at) =>
        MoveBy(PayoutCommand.Schedule, at).Then<Move>(move =>
        {
            ScheduledAt = scheduledAt;
            return move;
        });

    public Outcome<Move> Unschedule(DateTimeOffset at) =>
        MoveBy(PayoutCommand.Unschedule, at).Then<Move>(move =>
        {
            ScheduledAt = null;
            return move;
        });

    public Outcome<Move> Execute(DateTimeOffset at) => MoveBy(PayoutCommand.Execute, at);

    public Outcome<Move> Succeed(DateTimeOffset paidAt, DateTimeOffset at) =>
        MoveBy(PayoutCommand.Succeed, at).Then<Move>(move =>
        {
            PaidAt = paidAt;
            return move;
        });

    /// <param name="reason">What the bank said; only a sure "no", never a time-out.</param>
    public Outcome<Move> Fail(string reason, DateTimeOffset at) =>
        MoveBy(PayoutCommand.Fail, at).Then<Move>(move =>
        {
            FailReason = reason;
            return move;
        });

    /// <summary>A schedule that it had is over.</summary>
    public Outcome<Move> Stop(DateTimeOffset at) =>
        MoveBy(PayoutCommand.Stop, at).Then<Move>(move =>
        {
            ScheduledAt = null;
            return move;
        });

    public Outcome<Move> Resume(DateTimeOffset at) => MoveBy(PayoutCommand.Resume, at);

    public Outcome<Move> Cancel(DateTimeOffset at) => MoveBy(PayoutCommand.Cancel, at);

    public Outcome<Move> Drop(DateTimeOffset at) => MoveBy(PayoutCommand.Drop, at);

    public Outcome<Move> CompleteByHand(DateTimeOffset paidAt, DateTimeOffset at) =>
        MoveBy(PayoutCommand.CompleteByHand, at).Then<Move>(move =>
        {
            PaidAt = paidAt;
            return move;
        });

    public Outcome<Done> SetBankMemos(string? withdrawalMemo, string? depositMemo)
    {
        if (BankMemo.Check(withdrawalMemo, depositMemo) is { } refusal)
        {
            return refusal;
        }

        (WithdrawalMemo, DepositMemo) = (withdrawalMemo, depositMemo);
        Version++;
        return default(Done);
    }

    /// <summary>Empties its copy of the partner, whose data is destroyed; amounts and states stay.</summary>
    public void ErasePartner()
    {
        // What stands on the bank books names the partner as a rule.
        (Partner, Account, WithdrawalMemo, DepositMemo) = (Partner.Erased(), Account.Erased(), null, null);
        Version++;
    }

    public void SetMemo(string? memo)
    {
        Memo = memo;
        Version++;
    }

    /// <summary>Points at the invoice of the taxable or of the tax-free part; null when it was deleted.</summary>
    public void LinkInvoice(TaxInvoiceTaxation taxation, TaxInvoiceId? invoice)
    {
        if (taxation == TaxInvoiceTaxation.Free)
        {
            TaxFreeInvoiceId = invoice;
        }
        else
        {
            TaxInvoiceId = invoice;
        }

        Version++;
    }

    private Outcome<Move> MoveBy(PayoutCommand command, DateTimeOffset at)
    {
        var decided = PayoutLifecycle.Table.Decide(Status, command, default);
        if (decided.IsRefused)
        {
            return decided.Refusal;
        }

        (Status, StatusUpdatedAt) = (decided.Value.To, at);
        Version++;
        return new Move(decided.Value.From.ToString(), command.ToString(), Status.ToString());
    }
}
