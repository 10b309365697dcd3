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
        // A request with a key sees what its own commands wrote before it is committed.
        var db = IdempotencyMark.Current?.Held?.Join(tenant) ?? contexts.Create(tenant);
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
    /// Within a request with a key it is committed when the request is answered.
    /// </summary>
    public Task<Outcome<T>> CommandAsync<T>(Tenant tenant, Actor actor, Func<Work, Task<Outcome<T>>> command, CancellationToken ct) =>
        CommandAsync(tenant, actor, command, IdempotencyMark.Current, ct);

    /// <summary>
    /// The same, but committed at once and by itself also within a request with a key: for what is true whatever becomes of
    /// the request. Only before the request's first other command, whose open transaction it would wait for.
    /// </summary>
    public Task<Outcome<T>> ApartAsync<T>(Tenant tenant, Actor actor, Func<Work, Task<Outcome<T>>> command, CancellationToken ct) =>
        IdempotencyMark.Current?.Held is null
            ? CommandAsync(tenant, actor, command, mark: null, ct)
            : throw new InvalidOperationException("The request's own transaction is open already.");

    /// <summary>Within a request with a key: what the outside was asked is answered to a repeat as it was the first time, although nothing was written.</summary>
    public async Task KeepAnswerAsync(Tenant tenant, Actor actor, CancellationToken ct)
    {
        if (IdempotencyMark.Current is { Held: null })
        {
            await CommandAsync(tenant, actor, _ => Task.FromResult<Outcome<Done>>(new Done()), ct);
        }
    }

    private async Task<Outcome<T>> CommandAsync<T>(Tenant tenant, Actor actor, Func<Work, Task<Outcome<T>>> command, IdempotencyMark? mark, CancellationToken ct)
    {
        // SQLite's writer runs the command on its own thread of control, where the caller's activity is not known.
        var trace = Activity.Current?.Id;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return mark is null ? await CommitAsync(tenant, actor, command, null, null, trace, ct)
                    : mark.Held is not { } held ? await HoldAsync(tenant, actor, command, mark, trace, ct)
                    : await held.RunAsync(tenant, async db =>
                    {
                        var work = new Work(db, actor, await NowAsync(db, tenant, ct), time.GetUtcNow(), trace);
                        return (await RunAsync(work, command, null, ct), work.HasMessages);
                    }, ct);
            }
            catch (Exception lostRace) when (attempt < AttemptsMax && LostRace.Is(lostRace))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(attempt * 3), time, ct);
            }
        }
    }

    /// <summary>Does something that must see the commit: at once, or after the answer's commit within a request with a key.</summary>
    public Task AfterCommitAsync(Func<CancellationToken, Task> work, CancellationToken ct)
    {
        if (IdempotencyMark.Current?.Held is { } held)
        {
            held.AfterCommit(work);
            return Task.CompletedTask;
        }
        return work(ct);
    }

    /// <summary>The first command of a request with a key: its transaction stays open until the request has its answer.</summary>
    private async Task<Outcome<T>> HoldAsync<T>(Tenant tenant, Actor actor, Func<Work, Task<Outcome<T>>> command, IdempotencyMark mark, string? trace, CancellationToken ct)
    {
        var held = new HeldWork { Committed = Task.CompletedTask };
        var carriedOut = new TaskCompletionSource<Outcome<T>>(TaskCreationOptions.RunContinuationsAsynchronously);
        held.Committed = CommitAsync(tenant, actor, command, mark, async (work, outcome) =>
        {
            held.Begin(work.Db);
            carriedOut.SetResult(outcome);
            var answer = await held.Answer ?? throw new RequestAbandonedException();
            await mark.WriteAnswerAsync(work, answer);
            if (held.HasMessages)
            {
                work.Nudge();
            }
        }, trace, ct);
        if (await Task.WhenAny(carriedOut.Task, held.Committed) == held.Committed)
        {
            held.Dispose();
            return await (Task<Outcome<T>>)held.Committed;
        }
        mark.Held = held;
        return await carriedOut.Task;
    }

    /// <param name="beforeCommit">Runs between the command and its commit, when it was not refused.</param>
    private Task<Outcome<T>> CommitAsync<T>(
        Tenant tenant, Actor actor, Func<Work, Task<Outcome<T>>> command, IdempotencyMark? mark, Func<Work, Outcome<T>, Task>? beforeCommit, string? trace, CancellationToken ct) =>
        contexts.IsPostgres
            ? OnPostgresAsync(tenant, actor, command, mark, beforeCommit, trace, ct)
            : sqlite.RunAsync(async db =>
            {
                db.Tenant = tenant;
                var work = new Work(db, actor, await NowAsync(db, tenant, ct), time.GetUtcNow(), trace);
                var outcome = await RunAsync(work, command, mark, ct);
                if (!outcome.IsRefused && beforeCommit is not null)
                {
                    await beforeCommit(work, outcome);
                }
                return (outcome, work.HasMessages);
            }, ct);

    private async Task<Outcome<T>> OnPostgresAsync<T>(
        Tenant tenant, Actor actor, Func<Work, Task<Outcome<T>>> command, IdempotencyMark? mark, Func<Work, Outcome<T>, Task>? beforeCommit, string? trace, CancellationToken ct)
    {
        await using var db = contexts.Create(tenant);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var work = new Work(db, actor, await NowAsync(db, tenant, ct), time.GetUtcNow(), trace);
        var outcome = await RunAsync(work, command, mark, ct);
        if (outcome.IsRefused)
        {
            return outcome;
        }
        if (beforeCommit is not null)
        {
            await beforeCommit(work, outcome);
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
