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
        this Work work, List<PartnerSettlement> chosen, PayoutRoute route, DateOnly paymentDate, bool leaveOutNegatives, CancellationToken ct)
    {
        var partnerIds = chosen.Select(row => row.PartnerId).Distinct().ToList();
        var partners = await work.Db.Set<Partner>().AsNoTracking().Where(row => partnerIds.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.SnapshotAt(work.Now), ct);
        var settings = await PlatformSettings.ReadAsync(work.Db, ct);
        var rules = settings.PayoutRules(paymentDate);
        var memos = new BankMemoDefaults(await work.Db.Set<Merchant>().Where(row => row.Id == work.Tenant.Merchant).Select(row => row.Name).SingleAsync(ct),
            settings.DefaultWithdrawalMemo, settings.DefaultDepositMemo);
        if (leaveOutNegatives)
        {
            var negative = chosen.GroupBy(row => row.PartnerId)
                .Where(group => PayoutSelection.Net(partners[group.Key], [.. group], rules, memos).Amounts.Payout <= Won.Zero)
                .Select(group => group.Key).ToHashSet();
            chosen.RemoveAll(row => negative.Contains(row.PartnerId));
        }
        return PayoutSelection.Choose(chosen, partners, rules, route, memos);
    }
}
