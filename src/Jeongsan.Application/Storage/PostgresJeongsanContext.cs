using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Jeongsan.Application.Storage;

/// <summary>The model on PostgreSQL: several server processes may share it.</summary>
public sealed class PostgresJeongsanContext(DbContextOptions<PostgresJeongsanContext> options) : JeongsanContext(options)
{
    internal override object Stored(DateTimeOffset instant) => InstantInUtc.Of(instant);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        // timestamptz takes UTC only, and keeps microseconds: what is read back equals what was written.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantInUtc>();
    }
}

internal sealed class InstantInUtc() : ValueConverter<DateTimeOffset, DateTimeOffset>(
    instant => Of(instant),
    instant => instant.ToUniversalTime())
{
    public static DateTimeOffset Of(DateTimeOffset instant) => new(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
}
