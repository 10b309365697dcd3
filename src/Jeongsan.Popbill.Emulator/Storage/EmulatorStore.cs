using Microsoft.Data.Sqlite;

namespace Jeongsan.Popbill.Emulator.Storage;

/// <summary>The emulator's own database: one connection, one transaction at a time, on disk before anything is answered.</summary>
internal sealed class EmulatorStore : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SemaphoreSlim _gate = new(1, 1);

    public EmulatorStore(string folder)
    {
        Directory.CreateDirectory(folder);
        var path = new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "popbill-emulator.db"), Pooling = false };
        _connection = new SqliteConnection(path.ToString());
        _connection.Open();
        using var schema = _connection.CreateCommand();
        schema.CommandText = EmulatorSchema.Script + Gateway.GatewaySchema.Script;
        schema.ExecuteNonQuery();
    }

    /// <summary>Commits when <paramref name="work"/> returns and <paramref name="keep"/> agrees; otherwise nothing of it remains.</summary>
    public async Task<T> InTransactionAsync<T>(Func<EmulatorSession, T> work, Func<T, bool>? keep, CancellationToken ct)
    {
        await _gate.WaitAsync(ct);
        try
        {
            using var transaction = _connection.BeginTransaction();
            var result = work(new EmulatorSession(_connection, transaction));
            if (keep is null || keep(result)) transaction.Commit();
            else transaction.Rollback();
            return result;
        }
        finally
        {
            _gate.Release();
        }
    }

    public Task<T> InTransactionAsync<T>(Func<EmulatorSession, T> work, CancellationToken ct) => InTransactionAsync(work, null, ct);

    /// <summary>Work before anything is served, when nobody else can hold the connection.</summary>
    public void Start(Action<EmulatorSession> work)
    {
        using var transaction = _connection.BeginTransaction();
        work(new EmulatorSession(_connection, transaction));
        transaction.Commit();
    }

    public void Dispose()
    {
        _connection.Dispose();
        _gate.Dispose();
    }
}
