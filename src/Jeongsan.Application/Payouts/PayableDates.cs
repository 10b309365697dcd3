using Jeongsan.Application.Storage;
using Jeongsan.Domain.Money;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Payouts;

/// <summary>A settlement date with settlements in won that can be paid.</summary>
/// <param name="Amount">Won; what they come to, negative ones included.</param>
public sealed record PayableDate(DateOnly SettlementDate, int SettlementCount, int PartnerCount, Won Amount);

public static class PayableDates
{
    /// <summary>The earliest first.</summary>
    public static async Task<IReadOnlyList<PayableDate>> ReadAsync(JeongsanContext db, CancellationToken ct) =>
    [
        .. (await Receivables.PayableIn(db).GroupBy(row => row.SettlementDate)
            .Select(group => new { Date = group.Key, Count = group.Count(), Partners = group.Select(row => row.PartnerId).Distinct().Count(), Sum = group.Sum(row => (long)(object)row.SignedSettlement) })
            .OrderBy(day => day.Date).ToListAsync(ct)).Select(day => new PayableDate(day.Date, day.Count, day.Partners, new Won(day.Sum))),
    ];
}
