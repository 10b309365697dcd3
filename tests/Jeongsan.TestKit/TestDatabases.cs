using Xunit;

namespace Jeongsan.TestKit;

public enum DatabaseKind
{
    Sqlite,
    PostgreSql,
}

/// <summary>
/// The databases that a storage test runs on: <c>[Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]</c>,
/// then <c>await using var database = await TestDatabase.CreateAsync(kind);</c>.
/// </summary>
public static class TestDatabases
{
    /// <summary>Where the PostgreSQL server for tests is, as an administrator's connection string. ./test starts one and sets it.</summary>
    public const string PostgresVariable = "JEONGSAN_TEST_POSTGRES";

    /// <summary>Set by ./test: with it nothing may be skipped for want of a database.</summary>
    public const string CompleteRunVariable = "JEONGSAN_TEST_COMPLETE";

    public static string? PostgresAdministration { get; } = Environment.GetEnvironmentVariable(PostgresVariable) is { Length: > 0 } value ? value : null;

    /// <summary>SQLite, and PostgreSQL; the latter visibly skipped when a developer runs one project alone without a server.</summary>
    public static IEnumerable<TheoryDataRow<DatabaseKind>> All() =>
        Enum.GetValues<DatabaseKind>().Select(kind => new TheoryDataRow<DatabaseKind>(kind) { Skip = WhyMissing(kind) });

    /// <summary>Why a test on this database is skipped; null when it runs. In a complete run nothing is skipped: it fails.</summary>
    public static string? WhyMissing(DatabaseKind kind) =>
        kind is DatabaseKind.PostgreSql && PostgresAdministration is null && Environment.GetEnvironmentVariable(CompleteRunVariable) is null
            ? $"{PostgresVariable} is not set; ./test starts a PostgreSQL and sets it."
            : null;
}
