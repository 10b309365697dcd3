using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Settlements;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Payouts;

/// <summary>
/// The bank's word on a failed payout is final. Its settlements can be paid again: they are chosen for a new bulk payout, under
/// the partner's account as it is now, to be looked at and confirmed like any other.
/// </summary>
public sealed class RetryFailedPayouts(Store store)
{
    /// <param name="newId">Of the new bulk payout; null for a new one.</param>
    public Task<Outcome<BulkPayout>> HandleAsync(Tenant tenant, Actor actor, BulkPayoutId id, string? newId, string? name, CancellationToken ct) =>
        store.CommandAsync<BulkPayout>(tenant, actor, async work =>
        {
            var found = await work.FindBulkAsync(id, ct);
            if (found.IsRefused)
            {
                return found;
            }
            var bulk = found.Value;
            var failed = (await work.PayoutsOfAsync(id, ct, PayoutStatus.Failed)).SelectMany(payout => payout.SettlementIds ?? []).ToList();
            // Those that a person chose again already, or put aside, are not taken from there.
            var again = await work.Db.Set<PartnerSettlement>().Where(row => failed.Contains(row.Id) && row.Status == PartnerSettlementStatus.PayoutFailed).Select(row => row.Id).ToListAsync(ct);
            if (again.Count == 0)
            {
                return new PayoutRefusal.NothingChosen();
            }
            var longest = BulkPayout.NameLengthMax - Suffix.Length;
            var command = new NewBulkPayout(newId, name ?? (bulk.Name.Length > longest ? bulk.Name[..longest] : bulk.Name) + Suffix, null, again)
            {
                WithdrawalMemo = bulk.WithdrawalMemo,
                DepositMemo = bulk.DepositMemo,
            };
            return await CreateBulkPayout.CreateAsync(work, command, ct);
        }, ct);

    private const string Suffix = " 재지급";
}
