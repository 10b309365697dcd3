using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Settlements;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Payouts;

/// <param name="SettlementIds">Exactly these, or</param>
/// <param name="PartnerIds">all of these partners.</param>
public sealed record ChosenRows(IReadOnlySet<PartnerSettlementId>? SettlementIds, IReadOnlySet<PartnerId>? PartnerIds)
{
    public bool Holds(PartnerSettlementId settlement, PartnerId partner) => SettlementIds?.Contains(settlement) ?? PartnerIds?.Contains(partner) ?? false;
}

/// <summary>
/// Takes settlements out of a bulk payout that is not confirmed, and puts them back. What is taken out is free for other bulk
/// payouts at once; what comes back must not be held by another one.
/// </summary>
public sealed class ChangeBulkPayoutRows(Store store)
{
    public Task<Outcome<BulkPayout>> TakeOutAsync(Tenant tenant, Actor actor, BulkPayoutId id, ChosenRows rows, CancellationToken ct) =>
        store.CommandAsync<BulkPayout>(tenant, actor, async work =>
        {
            var found = await OpenAsync(work, id, ct);
            if (found.IsRefused)
            {
                return found;
            }
            var held = await work.Db.Set<PartnerSettlement>().Where(row => row.BulkPayoutId == id).OrderBy(row => row.Id).ToListAsync(ct);
            if (Missing(rows, held.Select(row => (row.Id, row.PartnerId))) is { } missing)
            {
                return missing;
            }
            var taken = held.Where(row => rows.Holds(row.Id, row.PartnerId)).ToList();
            work.Move(taken, PartnerSettlementCommand.TakeOut);
            LeftOutSettlement[] leftOut = [.. found.Value.LeftOut ?? [], .. taken.Select(row => new LeftOutSettlement(row.Id, row.PartnerId, LeftOutReason.TakenOut))];
            return await RecountAsync(work, found.Value, "BulkPayoutRowsTakenOut", [.. held.Except(taken)], [.. taken.Select(row => row.PartnerId)], leftOut, ct);
        }, ct);

    public Task<Outcome<BulkPayout>> PutBackAsync(Tenant tenant, Actor actor, BulkPayoutId id, ChosenRows rows, CancellationToken ct) =>
        store.CommandAsync<BulkPayout>(tenant, actor, async work =>
        {
            var found = await OpenAsync(work, id, ct);
            if (found.IsRefused)
            {
                return found;
            }
            var leftOut = found.Value.LeftOut ?? [];
            if (Missing(rows, leftOut.Select(row => (row.Id, row.PartnerId))) is { } missing)
            {
                return missing;
            }
            var back = leftOut.Where(row => rows.Holds(row.Id, row.PartnerId)).Select(row => row.Id).ToList();
            var chosen = await work.Db.Set<PartnerSettlement>().Where(row => back.Contains(row.Id)).OrderBy(row => row.Id).ToListAsync(ct);
            if (back.Except(chosen.Select(row => row.Id)).FirstOrDefault() is { Value: not null } deleted)
            {
                return new StoredRefusal.NotFound("PartnerSettlement", deleted.Value);
            }
            var notPayable = chosen.Where(row => !PartnerSettlementLifecycle.IsPayable(row.Status)).Select(row => row.Id).ToList();
            if (notPayable.Count > 0)
            {
                return new PayoutRefusal.SettlementsNotPayable(notPayable);
            }
            var held = await work.Db.Set<PartnerSettlement>().Where(row => row.BulkPayoutId == id).OrderBy(row => row.Id).ToListAsync(ct);
            return await RecountAsync(
                work, found.Value, "BulkPayoutRowsPutBack", [.. held, .. chosen], [.. chosen.Select(row => row.PartnerId)], [.. leftOut.Where(row => !back.Contains(row.Id))], ct);
        }, ct);

    private static async Task<Outcome<BulkPayout>> OpenAsync(Work work, BulkPayoutId id, CancellationToken ct)
    {
        var found = await work.FindBulkAsync(id, ct);
        return found.IsRefused || BulkPayoutLifecycle.Table.Knows(found.Value.Status, BulkPayoutCommand.ChangeRows)
            ? found
            : new PayoutRefusal.BulkNotInState(found.Value.Status, BulkPayoutCommand.ChangeRows);
    }

