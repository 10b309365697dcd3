namespace Jeongsan.Application.Adapters.Popbill;

/// <summary>
/// How many calls the ASP takes: so many a second, with a second's worth at once. Every call spends one when it is made, also
/// those that a person waits for; these may run into debt, and what waits in the queue then pays it back.
/// </summary>
internal sealed class AgencyPace(PopbillSettings settings, TimeProvider time)
{
    private const long UnitsOfACall = TimeSpan.TicksPerSecond;

    private readonly Lock _gate = new();
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
