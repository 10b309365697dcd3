using System.Data.Common;
using Jeongsan.Domain.Foundation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Jeongsan.Application.Storage;

/// <summary>
/// The open transaction of a request with a key: its first command opened it, all later commands and reads of the request
/// belong to it, and it is committed together with the request's answer, or not at all.
/// </summary>
internal sealed class HeldWork : IDisposable
{
    private readonly TaskCompletionSource<KeptAnswer?> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim _oneByOne = new(1, 1);
    private readonly List<Func<CancellationToken, Task>> _afterwards = [];
    private JeongsanContext? _db;

    /// <summary>Whether any of its commands decided messages.</summary>
    public bool HasMessages { get; private set; }

    /// <summary>Ends when the transaction has ended.</summary>
    public required Task Committed { get; set; }

    /// <summary>Null: nothing of the request is to be kept.</summary>
    public Task<KeptAnswer?> Answer => _answer.Task;

    public void Begin(JeongsanContext db) => _db = db;

    public void AfterCommit(Func<CancellationToken, Task> work) => _afterwards.Add(work);

    /// <summary>A context inside the transaction. The caller disposes it.</summary>
    public JeongsanContext Join(Tenant tenant)
    {
        var db = ContextFactory.CreateBeside(_db!);
        db.Tenant = tenant;
        db.Database.UseTransaction(Transaction);
        return db;
    }

    /// <summary>Runs a later command behind a savepoint of its own, so that its refusal or fault undoes itself only.</summary>
    public async Task<Outcome<T>> RunAsync<T>(Tenant tenant, Func<JeongsanContext, Task<(Outcome<T> Outcome, bool HasMessages)>> command, CancellationToken ct)
    {
        await _oneByOne.WaitAsync(ct);
        try
        {
            await using var db = Join(tenant);
            await Transaction.SaveAsync("joined", ct);
            try
            {
                var (outcome, hasMessages) = await command(db);
                if (outcome.IsRefused)
                {
                    await Transaction.RollbackAsync("joined", ct);
                }
                else
                {
                    HasMessages |= hasMessages;
                }
                return outcome;
            }
            catch (Exception)
            {
                await Transaction.RollbackAsync("joined", CancellationToken.None);
                throw;
            }
        }
        finally
        {
            _oneByOne.Release();
        }
    }

    public async Task KeepAsync(KeptAnswer answer)
    {
        _answer.TrySetResult(answer);
        await Committed;
    }

    public async Task AbandonAsync()
    {
        _answer.TrySetResult(null);
        try
        {
            await Committed;
        }
        catch (RequestAbandonedException)
        {
            // As it was asked to.
        }
    }

    public async Task AfterwardsAsync(CancellationToken ct)
    {
        foreach (var work in _afterwards)
        {
            await work(ct);
        }
    }

    public void Dispose() => _oneByOne.Dispose();

    private DbTransaction Transaction => _db!.Database.CurrentTransaction!.GetDbTransaction();
}

/// <summary>What was answered to a request with a key.</summary>
public sealed record KeptAnswer(int Status, byte[] Body);

/// <summary>The request ended without an answer: its transaction is undone.</summary>
internal sealed class RequestAbandonedException : Exception;
