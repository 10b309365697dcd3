namespace Jeongsan.Application.Storage;

/// <summary>Where the data lives. Exactly one of the two providers.</summary>
public sealed record StorageOptions
{
    /// <summary>PostgreSQL connection string (<c>JEONGSAN_DATABASE</c>); null means SQLite in <see cref="DataFolder"/>.</summary>
    public string? PostgresConnection { get; init; }

    /// <summary>Folder of everything that must survive (<c>JEONGSAN_DATA</c>).</summary>
    public required string DataFolder { get; init; }

    /// <summary>The file that holds the master key (<c>JEONGSAN_MASTER_KEY_FILE</c>); null: in <see cref="DataFolder"/>. Server processes of one database share its content.</summary>
    public string? MasterKeyFile { get; init; }

    public string MasterKeyPath => MasterKeyFile ?? Path.Combine(DataFolder, "master.key");

    public bool IsPostgres => PostgresConnection is not null;

    public string SqlitePath => Path.Combine(DataFolder, "jeongsan.db");
}
