namespace Jeongsan.Application.Outbox;

/// <summary>Exponential with equal jitter: half of the wait is sure, half by chance, so that many retries spread out.</summary>
internal static class RetryDelay
{
    public static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    public static readonly TimeSpan Max = TimeSpan.FromMinutes(10);

    /// <param name="attempts">Attempts so far, at least 1.</param>
    /// <param name="random">0 inclusive to 1000 exclusive.</param>
    public static TimeSpan After(int attempts, int random)
    {
        var doublings = Math.Min(attempts - 1, 20);
        var whole = Math.Min(First.Ticks << doublings, Max.Ticks);
        return TimeSpan.FromTicks((whole / 2) + (whole / 2 * random / 1000));
    }
}
