using Microsoft.Data.Sqlite;

namespace Jeongsan.Popbill.Emulator.Storage;

/// <summary>The open transaction of the store's loop. Statements are prepared once for the life of the store.</summary>
internal sealed class EmulatorSession(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> _prepared = new(StringComparer.Ordinal);
    private SqliteTransaction? _transaction;
    private int _depth;

    public void Begin(SqliteTransaction transaction)
    {
        _transaction = transaction;
        _depth = 0;
    }

    public int Execute(string sql, params ReadOnlySpan<object?> values) => Command(sql, values).ExecuteNonQuery();

    public List<T> All<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        using var reader = Command(sql, values).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(read(reader));
        return rows;
    }

    public T? One<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values) where T : class
    {
        using var reader = Command(sql, values).ExecuteReader();
        return reader.Read() ? read(reader) : null;
    }

    public string? Text(string sql, params ReadOnlySpan<object?> values) => One(sql, r => r.IsDBNull(0) ? "" : r.GetString(0), values);

    public long Number(string sql, params ReadOnlySpan<object?> values) => Command(sql, values).ExecuteScalar() is long number ? number : 0;

    /// <summary>What <paramref name="work"/> changed remains only when it returns and <paramref name="keep"/> agrees; the transaction goes on either way.</summary>
    public T Attempt<T>(Func<T> work, Func<T, bool> keep)
    {
        var name = $"attempt{_depth++}";
        Execute("SAVEPOINT " + name);
        try
        {
            var result = work();
            if (!keep(result)) Execute("ROLLBACK TO " + name);
            return result;
        }
        catch
        {
            Execute("ROLLBACK TO " + name);
            throw;
        }
        finally
        {
            Execute("RELEASE " + name);
            _depth--;
        }
    }

    public void Dispose()
    {
        foreach (var command in _prepared.Values) command.Dispose();
        _prepared.Clear();
    }

    /// <summary>Values are bound to $0, $1, … in order.</summary>
    private SqliteCommand Command(string sql, ReadOnlySpan<object?> values)
    {
        if (!_prepared.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 0; i < values.Length; i++) command.Parameters.AddWithValue($"${i}", DBNull.Value);
            _prepared[sql] = command;
        }
        command.Transaction = _transaction;
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command;
    }
}
