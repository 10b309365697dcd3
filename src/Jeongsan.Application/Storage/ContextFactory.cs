using System.Data.Common;
using Jeongsan.Application.Storage.Sealing;
using Jeongsan.Domain.Foundation;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Storage;

/// <summary>Makes contexts for the configured provider.</summary>
public sealed class ContextFactory : IDisposable
{
    private readonly DbContextOptions<SqliteJeongsanContext>? _sqlite;
    private readonly DbContextOptions<PostgresJeongsanContext>? _postgres;

    public ContextFactory(StorageOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Seals = new SealRing(this, options.MasterKeyPath);
        if (options.IsPostgres)
        {
            _postgres = new DbContextOptionsBuilder<PostgresJeongsanContext>().UseNpgsql(options.PostgresConnection).Options;
        }
        else
        {
            SqliteConnectionString = new SqliteConnectionStringBuilder { DataSource = options.SqlitePath, ForeignKeys = true, DefaultTimeout = 30 }.ToString();
            _sqlite = new DbContextOptionsBuilder<SqliteJeongsanContext>()
                .UseSqlite(SqliteConnectionString).AddInterceptors(new SqliteDurability()).Options;
        }
    }

    public bool IsPostgres => _postgres is not null;

    /// <summary>The keys that columns of this database are sealed with.</summary>
    internal SealRing Seals { get; }

    internal string? SqliteConnectionString { get; }

    public JeongsanContext Create(Tenant tenant)
    {
        var db = CreateForAll();
        db.Tenant = tenant;
        return db;
    }

    /// <summary>For the dispatcher, the schedules and the migrations, which serve every tenant.</summary>
    public JeongsanContext CreateForAll() => _postgres is not null
        ? new PostgresJeongsanContext(_postgres) { Seals = Seals }
        : new SqliteJeongsanContext(_sqlite!) { Seals = Seals };

    public void Dispose() => Seals.Dispose();

    /// <summary>A context on the writer's own connection; its options are made once, because making them costs as much as a small command.</summary>
    internal JeongsanContext CreateOn(DbContextOptions<SqliteJeongsanContext> connection) => new SqliteJeongsanContext(connection) { Seals = Seals };

    /// <summary>Another context on the connection of this one.</summary>
    internal static JeongsanContext CreateBeside(JeongsanContext db) => db.Database.GetDbConnection() is SqliteConnection sqlite
        ? new SqliteJeongsanContext(OptionsOn(sqlite)) { Seals = db.Seals }
        : new PostgresJeongsanContext(new DbContextOptionsBuilder<PostgresJeongsanContext>().UseNpgsql(db.Database.GetDbConnection()).Options) { Seals = db.Seals };

    internal static DbContextOptions<SqliteJeongsanContext> OptionsOn(SqliteConnection connection) =>
        new DbContextOptionsBuilder<SqliteJeongsanContext>().UseSqlite(connection).Options;
}

/// <summary>Every commit reaches the disk before it is answered: a power cut loses nothing that was promised.</summary>
internal sealed class SqliteDurability : Microsoft.EntityFrameworkCore.Diagnostics.DbConnectionInterceptor
{
    public const string Pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=30000; PRAGMA foreign_keys=ON;";

    public override void ConnectionOpened(DbConnection connection, Microsoft.EntityFrameworkCore.Diagnostics.ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, Microsoft.EntityFrameworkCore.Diagnostics.ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
