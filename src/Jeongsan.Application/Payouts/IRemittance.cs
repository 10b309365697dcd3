namespace Jeongsan.Application.Payouts;

/// <summary>The service through which money leaves: a remittance provider, or the bank emulator. A bank's file goes another way and asks nobody.</summary>
public interface IRemittance
{
    /// <summary>Won that can be paid out now, of the account that payouts leave from.</summary>
    /// <exception cref="HttpRequestException">The bank did not answer.</exception>
    Task<long> BalanceAsync(CancellationToken ct);

    /// <summary>What became of a transfer; null when the bank has surely never heard of this id.</summary>
    Task<Remittance?> FindAsync(string transferId, CancellationToken ct);

    /// <summary>Orders a transfer. Ordering the same id again never moves money again: it tells the first one's state.</summary>
    Task<Remittance> SendAsync(RemittanceOrder order, CancellationToken ct);

    /// <summary>What was paid into an account, oldest first.</summary>
    /// <param name="account">The tenant's own account at the provider.</param>
    Task<IReadOnlyList<BankDeposit>> DepositsAsync(string account, CancellationToken ct);
}

/// <param name="TransferId">Ours, stable: the bank keeps it unique.</param>
/// <param name="AmountWon">More than 0.</param>
public sealed record RemittanceOrder(
    string TransferId, string Bank, string AccountNumber, string Holder, long AmountWon, string? WithdrawalMemo, string? DepositMemo);

/// <param name="Id">The bank's, unique.</param>
/// <param name="AmountWon">More than 0.</param>
public sealed record BankDeposit(string Id, long AmountWon, string DepositorName, string? Memo, DateTimeOffset TradedAt);

public sealed record Remittance(string TransferId, RemittanceState State, string? FailReason);

public enum RemittanceState
{
    /// <summary>Taken by the bank; the result comes later.</summary>
    Processing,

    Succeeded,

    /// <summary>Surely no money moved.</summary>
    Failed,
}
