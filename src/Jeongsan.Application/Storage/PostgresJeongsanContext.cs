using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Jeongsan.Application.Storage;

/// <summary>The model on PostgreSQL: several server processes may share it.</summary>
public sealed class PostgresJeongsanContext(DbContextOptions<PostgresJeongsanContext> options) : JeongsanContext(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        // timestamptz takes UTC only, and keeps microseconds: what is read back equals what was written.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantInUtc>();
    }
}

internal sealed class InstantInUtc() : ValueConverter<DateTimeOffset, DateTimeOffset>(
    instant => new DateTimeOffset(instant.UtcTicks - (instant.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero),
    instant => instant.ToUniversalTime());
