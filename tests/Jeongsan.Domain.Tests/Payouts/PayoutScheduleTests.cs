using System.Globalization;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Payouts;
using Xunit;

namespace Jeongsan.Domain.Tests.Payouts;

/// <summary>지급 예약: steps of ten minutes, never while banks are in maintenance (22:50 until 01:00 in Seoul).</summary>
public sealed class PayoutScheduleTests
{
    [Theory]
    [InlineData("2026-11-27T10:00:00+09:00", "2026-11-27T10:10:00+09:00")]
    [InlineData("2026-11-27T10:09:59+09:00", "2026-11-27T10:10:00+09:00")]
    [InlineData("2026-11-27T22:41:00+09:00", "2026-11-28T01:00:00+09:00")]
    [InlineData("2026-12-31T23:59:59+09:00", "2027-01-01T01:00:00+09:00")]
    public void FirstAfter_IsTheNextStepOutsideMaintenance(string now, string expected)
    {
        var first = PayoutSchedule.FirstAfter(At(now));

        Assert.Equal(At(expected), first);
        Assert.Null(PayoutSchedule.Check(first, At(now), 0));
    }

    [Fact]
    public void FirstAfter_AnyMinuteOfADay_MayBeScheduled()
    {
        for (var now = At("2026-11-27T00:00:30+09:00"); SeoulTime.DateOf(now) == new DateOnly(2026, 11, 27); now = now.AddMinutes(1))
        {
            Assert.Null(PayoutSchedule.Check(PayoutSchedule.FirstAfter(now), now, PayoutSchedule.CountMax - 1));
        }
    }

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse(time, CultureInfo.InvariantCulture);
}
