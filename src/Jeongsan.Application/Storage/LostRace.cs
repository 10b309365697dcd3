using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Jeongsan.Application.Storage;

/// <summary>Tells "somebody else was faster" (run the command again: it will see what they did) from real faults.</summary>
internal static class LostRace
{
    private const int SqliteConstraint = 19;
    private const int SqliteBusy = 5;

    /// <summary>Statements that EF Core runs at once (set-based updates) fail with the provider's exception, bare or wrapped.</summary>
    public static bool Is(Exception fault) => fault switch
    {
        DbUpdateConcurrencyException => true,
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected } => true,
        SqliteException { SqliteErrorCode: SqliteConstraint or SqliteBusy } => true,
        { InnerException: { } inner } => Is(inner),
        _ => false,
    };
}
