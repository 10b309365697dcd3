using Jeongsan.Domain.Foundation;
using static Jeongsan.Domain.AccountTransfers.AccountTransferCommand;
using static Jeongsan.Domain.AccountTransfers.AccountTransferStatus;

namespace Jeongsan.Domain.AccountTransfers;

public enum AccountTransferStatus
{
    /// <summary>The bank has the order, or its answer is not known.</summary>
    Processing = 0,
    Succeeded,
    Failed,
}

public enum AccountTransferCommand
{
    Succeed,

    /// <summary>Surely no money moved.</summary>
    Fail,
}

/// <summary>The bank's word is final: a payout that failed is sent again as another payout.</summary>
public static class AccountTransferLifecycle
{
    public static Lifecycle<AccountTransferStatus, AccountTransferCommand, Done> Table { get; } = new(
        "AccountTransfer",
        [Processing, Succeeded],
        (status, command) => new AccountTransferRefusal.NotInState(status, command),
        [
            new(Processing, Succeed, Succeeded),
            new(Processing, Fail, Failed),
        ]);
}

/// <summary>Every way in which an account transfer says no.</summary>
public abstract record AccountTransferRefusal : Refusal
{
    private AccountTransferRefusal()
    {
    }

    public sealed record NotInState(AccountTransferStatus Status, AccountTransferCommand Command) : AccountTransferRefusal;
}
