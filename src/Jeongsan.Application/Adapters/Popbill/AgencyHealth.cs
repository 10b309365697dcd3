namespace Jeongsan.Application.Adapters.Popbill;

/// <summary>
/// The circuit breaker towards the ASP. After several failures in a row the queue stands still, then one message at a time
/// tries whether the ASP is back, after pauses that double.
/// </summary>
public sealed class AgencyHealth(TimeProvider time)
{
    private const int FailuresMax = 8;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private int _failures;
    private int _pauses;
    private DateTimeOffset? _tryAgainAt;
    private AgencyOutage? _outage;

    /// <summary>Why the queue stands still; null while it doesn't.</summary>
    public AgencyOutage? Outage
    {
        get
        {
            lock (_gate)
            {
                return _tryAgainAt is null ? null : _outage;
            }
        }
    }

    /// <summary>How many of the wanted may begin: all, one that tries, or none.</summary>
    public int Allow(int wanted)
    {
        lock (_gate)
        {
            if (_tryAgainAt is not { } until)
            {
                return wanted;
            }
            var now = time.GetUtcNow();
            if (now < until)
            {
                return 0;
            }
            // Whoever tries tells how it went; until then nobody else does.
            _tryAgainAt = now + Pause();
            return Math.Min(wanted, 1);
        }
    }

    /// <summary>The ASP answered, if only with a refusal.</summary>
    public void Answered()
    {
        lock (_gate)
        {
            (_failures, _pauses, _tryAgainAt, _outage) = (0, 0, null, null);
        }
    }

    /// <param name="words">What is wrong, in Korean, for the console.</param>
    public void Failed(string words)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            _outage = new AgencyOutage(words, _outage?.Since ?? now);
            _failures++;
            if (_failures >= FailuresMax)
            {
                // Those that were under way when it opened say nothing new.
                if (_tryAgainAt is null || now >= _tryAgainAt - Pause())
                {
                    _pauses += _tryAgainAt is null ? 0 : 1;
                    _tryAgainAt = now + Pause();
                }
            }
        }
    }

    private TimeSpan Pause() => TimeSpan.FromTicks(Math.Min(FirstPause.Ticks << Math.Min(_pauses, 10), LongestPause.Ticks));
}

/// <param name="Words">What is wrong, in Korean.</param>
public sealed record AgencyOutage(string Words, DateTimeOffset Since);
