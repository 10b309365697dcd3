using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Outbox;

/// <summary>Takes due messages for one worker process, so that no two processes perform the same message at a time.</summary>
internal sealed class OutboxClaims(IEnumerable<OutboxHandler> handlers, ContextFactory contexts, SqliteWriter sqlite, OutboxOptions options, TimeProvider time)
{
    /// <summary>The claim, in the words of this installation's database and handlers.</summary>
    // As an array PostgreSQL surely runs the sub-select once: a plan that ran it for each row would claim more than was asked for.
    private readonly string _claim = contexts.IsPostgres
        ? Claim("= ANY (ARRAY(", Passed(handlers), "FOR UPDATE SKIP LOCKED", "))")
        : Claim("IN (", Passed(handlers), "", ")");

    // A message may be claimed when it is due and nothing earlier of its aggregate is open (or failed, where a failure blocks).
    private static string Claim(string begin, string passed, string locking, string end) => $$"""
        UPDATE outbox SET state = 'Running', attempts = attempts + 1, lease_owner = {0}, lease_until = {1}
        WHERE sequence {{begin}}
            SELECT m.sequence FROM outbox m
            WHERE m.state = 'Pending' AND m.lane = {4} AND m.due_at <= {2}
              AND NOT EXISTS (
                SELECT 1 FROM outbox e
                WHERE e.merchant_id = m.merchant_id AND e.mode = m.mode AND e.aggregate = m.aggregate
                  AND e.sequence < m.sequence AND e.state <> 'Done' {{passed}})
            ORDER BY m.priority, m.due_at, m.sequence
            LIMIT {3} {{locking}}{{end}}
        RETURNING *
        """;

    // A worker whose lease ran out has lost its messages: whatever it did with them is unknown, and is asked for.
    private const string Release = "UPDATE outbox SET state = 'Pending', lease_owner = NULL WHERE state = 'Running' AND lane = {0} AND lease_until < {1}";

    private static string Passed(IEnumerable<OutboxHandler> handlers) =>
        string.Join(' ', handlers.Where(handler => !handler.FailureBlocksLater).Select(handler => $"AND NOT (e.state = 'Failed' AND e.type = '{handler.Type}')"));

    /// <summary>At most <paramref name="countMax"/> messages of the lane, the most urgent first, now leased to this process.</summary>
    public async Task<IReadOnlyList<OutboxMessage>> TakeAsync(string lane, int countMax, CancellationToken ct)
    {
        if (contexts.IsPostgres)
        {
            await using var db = contexts.CreateForAll();
            return await TakeAsync(db, lane, countMax, time.GetUtcNow(), time.GetUtcNow() + options.Lease, ct);
        }
        if (!await AnythingDueAsync(lane, ct))
        {
            return [];
        }
        var taken = await sqlite.RunAsync<IReadOnlyList<OutboxMessage>>(async db =>
        {
            var now = Microseconds(time.GetUtcNow());
            var found = await TakeAsync(db, lane, countMax, now, Microseconds(time.GetUtcNow() + options.Lease), ct);
            return (new List<OutboxMessage>(found), false);
        }, ct);
        return taken.Value;
    }

    /// <summary>After a start: what this data folder's process had claimed when it ended is due at once.</summary>
    public async Task ReleaseOwnAsync(CancellationToken ct)
    {
        if (contexts.IsPostgres)
        {
            await using var db = contexts.CreateForAll();
            await ReleaseOwnAsync(db, ct);
            return;
        }
        await sqlite.RunAsync<Done>(async db =>
        {
            await ReleaseOwnAsync(db, ct);
            return (new Done(), false);
        }, ct);
    }

    private Task<int> ReleaseOwnAsync(JeongsanContext db, CancellationToken ct) =>
        db.Set<OutboxMessage>().IgnoreQueryFilters()
            .Where(message => message.State == OutboxState.Running && message.LeaseOwner == options.Owner)
            .ExecuteUpdateAsync(set => set.SetProperty(message => message.State, OutboxState.Pending).SetProperty(message => message.LeaseOwner, (string?)null), ct);

    /// <summary>A look that takes no write lock: most looks find nothing.</summary>
    private async Task<bool> AnythingDueAsync(string lane, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await using var db = contexts.CreateForAll();
        return await db.Set<OutboxMessage>().IgnoreQueryFilters().AnyAsync(
            message => message.Lane == lane
                && ((message.State == OutboxState.Pending && message.DueAt <= now) || (message.State == OutboxState.Running && message.LeaseUntil < now)), ct);
    }

    private async Task<List<OutboxMessage>> TakeAsync(JeongsanContext db, string lane, int countMax, object now, object leaseUntil, CancellationToken ct)
    {
        await db.Database.ExecuteSqlRawAsync(Release, [lane, now], ct);
        var taken = await db.Set<OutboxMessage>().FromSqlRaw(_claim, options.Owner, leaseUntil, now, countMax, lane).IgnoreQueryFilters().AsNoTracking().ToListAsync(ct);
        // What an UPDATE returns has no order of its own.
        return [.. taken.OrderBy(message => message.Priority).ThenBy(message => message.DueAt).ThenBy(message => message.Sequence)];
    }

    private static long Microseconds(DateTimeOffset instant) => (instant.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;
}
