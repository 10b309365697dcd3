using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Policies;
using Jeongsan.Domain.Transfers;

namespace Jeongsan.Domain.Settlements;

/// <summary>정산 내역: all transfers of one <see cref="GatheringKey"/> that are paid together.</summary>
public sealed class PartnerSettlement : ITenantOwned
{
    private PartnerSettlement()
    {
    }

    public MerchantId MerchantId { get; private set; }
    public Mode Mode { get; private set; }
    public PartnerSettlementId Id { get; private set; }
    public TransferKind Kind { get; private set; }
    public PartnerSettlementStatus Status { get; private set; }
    public DateTimeOffset StatusUpdatedAt { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public string? Memo { get; private set; }

    public PartnerId PartnerId { get; private set; }

    /// <summary>The partner as the first gathered transfer copied it.</summary>
    public PartnerSnapshot Partner { get; private set; } = null!;

    public ContractId? ContractId { get; private set; }
    public ContractSnapshot? Contract { get; private set; }

    public DateOnly SettlementDate { get; private set; }
    public Currency SettlementCurrency { get; private set; }

    /// <summary>The first start date among its transfers; null for manual ones.</summary>
    public DateOnly? StartDateFrom { get; private set; }

    /// <summary>The last start date among its transfers, included.</summary>
    public DateOnly? StartDateUntil { get; private set; }

    /// <summary>Sums of its transfers; positive for cancellations.</summary>
    public SettlementAmounts Amounts { get; private set; } = SettlementAmounts.Zero;

    public IReadOnlyList<FormulaResult> FormulaResults { get; private set; } = [];

    /// <summary>What it adds to a payout: negative for cancellations.</summary>
    public Won SignedSettlement { get; private set; }

    public Won SignedSettlementTaxFree { get; private set; }
    public int TransferCount { get; private set; }

    /// <summary>The one transfer of it, where each manual transfer is settled by itself.</summary>
    public TransferId? OnlyTransferId { get; private set; }

    public BulkPayoutId? BulkPayoutId { get; private set; }
    public PayoutId? PayoutId { get; private set; }
    public int Version { get; private set; }

    /// <summary>Opens a settlement of its first transfers.</summary>
    /// <param name="first">The oldest of them: partner and contract are copied from it.</param>
    public static PartnerSettlement Open(PartnerSettlementId id, GatheringKey key, Transfer first, TransferSums sums, DateTimeOffset at)
    {
        var settlement = OpenEmpty(id, key, first, at);
        settlement.Add(sums);
        return settlement;
    }

    private static PartnerSettlement OpenEmpty(PartnerSettlementId id, GatheringKey key, Transfer first, DateTimeOffset at) => new()
    {
        MerchantId = first.MerchantId,
        Mode = first.Mode,
        Id = id,
        Kind = key.Kind,
        Status = PartnerSettlementStatus.PayoutPrepared,
        StatusUpdatedAt = at,
        CreatedAt = at,
        PartnerId = key.PartnerId,
        Partner = first.Partner,
        ContractId = key.ContractId,
        Contract = first.Contract,
        SettlementDate = key.SettlementDate,
        SettlementCurrency = key.Currency,
        OnlyTransferId = key.OnlyTransferId,
        StartDateFrom = first.SettlementStartDate,
        StartDateUntil = first.SettlementStartDate,
    };

    /// <summary>Takes transfers of the same key in by their sums; the caller moves them to Settled.</summary>
    public void Add(TransferSums sums)
    {
        (Amounts, SignedSettlement) = (Amounts + sums.Amounts, SignedSettlement + sums.SignedSettlement);
        (SignedSettlementTaxFree, TransferCount) = (SignedSettlementTaxFree + sums.SignedSettlementTaxFree, TransferCount + sums.TransferCount);
        FormulaResults = Gathering.Sum(FormulaResults.Concat(sums.FormulaResults));
        StartDateFrom = sums.StartDateFrom < StartDateFrom ? sums.StartDateFrom : StartDateFrom;
        StartDateUntil = sums.StartDateUntil > StartDateUntil ? sums.StartDateUntil : StartDateUntil;
        Version++;
    }

    /// <summary>Lets a deleted transfer out. The start dates stay as they were.</summary>
    public void Remove(Transfer transfer)
    {
        (Amounts, SignedSettlement) = (Amounts - transfer.Amounts, SignedSettlement - transfer.SignedSettlement);
        (SignedSettlementTaxFree, TransferCount) = (SignedSettlementTaxFree - transfer.SignedSettlementTaxFree, TransferCount - 1);
        FormulaResults = Gathering.Sum(FormulaResults.Concat(transfer.FormulaResults.Select(result => result with { Amount = -result.Amount })));
        Version++;
    }

    /// <summary>Null when it may be deleted together with its transfers.</summary>
    /// <summary>Empties its copy of the partner, whose data is destroyed; amounts and states stay.</summary>
    public void ErasePartner()
    {
        Partner = Partner.Erased();
        Version++;
    }

    public Refusal? CheckDeletable() =>
        PartnerSettlementLifecycle.IsDeletable(Status) ? null : new PartnerSettlementRefusal.NotDeletable(Id, Status);

    public void SetMemo(string? memo)
    {
        Memo = memo;
        Version++;
    }

    /// <summary>Takes it into a payout.</summary>
    public Outcome<Move> Confirm(BulkPayoutId bulkPayout, PayoutId payout, DateTimeOffset at) =>
        MoveBy(PartnerSettlementCommand.Confirm, at).Then<Move>(move =>
        {
            (BulkPayoutId, PayoutId) = (bulkPayout, payout);
            return move;
        });

    public Outcome<Move> CompleteByHand(BulkPayoutId bulkPayout, PayoutId payout, DateTimeOffset at) =>
        MoveBy(PartnerSettlementCommand.CompleteByHand, at).Then<Move>(move =>
        {
            (BulkPayoutId, PayoutId) = (bulkPayout, payout);
            return move;
        });

    /// <summary>Every other command. After a failed or cancelled payout, or taken out of one, it belongs to none.</summary>
    public Outcome<Move> Do(PartnerSettlementCommand command, DateTimeOffset at)
    {
        if (command is PartnerSettlementCommand.Confirm or PartnerSettlementCommand.CompleteByHand)
        {
            throw new ArgumentException($"{command} needs its payout.", nameof(command));
        }

        return MoveBy(command, at).Then<Move>(move =>
        {
            if (command is PartnerSettlementCommand.FailPayout or PartnerSettlementCommand.CancelPayout or PartnerSettlementCommand.TakeOut)
            {
                (BulkPayoutId, PayoutId) = (null, null);
            }

            return move;
        });
    }

    private Outcome<Move> MoveBy(PartnerSettlementCommand command, DateTimeOffset at)
    {
        var decided = PartnerSettlementLifecycle.Table.Decide(Status, command, default);
        if (decided.IsRefused)
        {
            return decided.Refusal;
        }

        (Status, StatusUpdatedAt) = (decided.Value.To, at);
        Version++;
        return new Move(decided.Value.From.ToString(), command.ToString(), Status.ToString());
    }
}
