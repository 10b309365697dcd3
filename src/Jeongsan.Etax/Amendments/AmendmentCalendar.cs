using System.Globalization;

namespace Jeongsan.Etax;

/// <summary>The days that amendments of one original depend on.</summary>
internal sealed class AmendmentCalendar(DateOnly writeDate, DateOnly today, Func<DateOnly, DateOnly> movedOverHolidays)
{
    private const int IssueDay = 10;
    private const int ReturnDay = 25;

    public DateOnly Today => today;

    /// <summary>The last day of the original's tax period: 30 June or 31 December.</summary>
    public DateOnly PeriodEnd { get; } = writeDate.Month <= 6 ? new(writeDate.Year, 6, 30) : new(writeDate.Year, 12, 31);

    /// <summary>25 July or 25 January after the original's period, moved over holidays.</summary>
    public DateOnly FinalReturn => movedOverHolidays(PeriodEnd.AddDays(ReturnDay));

    /// <summary>부가가치세법 제34조 제3항: the 10th of the month after the day.</summary>
    public DateOnly TenthAfter(DateOnly day)
    {
        var next = day.AddMonths(1);
        return movedOverHolidays(new(next.Year, next.Month, IssueDay));
    }

    /// <summary>제70조 제1항 제6호: within one year from the day after the final return's deadline.</summary>
    public DateOnly CorrectionEnd => FinalReturn.AddYears(1);

    public EtaxAmendmentRefusal? CheckReasonDay(DateOnly day) =>
        day < writeDate ? EtaxAmendmentRefusal.ReasonBeforeOriginal : day > today ? EtaxAmendmentRefusal.ReasonInFuture : null;

    /// <summary>Write date of the first ordinary monthly document that can take the difference in: the end of the day's month, after the original's month.</summary>
    public DateOnly NettingWriteDate(DateOnly day)
    {
        var month = day.Year == writeDate.Year && day.Month == writeDate.Month ? day.AddMonths(1) : day;
        return new(month.Year, month.Month, DateTime.DaysInMonth(month.Year, month.Month));
    }

    public EtaxReturnEffect EffectOnOriginalsReturn => today > FinalReturn ? EtaxReturnEffect.AmendedReturnOfOriginal : EtaxReturnEffect.PeriodOfOriginal;

    public string EffectText(EtaxReturnEffect effect) => effect switch
    {
        EtaxReturnEffect.PeriodOfReason => "사유가 생긴 날이 속하는 과세기간의 신고에 반영합니다. 당초 신고는 고치지 않습니다.",
        EtaxReturnEffect.PeriodOfOriginal => $"당초 작성일자가 속하는 과세기간의 확정신고({Words(FinalReturn)}까지)에 반영합니다.",
        EtaxReturnEffect.AmendedReturnOfOriginal => $"당초 과세기간의 확정신고기한({Words(FinalReturn)})이 지났습니다. 공급자와 공급받는자 모두 수정신고나 경정청구를 해야 합니다.",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static string Words(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year}년 {day.Month}월 {day.Day}일");

    public static string Numbers(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The deadline with a word on whether it has passed.</summary>
    public string Until(DateOnly day) => today <= day
        ? $"{Words(day)}까지 발행해야 합니다."
        : $"발행 기한({Words(day)})이 지났습니다. 지금 발행하면 지연발급 가산세가 붙을 수 있습니다.";
}
