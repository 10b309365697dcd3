using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Privacy.Erasures;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Privacy.Erasures;

/// <summary>Reads what was locked away of one partner, for a tax audit or a dispute; who did and why stands in the history before it is shown.</summary>
public sealed class OpenLockedStore(Store store)
{
    /// <summary>Refused: NothingLocked, ReasonUnusable.</summary>
    public Task<Outcome<Erasure>> HandleAsync(Tenant tenant, Actor actor, ErasureId id, string reason, CancellationToken ct) =>
        store.CommandAsync<Erasure>(tenant, actor, async work =>
        {
            var words = reason.Trim();
            if (words.Length is 0 or > Erasure.ReasonLengthMax)
            {
                return new ErasureRefusal.ReasonUnusable(words.Length, Erasure.ReasonLengthMax);
            }
            if (await work.Db.Set<Erasure>().SingleOrDefaultAsync(row => row.Id == id, ct) is not { } erasure)
            {
                return new StoredRefusal.NotFound(ErasePartner.Subject, id.Value);
            }
            if (erasure.Kept is null)
            {
                return new ErasureRefusal.NothingLocked(id);
            }
            work.Record(ErasePartner.Subject, id.Value, "LockedStoreOpened", why: words);
            return erasure;
        }, ct);
}
