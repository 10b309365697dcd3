using Jeongsan.Application.Ledger;
using Jeongsan.Application.Storage.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Storage;

/// <summary>Brings the database to this version's shape before anything else starts. EF Core's migration lock lets one process do it.</summary>
public sealed class Migrator(ContextFactory contexts, OpenLedger ledger, TimeProvider time)
{
    /// <exception cref="MasterKeyException">The database's columns can't be opened.</exception>
    public async Task RunAsync(CancellationToken ct)
    {
        await using var db = contexts.CreateForAll();
        await db.Database.MigrateAsync(ct);
        if (await contexts.Seals.BeginAsync(time.GetUtcNow(), ct))
        {
            // What was stored before columns were sealed.
            await new ResealColumns(contexts).RunAsync(_ => { }, ct);
        }
        await ledger.RunAsync(ct);
    }
}
