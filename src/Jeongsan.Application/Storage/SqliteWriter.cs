using System.Threading.Channels;
using Jeongsan.Application.Outbox;
using Jeongsan.Domain.Foundation;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Storage;

/// <summary>
/// SQLite has one writer at a time, and a durable commit costs a flush of the disk. So commands queue here, those that
/// wait together run one after the other in one transaction, each behind its own savepoint, and one flush makes all of
/// them durable before any of them is answered.
/// </summary>
public sealed class SqliteWriter : IAsyncDisposable
{
    /// <summary>So that the first command of a batch does not wait for ever for the others.</summary>
    private const int BatchMax = 128;

    private readonly Channel<Entry> _queue = Channel.CreateUnbounded<Entry>(new UnboundedChannelOptions { SingleReader = true });
    private readonly ContextFactory _contexts;
    private readonly OutboxSignal _signal;
    private readonly Task _loop;
    private SqliteConnection? _connection;
    private DbContextOptions<SqliteJeongsanContext>? _options;

    public SqliteWriter(ContextFactory contexts, OutboxSignal signal)
    {
        ArgumentNullException.ThrowIfNull(contexts);
        _contexts = contexts;
        _signal = signal;
        _loop = contexts.IsPostgres ? Task.CompletedTask : Task.Run(LoopAsync);
    }

    /// <summary>Runs a command; the flag of its answer says whether it decided any outbox message.</summary>
    public async Task<Outcome<T>> RunAsync<T>(Func<JeongsanContext, Task<(Outcome<T> Outcome, bool HasMessages)>> command, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var entry = new Entry<T>(command);
        await _queue.Writer.WriteAsync(entry, ct);
        return await entry.Answer;
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _loop;
        if (_connection is not null)
        {
            await _connection.DisposeAsync();
        }
    }

    private async Task LoopAsync()
    {
        var batch = new List<Entry>(BatchMax);
        while (await _queue.Reader.WaitToReadAsync())
        {
            batch.Clear();
            try
            {
                _connection ??= await OpenAsync();
                _options ??= ContextFactory.OptionsOn(_connection);
                await CommitTogetherAsync(_connection, _options, batch);
            }
            catch (Exception fault)
            {
                // The transaction is gone: nobody's command was carried out, and each caller is told so.
                foreach (var entry in batch)
                {
                    entry.Fail(fault);
                }
                if (_connection is not null)
                {
                    await _connection.DisposeAsync();
                    (_connection, _options) = (null, null);
                }
                if (batch.Count == 0 && _queue.Reader.TryRead(out var waiting))
                {
                    waiting.Fail(fault);
                }
            }
        }
    }

    private async Task CommitTogetherAsync(SqliteConnection connection, DbContextOptions<SqliteJeongsanContext> options, List<Entry> batch)
    {
        await using var transaction = (SqliteTransaction)await connection.BeginTransactionAsync();
        var hasMessages = false;
        while (batch.Count < BatchMax && _queue.Reader.TryRead(out var entry))
        {
            batch.Add(entry);
            hasMessages |= await RunOneAsync(_contexts, options, transaction, entry);
        }
        await transaction.CommitAsync();
        foreach (var entry in batch)
        {
            entry.Complete();
        }
        if (hasMessages)
        {
            _signal.Raise();
        }
    }

    private static async Task<bool> RunOneAsync(ContextFactory contexts, DbContextOptions<SqliteJeongsanContext> options, SqliteTransaction transaction, Entry entry)
    {
        await transaction.SaveAsync("command");
        var kept = false;
        var hasMessages = false;
        try
        {
            await using var db = contexts.CreateOn(options);
            db.Database.AutoSavepointsEnabled = false;
            await db.Database.UseTransactionAsync(transaction);
            (kept, hasMessages) = await entry.RunAsync(db);
        }
        catch (Exception fault)
        {
            entry.Fault = fault;
        }
        if (!kept)
        {
            await transaction.RollbackAsync("command");
        }
        await transaction.ReleaseAsync("command");
        return kept && hasMessages;
    }

    private async Task<SqliteConnection> OpenAsync()
    {
        var connection = new SqliteConnection(_contexts.SqliteConnectionString);
        await connection.OpenAsync();
        await using var pragmas = connection.CreateCommand();
        pragmas.CommandText = SqliteDurability.Pragmas;
        await pragmas.ExecuteNonQueryAsync();
        return connection;
    }

    private abstract class Entry
    {
        public Exception? Fault { get; set; }

        /// <summary>Whether to keep what the command wrote, and whether it decided messages.</summary>
        public abstract Task<(bool Kept, bool HasMessages)> RunAsync(JeongsanContext db);

        public abstract void Complete();

        public abstract void Fail(Exception fault);
    }

    private sealed class Entry<T>(Func<JeongsanContext, Task<(Outcome<T> Outcome, bool HasMessages)>> command) : Entry
    {
        private readonly TaskCompletionSource<Outcome<T>> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private Outcome<T> _outcome;

        public Task<Outcome<T>> Answer => _answer.Task;

        public override async Task<(bool Kept, bool HasMessages)> RunAsync(JeongsanContext db)
        {
            (_outcome, var hasMessages) = await command(db);
            return (!_outcome.IsRefused, hasMessages);
        }

        public override void Complete()
        {
            if (Fault is not null)
            {
                _answer.TrySetException(Fault);
            }
            else
            {
                _answer.TrySetResult(_outcome);
            }
        }

        public override void Fail(Exception fault) => _answer.TrySetException(fault);
    }
}
