using System.Text.Json.Serialization;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;

namespace Jeongsan.Domain.AccountTransfers;

public enum AccountTransferType
{
    Deposit = 0,
    Withdrawal,
}

[JsonConverter(typeof(TextIdJsonConverter<AccountTransferId>))]
public readonly record struct AccountTransferId(string Value) : ITextId<AccountTransferId>
{
    public static AccountTransferId From(string value) => new(value);

    public override string ToString() => Value;
}

/// <summary>이체 내역: money that came into or left the platform's bank account, as the bank tells it.</summary>
public sealed class AccountTransfer : ITenantOwned
{
    private AccountTransfer()
    {
    }

    public MerchantId MerchantId { get; private set; }
    public Mode Mode { get; private set; }

    /// <summary>A withdrawal bears its payout's id: the bank knows it by that.</summary>
    public AccountTransferId Id { get; private set; }

    public AccountTransferType Type { get; private set; }
    public AccountTransferStatus Status { get; private set; }
    public DateTimeOffset StatusUpdatedAt { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When the bank moved the money.</summary>
    public DateTimeOffset? TradedAt { get; private set; }

    public Currency Currency { get; private set; }

    /// <summary>More than 0 in both directions.</summary>
    public Won Amount { get; private set; }

    /// <summary>Of a deposit: who paid in, as the bank book says.</summary>
    public string? DepositorName { get; private set; }

    /// <summary>Of a withdrawal: where the money goes.</summary>
    public BankAccount? Recipient { get; private set; }

    /// <summary>Of a withdrawal; beside <see cref="Recipient"/>, so that lists can be filtered by it.</summary>
    public string? RecipientHolder { get; private set; }

    public string? WithdrawalMemo { get; private set; }
    public string? DepositMemo { get; private set; }
    public string? FailReason { get; private set; }
    public PartnerId? PartnerId { get; private set; }
    public PayoutId? PayoutId { get; private set; }
    public BulkPayoutId? BulkPayoutId { get; private set; }

    /// <summary>Turn within its bulk payout, from 0.</summary>
    public int? SequenceNumber { get; private set; }

    public int Version { get; private set; }

    /// <summary>A payout whose money is to leave now.</summary>
    public static AccountTransfer ForPayout(Payout payout, DateTimeOffset at) => new()
    {
        MerchantId = payout.MerchantId,
        Mode = payout.Mode,
        Id = new AccountTransferId(payout.Id.Value),
        Type = AccountTransferType.Withdrawal,
        Status = AccountTransferStatus.Processing,
        StatusUpdatedAt = at,
        CreatedAt = at,
        Currency = payout.Currency,
        Amount = payout.Amount,
        Recipient = payout.Account,
        RecipientHolder = payout.Account.Holder,
        WithdrawalMemo = payout.WithdrawalMemo,
        DepositMemo = payout.DepositMemo,
        PartnerId = payout.PartnerId,
        PayoutId = payout.Id,
        BulkPayoutId = payout.BulkPayoutId,
        SequenceNumber = payout.Index,
        Version = 1,
    };

    /// <summary>Money that the bank says has come in.</summary>
    public static AccountTransfer OfDeposit(Tenant tenant, AccountTransferId id, Won amount, string depositor, string? memo, DateTimeOffset tradedAt, DateTimeOffset at) => new()
    {
        MerchantId = tenant.Merchant,
        Mode = tenant.Mode,
        Id = id,
        Type = AccountTransferType.Deposit,
        Status = AccountTransferStatus.Succeeded,
        StatusUpdatedAt = at,
        CreatedAt = at,
        TradedAt = tradedAt,
        Currency = Currency.Krw,
        Amount = amount,
        DepositorName = depositor,
        DepositMemo = memo,
        Version = 1,
    };

    /// <summary>Empties its recipient, a partner whose data is destroyed.</summary>
    public void ErasePartner()
    {
        (Recipient, RecipientHolder, WithdrawalMemo, DepositMemo) = (Recipient?.Erased(), null, null, null);
        Version++;
    }

    public Outcome<Move> Succeed(DateTimeOffset tradedAt, DateTimeOffset at) =>
        MoveBy(AccountTransferCommand.Succeed, at).Then<Move>(move =>
        {
            TradedAt = tradedAt;
            return move;
        });

    public Outcome<Move> Fail(string reason, DateTimeOffset at) =>
        MoveBy(AccountTransferCommand.Fail, at).Then<Move>(move =>
        {
            FailReason = reason;
            return move;
        });

    private Outcome<Move> MoveBy(AccountTransferCommand command, DateTimeOffset at)
    {
        var decided = AccountTransferLifecycle.Table.Decide(Status, command, default);
        if (decided.IsRefused)
        {
            return decided.Refusal;
        }

        (Status, StatusUpdatedAt) = (decided.Value.To, at);
        Version++;
        return new Move(decided.Value.From.ToString(), command.ToString(), Status.ToString());
    }
}
