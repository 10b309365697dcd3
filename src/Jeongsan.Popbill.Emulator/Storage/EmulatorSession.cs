using Microsoft.Data.Sqlite;

namespace Jeongsan.Popbill.Emulator.Storage;

/// <summary>One open transaction.</summary>
internal sealed class EmulatorSession(SqliteConnection connection, SqliteTransaction transaction)
{
    public int Execute(string sql, params ReadOnlySpan<object?> values)
    {
        using var command = Command(sql, values);
        return command.ExecuteNonQuery();
    }

    public List<T> All<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        using var command = Command(sql, values);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(read(reader));
        return rows;
    }

    public T? One<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values) where T : class
    {
        using var command = Command(sql, values);
        using var reader = command.ExecuteReader();
        return reader.Read() ? read(reader) : null;
    }

    public string? Text(string sql, params ReadOnlySpan<object?> values) => One(sql, r => r.IsDBNull(0) ? "" : r.GetString(0), values);

    public long Number(string sql, params ReadOnlySpan<object?> values)
    {
        using var command = Command(sql, values);
        return command.ExecuteScalar() is long number ? number : 0;
    }

    /// <summary>What <paramref name="work"/> changed remains only when <paramref name="keep"/> agrees; the transaction goes on either way.</summary>
    public T Attempt<T>(Func<T> work, Func<T, bool> keep)
    {
        transaction.Save("attempt");
        var result = work();
        if (keep(result)) transaction.Release("attempt");
        else transaction.Rollback("attempt");
        return result;
    }

    /// <summary>Values are bound to $0, $1, … in order.</summary>
    private SqliteCommand Command(string sql, ReadOnlySpan<object?> values)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++) command.Parameters.AddWithValue($"${i}", values[i] ?? DBNull.Value);
        return command;
    }
}
