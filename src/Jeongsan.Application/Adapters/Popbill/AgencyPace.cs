namespace Jeongsan.Application.Adapters.Popbill;

/// <summary>
/// How many calls the ASP takes: so many a second, with a second's worth at once. Every call spends one when it is made, also
/// those that a person waits for; these may run into debt, and what waits in the queue then pays it back.
/// </summary>
internal sealed class AgencyPace(PopbillSettings settings, TimeProvider time)
{
    private const long UnitsOfACall = TimeSpan.TicksPerSecond;

    private const int MinuteSeconds = 60;

    private readonly Lock _gate = new();
    private readonly (long Second, int Calls)[] _minute = new (long, int)[MinuteSeconds];
    private long _units = (settings.CallsPerSecond ?? 0) * UnitsOfACall;
    private DateTimeOffset _at = time.GetUtcNow();

    /// <summary>Null: as many as there are workers.</summary>
    public int? CallsPerSecond => settings.CallsPerSecond;

    public void Spend()
    {
        lock (_gate)
        {
            Refill();
            _units -= UnitsOfACall;
            var second = _at.ToUnixTimeSeconds();
            ref var slot = ref _minute[second % MinuteSeconds];
            slot = slot.Second == second ? (second, slot.Calls + 1) : (second, 1);
        }
    }

    /// <summary>Calls that this process made in the last minute.</summary>
    public int LastMinute
    {
        get
        {
            lock (_gate)
            {
                var from = time.GetUtcNow().ToUnixTimeSeconds() - MinuteSeconds;
                return _minute.Where(slot => slot.Second > from).Sum(slot => slot.Calls);
            }
        }
    }

    /// <summary>Calls that may be made now.</summary>
    public int Available
    {
        get
        {
            if (settings.CallsPerSecond is null)
            {
                return int.MaxValue;
            }
            lock (_gate)
            {
                Refill();
                return (int)Math.Max(0, _units / UnitsOfACall);
            }
        }
    }

    private void Refill()
    {
        var rate = settings.CallsPerSecond ?? 0;
        var now = time.GetUtcNow();
        var passed = Math.Clamp((now - _at).Ticks, 0, TimeSpan.TicksPerHour);
        _units = Math.Min(rate * UnitsOfACall, _units + (rate * passed));
        _at = now;
    }
}

/// <summary>Counts each call on its way out.</summary>
internal sealed class AgencyMeter(AgencyPace pace) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        pace.Spend();
        return base.SendAsync(request, cancellationToken);
    }
}
