using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;

namespace Jeongsan.Domain.Payouts;

/// <summary>일괄 지급: the settlements that a person chose to pay together.</summary>
public sealed class BulkPayout : ITenantOwned
{
    public const int NameLengthMax = 100;

    private BulkPayout()
    {
    }

    public MerchantId MerchantId { get; private set; }
    public Mode Mode { get; private set; }
    public BulkPayoutId Id { get; private set; }
    public string Name { get; private set; } = null!;

    /// <summary>Who chose, as <see cref="Actor"/> writes it.</summary>
    public string CreatorId { get; private set; } = null!;

    public PayoutMethod Method { get; private set; }
    public BulkPayoutStatus Status { get; private set; }
    public DateTimeOffset StatusUpdatedAt { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset UpdatedAt { get; private set; }
    public bool DeductWht { get; private set; }
    public SettlementAmountType SettlementAmountType { get; private set; }

    /// <summary>The day of payment that the withholding rules look at.</summary>
    public DateOnly PaymentDate { get; private set; }

    public Currency Currency { get; private set; }
    public Won TotalPayoutAmount { get; private set; }
    public Won TotalSettlementAmount { get; private set; }
    public int PayoutCount { get; private set; }

    /// <summary>Chosen once, and not paid with it: they can be put back until it is confirmed. Null while there are none.</summary>
    public IReadOnlyList<LeftOutSettlement>? LeftOut { get; private set; }

    /// <summary>For the platform's own bank book, of payouts whose memo nobody sets. Null: the platform's default.</summary>
    public string? WithdrawalMemo { get; private set; }

    /// <summary>The same for the partner's bank book.</summary>
    public string? DepositMemo { get; private set; }

    public int Version { get; private set; }

    /// <param name="selection">From <see cref="PayoutSelection.Choose"/>.</param>
    public static Outcome<BulkPayout> Create(Tenant tenant, BulkPayoutId id, string name, Actor creator, PayoutMethod method, PayoutSelection selection, DateTimeOffset at)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return new PayoutRefusal.FieldMissing("name");
        }

        if (name.Length > NameLengthMax)
        {
            return new PayoutRefusal.FieldTooLong("name", name.Length, NameLengthMax);
        }

        return new BulkPayout
        {
            MerchantId = tenant.Merchant,
            Mode = tenant.Mode,
            Id = id,
            Name = name,
            CreatorId = creator.ToString(),
            Method = method,
            Status = BulkPayoutStatus.Preparing,
            StatusUpdatedAt = at,
            CreatedAt = at,
            UpdatedAt = at,
            DeductWht = selection.Rules.DeductWht,
            SettlementAmountType = selection.Rules.SettlementAmountType,
            PaymentDate = selection.Rules.PaymentDate,
            Currency = selection.Currency,
            TotalPayoutAmount = selection.Partners.Total(partner => partner.Amounts.Payout),
            TotalSettlementAmount = selection.Partners.Total(partner => partner.Amounts.Settlement),
            PayoutCount = selection.Partners.Count,
            Version = 1,
        };
    }

    /// <summary>How settlements become its payouts: as it was when it was made.</summary>
    public PayoutRules Rules => new(SettlementAmountType, DeductWht, PaymentDate);

    /// <summary>Which settlements it pays is changed: its sums, and what is left out now.</summary>
    public Outcome<Move> ChangeRows(Won totalPayout, Won totalSettlement, int payoutCount, IReadOnlyList<LeftOutSettlement> leftOut, DateTimeOffset at) =>
        MoveBy(BulkPayoutCommand.ChangeRows, at).Then<Move>(move =>
        {
            (TotalPayoutAmount, TotalSettlementAmount, PayoutCount) = (totalPayout, totalSettlement, payoutCount);
            LeftOut = leftOut.Count == 0 ? null : leftOut;
            return move;
        });

    /// <summary>Remembers what was chosen and can't be paid.</summary>
    public void LeaveOut(IReadOnlyList<LeftOutSettlement> leftOut) => LeftOut = leftOut.Count == 0 ? null : leftOut;

    /// <summary>Null or blank: the platform's default again.</summary>
    public Outcome<Done> SetBankMemos(string? withdrawalMemo, string? depositMemo)
    {
        if (BankMemo.Check(withdrawalMemo, depositMemo) is { } refusal)
        {
            return refusal;
        }

        (WithdrawalMemo, DepositMemo) = (Blank(withdrawalMemo), Blank(depositMemo));
        Version++;
        return default(Done);

        static string? Blank(string? memo) => string.IsNullOrWhiteSpace(memo) ? null : memo;
    }

    public Outcome<Move> Confirm(DateTimeOffset at) => MoveBy(BulkPayoutCommand.Confirm, at);

    /// <summary>Also moves an existing schedule: its payouts know the time.</summary>
    public Outcome<Move> Schedule(DateTimeOffset at) => MoveBy(BulkPayoutCommand.Schedule, at);

    public Outcome<Move> Unschedule(DateTimeOffset at) => MoveBy(BulkPayoutCommand.Unschedule, at);

    /// <summary>Starts sending money. The balance must hold for all of it, and no other bulk payout may run on the account.</summary>
    /// <param name="balance">Null where nobody can tell it: a bank's file is checked by the bank itself.</param>
    /// <param name="needed">Sum of the payouts that are to be sent; 0 when every one of them is stopped.</param>
    public Outcome<Move> Execute(Won? balance, Won needed, BulkPayoutId? ongoing, DateTimeOffset at)
    {
        if (ongoing is { } other && other != Id)
        {
            return new PayoutRefusal.AnotherOngoing(other);
        }

        if (needed == Won.Zero && BulkPayoutLifecycle.Table.Knows(Status, BulkPayoutCommand.Execute))
        {
            return new PayoutRefusal.NothingToSend();
        }

        return balance is { } known && known < needed ? new PayoutRefusal.BalanceInsufficient(known, needed) : MoveBy(BulkPayoutCommand.Execute, at);
    }

    public Outcome<Move> Stop(DateTimeOffset at) => MoveBy(BulkPayoutCommand.Stop, at);

    public Outcome<Move> Halt(DateTimeOffset at) => MoveBy(BulkPayoutCommand.Halt, at);

    public Outcome<Move> Resume(DateTimeOffset at) => MoveBy(BulkPayoutCommand.Resume, at);

    public Outcome<Move> AwaitPostProcess(DateTimeOffset at) => MoveBy(BulkPayoutCommand.AwaitPostProcess, at);

    public Outcome<Move> Complete(DateTimeOffset at) => MoveBy(BulkPayoutCommand.Complete, at);

    public Outcome<Move> Cancel(DateTimeOffset at) => MoveBy(BulkPayoutCommand.Cancel, at);

    public Outcome<Move> CompleteByHand(DateTimeOffset at) => MoveBy(BulkPayoutCommand.CompleteByHand, at);

    private Outcome<Move> MoveBy(BulkPayoutCommand command, DateTimeOffset at)
    {
        var decided = BulkPayoutLifecycle.Table.Decide(Status, command, default);
        if (decided.IsRefused)
        {
            return decided.Refusal;
        }

        (Status, StatusUpdatedAt, UpdatedAt) = (decided.Value.To, at, at);
        Version++;
        return new Move(decided.Value.From.ToString(), command.ToString(), Status.ToString());
    }
}
