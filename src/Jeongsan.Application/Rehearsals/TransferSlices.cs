using System.Runtime.CompilerServices;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Transfers;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Rehearsals;

/// <summary>The transfers of a period in slices that fit memory, each partner's one after the other.</summary>
internal static class TransferSlices
{
    /// <summary>Transfers that are held in memory together.</summary>
    private const int SliceCountMax = 2_000;

    private const int AskedCountMax = 500;

    public static IQueryable<Transfer> In(JeongsanContext db, RehearsalPeriod period)
    {
        var (from, until) = (period.From, period.Until);
        return period.Basis == RehearsalBasis.SettlementDate
            ? db.Set<Transfer>().AsNoTracking().Where(row => row.SettlementDate >= from && row.SettlementDate <= until)
            : db.Set<Transfer>().AsNoTracking().Where(row => row.Kind == TransferKind.Manual
                ? row.SettlementDate >= from && row.SettlementDate <= until
                : row.SettlementStartDate >= from && row.SettlementStartDate <= until);
    }

    public static async IAsyncEnumerable<List<Transfer>> ReadAsync(IQueryable<Transfer> transfers, [EnumeratorCancellation] CancellationToken ct)
    {
        var counts = await transfers.GroupBy(row => row.PartnerId).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(ct);
        var small = new List<PartnerId>();
        var smallCount = 0;
        foreach (var partner in counts)
        {
            if (partner.Count > SliceCountMax)
            {
                await foreach (var slice in OfOneAsync(transfers, partner.Key, ct))
                {
                    yield return slice;
                }
                continue;
            }
            if (smallCount + partner.Count > SliceCountMax || small.Count == AskedCountMax)
            {
                yield return await OfManyAsync(transfers, small, ct);
                (small, smallCount) = ([], 0);
            }
            small.Add(partner.Key);
            smallCount += partner.Count;
        }
        if (small.Count > 0)
        {
            yield return await OfManyAsync(transfers, small, ct);
        }
    }

    private static Task<List<Transfer>> OfManyAsync(IQueryable<Transfer> transfers, List<PartnerId> partners, CancellationToken ct) =>
        transfers.Where(row => partners.Contains(row.PartnerId)).OrderBy(row => row.PartnerId).ThenBy(row => row.Id).ToListAsync(ct);

    /// <summary>Day by day, a day with very many in parts.</summary>
    private static async IAsyncEnumerable<List<Transfer>> OfOneAsync(IQueryable<Transfer> transfers, PartnerId partner, [EnumeratorCancellation] CancellationToken ct)
    {
        var mine = transfers.Where(row => row.PartnerId == partner);
        foreach (var date in await mine.Select(row => row.SettlementDate).Distinct().OrderBy(date => date).ToListAsync(ct))
        {
            var day = mine.Where(row => row.SettlementDate == date).OrderBy(row => row.Id);
            List<Transfer> slice;
            for (var skipped = 0; (slice = await day.Skip(skipped).Take(SliceCountMax).ToListAsync(ct)).Count > 0; skipped += slice.Count)
            {
                yield return slice;
                if (slice.Count < SliceCountMax)
                {
                    break;
                }
            }
        }
    }
}
