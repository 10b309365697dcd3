using Jeongsan.Domain.Calendar;

namespace Jeongsan.Domain.TaxInvoices;

/// <summary>발행 기한과 전송 기한.</summary>
public static class IssueDeadline
{
    public const int DayOfNextMonth = 10;

    /// <summary>When the ASP transmits what was issued the day before, Seoul time.</summary>
    public static readonly TimeOnly SendingTime = new(15, 0);

    /// <summary>부가가치세법 제34조 ③: the 10th of the month after the supply; on a public holiday or Saturday, the next business day. Included.</summary>
    public static DateOnly For(DateOnly writeDate, BusinessDays businessDays)
    {
        var next = writeDate.AddMonths(1);
        return businessDays.LegalDeadline(new DateOnly(next.Year, next.Month, DayOfNextMonth));
    }

    /// <summary>부가가치세법 시행령 제68조 ⑦: the day after issue, moved over holidays. Included.</summary>
    public static DateOnly ToSend(DateOnly issueDate, BusinessDays businessDays) => businessDays.LegalDeadline(issueDate.AddDays(1));

    /// <summary>When an invoice that was issued at <paramref name="issuedAt"/> is transmitted unless someone asks for it at once: the next business day at 15:00, in UTC.</summary>
    public static DateTimeOffset SendingAt(DateTimeOffset issuedAt, BusinessDays businessDays) =>
        SeoulTime.At(ToSend(SeoulTime.DateOf(issuedAt), businessDays), SendingTime);

    /// <summary>The last day of the final return of the tax period that the supply belongs to: 25 July or 25 January.</summary>
    public static DateOnly FinalReturn(DateOnly supplyDate, BusinessDays businessDays) =>
        businessDays.LegalDeadline(supplyDate.Month <= 6 ? new DateOnly(supplyDate.Year, 7, 25) : new DateOnly(supplyDate.Year + 1, 1, 25));
}
