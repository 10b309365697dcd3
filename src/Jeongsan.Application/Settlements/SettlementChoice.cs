using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Settlements;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Settlements;

/// <summary>Settlements that a person or program named one by one.</summary>
internal static class SettlementChoice
{
    /// <summary>All of them, or why not: none named, one named twice, one that is not there.</summary>
    public static async Task<Outcome<List<PartnerSettlement>>> ChosenAsync(this Work work, IReadOnlyList<PartnerSettlementId> ids, CancellationToken ct)
    {
        if (ids.Count == 0)
        {
            return new PartnerSettlementRefusal.NothingChosen();
        }
        var duplicated = ids.CountBy(id => id).Where(count => count.Value > 1).Select(count => count.Key).ToList();
        if (duplicated.Count > 0)
        {
            return new PartnerSettlementRefusal.Duplicated(duplicated);
        }
        var found = await work.Db.Set<PartnerSettlement>().Where(row => ids.Contains(row.Id)).OrderBy(row => row.Id).ToListAsync(ct);
        var missing = ids.Except(found.Select(row => row.Id)).ToList();
        return missing.Count > 0 ? new PartnerSettlementRefusal.NotFound(missing) : found;
    }
}

/// <summary>지급 보류, 제외, 예정: what people may do with settlements that no payout holds. All of the chosen, or none.</summary>
public sealed class MoveSettlements(Store store)
{
    public Task<Outcome<IReadOnlyList<PartnerSettlement>>> HandleAsync(
        Tenant tenant, Actor actor, IReadOnlyList<PartnerSettlementId> ids, PartnerSettlementCommand command, CancellationToken ct) =>
        store.CommandAsync<IReadOnlyList<PartnerSettlement>>(tenant, actor, async work =>
        {
            var chosen = await work.ChosenAsync(ids, ct);
            if (chosen.IsRefused)
            {
                return chosen.Refusal;
            }
            var refused = new List<PartnerSettlementId>();
            foreach (var settlement in chosen.Value)
            {
                var moved = settlement.Do(command, work.Now);
                if (moved.IsRefused)
                {
                    refused.Add(settlement.Id);
                    continue;
                }
                work.Record("PartnerSettlement", settlement.Id.Value, $"PartnerSettlement{settlement.Status}", moved.Value.From, moved.Value.To);
            }
            return refused.Count > 0 ? new PartnerSettlementRefusal.SomeNotInState(refused, command) : chosen.Value;
        }, ct);
}
