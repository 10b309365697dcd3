using System.Collections.Concurrent;
using Jeongsan.Application.Payouts;
using Jeongsan.TestKit;

namespace Jeongsan.Application.Tests.Payouts;

/// <summary>A bank that keeps books: each id moves money once at most, and how an order ends is the test's choice.</summary>
internal sealed class LedgerBank : IRemittance
{
    private readonly ConcurrentDictionary<string, Remittance> _results = new();

    public ConcurrentDictionary<string, RemittanceOrder> Orders { get; } = new();

    public long BalanceWon { get; set; } = 1_000_000_000;

    /// <summary>How an order ends. Null: it arrived, and the answer is lost.</summary>
    public Func<RemittanceOrder, Task<RemittanceState?>> Decide { get; set; } = _ => Task.FromResult<RemittanceState?>(RemittanceState.Succeeded);

    /// <summary>Ids whose money moved.</summary>
    public IReadOnlySet<string> Paid => _results.Where(one => one.Value.State == RemittanceState.Succeeded).Select(one => one.Key).ToHashSet();

    public Task<long> BalanceAsync(CancellationToken ct) => Task.FromResult(BalanceWon);

    public Task<Remittance?> FindAsync(string transferId, CancellationToken ct) => Task.FromResult(_results.GetValueOrDefault(transferId));

    public async Task<Remittance> SendAsync(RemittanceOrder order, CancellationToken ct)
    {
        if (Orders.GetOrAdd(order.TransferId, order) != order)
        {
            throw new InvalidOperationException($"Another order under the id {order.TransferId}.");
        }
        var decided = await Decide(order);
        var result = _results.GetOrAdd(order.TransferId, new Remittance(order.TransferId, decided ?? RemittanceState.Succeeded, decided == RemittanceState.Failed ? "해지된 계좌입니다." : null));
        return decided is null ? throw new HttpRequestException("The answer was lost.") : result;
    }

    public Task<IReadOnlyList<BankDeposit>> DepositsAsync(string account, CancellationToken ct) => Task.FromResult<IReadOnlyList<BankDeposit>>([]);
}

/// <summary>A world of each database with a <see cref="LedgerBank"/> and the dispatcher running, for all tests of a class.</summary>
public sealed class PayoutWorlds : IAsyncDisposable
{
    private readonly ConcurrentDictionary<DatabaseKind, Lazy<Task<World>>> _worlds = new();

    internal LedgerBank Bank { get; } = new();

    internal TestTime Time { get; } = new();

    internal Task<World> OnAsync(DatabaseKind kind) => _worlds.GetOrAdd(kind, of => new Lazy<Task<World>>(() => StartAsync(of))).Value;

    public async ValueTask DisposeAsync()
    {
        foreach (var world in _worlds.Values)
        {
            await (await world.Value).DisposeAsync();
        }
    }

    private async Task<World> StartAsync(DatabaseKind kind)
    {
        var world = await World.CreateAsync(kind, Time, more: services => Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddSingleton<IRemittance>(services, Bank));
        await world.StartDispatcherAsync();
        return world;
    }
}
