using Jeongsan.Application.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Storage;

/// <summary>Brings the database to this version's shape before anything else starts. EF Core's migration lock lets one process do it.</summary>
public sealed class Migrator(ContextFactory contexts, OpenLedger ledger)
{
    public async Task RunAsync(CancellationToken ct)
    {
        await using var db = contexts.CreateForAll();
        await db.Database.MigrateAsync(ct);
        await ledger.RunAsync(ct);
    }
}
