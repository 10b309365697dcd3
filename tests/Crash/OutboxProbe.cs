using System.Data.Common;
using System.Globalization;
using Jeongsan.TestKit;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Jeongsan.Crash;

/// <summary>Looks into the server's outbox from outside: there is no other way to know that nothing is left to be done.</summary>
internal sealed class OutboxProbe(TestDatabase database, ServerProcess server)
{
    public async Task<bool> IsEmptyAsync(CancellationToken cancellation) =>
        (await ReadAsync("SELECT CAST(COUNT(*) AS TEXT) FROM outbox WHERE state <> 'Done'", cancellation)).Single() is "0";

    public Task<IReadOnlyList<string>> TypesAsync(CancellationToken cancellation) =>
        ReadAsync("SELECT DISTINCT type FROM outbox", cancellation);

    private async Task<IReadOnlyList<string>> ReadAsync(string sql, CancellationToken cancellation)
    {
        await using DbConnection connection = database.Kind is DatabaseKind.Sqlite
            ? new SqliteConnection(string.Create(CultureInfo.InvariantCulture, $"Data Source={Path.Combine(server.DataFolder, "jeongsan.db")};Mode=ReadOnly;Pooling=False"))
            : new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The text is one of the two constants above.
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var values = new List<string>();
        while (await reader.ReadAsync(cancellation))
            values.Add(reader.GetString(0));
        return values;
    }
}
