using Jeongsan.Application.Storage;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Settlements;
using Jeongsan.Domain.TaxInvoices;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Overview;

/// <summary>What a month came to, in won.</summary>
/// <param name="Settled">Settlements by settlement date.</param>
/// <param name="Paid">What was remitted, by the day on which it left.</param>
/// <param name="Invoiced">Issued invoices with their VAT, by 작성일자.</param>
public sealed record MonthTotal(SeoulMonth Month, Won Settled, int SettlementCount, Won Paid, int PayoutCount, Won Invoiced, int InvoiceCount)
{
    /// <summary>The highest of its bars.</summary>
    public Won Highest => Won.Max(Settled, Won.Max(Paid, Invoiced));
}

/// <summary>Months side by side. Reads settlements, payouts and invoices, and never the transfers behind them.</summary>
public static class MonthTotals
{
    public const int Count = 6;

    /// <summary>The oldest month first.</summary>
    /// <param name="last">Included.</param>
    public static async Task<IReadOnlyList<MonthTotal>> ReadAsync(JeongsanContext db, SeoulMonth last, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var first = last.Add(1 - Count);
        var until = last.Last;
        var settled = (await db.Set<PartnerSettlement>().Since(first.First).Where(row => row.SettlementDate <= until)
            .GroupBy(row => row.SettlementDate).Select(group => new { Day = group.Key, Sum = group.Sum(row => (long)(object)row.SignedSettlement), Count = group.Count() }).ToListAsync(ct))
            .ToLookup(day => SeoulMonth.Of(day.Day));
        var invoiced = (await db.Set<TaxInvoice>().WrittenSince(first.First).In([.. InvoiceSteps.Issued]).Where(row => row.WriteDate <= until)
            .GroupBy(row => row.WriteDate).Select(group => new { Day = group.Key, Sum = group.Sum(row => (long)(object)row.TotalAmount), Count = group.Count() }).ToListAsync(ct))
            .ToLookup(day => SeoulMonth.Of(day.Day));
        var paid = await PaidAsync(db, first, ct);
        var totals = new List<MonthTotal>();
        for (var month = first; month <= last; month = month.Add(1))
        {
            totals.Add(new MonthTotal(
                month,
                new Won(settled[month].Sum(day => day.Sum)), settled[month].Sum(day => day.Count),
                new Won(paid.GetValueOrDefault(month).Sum), paid.GetValueOrDefault(month).Count,
                new Won(invoiced[month].Sum(day => day.Sum)), invoiced[month].Sum(day => day.Count)));
        }
        return totals;
    }

    /// <summary>All months in one pass: what is paid has no index by its day.</summary>
    private static async Task<Dictionary<SeoulMonth, (long Sum, int Count)>> PaidAsync(JeongsanContext db, SeoulMonth first, CancellationToken ct)
    {
        var (from, second, third, fourth, fifth, sixth, until) = (first.From, first.Add(1).From, first.Add(2).From, first.Add(3).From, first.Add(4).From, first.Add(5).From, first.Add(Count).From);
        var sums = await db.Set<Payout>().Where(row => row.Status == PayoutStatus.Succeeded && row.PaidAt >= from && row.PaidAt < until && row.Currency == Currency.Krw)
            .GroupBy(row => row.PaidAt < second ? 0 : row.PaidAt < third ? 1 : row.PaidAt < fourth ? 2 : row.PaidAt < fifth ? 3 : row.PaidAt < sixth ? 4 : 5)
            .Select(group => new { group.Key, Sum = group.Sum(row => (long)(object)row.Amount), Count = group.Count() }).ToListAsync(ct);
        return sums.ToDictionary(row => first.Add(row.Key), row => (row.Sum, row.Count));
    }
}
