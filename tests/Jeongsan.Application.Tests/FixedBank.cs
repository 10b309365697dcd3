using Jeongsan.Application.Payouts;

namespace Jeongsan.Application.Tests;

/// <summary>A bank that has enough and takes every order without ever telling how it ended, unless said otherwise.</summary>
internal sealed class FixedBank : IRemittance
{
    public long BalanceWon { get; set; } = 1_000_000_000;

    public RemittanceState Answer { get; init; } = RemittanceState.Processing;

    public Task<IReadOnlyList<BankDeposit>> DepositsAsync(string account, CancellationToken ct) => Task.FromResult<IReadOnlyList<BankDeposit>>([]);

    public Task<long> BalanceAsync(CancellationToken ct) => Task.FromResult(BalanceWon);

    public Task<Remittance?> FindAsync(string transferId, CancellationToken ct) => Task.FromResult<Remittance?>(null);

    public Task<Remittance> SendAsync(RemittanceOrder order, CancellationToken ct) => Task.FromResult(new Remittance(order.TransferId, Answer, null));
}
