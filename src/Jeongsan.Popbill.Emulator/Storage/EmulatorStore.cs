using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Jeongsan.Popbill.Emulator.Storage;

/// <summary>The emulator's own database: one connection, on disk before anything is answered.</summary>
/// <remarks>
/// Work that waits at the same time shares one commit: a disk flush costs more than a request. Each piece of work has its own savepoint,
/// so that one that fails takes nothing of the others with it.
/// </remarks>
internal sealed class EmulatorStore : IDisposable
{
    /// <summary>So many pieces of work share a commit at most: the first of them waits for the last.</summary>
    private const int BatchMax = 64;

    private readonly SqliteConnection _connection;
    private readonly Channel<StoreWork> _waiting = Channel.CreateUnbounded<StoreWork>(new UnboundedChannelOptions { SingleReader = true });
    private readonly EmulatorSession _session;
    private readonly Task _loop;

    public EmulatorStore(string folder)
    {
        Directory.CreateDirectory(folder);
        var path = new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "popbill-emulator.db"), Pooling = false };
        _connection = new SqliteConnection(path.ToString());
        _connection.Open();
        _session = new EmulatorSession(_connection);
        EmulatorSchema.Prepare(_connection);
        _loop = Task.Run(RunAsync);
    }

    /// <summary>Committed when <paramref name="work"/> returns and <paramref name="keep"/> agrees; otherwise nothing of it remains.</summary>
    public Task<T> InTransactionAsync<T>(Func<EmulatorSession, T> work, Func<T, bool>? keep, CancellationToken ct)
    {
        var piece = new StoreWork<T>(work, keep, ct);
        if (!_waiting.Writer.TryWrite(piece)) piece.Fail(new ObjectDisposedException(nameof(EmulatorStore)));
        return piece.Done;
    }

    public Task<T> InTransactionAsync<T>(Func<EmulatorSession, T> work, CancellationToken ct) => InTransactionAsync(work, null, ct);

    /// <summary>Ends after the work that is already waiting.</summary>
    public void Dispose()
    {
        if (!_waiting.Writer.TryComplete()) return;
        // The loop owns the connection until it has ended.
        _ = _loop.ContinueWith(_ => Close(), TaskScheduler.Default);
    }

    /// <summary>As <see cref="Dispose"/>, and waits for it.</summary>
    public async Task CloseAsync()
    {
        _waiting.Writer.TryComplete();
        await _loop;
        Close();
    }

    private void Close()
    {
        _session.Dispose();
        _connection.Dispose();
    }

    private async Task RunAsync()
    {
        var batch = new List<StoreWork>(BatchMax);
        while (await _waiting.Reader.WaitToReadAsync())
        {
            batch.Clear();
            try
            {
                using var transaction = _connection.BeginTransaction(deferred: true);
                _session.Begin(transaction);
                while (batch.Count < BatchMax && _waiting.Reader.TryRead(out var work))
                {
                    batch.Add(work);
                    work.Run(_session);
                }
                transaction.Commit();
                batch.ForEach(work => work.Tell());
            }
            catch (Exception e)
            {
                // Nothing of the batch is on disk, so nobody may be told that it is.
                batch.ForEach(work => work.Fail(e));
            }
        }
    }
}
