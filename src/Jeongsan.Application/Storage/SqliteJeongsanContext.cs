using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Jeongsan.Application.Storage;

/// <summary>The model on SQLite: the embedded default.</summary>
public sealed class SqliteJeongsanContext(DbContextOptions<SqliteJeongsanContext> options) : JeongsanContext(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        // SQLite has no type for instants: microseconds since 1970 sort and compare in SQL.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantAsMicroseconds>();
    }
}

internal sealed class InstantAsMicroseconds() : ValueConverter<DateTimeOffset, long>(
    instant => (instant.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond,
    microseconds => DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond));
