using Jeongsan.Application.Schedules;
using Jeongsan.Domain.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Storage;

/// <summary>What is remembered of a key.</summary>
public sealed record RememberedRequest(string Fingerprint, int Status, ReadOnlyMemory<byte> Body);

/// <summary>The memory of requests with a key.</summary>
public sealed class IdempotentRequests(Store store)
{
    public async Task<RememberedRequest?> FindAsync(Tenant tenant, string key, CancellationToken ct)
    {
        await using var db = store.Read(tenant);
        return await db.Set<IdempotencyRow>().Where(row => row.Key == key && row.Status != null).SingleOrDefaultAsync(ct) is { } row
            ? new RememberedRequest(row.Fingerprint, row.Status!.Value, row.Body) : null;
    }
}

/// <summary>Forgets keys that nobody repeats any more: clients give up long before.</summary>
internal sealed class ForgetOldRequests(Store store, TimeProvider time) : DueStep
{
    /// <summary>docs/api.md promises it.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(7);

    public override int Order => 90;

    public override async Task RunAsync(Tenant tenant, CancellationToken ct)
    {
        var oldest = time.GetUtcNow() - KeptFor;
        await using (var db = store.Read(tenant))
        {
            if (!await db.Set<IdempotencyRow>().AnyAsync(row => row.CreatedAt < oldest, ct))
            {
                return;
            }
        }
        await store.CommandAsync<Done>(tenant, Actor.System, async work =>
        {
            await work.Db.Set<IdempotencyRow>().Where(row => row.CreatedAt < oldest).ExecuteDeleteAsync(ct);
            return new Done();
        }, ct);
    }
}
