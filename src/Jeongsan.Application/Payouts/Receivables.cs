using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Settlements;
using Jeongsan.Domain.Transfers;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Payouts;

/// <summary>미수금: what a partner owes because its payable settlements in won come to less than zero.</summary>
/// <param name="Amount">Won, above zero.</param>
/// <param name="Since">The settlement date from which on the sum has been below zero.</param>
/// <param name="SettlementCount">Payable settlements that the sum is made of.</param>
/// <param name="Upcoming">Won; what transfers that are not settled yet will come to. Negative when it grows the debt.</param>
public sealed record Receivable(PartnerId PartnerId, string PartnerName, Won Amount, DateOnly Since, int SettlementCount, Won Upcoming)
{
    /// <summary>When this debt was last asked for; null while it was not.</summary>
    public AskBack? Asked { get; init; }

    /// <summary>Days since the sum went below zero.</summary>
    public int AgeDays(DateOnly today) => today.DayNumber - Since.DayNumber;
}

/// <summary>What one partner owes, in won.</summary>
/// <param name="Settlements">Payable ones.</param>
/// <param name="Pending">Transfers that are due and not gathered yet, an earlier repayment perhaps: they count too.</param>
public sealed record PartnerDebt(IReadOnlyList<PartnerSettlement> Settlements, IReadOnlyList<AskBackDay> Pending)
{
    /// <summary>Won; zero or less when nothing is owed.</summary>
    public Won Owed => -(Settlements.Select(row => row.SignedSettlement).Total() + Pending.Select(day => day.Amount).Total());

    /// <summary>What it is made of, the earliest day first.</summary>
    public IReadOnlyList<AskBackDay> Days() =>
        [.. Settlements.Select(row => new AskBackDay(row.SettlementDate, row.SignedSettlement)).Concat(Pending).GroupBy(day => day.SettlementDate).OrderBy(day => day.Key)
            .Select(day => new AskBackDay(day.Key, day.Select(one => one.Amount).Total())).Where(day => day.Amount != Won.Zero)];
}

/// <summary>Partners that owe. Their settlements wait for later ones, go into the next bulk payout, or are paid back.</summary>
public static class Receivables
{
    private static readonly PartnerSettlementStatus[] Payable = [.. Enum.GetValues<PartnerSettlementStatus>().Where(PartnerSettlementLifecycle.IsPayable)];
    internal static readonly TransferStatus[] NotSettled = [TransferStatus.Scheduled, TransferStatus.InProcess];

