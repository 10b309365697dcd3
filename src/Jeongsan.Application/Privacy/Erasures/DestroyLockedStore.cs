using Jeongsan.Application.Schedules;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Privacy.Erasures;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Privacy.Erasures;

/// <summary>Each day: what another law no longer demands to be kept is destroyed.</summary>
internal sealed class DestroyLockedStore(Store store) : DueStep
{
    public override int Order => 72;

    public override async Task RunAsync(Tenant tenant, CancellationToken ct)
    {
        List<ErasureId> due;
        await using (var db = store.Read(tenant))
        {
            var today = Domain.Calendar.SeoulTime.DateOf(await store.NowAsync(tenant, ct));
            due = await db.Set<Erasure>().Where(row => row.Status == ErasureStatus.Locked && row.KeepUntil < today).Select(row => row.Id).ToListAsync(ct);
        }
        foreach (var id in due)
        {
            await store.CommandAsync<Done>(tenant, Actor.System, work => DestroyAsync(work, id, ct), ct);
        }
    }

    private static async Task<Outcome<Done>> DestroyAsync(Work work, ErasureId id, CancellationToken ct)
    {
        var erasure = await work.Db.Set<Erasure>().SingleAsync(row => row.Id == id, ct);
        return erasure.Destroy(work.Today, work.Now).Then<Done>(move =>
        {
            work.Record(ErasePartner.Subject, id.Value, "LockedStoreDestroyed", move.From, move.To);
            return default(Done);
        });
    }
}
