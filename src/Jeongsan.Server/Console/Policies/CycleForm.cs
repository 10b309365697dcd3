using System.Globalization;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Policies;

namespace Jeongsan.Server.Console.Policies;

public enum CycleKind
{
    Daily,
    Weekly,
    Monthly,
    ManualDates,
}

/// <summary>A settlement cycle as a person edits it. What was chosen for another kind of cycle is kept while this one is chosen.</summary>
public sealed class CycleForm
{
    /// <summary>Stands for the last day of each month.</summary>
    public const int LastDay = 31;

    private const string Weekdays = "일월화수목금토";
    private static readonly char[] BetweenDates = [',', ' ', '\n', '\r', '·'];
    private static readonly char[] WithinDate = ['-', '/', '.', '월', '일'];

    /// <summary>As weeks are written in Korea for work.</summary>
    public static IReadOnlyList<DayOfWeek> WeekFromMonday { get; } =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    public int LagDays { get; set; } = 2;
    public SettlementDatePolicy DatePolicy { get; set; }
    public CycleKind Kind { get; set; } = CycleKind.Monthly;
    public HashSet<DayOfWeek> DaysOfWeek { get; init; } = [];
    public SortedSet<int> DaysOfMonth { get; init; } = [];

    /// <summary>As typed: 3-15, 9-30.</summary>
    public string Dates { get; set; } = "";

    public static CycleForm Of(SettlementCycle cycle)
    {
        var form = new CycleForm { LagDays = cycle.LagDays, DatePolicy = cycle.DatePolicy };
        switch (cycle.Method)
        {
            case SettlementCycleMethod.Daily:
                form.Kind = CycleKind.Daily;
                break;
            case SettlementCycleMethod.Weekly weekly:
                form.Kind = CycleKind.Weekly;
                form.DaysOfWeek.UnionWith(weekly.DaysOfWeek);
                break;
            case SettlementCycleMethod.Monthly monthly:
                form.Kind = CycleKind.Monthly;
                form.DaysOfMonth.UnionWith(monthly.DaysOfMonth);
                break;
            case SettlementCycleMethod.ManualDates manual:
                form.Kind = CycleKind.ManualDates;
                form.Dates = string.Join(", ", manual.Dates.Select(date => $"{date.Month}-{date.Day}"));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(cycle), cycle, null);
        }
        return form;
    }

    public Outcome<SettlementCycle> Read() => ReadMethod().Then<SettlementCycle>(method =>
    {
        var cycle = new SettlementCycle(LagDays, DatePolicy, method);
        return cycle.Check() is { } refusal ? refusal : cycle;
    });

    /// <summary>Cycles hold lists of days: those that say the same are the same.</summary>
    public static bool IsSame(SettlementCycle one, SettlementCycle other) =>
        (one.LagDays, one.DatePolicy, Of(one).MethodWords()) == (other.LagDays, other.DatePolicy, Of(other).MethodWords());

    public CycleForm Copy() => new()
    {
        LagDays = LagDays,
        DatePolicy = DatePolicy,
        Kind = Kind,
        DaysOfWeek = [.. DaysOfWeek],
        DaysOfMonth = [.. DaysOfMonth],
        Dates = Dates,
    };

    public string MethodWords() => Kind switch
    {
        CycleKind.Daily => "매일",
        CycleKind.Weekly => $"매주 {string.Join("·", WeekFromMonday.Where(DaysOfWeek.Contains).Select(Of))}요일",
        CycleKind.Monthly => $"매월 {string.Join("·", DaysOfMonth.Select(day => day == LastDay ? "말" : $"{day}"))}일",
        CycleKind.ManualDates => $"해마다 {Dates.Trim()}",
        _ => throw new ArgumentOutOfRangeException(nameof(Kind), Kind, null),
    };

    public static char Of(DayOfWeek day) => Weekdays[(int)day];

    public static string Of(CycleKind kind) => kind switch
    {
        CycleKind.Daily => "매일",
        CycleKind.Weekly => "매주 정한 요일",
        CycleKind.Monthly => "매월 정한 날",
        CycleKind.ManualDates => "해마다 정한 날짜",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static string Of(SettlementDatePolicy policy) => policy switch
    {
        SettlementDatePolicy.HolidayBefore => "그 전 영업일로 옮김",
        SettlementDatePolicy.HolidayAfter => "그다음 영업일로 옮김",
        SettlementDatePolicy.CalendarDay => "옮기지 않음",
        _ => throw new ArgumentOutOfRangeException(nameof(policy), policy, null),
    };

    private Outcome<SettlementCycleMethod> ReadMethod() => Kind switch
    {
        CycleKind.Daily => new SettlementCycleMethod.Daily(),
        CycleKind.Weekly => new SettlementCycleMethod.Weekly([.. WeekFromMonday.Where(DaysOfWeek.Contains)]),
        CycleKind.Monthly => new SettlementCycleMethod.Monthly([.. DaysOfMonth]),
        CycleKind.ManualDates => ReadDates(),
        _ => throw new ArgumentOutOfRangeException(nameof(Kind), Kind, null),
    };

    /// <summary>What can't be read as a month and a day is refused as a day that no year has.</summary>
    private Outcome<SettlementCycleMethod> ReadDates()
    {
        var dates = new List<MonthAndDay>();
        foreach (var text in Dates.Split(BetweenDates, StringSplitOptions.RemoveEmptyEntries))
        {
            if (text.Split(WithinDate, StringSplitOptions.RemoveEmptyEntries) is not [var month, var day]
                || !int.TryParse(month, NumberStyles.None, CultureInfo.InvariantCulture, out var monthNumber)
                || !int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out var dayNumber))
            {
                return new PolicyRefusal.CycleDayInvalid("MANUAL_DATES", 0, 0);
            }
            dates.Add(new MonthAndDay(monthNumber, dayNumber));
        }
        return new SettlementCycleMethod.ManualDates([.. dates.Distinct()]);
    }
}
