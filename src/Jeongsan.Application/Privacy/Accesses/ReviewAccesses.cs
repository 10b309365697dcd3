using Jeongsan.Application.Storage;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Privacy.Accesses;

/// <summary>Every way in which noting a review says no.</summary>
public abstract record AccessReviewRefusal : Refusal
{
    private AccessReviewRefusal()
    {
    }

    /// <param name="First">Of the month.</param>
    public sealed record MonthNotOver(DateOnly First) : AccessReviewRefusal;

    public sealed record FindingsMissing : AccessReviewRefusal;

    public sealed record FindingsTooLong(int Length, int LengthMax) : AccessReviewRefusal;
}

/// <summary>How often somebody was shown personal data in a month.</summary>
/// <param name="FileCount">Whole files that were taken.</param>
/// <param name="SubjectCount">Of all that were shown; somebody who was shown twice counts twice.</param>
/// <param name="NightCount">Between 22:00 and 06:00 in Seoul, or on a Saturday or Sunday.</param>
public sealed record AccessTally(ActorKind Kind, string ActorId, int Count, int FileCount, long SubjectCount, int NightCount);

/// <summary>One review that a person noted.</summary>
public sealed record AccessReview(string Month, string ActorId, DateTimeOffset At, string Findings);

/// <summary>점검: the access log is looked through each month (개인정보의 안전성 확보조치 기준 제8조 ②), and that it was is kept in the history.</summary>
public sealed class ReviewAccesses(Store store)
{
    public const int FindingsLengthMax = 2_000;
    private const string Subject = "AccessReview";

    /// <param name="month">A month that is over, by the machine's clock in Seoul; its day does not matter.</param>
    /// <param name="findings">What was looked at and what came of it.</param>
    public Task<Outcome<Done>> HandleAsync(Tenant tenant, Actor actor, DateOnly month, string findings, CancellationToken ct) =>
        store.CommandAsync<Done>(tenant, actor, work =>
        {
            var first = FirstOf(month);
            var words = findings.Trim();
            if (first >= FirstOf(SeoulTime.DateOf(work.RealNow)))
            {
                return Task.FromResult<Outcome<Done>>(new AccessReviewRefusal.MonthNotOver(first));
            }
            if (words.Length == 0)
            {
                return Task.FromResult<Outcome<Done>>(new AccessReviewRefusal.FindingsMissing());
            }
            if (words.Length > FindingsLengthMax)
            {
                return Task.FromResult<Outcome<Done>>(new AccessReviewRefusal.FindingsTooLong(words.Length, FindingsLengthMax));
            }
            work.Record(Subject, Name(first), "AccessesReviewed", why: words);
            return Task.FromResult<Outcome<Done>>(new Done());
        }, ct);

    /// <summary>The latest first.</summary>
    public static async Task<IReadOnlyList<AccessReview>> ReadAsync(JeongsanContext db, CancellationToken ct) =>
    [
        .. (await db.Set<HistoryRow>().Where(row => row.Subject == Subject).OrderByDescending(row => row.Sequence).ToListAsync(ct))
            .Select(row => new AccessReview(row.SubjectId, row.ActorId, row.At, row.Why ?? "")),
    ];

    /// <summary>Whether the month before has accesses that nobody has looked through.</summary>
    public static async Task<bool> IsDueAsync(JeongsanContext db, DateTimeOffset now, CancellationToken ct)
    {
        var first = FirstOf(SeoulTime.DateOf(now)).AddMonths(-1);
        var (from, until) = Bounds(first);
        var name = Name(first);
        return await db.Set<AccessRecord>().AnyAsync(record => record.At >= from && record.At < until, ct)
            && !await db.Set<HistoryRow>().AnyAsync(row => row.Subject == Subject && row.SubjectId == name, ct);
    }

    /// <summary>Of a month: who looked how often. Whoever looked most stands first.</summary>
    public static async Task<IReadOnlyList<AccessTally>> TallyAsync(JeongsanContext db, DateOnly month, CancellationToken ct)
    {
        var (from, until) = Bounds(FirstOf(month));
        var tallies = new Dictionary<(ActorKind, string), AccessTally>();
        var rows = db.Set<AccessRecord>().Where(record => record.At >= from && record.At < until).Select(record => new { record.At, record.ActorKind, record.ActorId, record.SubjectCount });
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(ct))
        {
            var key = (row.ActorKind, row.ActorId);
            var before = tallies.GetValueOrDefault(key) ?? new AccessTally(row.ActorKind, row.ActorId, 0, 0, 0, 0);
            tallies[key] = before with
            {
                Count = before.Count + 1,
                FileCount = before.FileCount + (row.SubjectCount is null ? 1 : 0),
                SubjectCount = before.SubjectCount + (row.SubjectCount ?? 0),
                NightCount = before.NightCount + (IsAtNight(row.At) ? 1 : 0),
            };
        }
        return [.. tallies.Values.OrderByDescending(tally => tally.Count).ThenBy(tally => tally.ActorId, StringComparer.Ordinal)];
    }

    public static DateOnly FirstOf(DateOnly day) => new(day.Year, day.Month, 1);

    private static (DateTimeOffset From, DateTimeOffset Until) Bounds(DateOnly first) => (SeoulTime.At(first, TimeOnly.MinValue), SeoulTime.At(first.AddMonths(1), TimeOnly.MinValue));

    private static string Name(DateOnly first) => first.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture);

    private static bool IsAtNight(DateTimeOffset at)
    {
        var local = at.ToOffset(SeoulTime.Offset);
        return local.Hour is < 6 or >= 22 || local.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
    }
}
