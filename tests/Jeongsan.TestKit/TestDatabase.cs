using Npgsql;

namespace Jeongsan.TestKit;

/// <summary>An empty database of one test, gone when disposed.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly TemporaryFolder? _folder;
    private readonly string? _name;

    private TestDatabase(DatabaseKind kind, string connectionString, TemporaryFolder? folder, string? name)
    {
        Kind = kind;
        ConnectionString = connectionString;
        _folder = folder;
        _name = name;
    }

    public DatabaseKind Kind { get; }

    /// <summary>For EF Core's provider of the kind: SQLite with a file in a temporary folder, or PostgreSQL with a database of its own.</summary>
    public string ConnectionString { get; }

    /// <summary>What JEONGSAN_DATABASE is set to for a server that uses this database; null means SQLite in its data folder.</summary>
    public string? ServerSetting => Kind is DatabaseKind.PostgreSql ? ConnectionString : null;

    public static async Task<TestDatabase> CreateAsync(DatabaseKind kind, CancellationToken cancellation = default)
    {
        if (kind is DatabaseKind.Sqlite)
        {
            var folder = new TemporaryFolder();
            return new TestDatabase(kind, $"Data Source={Path.Combine(folder.Path, "test.db")}", folder, name: null);
        }

        var administration = TestDatabases.PostgresAdministration
            ?? throw new InvalidOperationException($"PostgreSQL is missing: {TestDatabases.PostgresVariable} is not set.");
        var name = $"test_{Guid.NewGuid():n}";
        // template0 is never connected to, so that tests that start at once don't hinder one another.
        await ExecuteAsync(administration, $"CREATE DATABASE {name} TEMPLATE template0", cancellation);
        var connectionString = new NpgsqlConnectionStringBuilder(administration) { Database = name }.ConnectionString;
        return new TestDatabase(kind, connectionString, folder: null, name);
    }

    public async ValueTask DisposeAsync()
    {
        if (_name is not null)
        {
            await using (var own = new NpgsqlConnection(ConnectionString))
                NpgsqlConnection.ClearPool(own);
            await ExecuteAsync(TestDatabases.PostgresAdministration!, $"DROP DATABASE IF EXISTS {_name} WITH (FORCE)", CancellationToken.None);
        }

        _folder?.Dispose();
    }

    private static async Task ExecuteAsync(string connectionString, string sql, CancellationToken cancellation)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
