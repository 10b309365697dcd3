using Jeongsan.Domain.Calendar;

namespace Jeongsan.Domain.TaxInvoices;

/// <summary>Which of its reminders an invoice that nobody approved yet has come to; the later, the more urgent.</summary>
public enum DeadlineReminderKind
{
    ThreeDaysBefore = 1,
    DayBefore,
    LastDay,

    /// <summary>The deadline has passed.</summary>
    Missed,
}

/// <summary>When suppliers and the platform are reminded of an invoice's issue deadline.</summary>
/// <param name="At">09:00 in Seoul of its day, as an instant in UTC.</param>
public sealed record DeadlineReminder(DeadlineReminderKind Kind, DateTimeOffset At)
{
    /// <summary>In Seoul.</summary>
    public static readonly TimeOnly Morning = new(9, 0);

    /// <summary>Whoever did not act within a week of the missed deadline has heard enough; a platform that was switched off as long writes no more.</summary>
    public const int MissedDaysMax = 7;

    /// <summary>Outside of these dates a deadline has no reminder, whatever the holidays are.</summary>
    public const int DaysAroundMax = 30;

    /// <summary>The reminder that a deadline has come to; null before the first and when the last is over.</summary>
    /// <remarks>
    /// Days count by the calendar; one that would fall on a day on which banks are closed is sent on the business day before, where somebody reads it in time, and the word
    /// of a missed deadline on the business day after. Of two that fall on one morning, the more urgent is sent.
    /// One that was missed is not sent late: the next one says the same, and more urgently.
    /// </remarks>
    public static DeadlineReminder? Current(DateOnly deadline, DateTimeOffset now, BusinessDays businessDays)
    {
        DeadlineReminder[] all =
        [
            new(DeadlineReminderKind.ThreeDaysBefore, MorningOf(businessDays.OnOrBefore(deadline.AddDays(-3)))),
            new(DeadlineReminderKind.DayBefore, MorningOf(businessDays.OnOrBefore(deadline.AddDays(-1)))),
            new(DeadlineReminderKind.LastDay, MorningOf(deadline)),
            new(DeadlineReminderKind.Missed, MorningOf(businessDays.After(deadline))),
        ];
        return now >= all[^1].At.AddDays(MissedDaysMax) ? null : all.LastOrDefault(reminder => reminder.At <= now);
    }

    /// <summary>Whether an invoice still needs it.</summary>
    /// <param name="requestedAt">A supplier who was asked afterwards has just had the request.</param>
    /// <param name="lastSent">Null when none was sent.</param>
    public bool IsDue(DateTimeOffset requestedAt, DeadlineReminderKind? lastSent) => requestedAt < At && (lastSent is null || lastSent < Kind);

    private static DateTimeOffset MorningOf(DateOnly day) => SeoulTime.At(day, Morning);
}
