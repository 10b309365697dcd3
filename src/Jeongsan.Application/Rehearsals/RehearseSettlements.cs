using Jeongsan.Application.Partners;
using Jeongsan.Application.Policies.Formulas;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Transfers;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Rehearsals;

/// <param name="IsOnlyChanged">Leaves partners for whom nothing changes out of the list; the totals count them.</param>
/// <param name="Number">The page, from 0.</param>
public sealed record NewRehearsal(RehearsalPeriod Period, RuleChange Change, bool IsOnlyChanged = false, int Number = 0, int Size = 100);

/// <param name="Totals">One for each currency.</param>
/// <param name="Partners">A page of them, the largest difference first; one for each partner and currency.</param>
/// <param name="PartnerCount">In the whole list.</param>
public sealed record Rehearsal(IReadOnlyList<RehearsedSum> Totals, IReadOnlyList<RehearsedPartner> Partners, int PartnerCount);

/// <param name="Settlements">As gathering would open them, all of the partner's.</param>
/// <param name="Transfers">A page of them.</param>
public sealed record PartnerRehearsal(IReadOnlyList<RehearsedSettlement> Settlements, IReadOnlyList<RehearsedTransfer> Transfers, int TransferCount);

/// <summary>
/// 모의 정산: transfers of a period replayed under rules that nobody approved yet. Reads only. What no rule of the change
/// touches stays exactly as it is stored, so a change of nothing makes no difference.
/// </summary>
public sealed class RehearseSettlements(Store store, FormulaBook book)
{
    public async Task<Outcome<Rehearsal>> HandleAsync(Tenant tenant, NewRehearsal rehearsal, CancellationToken ct)
    {
        if ((long)(rehearsal.Number + 1) * rehearsal.Size > RehearsalLimits.RankedCountMax)
        {
            return new RehearsalRefusal.PageTooFar(RehearsalLimits.RankedCountMax);
        }
        var now = await store.NowAsync(tenant, ct);
        await using var db = store.Read(tenant);
        var rules = await RulesAsync(db, rehearsal.Period, rehearsal.Change, now, ct);
        if (rules.IsRefused)
        {
            return rules.Refusal;
        }
        var ranking = new Ranking((rehearsal.Number + 1) * rehearsal.Size, rehearsal.IsOnlyChanged);
        PartnerTally? tally = null;
        PartnerId? partner = null;
        await foreach (var slice in TransferSlices.ReadAsync(TransferSlices.In(db, rehearsal.Period), ct))
        {
            var partners = await PartnersAsync(db, slice, now, ct);
            foreach (var one in await ReplayAsync(db, rules.Value, slice, ct))
            {
                if (partner != one.Transfer.PartnerId)
                {
                    ranking.Add(tally);
                    partner = one.Transfer.PartnerId;
                    tally = new PartnerTally(partners[one.Transfer.PartnerId], rules.Value);
                }
                tally!.Add(one);
            }
        }
        ranking.Add(tally);
        return new Rehearsal(ranking.Totals, [.. ranking.Ranked.Skip(rehearsal.Number * rehearsal.Size)], ranking.Count);
    }

    /// <summary>One partner's settlements and transfers, each as it is and as it would be.</summary>
    public async Task<Outcome<PartnerRehearsal>> OfPartnerAsync(Tenant tenant, PartnerId partner, NewRehearsal rehearsal, CancellationToken ct)
    {
        var now = await store.NowAsync(tenant, ct);
        await using var db = store.Read(tenant);
        if (await db.Set<Partner>().SingleOrDefaultAsync(row => row.Id == partner, ct) is not { } found)
        {
            return new RehearsalRefusal.NotFound(CreatePartners.Subject, partner.Value);
        }
        var rules = await RulesAsync(db, rehearsal.Period, rehearsal.Change, now, ct);
        if (rules.IsRefused)
        {
            return rules.Refusal;
        }
        var tally = new PartnerTally(found.SnapshotAt(now), rules.Value);
        var (count, first, page) = (0, (long)rehearsal.Number * rehearsal.Size, new List<RehearsedTransfer>());
        await foreach (var slice in TransferSlices.ReadAsync(TransferSlices.In(db, rehearsal.Period).Where(row => row.PartnerId == partner), ct))
        {
            foreach (var one in await ReplayAsync(db, rules.Value, slice, ct))
            {
                tally.Add(one);
                if (rehearsal.IsOnlyChanged && !one.IsChanged)
                {
                    continue;
                }
                if (count++ >= first && page.Count < rehearsal.Size)
                {
                    page.Add(one);
                }
            }
        }
        return new PartnerRehearsal(tally.Settlements(), page, count);
    }

    private async Task<Outcome<RehearsalRules>> RulesAsync(JeongsanContext db, RehearsalPeriod period, RuleChange change, DateTimeOffset now, CancellationToken ct)
    {
        if (period.Until < period.From)
        {
            return new RehearsalRefusal.PeriodReversed(period.From, period.Until);
        }
        var count = change.Contracts.Count + change.Discounts.Count + change.AdditionalFees.Count + change.Partners.Count;
        return count > RehearsalLimits.ChangeCountMax
            ? new RehearsalRefusal.TooManyChanges(count, RehearsalLimits.ChangeCountMax)
            : await RehearsalRules.ReadAsync(db, book, change, now, ct);
    }

    private static async Task<Dictionary<PartnerId, PartnerSnapshot>> PartnersAsync(JeongsanContext db, List<Transfer> slice, DateTimeOffset now, CancellationToken ct)
    {
        PartnerId[] ids = [.. slice.Select(row => row.PartnerId).Distinct()];
        return await db.Set<Partner>().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.SnapshotAt(now), ct);
    }

    private static async Task<IReadOnlyList<RehearsedTransfer>> ReplayAsync(JeongsanContext db, RehearsalRules rules, List<Transfer> slice, CancellationToken ct)
    {
        var families = await CancelledOrders.ReadAsync(db, rules, slice, ct);
        var replayed = new List<RehearsedTransfer>(slice.Count);
        foreach (var transfer in slice)
        {
            replayed.Add(transfer.Kind switch
            {
                TransferKind.Order => await OfOrderAsync(db, rules, transfer, ct),
                TransferKind.OrderCancel => families.Of(transfer),
                TransferKind.Manual => new RehearsedTransfer(transfer, TransferSide.Of(transfer), TransferSide.Of(transfer), null),
                _ => throw new System.Diagnostics.UnreachableException(transfer.Kind.ToString()),
            });
        }
        return replayed;
    }

    private static async Task<RehearsedTransfer> OfOrderAsync(JeongsanContext db, RehearsalRules rules, Transfer order, CancellationToken ct)
    {
        var before = TransferSide.Of(order);
        var moved = before with { ContractId = rules.ContractOf(order).Id, SettlementDate = rules.DateOf(order) };
        if (!rules.TouchesAmountsOf(order))
        {
            return moved.SettlementDate < order.SettlementStartDate
                ? new RehearsedTransfer(order, before, null, new TransferRefusal.SettlementDateBeforeStartDate(order.SettlementStartDate.Value, moved.SettlementDate))
                : new RehearsedTransfer(order, before, moved, null);
        }
        var again = await rules.ReplayAsync(db, order, ct);
        return again.IsRefused
            ? new RehearsedTransfer(order, before, null, again.Refusal)
            : new RehearsedTransfer(order, before, moved with { Amounts = again.Value.Order.Amounts }, null);
    }
}
