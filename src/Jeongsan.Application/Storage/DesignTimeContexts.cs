using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Jeongsan.Application.Storage;

// `dotnet ef migrations add NAME --context SqliteJeongsanContext --output-dir Storage/Migrations/Sqlite` and the same for
// PostgreSQL: these two say how to make a context without a running server.
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteJeongsanContext>
{
    public SqliteJeongsanContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteJeongsanContext>().UseSqlite("Data Source=design.db").Options);
}

internal sealed class PostgresDesignTime : IDesignTimeDbContextFactory<PostgresJeongsanContext>
{
    public PostgresJeongsanContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresJeongsanContext>().UseNpgsql("Host=localhost;Database=design").Options);
}
