using System.Data.Common;
using System.Diagnostics;
using Jeongsan.TestKit;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Jeongsan.Benchmarks;

/// <summary>What the database itself can do: one small row per durable commit, one after the other, on one connection.</summary>
internal static class CommitRate
{
    private static readonly TimeSpan Span = TimeSpan.FromSeconds(5);

    /// <returns>Commits per second.</returns>
    public static async Task<int> MeasureAsync(TestDatabase database)
    {
        await using DbConnection connection = database.Kind is DatabaseKind.Sqlite ? new SqliteConnection(database.ConnectionString) : new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        if (database.Kind is DatabaseKind.Sqlite)
        {
            await ExecuteAsync(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;");
        }
        await ExecuteAsync(connection, "CREATE TABLE commit_rate (id BIGINT PRIMARY KEY, content TEXT NOT NULL)");
        await using var insert = connection.CreateCommand();
        var count = 0;
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < Span)
        {
            insert.CommandText = $"INSERT INTO commit_rate VALUES ({count}, 'one row of the usual small size, about a hundred bytes of text, as a transfer has in its index')";
            await insert.ExecuteNonQueryAsync();
            count++;
        }
        return (int)(count / watch.Elapsed.TotalSeconds);
    }

    private static async Task ExecuteAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
