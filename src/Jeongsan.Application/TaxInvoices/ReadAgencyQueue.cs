using Jeongsan.Application.Adapters.Popbill;
using Jeongsan.Application.Merchants;
using Jeongsan.Application.Outbox;
using Jeongsan.Application.Partners;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.TaxInvoices;

/// <summary>What waits for its turn at the ASP, and when it will be done.</summary>
/// <param name="Waiting">Messages by type, those under way included.</param>
/// <param name="Stuck">Messages that gave up and wait for a person.</param>
/// <param name="CallsLeft">Calls that the waiting ones still cost.</param>
/// <param name="CallsPerSecond">The agreed pace; null: no limit.</param>
/// <param name="DoneAt">Null when nothing is left, or when nobody can say: the ASP is out, or no call was made yet.</param>
/// <param name="Outage">Why nothing goes on; null while it does.</param>
/// <param name="Different">Invoices of ours that differ from the ASP's.</param>
public sealed record AgencyQueueView(
    IReadOnlyDictionary<string, int> Waiting, int Stuck, int CallsLeft, int? CallsPerSecond, DateTimeOffset? DoneAt, AgencyOutage? Outage, int Different, AgencyAccount? Account)
{
    public int Left => Waiting.Values.Sum();
}

/// <summary>Reads the queue for the console and the API. Pace and outage are this server process's own.</summary>
public sealed class ReadAgencyQueue
{
    private const int MinuteSeconds = 60;

    private readonly Store _store;
    private readonly AgencyPace _pace;
    private readonly AgencyHealth _health;
    private readonly TimeProvider _time;

    internal ReadAgencyQueue(Store store, AgencyPace pace, AgencyHealth health, TimeProvider time) => (_store, _pace, _health, _time) = (store, pace, health, time);

    public async Task<AgencyQueueView> HandleAsync(Tenant tenant, CancellationToken ct)
    {
        await using var db = _store.Read(tenant);
        var counts = await db.Set<OutboxMessage>()
            .Where(row => row.Lane == AgencyQueue.Lane && (row.State == OutboxState.Pending || row.State == OutboxState.Running || row.State == OutboxState.Failed))
            .GroupBy(row => new { row.Type, IsStuck = row.State == OutboxState.Failed })
            .Select(group => new { group.Key.Type, group.Key.IsStuck, Count = group.Count() })
            .ToListAsync(ct);
        var waiting = counts.Where(row => !row.IsStuck).ToDictionary(row => row.Type, row => row.Count);
        var left = waiting.Sum(row => row.Value * CallsOf(row.Key));
        var outage = _health.Outage;
        return new AgencyQueueView(
            waiting,
            counts.Where(row => row.IsStuck).Sum(row => row.Count),
            left,
            _pace.CallsPerSecond,
            left == 0 || outage is not null ? null : DoneAt(left),
            outage,
            await db.Set<AgencyWatch>().CountAsync(row => row.Difference != null, ct),
            await db.Set<AgencyAccount>().SingleOrDefaultAsync(ct));
    }

    /// <summary>By the pace of the last minute; right after a start by the agreed one.</summary>
    private DateTimeOffset? DoneAt(int callsLeft)
    {
        var seconds = _pace.LastMinute is > 0 and var made
            ? (long)callsLeft * MinuteSeconds / made
            : _pace.CallsPerSecond is { } agreed ? callsLeft / agreed : (long?)null;
        return seconds is { } known ? _time.GetUtcNow().AddSeconds(known + 1) : null;
    }

    /// <summary>What a message costs when nothing goes wrong.</summary>
    private static int CallsOf(string type) => type is CarryToNts.MessageType or JoinPartner.MessageType or JoinOwnCompany.MessageType ? 2 : 1;
}
