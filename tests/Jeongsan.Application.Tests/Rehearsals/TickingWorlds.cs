using System.Collections.Concurrent;
using Jeongsan.TestKit;

namespace Jeongsan.Application.Tests.Rehearsals;

/// <summary>Worlds in which no two things happen at the same time, so that cancellations have a sequence as in real life.</summary>
public sealed class TickingWorlds : IAsyncDisposable
{
    private readonly ConcurrentDictionary<DatabaseKind, Lazy<Task<World>>> _worlds = new();

    internal Task<World> OnAsync(DatabaseKind kind) => _worlds.GetOrAdd(kind, of => new Lazy<Task<World>>(() => World.CreateAsync(of, new TickingTime()))).Value;

    public async ValueTask DisposeAsync()
    {
        foreach (var world in _worlds.Values)
        {
            await (await world.Value).DisposeAsync();
        }
    }

    /// <summary>A millisecond later at each look.</summary>
    private sealed class TickingTime : TimeProvider
    {
        private long _looks;

        public override DateTimeOffset GetUtcNow() => TestTime.Start.AddMilliseconds(Interlocked.Increment(ref _looks));
    }
}
