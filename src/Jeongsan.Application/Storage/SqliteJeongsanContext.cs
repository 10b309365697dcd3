using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Jeongsan.Application.Storage;

/// <summary>The model on SQLite: the embedded default.</summary>
public sealed class SqliteJeongsanContext(DbContextOptions<SqliteJeongsanContext> options) : JeongsanContext(options)
{
    internal override object Stored(DateTimeOffset instant) => InstantAsMicroseconds.Of(instant);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        // SQLite has no type for instants: microseconds since 1970 sort and compare in SQL.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantAsMicroseconds>();
    }
}

internal sealed class InstantAsMicroseconds() : ValueConverter<DateTimeOffset, long>(
    instant => Of(instant),
    microseconds => DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond))
{
    public static long Of(DateTimeOffset instant) => (instant.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;
}
