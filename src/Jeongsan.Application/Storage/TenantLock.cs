using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Storage;

/// <summary>Lets one command of a kind run at a time for a tenant, until its transaction ends. SQLite has one writer anyway.</summary>
internal static class TenantLock
{
    public static async Task TakeAsync(Work work, string kind, CancellationToken ct)
    {
        if (work.Db is PostgresJeongsanContext)
        {
            await work.Db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({$"{work.Tenant}/{kind}"}, 0))", ct);
        }
    }
}
