using System.Text.Json;
using Jeongsan.Popbill.Emulator.Storage;

namespace Jeongsan.Popbill.Emulator.Wire;

/// <summary>How fast the service is. Null means: as fast as it can.</summary>
/// <param name="PerSecond">Calls that are begun in a second; the others queue.</param>
/// <param name="LatencyMs">Added to every answer.</param>
/// <param name="ConcurrentMax">Calls at the same time; one more is refused with -10010032, not done.</param>
/// <param name="QueueSecondsMax">Who would queue longer is refused with -10010032, not done.</param>
internal sealed record PaceRule(int? PerSecond, int? LatencyMs, int? ConcurrentMax, int? QueueSecondsMax);

/// <summary>Holds calls back as the real service does. The rule outlives a restart.</summary>
internal sealed class Pace(PopbillEmulatorOptions options)
{
    private const string Setting = "pace";
    private const int QueueSecondsDefault = 30;

    private readonly Lock _turn = new();
    private PaceRule? _rule;
    private DateTimeOffset _next;
    private int _running;

    /// <summary>Null until it was read once.</summary>
    public PaceRule? Loaded => _rule;

    public PaceRule Of(EmulatorSession db) => _rule ??= Settings.Get(db, Setting) is { } text
        ? JsonSerializer.Deserialize<PaceRule>(text, LenientJson.Options)!
        : new PaceRule(options.CallsPerSecond, options.LatencyMs, options.ConcurrentCallsMax, null);

    public void Set(EmulatorSession db, PaceRule rule)
    {
        Settings.Set(db, Setting, JsonSerializer.Serialize(rule, LenientJson.Options));
        _rule = rule;
    }

    /// <summary>Waits for a turn. False when the call is to be refused; then <see cref="Leave"/> is not to be called.</summary>
    public async Task<bool> EnterAsync(PaceRule rule, CancellationToken ct)
    {
        if (Interlocked.Increment(ref _running) > (rule.ConcurrentMax ?? int.MaxValue) || Turn(rule) is not { } wait)
        {
            Leave();
            return false;
        }
        try
        {
            if (wait > TimeSpan.Zero) await Task.Delay(wait, options.Time, ct);
            return true;
        }
        catch (OperationCanceledException)
        {
            Leave();
            throw;
        }
    }

    public void Leave() => Interlocked.Decrement(ref _running);

    public Task LatencyAsync(PaceRule rule, CancellationToken ct) =>
        rule.LatencyMs is > 0 and { } ms ? Task.Delay(TimeSpan.FromMilliseconds(ms), options.Time, ct) : Task.CompletedTask;

    private TimeSpan? Turn(PaceRule rule)
    {
        if (rule.PerSecond is not (> 0 and { } perSecond)) return TimeSpan.Zero;
        lock (_turn)
        {
            var now = options.Time.GetUtcNow();
            var at = _next > now ? _next : now;
            if (at - now > TimeSpan.FromSeconds(rule.QueueSecondsMax ?? QueueSecondsDefault)) return null;
            _next = at + TimeSpan.FromSeconds(1) / perSecond;
            return at - now;
        }
    }
}
