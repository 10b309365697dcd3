using System.Globalization;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.TaxInvoices;
using Xunit;
using Kind = Jeongsan.Domain.TaxInvoices.DeadlineReminderKind;

namespace Jeongsan.Domain.Tests.TaxInvoices;

public sealed class DeadlineReminderTests
{
    private static readonly BusinessDays Days = BusinessDays.WithoutEdits;

    // 2026-11-10 is a Tuesday. 2027-01-11 is a Monday, because the 10th is a Sunday. 2026-10-12 is a Monday: the 10th is a Saturday, and Friday 9 October (한글날) a holiday.
    // 2027-10-11 is a Monday and a substitute holiday of 한글날: the deadline is the 12th.
    [Theory]
    [InlineData("2026-11-10", "2026-11-06T08:59", null)]
    // Saturday, 7 November, becomes Friday; Monday stays.
    [InlineData("2026-11-10", "2026-11-06T09:00", Kind.ThreeDaysBefore)]
    [InlineData("2026-11-10", "2026-11-09T08:59", Kind.ThreeDaysBefore)]
    [InlineData("2026-11-10", "2026-11-09T09:00", Kind.DayBefore)]
    [InlineData("2026-11-10", "2026-11-10T08:59", Kind.DayBefore)]
    [InlineData("2026-11-10", "2026-11-10T09:00", Kind.LastDay)]
    [InlineData("2026-11-10", "2026-11-11T08:59", Kind.LastDay)]
    [InlineData("2026-11-10", "2026-11-11T09:00", Kind.Missed)]
    [InlineData("2026-11-10", "2026-11-18T08:59", Kind.Missed)]
    [InlineData("2026-11-10", "2026-11-18T09:00", null)]
    [InlineData("2026-11-10", "2027-11-10T09:00", null)]
    // Three days before is a Friday, and the day before the Sunday that becomes the same Friday: one mail, the more urgent.
    [InlineData("2027-01-11", "2027-01-07T23:59", null)]
    [InlineData("2027-01-11", "2027-01-08T09:00", Kind.DayBefore)]
    [InlineData("2027-01-11", "2027-01-11T09:00", Kind.LastDay)]
    // Friday is a holiday: Thursday.
    [InlineData("2026-10-12", "2026-10-08T08:59", null)]
    [InlineData("2026-10-12", "2026-10-08T09:00", Kind.DayBefore)]
    [InlineData("2026-10-12", "2026-10-13T09:00", Kind.Missed)]
    // The missed deadline of a Friday is told on Monday: 2026-07-10.
    [InlineData("2026-07-10", "2026-07-07T09:00", Kind.ThreeDaysBefore)]
    [InlineData("2026-07-10", "2026-07-11T09:00", Kind.LastDay)]
    [InlineData("2026-07-10", "2026-07-13T09:00", Kind.Missed)]
    // Over the end of a month, as a corrected calendar may move it.
    [InlineData("2026-12-02", "2026-11-27T09:00", Kind.ThreeDaysBefore)]
    [InlineData("2026-12-02", "2026-12-01T09:00", Kind.DayBefore)]
    public void Current_DeadlineAndSeoulTime_IsTheMostUrgentThatHasCome(string deadline, string seoul, Kind? kind) =>
        Assert.Equal(kind, DeadlineReminder.Current(Sample.Day(deadline), Seoul(seoul), Days)?.Kind);

    [Fact]
    public void Current_TemporaryHoliday_MovesToTheBusinessDayBefore()
    {
        var edited = new BusinessDays(new HolidayEdits(new Dictionary<DateOnly, string> { [Sample.Day("2026-11-09")] = "임시공휴일" }, new HashSet<DateOnly>()));
        Assert.Equal(Kind.DayBefore, DeadlineReminder.Current(Sample.Day("2026-11-10"), Seoul("2026-11-06T09:00"), edited)?.Kind);
        Assert.Null(DeadlineReminder.Current(Sample.Day("2026-11-10"), Seoul("2026-11-06T08:59"), edited));
    }

    // The reminder of the day before: Monday, 9 November, 09:00.
    [Theory]
    [InlineData("2026-11-02T10:00", null, true)]
    [InlineData("2026-11-02T10:00", Kind.ThreeDaysBefore, true)]
    [InlineData("2026-11-09T08:59", null, true)]
    // Asked on that very morning, or later: the request itself has just said it.
    [InlineData("2026-11-09T09:00", null, false)]
    [InlineData("2026-11-10T07:00", null, false)]
    [InlineData("2026-11-02T10:00", Kind.DayBefore, false)]
    [InlineData("2026-11-02T10:00", Kind.LastDay, false)]
    public void IsDue_RequestedThenAndLastSent_IsOnceAndOnlyOfEarlierRequests(string requested, Kind? lastSent, bool isDue) =>
        Assert.Equal(isDue, DeadlineReminder.Current(Sample.Day("2026-11-10"), Seoul("2026-11-09T12:00"), Days)!.IsDue(Seoul(requested), lastSent));

    private static DateTimeOffset Seoul(string time) => new DateTimeOffset(DateTime.Parse(time, CultureInfo.InvariantCulture), SeoulTime.Offset).ToUniversalTime();
}
