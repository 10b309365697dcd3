using System.Diagnostics;

namespace Jeongsan.TestKit;

/// <summary>Waits for a state of something outside the test, with a limit; never for a span of time alone.</summary>
public static class Polling
{
    public static readonly TimeSpan DefaultLimit = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan _firstPause = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan _longestPause = TimeSpan.FromMilliseconds(250);

    /// <summary>Asks until the answer is not null and gives it; after the limit throws a <see cref="TimeoutException"/> that says what was waited for.</summary>
    public static async Task<T> UntilAsync<T>(
        string what,
        Func<CancellationToken, Task<T?>> ask,
        TimeSpan? limit = null,
        CancellationToken cancellation = default)
        where T : class
    {
        var allowed = limit ?? DefaultLimit;
        var waited = Stopwatch.StartNew();
        var pause = _firstPause;
        while (true)
        {
            if (await ask(cancellation) is { } answer)
                return answer;
            if (waited.Elapsed >= allowed)
                throw new TimeoutException($"Waited {allowed.TotalSeconds:0.#} s in vain: {what}");
            await Task.Delay(pause, cancellation);
            pause = pause * 2 < _longestPause ? pause * 2 : _longestPause;
        }
    }

    /// <inheritdoc cref="UntilAsync{T}"/>
    public static async Task UntilTrueAsync(
        string what,
        Func<CancellationToken, Task<bool>> holds,
        TimeSpan? limit = null,
        CancellationToken cancellation = default) =>
        await UntilAsync<object>(what, async token => await holds(token) ? Held : null, limit, cancellation);

    private static readonly object Held = new();
}
