using System.Diagnostics;
using Jeongsan.Application.Clocks;
using Jeongsan.Application.Outbox;
using Jeongsan.Domain.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Storage;

/// <summary>The only door to the database: reads without tracking, and commands in one transaction each.</summary>
public sealed class Store(ContextFactory contexts, SqliteWriter sqlite, OutboxSignal signal, TimeProvider time)
{
    /// <summary>After so many lost races in a row something else is wrong.</summary>
    private const int AttemptsMax = 12;

    /// <summary>A context for reading one tenant's rows. The caller disposes it.</summary>
    public JeongsanContext Read(Tenant tenant)
    {
        var db = contexts.Create(tenant);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        return db;
    }

    /// <summary>The tenant's now: real time, or its test clock.</summary>
    public async Task<DateTimeOffset> NowAsync(Tenant tenant, CancellationToken ct)
    {
        await using var db = Read(tenant);
        return await NowAsync(db, tenant, ct);
    }

    /// <summary>
    /// Runs a command in one transaction: committed when it returns a value, undone when it is refused or throws.
    /// It is run again when another command changed the same rows first, so it must not keep state outside <see cref="Work"/>.
    /// </summary>
    public async Task<Outcome<T>> CommandAsync<T>(Tenant tenant, Actor actor, Func<Work, Task<Outcome<T>>> command, CancellationToken ct)
    {
        var mark = actor.Kind == ActorKind.System ? null : IdempotencyMark.Current;
        // SQLite's writer runs the command on its own thread of control, where the caller's activity is not known.
        var trace = Activity.Current?.Id;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var outcome = contexts.IsPostgres
                    ? await OnPostgresAsync(tenant, actor, command, mark, trace, ct)
                    : await sqlite.RunAsync(async db =>
                    {
                        db.Tenant = tenant;
                        var work = new Work(db, actor, await NowAsync(db, tenant, ct), time.GetUtcNow(), trace);
                        return (await RunAsync(work, command, mark, ct), work.HasMessages);
                    }, ct);
                if (!outcome.IsRefused)
                {
                    mark?.Written();
                }
                return outcome;
            }
            catch (Exception lostRace) when (attempt < AttemptsMax && LostRace.Is(lostRace))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(attempt * 3), time, ct);
            }
        }
    }

    private async Task<Outcome<T>> OnPostgresAsync<T>(Tenant tenant, Actor actor, Func<Work, Task<Outcome<T>>> command, IdempotencyMark? mark, string? trace, CancellationToken ct)
    {
        await using var db = contexts.Create(tenant);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var work = new Work(db, actor, await NowAsync(db, tenant, ct), time.GetUtcNow(), trace);
        var outcome = await RunAsync(work, command, mark, ct);
        if (outcome.IsRefused)
        {
            return outcome;
        }
        await transaction.CommitAsync(ct);
        if (work.HasMessages)
        {
            signal.Raise();
        }
        return outcome;
    }

    private static async Task<Outcome<T>> RunAsync<T>(Work work, Func<Work, Task<Outcome<T>>> command, IdempotencyMark? mark, CancellationToken ct)
    {
        // First the key: a request that was carried out already must not be refused for what it did itself.
        if (mark is not null)
        {
            await mark.WriteAsync(work, ct);
        }
        var outcome = await command(work);
        if (!outcome.IsRefused)
        {
            await work.Db.SaveChangesAsync(ct);
        }
        else if (mark is not null)
        {
            // The twin may have committed between the look at the key and the refusal: then its work is why this was refused.
            await mark.CheckFreeAsync(work, ct);
        }
        return outcome;
    }

    private async Task<DateTimeOffset> NowAsync(JeongsanContext db, Tenant tenant, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        if (tenant.Mode == Mode.Live)
        {
            return now;
        }
        var ahead = await db.Set<TestClock>().Where(clock => clock.MerchantId == tenant.Merchant).Select(clock => (TimeSpan?)clock.Ahead).FirstOrDefaultAsync(ct);
        return now + (ahead ?? TimeSpan.Zero);
    }
}
