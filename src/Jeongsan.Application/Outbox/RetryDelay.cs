namespace Jeongsan.Application.Outbox;

/// <summary>Exponential with equal jitter: half of the wait is sure, half by chance, so that many retries spread out.</summary>
internal static class RetryDelay
{
    public static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    public static readonly TimeSpan Max = TimeSpan.FromMinutes(10);

    public static TimeSpan After(int attempts, int random) => After(attempts, random, Max);

    /// <param name="attempts">Attempts so far, at least 1.</param>
    /// <param name="random">0 inclusive to 1000 exclusive.</param>
    /// <param name="longest">The whole wait, before its half is left to chance.</param>
    public static TimeSpan After(int attempts, int random, TimeSpan longest)
    {
        var doublings = Math.Min(attempts - 1, 20);
        var whole = Math.Min(First.Ticks << doublings, longest.Ticks);
        return TimeSpan.FromTicks((whole / 2) + (whole / 2 * random / 1000));
    }
}