    /// <summary>In won, held by no payout.</summary>
    public static IQueryable<PartnerSettlement> PayableIn(JeongsanContext db)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Set<PartnerSettlement>().Where(row => Payable.Contains(row.Status) && row.SettlementCurrency == Currency.Krw);
    }

    /// <summary>Of these settlements, the partners for whom they come to less than zero.</summary>
    public static IQueryable<PartnerId> OwingIn(IQueryable<PartnerSettlement> settlements) =>
        settlements.GroupBy(row => row.PartnerId).Where(group => group.Sum(row => (long)(object)row.SignedSettlement) < 0).Select(group => group.Key);

    public static Task<int> CountAsync(JeongsanContext db, CancellationToken ct) => OwingIn(PayableIn(db)).CountAsync(ct);

    /// <summary>Whoever owes most stands first.</summary>
    public static async Task<IReadOnlyList<Receivable>> ReadAsync(JeongsanContext db, int skip, int take, CancellationToken ct)
    {
        var owing = await PayableIn(db).GroupBy(row => row.PartnerId)
            .Select(group => new { Id = group.Key, Sum = group.Sum(row => (long)(object)row.SignedSettlement) })
            .Where(one => one.Sum < 0).OrderBy(one => one.Sum).ThenBy(one => one.Id).Skip(skip).Take(take).ToListAsync(ct);
        var ids = owing.ConvertAll(one => one.Id);
        var names = await db.Set<Partner>().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name, ct);
        var settlements = (await PayableIn(db).Where(row => ids.Contains(row.PartnerId)).Select(row => new { row.PartnerId, row.SettlementDate, row.SignedSettlement }).ToListAsync(ct))
            .ToLookup(row => row.PartnerId);
        var upcoming = await db.Set<Transfer>()
            .Where(row => ids.Contains(row.PartnerId) && NotSettled.Contains(row.Status) && row.SettlementCurrency == Currency.Krw).GroupBy(row => row.PartnerId)
            .Select(group => new { Id = group.Key, Sum = group.Sum(row => (long)(object)row.SignedSettlement) }).ToDictionaryAsync(one => one.Id, one => one.Sum, ct);
        var asked = await NewestAskedAsync(db, ids, ct);
        return [.. owing.Select(one =>
        {
            var since = SinceOf(settlements[one.Id].Select(row => (row.SettlementDate, row.SignedSettlement)));
            return new Receivable(one.Id, names.GetValueOrDefault(one.Id, one.Id.Value), new Won(-one.Sum), since, settlements[one.Id].Count(), new Won(upcoming.GetValueOrDefault(one.Id)))
            {
                // What was asked before this debt began was another one.
                Asked = asked.GetValueOrDefault(one.Id) is { } ask && ask.AskedOn >= since ? ask : null,
            };
        })];
    }

    private static async Task<Dictionary<PartnerId, AskBack>> NewestAskedAsync(JeongsanContext db, List<PartnerId> partners, CancellationToken ct)
    {
        // Few: nobody is asked every day.
        var asked = await db.Set<AskBack>().Where(row => partners.Contains(row.PartnerId)).ToListAsync(ct);
        return asked.GroupBy(row => row.PartnerId).ToDictionary(group => group.Key, group => group.MaxBy(row => row.Number)!);
    }

    /// <summary>What a partner owes now, with what is due and not gathered yet.</summary>
    internal static async Task<PartnerDebt> DebtOfAsync(JeongsanContext db, PartnerId partner, DateOnly today, CancellationToken ct)
    {
        var settlements = await PayableIn(db).AsNoTracking().Where(row => row.PartnerId == partner).OrderBy(row => row.Id).ToListAsync(ct);
        var pending = await db.Set<Transfer>().Where(row => row.PartnerId == partner && NotSettled.Contains(row.Status) && row.SettlementCurrency == Currency.Krw && row.SettlementDate <= today)
            .Select(row => new { row.SettlementDate, row.SignedSettlement }).ToListAsync(ct);
        return new PartnerDebt(settlements, [.. pending.Select(row => new AskBackDay(row.SettlementDate, row.SignedSettlement))]);
    }

    /// <summary>The date on which the sum last went below zero and stayed there.</summary>
    /// <param name="settlements">That come to less than zero.</param>
    public static DateOnly SinceOf(IEnumerable<(DateOnly Date, Won Amount)> settlements)
    {
        var (sum, since) = (Won.Zero, DateOnly.MaxValue);
        foreach (var day in settlements.GroupBy(one => one.Date).OrderBy(day => day.Key))
        {
            var before = sum;
            sum += day.Select(one => one.Amount).Total();
            since = sum.IsNegative && !before.IsNegative ? day.Key : since;
        }
        return since;
    }

    /// <summary>
    /// What the partners of a bulk payout owe from other settlement dates, to be netted with it. A partner's settlements come along whole or
    /// not at all, the largest debts first, as long as no more settlement dates are needed than one selection may have.
    /// </summary>
    internal static async Task<List<PartnerSettlement>> CarriedIntoAsync(JeongsanContext db, IReadOnlyCollection<PartnerSettlement> chosen, int dateCountMax, CancellationToken ct)
    {
        var dates = chosen.Select(row => row.SettlementDate).ToHashSet();
        var partners = chosen.Select(row => row.PartnerId).ToHashSet();
        var rest = PayableIn(db).Where(row => !dates.Contains(row.SettlementDate));
        var owing = OwingIn(rest);
        var owed = (await rest.Where(row => owing.Contains(row.PartnerId)).ToListAsync(ct)).Where(row => partners.Contains(row.PartnerId));
        var carried = new List<PartnerSettlement>();
        foreach (var debt in owed.GroupBy(row => row.PartnerId).OrderBy(group => group.Select(row => row.SignedSettlement).Total().Value).ThenBy(group => group.Key.Value, StringComparer.Ordinal))
        {
            var more = debt.Select(row => row.SettlementDate).Where(date => !dates.Contains(date)).Distinct().ToList();
            if (dates.Count + more.Count <= dateCountMax)
            {
                dates.UnionWith(more);
                carried.AddRange(debt);
            }
        }
        return carried;
    }
}
