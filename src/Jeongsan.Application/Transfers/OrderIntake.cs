using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Transfers;

namespace Jeongsan.Application.Transfers;

/// <summary>
/// Orders that arrive together are registered together: while one set is being committed, those that wait become the next one.
/// An order that arrives alone is a set of one and waits for nobody.
/// </summary>
public sealed class OrderIntake(Store store, RegisterOrders orders, ContextFactory contexts)
{
    /// <summary>So that the first order of a set does not wait for ever for the others.</summary>
    private const int SetCountMax = 128;

    // SQLite has one writer anyway; on PostgreSQL one set is decided while another is being made durable.
    private readonly int _workerCountMax = contexts.IsPostgres ? 2 : 1;
    private readonly Dictionary<(Tenant, Actor), Lane> _lanes = [];
    private readonly Lock _lock = new();

    public Task<Outcome<Transfer>> RegisterAsync(Tenant tenant, Actor actor, NewOrder order)
    {
        var waiting = new Waiting(order);
        var key = (tenant, actor);
        lock (_lock)
        {
            if (!_lanes.TryGetValue(key, out var lane))
            {
                _lanes.Add(key, lane = new Lane());
            }
            lane.Orders.Enqueue(waiting);
            if (lane.WorkerCount < _workerCountMax)
            {
                lane.WorkerCount++;
                // A worker serves others than the request that started it, so it takes nothing of that request along.
                ThreadPool.UnsafeQueueUserWorkItem(_ => _ = WorkAsync(key, lane), null);
            }
        }
        return waiting.Answer.Task;
    }

    private async Task WorkAsync((Tenant Tenant, Actor Actor) key, Lane lane)
    {
        while (Take(key, lane) is { Count: > 0 } set)
        {
            try
            {
                await AnswerAsync(key.Tenant, key.Actor, set);
            }
            catch (Exception) when (set.Count > 1)
            {
                await OneByOneAsync(key.Tenant, key.Actor, set);
            }
            catch (Exception fault)
            {
                set[0].Answer.TrySetException(fault);
            }
        }
    }

    private List<Waiting> Take((Tenant, Actor) key, Lane lane)
    {
        lock (_lock)
        {
            var set = new List<Waiting>();
            while (set.Count < SetCountMax && lane.Orders.TryDequeue(out var waiting))
            {
                set.Add(waiting);
            }
            if (set.Count == 0 && --lane.WorkerCount == 0)
            {
                _lanes.Remove(key);
            }
            return set;
        }
    }

    private async Task AnswerAsync(Tenant tenant, Actor actor, List<Waiting> set)
    {
        var outcomes = await store.CommandAsync<IReadOnlyList<Outcome<Transfer>>>(
            tenant, actor, async work => await orders.RegisterAsync(work, [.. set.Select(one => one.Order)], null, CancellationToken.None), CancellationToken.None);
        foreach (var (waiting, outcome) in set.Zip(outcomes.Value))
        {
            waiting.Answer.TrySetResult(outcome);
        }
    }

    /// <summary>Something about one order broke the whole set: its neighbours are registered all the same.</summary>
    private async Task OneByOneAsync(Tenant tenant, Actor actor, List<Waiting> set)
    {
        foreach (var waiting in set)
        {
            try
            {
                await AnswerAsync(tenant, actor, [waiting]);
            }
            catch (Exception fault)
            {
                waiting.Answer.TrySetException(fault);
            }
        }
    }

    private sealed record Waiting(NewOrder Order)
    {
        public TaskCompletionSource<Outcome<Transfer>> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed class Lane
    {
        public Queue<Waiting> Orders { get; } = new();
        public int WorkerCount { get; set; }
    }
}
