using Jeongsan.Domain.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Storage;

/// <summary>What is remembered of a key.</summary>
/// <param name="Status">Null while the answer is not known.</param>
public sealed record RememberedRequest(string Fingerprint, DateTimeOffset CarriedOutAt, int? Status, ReadOnlyMemory<byte> Body);

/// <summary>The memory of requests with a key.</summary>
public sealed class IdempotentRequests(Store store)
{
    public async Task<RememberedRequest?> FindAsync(Tenant tenant, string key, CancellationToken ct)
    {
        await using var db = store.Read(tenant);
        return await db.Set<IdempotencyRow>().Where(row => row.Key == key).SingleOrDefaultAsync(ct) is { } row
            ? new RememberedRequest(row.Fingerprint, row.CreatedAt, row.Status, row.Body) : null;
    }

    public Task<Outcome<Done>> RememberAnswerAsync(Tenant tenant, string key, int status, byte[] body, CancellationToken ct) =>
        store.CommandAsync<Done>(tenant, Actor.System, async work =>
        {
            await work.Db.Set<IdempotencyRow>().Where(row => row.Key == key)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Status, status).SetProperty(row => row.Body, body), ct);
            return new Done();
        }, ct);
}
