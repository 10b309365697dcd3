using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Jeongsan.Faults;

/// <param name="Name">The invoice that it is about.</param>
internal sealed record Act(string Name, Func<Task> Perform);

/// <summary>
/// Everybody who acts: so many at a time, each taking the next thing to do off the newest list. Nobody acts on an invoice
/// that somebody else is acting on.
/// </summary>
internal sealed class Cast(int actors, CancellationToken ct)
{
    private readonly ConcurrentDictionary<string, byte> _acting = new();
    private readonly Channel<byte> _news = Channel.CreateBounded<byte>(actors);
    private ConcurrentQueue<Act> _list = new();

    /// <summary>What is to be done now, in this order; what was left of the list before is forgotten.</summary>
    public void Give(IReadOnlyList<Act> acts)
    {
        Interlocked.Exchange(ref _list, new ConcurrentQueue<Act>(acts));
        // One word for each who may sleep; what finds no room says nothing new.
        for (var word = 0; word < Math.Min(actors, acts.Count); word++)
            _news.Writer.TryWrite(0);
    }

    /// <summary>Acts until <paramref name="play"/> has ended; an error of any actor ends it too.</summary>
    public async Task PerformAsync(Func<CancellationToken, Task> play)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ct);
        Task[] all = [play(over.Token), .. Enumerable.Range(0, actors).Select(_ => ActAsync(over.Token))];
        var first = await Task.WhenAny(all);
        await over.CancelAsync();
        await Task.WhenAll(all.Select(one => one.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default)));
        await first;
        // An act that was cut off by the end of the play is none of its errors.
        foreach (var one in all.Where(one => one.IsFaulted))
            await one;
    }

    private async Task ActAsync(CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            if (!Volatile.Read(ref _list).TryDequeue(out var act))
            {
                await _news.Reader.ReadAsync(over);
                continue;
            }
            if (!_acting.TryAdd(act.Name, 0))
                continue;
            try
            {
                await act.Perform();
            }
            finally
            {
                _acting.TryRemove(act.Name, out _);
            }
        }
    }
}
