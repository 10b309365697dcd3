using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Payouts;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Payouts;

/// <param name="WithdrawalMemo">Null: as it is. Blank: what bank books say where nobody set a memo.</param>
/// <param name="DepositMemo">The same for the partner's bank book.</param>
public sealed record BankMemos(string? WithdrawalMemo, string? DepositMemo);

/// <param name="ForAll">Of every payout that was not sent, and of those that are put back later.</param>
/// <param name="ForOne">Of single payouts; these win.</param>
public sealed record NewBankMemos(BankMemos ForAll, IReadOnlyDictionary<PayoutId, BankMemos> ForOne);

/// <summary>통장 메모: what both sides' bank books will say, until the money leaves.</summary>
public sealed class SetBankMemos(Store store)
{
    public Task<Outcome<BulkPayout>> HandleAsync(Tenant tenant, Actor actor, BulkPayoutId id, NewBankMemos memos, CancellationToken ct) =>
        store.CommandAsync<BulkPayout>(tenant, actor, async work =>
        {
            var found = await work.FindBulkAsync(id, ct);
            if (found.IsRefused)
            {
                return found;
            }
            var bulk = found.Value;
            var payouts = await work.Db.Set<Payout>().Where(row => row.BulkPayoutId == id).ToListAsync(ct);
            if (memos.ForOne.Keys.Except(payouts.Select(payout => payout.Id)).FirstOrDefault() is { Value: not null } missing)
            {
                return new StoredRefusal.NotFound(PayoutWork.Subject, missing.Value);
            }
            PayoutId[] settled = [.. payouts.Where(payout => memos.ForOne.ContainsKey(payout.Id) && !PayoutLifecycle.IsUnsent(payout.Status)).Select(payout => payout.Id)];
            var unsent = payouts.Where(payout => PayoutLifecycle.IsUnsent(payout.Status)).ToList();
            if (settled.Length > 0 || unsent.Count == 0)
            {
                return new PayoutRefusal.MemosFixed(settled);
            }
            var set = bulk.SetBankMemos(memos.ForAll.WithdrawalMemo ?? bulk.WithdrawalMemo, memos.ForAll.DepositMemo ?? bulk.DepositMemo);
            if (set.IsRefused)
            {
                return set.Refusal;
            }
            var defaults = await work.BankMemosAsync(bulk.WithdrawalMemo, bulk.DepositMemo, ct);
            foreach (var payout in unsent)
            {
                var one = memos.ForOne.GetValueOrDefault(payout.Id);
                var written = payout.SetBankMemos(
                    Chosen(one?.WithdrawalMemo ?? memos.ForAll.WithdrawalMemo, payout.WithdrawalMemo, defaults.Withdrawal, payout.Partner.Profile.Name),
                    Chosen(one?.DepositMemo ?? memos.ForAll.DepositMemo, payout.DepositMemo, defaults.Deposit, defaults.PlatformName));
                if (written.IsRefused)
                {
                    return written.Refusal;
                }
            }
            work.Record(PayoutWork.BulkSubject, id.Value, "BulkPayoutMemosSet");
            return bulk;
        }, ct);

    private static string? Chosen(string? stated, string? present, string? platformDefault, string fallback) =>
        stated is null ? present : BankMemo.Choose(stated, platformDefault, fallback);
}
