using Jeongsan.Application.Mails;
using Jeongsan.Application.Outbox;
using Jeongsan.Application.Privacy.Accesses;
using Jeongsan.Application.Schedules;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Privacy;
using Jeongsan.TestKit;
using Xunit;

namespace Jeongsan.Application.Tests.Privacy;

/// <summary>점검: each month's access log is looked through, and a mail asks for it once.</summary>
public sealed class AccessReviewTests
{
    private static readonly Actor Looker = new(ActorKind.Person, "person-looker");
    private static readonly DateOnly September = new(2026, 9, 1);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Month_WithAccesses_IsDueFromTheFirstOfTheNextUntilItWasReviewed(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var platform = await Platform.CreateAsync(world);
        var time = (TestTime)world.Time;
        await NoteAsync(platform, platform.Tenant, 3);
        Assert.False(await IsDueAsync(platform));
        Assert.IsType<AccessReviewRefusal.MonthNotOver>(await ReviewAsync(platform, "이상 없음"));

        // The last second of September in Seoul, and the next.
        time.Advance(new DateTimeOffset(2026, 9, 30, 23, 59, 59, TimeSpan.FromHours(9)) - time.GetUtcNow());
        Assert.False(await IsDueAsync(platform));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.True(await IsDueAsync(platform));
        Assert.IsType<AccessReviewRefusal.FindingsMissing>(await ReviewAsync(platform, "  "));
        Assert.IsType<AccessReviewRefusal.FindingsTooLong>(await ReviewAsync(platform, new string('가', ReviewAccesses.FindingsLengthMax + 1)));
        Assert.True(await IsDueAsync(platform));

        Assert.Null(await ReviewAsync(platform, " 이상 없음 "));

        Assert.False(await IsDueAsync(platform));
        await using var db = world.Store.Read(platform.Tenant);
        var review = Assert.Single(await ReviewAccesses.ReadAsync(db, Ct));
        Assert.Equal(("2026-09", "person-looker", "이상 없음"), (review.Month, review.ActorId, review.Findings));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Tally_OfAMonth_CountsLooksFilesPeopleAndNights(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var platform = await Platform.CreateAsync(world);
        var time = (TestTime)world.Time;
        // Tuesday noon, Tuesday 22:00, Saturday noon; then October.
        await NoteAsync(platform, platform.Tenant, 2);
        time.Advance(TimeSpan.FromHours(10));
        await NoteAsync(platform, platform.Tenant, null);
        time.Advance(TimeSpan.FromHours(86));
        await NoteAsync(platform, platform.Tenant, 5);
        await world.Get<AccessLog>().NoteAsync(platform.Tenant, Platform.Actor, Shown(1), Ct);
        time.Advance(TimeSpan.FromDays(30));
        await NoteAsync(platform, platform.Tenant, 1);

        await using var db = world.Store.Read(platform.Tenant);
        var tallies = await ReviewAccesses.TallyAsync(db, September, Ct);

        Assert.Equal([new AccessTally(ActorKind.Person, "person-looker", 3, 1, 7, 2), new AccessTally(ActorKind.ApiSecret, "test", 1, 0, 1, 1)], tallies);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Mail_AsksOnceForTheLiveSidesLastMonth_AndNotForTheTestSides(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var platform = await Platform.CreateAsync(world, Mode.Live);
        var test = platform.Tenant with { Mode = Mode.Test };
        await NoteAsync(platform, platform.Tenant, 1);
        await NoteAsync(platform, test, 1);
        ((TestTime)world.Time).Advance(TimeSpan.FromDays(31));

        for (var round = 0; round < 2; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => world.Get<DueWork>().RunAsync(platform.Tenant, Ct), Ct)));
            await world.Get<DueWork>().RunAsync(test, Ct);
        }

        var mail = Assert.Single(await platform.RowsAsync<OutboxMessage>(), message => message.Type == SendStaffMail.MessageType).Read<OutgoingMail>();
        Assert.Contains("9월 개인정보 접속기록을 점검할 때입니다", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("http://jeongsan.test/privacy/access", mail.Text, StringComparison.Ordinal);
        await using var db = world.Store.Read(test);
        Assert.Empty(db.Set<OutboxMessage>().ToList());
    }

    private static Access Shown(int? count) => new("getPlatformPartner", "", [PersonalDataItem.Contact], count is { } many ? [.. Enumerable.Range(0, many).Select(index => DataSubject.Of(new PartnerId($"p-{index}")))] : null, "");

    private static Task NoteAsync(Platform platform, Tenant tenant, int? count) => platform.World.Get<AccessLog>().NoteAsync(tenant, Looker, Shown(count), Ct);

    private static async Task<bool> IsDueAsync(Platform platform)
    {
        await using var db = platform.World.Store.Read(platform.Tenant);
        return await ReviewAccesses.IsDueAsync(db, platform.World.Time.GetUtcNow(), Ct);
    }

    private static async Task<Refusal?> ReviewAsync(Platform platform, string findings) => (await platform.World.Get<ReviewAccesses>().HandleAsync(platform.Tenant, Looker, September, findings, Ct)).Refusal;
}