    private static Refusal? Missing(ChosenRows rows, IEnumerable<(PartnerSettlementId Id, PartnerId Partner)> there)
    {
        var all = there.ToList();
        if ((rows.SettlementIds ?? new HashSet<PartnerSettlementId>()).Except(all.Select(row => row.Id)).FirstOrDefault() is { Value: not null } settlement)
        {
            return new StoredRefusal.NotFound("PartnerSettlement", settlement.Value);
        }
        return (rows.PartnerIds ?? new HashSet<PartnerId>()).Except(all.Select(row => row.Partner)).FirstOrDefault() is { Value: not null } partner
            ? new StoredRefusal.NotFound("Partner", partner.Value)
            : rows.SettlementIds is not { Count: > 0 } && rows.PartnerIds is not { Count: > 0 } ? new PayoutRefusal.NothingChosen() : null;
    }

    /// <summary>Nets the changed partners anew, each of which has one payout, or none when nothing of it is left.</summary>
    /// <param name="paid">Every settlement that the bulk payout is to pay now.</param>
    private static async Task<Outcome<BulkPayout>> RecountAsync(
        Work work, BulkPayout bulk, string what, List<PartnerSettlement> paid, HashSet<PartnerId> changed, IReadOnlyList<LeftOutSettlement> leftOut, CancellationToken ct)
    {
        var payouts = await work.Db.Set<Payout>().Where(row => row.BulkPayoutId == bulk.Id).OrderBy(row => row.Index).ToListAsync(ct);
        var partners = await work.SnapshotsAsync(changed, ct);
        var memos = await work.BankMemosAsync(bulk.WithdrawalMemo, bulk.DepositMemo, ct);
        PartnerPayable[] payables = [.. paid.Where(row => changed.Contains(row.PartnerId)).GroupBy(row => row.PartnerId)
            .Select(group => PayoutSelection.Net(partners[group.Key], [.. group], bulk.Rules, memos))];
        PartnerId[] notPositive = [.. payables.Where(payable => payable.Amounts.Payout <= Won.Zero).Select(payable => payable.Partner.Id)];
        if (notPositive.Length > 0)
        {
            return new PayoutRefusal.NetNotPositive(notPositive);
        }
        var next = payouts.Count == 0 ? 0 : payouts[^1].Index + 1;
        var gone = payouts.Where(payout => changed.Contains(payout.PartnerId) && payables.All(payable => payable.Partner.Id != payout.PartnerId)).ToList();
        work.Db.RemoveRange(gone);
        payouts.RemoveAll(gone.Contains);
        foreach (var payable in payables.OrderBy(payable => payable.Partner.Id.Value, StringComparer.Ordinal))
        {
            if (payouts.Find(payout => payout.PartnerId == payable.Partner.Id) is not { } payout)
            {
                payout = Payout.Prepare(new PayoutId(work.NewId("payout")), bulk, next++, payable, work.Now);
                work.Db.Add(payout);
                payouts.Add(payout);
            }
            else if (payout.Rechoose(payable) is { IsRefused: true } refused)
            {
                return refused.Refusal!;
            }
            if (Hold(work, bulk, payout, paid.Where(row => row.PartnerId == payable.Partner.Id && row.BulkPayoutId is null)) is { } refusal)
            {
                return refusal;
            }
        }
        if (payouts.Count == 0)
        {
            return new PayoutRefusal.NothingChosen();
        }
        var recounted = bulk.ChangeRows(payouts.Total(payout => payout.Amount), payouts.Total(payout => payout.SettlementAmount), payouts.Count, leftOut, work.Now);
        if (recounted.IsRefused)
        {
            return recounted.Refusal;
        }
        work.Note(PayoutWork.BulkSubject, bulk.Id.Value, what, recounted);
        return bulk;
    }

    private static Refusal? Hold(Work work, BulkPayout bulk, Payout payout, IEnumerable<PartnerSettlement> settlements)
    {
        foreach (var settlement in settlements)
        {
            var held = settlement.Confirm(bulk.Id, payout.Id, work.Now);
            if (held.IsRefused)
            {
                return held.Refusal;
            }
            work.Note("PartnerSettlement", settlement.Id.Value, "PayoutConfirm", held);
        }
        return null;
    }
}
