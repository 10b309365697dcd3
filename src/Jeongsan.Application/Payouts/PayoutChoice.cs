using Jeongsan.Application.Merchants;
using Jeongsan.Application.Settings;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Settlements;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Payouts;

/// <summary>Chosen settlements, netted per partner under the platform's settings.</summary>
internal static class PayoutChoice
{
    /// <param name="paymentDate">Which dated tax rules hold.</param>
    /// <param name="leaveOutNegatives">Take partners whose net is zero or less out of <paramref name="chosen"/> instead of refusing the whole.</param>
    public static async Task<Outcome<PayoutSelection>> SelectAsync(
        this Work work, List<PartnerSettlement> chosen, PayoutRoute route, DateOnly paymentDate, bool leaveOutNegatives, CancellationToken ct, BankMemoDefaults? memos = null)
    {
        var partners = await work.SnapshotsAsync(chosen.Select(row => row.PartnerId), ct);
        var rules = (await PlatformSettings.ReadAsync(work.Db, ct)).PayoutRules(paymentDate);
        memos ??= await work.BankMemosAsync(null, null, ct);
        if (leaveOutNegatives)
        {
            var negative = chosen.GroupBy(row => row.PartnerId)
                .Where(group => PayoutSelection.Net(partners[group.Key], [.. group], rules, memos).Amounts.Payout <= Won.Zero)
                .Select(group => group.Key).ToHashSet();
            chosen.RemoveAll(row => negative.Contains(row.PartnerId));
        }
        return PayoutSelection.Choose(chosen, partners, rules, route, memos);
    }

    /// <summary>The partners as they are now: an account may have changed since the settlements were made.</summary>
    public static async Task<Dictionary<PartnerId, PartnerSnapshot>> SnapshotsAsync(this Work work, IEnumerable<PartnerId> partners, CancellationToken ct)
    {
        var ids = partners.Distinct().ToList();
        return await work.Db.Set<Partner>().AsNoTracking().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.SnapshotAt(work.Now), ct);
    }

    /// <summary>What bank books say where nobody set a memo: the bulk payout's own defaults before the platform's.</summary>
    public static async Task<BankMemoDefaults> BankMemosAsync(this Work work, string? withdrawal, string? deposit, CancellationToken ct)
    {
        var settings = await PlatformSettings.ReadAsync(work.Db, ct);
        var name = await work.Db.Set<Merchant>().Where(row => row.Id == work.Tenant.Merchant).Select(row => row.Name).SingleAsync(ct);
        return new BankMemoDefaults(name, Said(withdrawal) ?? settings.DefaultWithdrawalMemo, Said(deposit) ?? settings.DefaultDepositMemo);

        static string? Said(string? memo) => string.IsNullOrWhiteSpace(memo) ? null : memo;
    }
}
