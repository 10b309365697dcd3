using System.IO.Compression;
using Jeongsan.Application.Audit;
using Jeongsan.Application.Mails;
using Jeongsan.Application.Outbox;
using Jeongsan.Application.Privacy;
using Jeongsan.Application.Privacy.Accesses;
using Jeongsan.Application.Privacy.Incidents;
using Jeongsan.Application.Privacy.Notices;
using Jeongsan.Application.Privacy.Requests;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Privacy;
using Jeongsan.TestKit;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Jeongsan.Application.Tests.Privacy;

/// <summary>유출 사고: whose data it was comes out of the access log, and each of them is told once.</summary>
public sealed class IncidentTests(Worlds worlds)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);
    private static readonly Actor Thief = new(ActorKind.Person, "person-thief");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Choose_ByTheAccessLog_FindsWhoeverWasShownByThatPersonFromThereInThatTime(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var platform = await Platform.CreateAsync(world);
        var time = (TestTime)world.Time;
        await ShowAsync(platform, Thief, "192.0.2.7", DataSubject.Of(new PartnerId("p0")), DataSubject.Of(new BusinessRegistrationNumber("6050500057")));
        time.Advance(TimeSpan.FromHours(1));
        var from = time.GetUtcNow();
        // The second by its number on an invoice.
        await ShowAsync(platform, Thief, "192.0.2.8", DataSubject.Of(Platform.Number(1)));
        await ShowAsync(platform, Platform.Actor, "192.0.2.9", DataSubject.Of(new PartnerId("p2")));

        Assert.Equal(("p0 p1", 1, 2, false), await FindAsync(platform, new ShownIn("person-thief", null, null, null)));
        Assert.Equal(("p1", 0, 1, false), await FindAsync(platform, new ShownIn("person-thief", null, from, null)));
        Assert.Equal(("p0", 1, 1, false), await FindAsync(platform, new ShownIn("person-thief", null, null, from)));
        Assert.Equal(("p0", 1, 1, false), await FindAsync(platform, new ShownIn(null, "192.0.2.7", null, null)));
        Assert.Equal(("", 0, 0, false), await FindAsync(platform, new ShownIn("nobody", null, null, null)));
        Assert.IsType<IncidentRefusal.ChoiceMissing>((await world.Get<ChooseAffected>().FindAsync(platform.Tenant, new AffectedChoice(new ShownIn(null, "", null, null), null, []), Ct)).Refusal);

        // A whole sheet may have shown anybody.
        await world.Get<AccessLog>().NoteAsync(platform.Tenant, Thief, new Access("downloadPayoutSheet", "", [PersonalDataItem.BankAccount], Subjects: null, "192.0.2.7"), Ct);
        Assert.Equal(("p0 p1 p2", 1, 3, true), await FindAsync(platform, new ShownIn("person-thief", null, null, null)));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Choose_ByFilterOrIds_FindsThose_AndNobodyOfAnotherTenant(DatabaseKind kind)
    {
        var world = await worlds.OnAsync(kind);
        var (platform, other) = (await Platform.CreateAsync(world), await Platform.CreateAsync(world, partners: 5));
        var choose = world.Get<ChooseAffected>();
        Assert.Equal(3, Platform.Must(await choose.FindAsync(platform.Tenant, new AffectedChoice(null, new AffectedFilter(PartnerTypeName.Business, null), []), Ct)).Partners.Count);
        Assert.Empty(Platform.Must(await choose.FindAsync(platform.Tenant, new AffectedChoice(null, new AffectedFilter(null, "없는태그"), []), Ct)).Partners);
        Assert.Equal([new PartnerId("p1")], Platform.Must(await choose.FindAsync(platform.Tenant, new AffectedChoice(null, null, [new("p1")]), Ct)).Partners);
        Assert.IsType<StoredRefusal.NotFound>((await choose.FindAsync(platform.Tenant, new AffectedChoice(null, null, [new("p4")]), Ct)).Refusal);
        var incident = await RecordAsync(platform);
        Assert.IsType<StoredRefusal.NotFound>((await choose.ConfirmAsync(other.Tenant, Platform.Actor, incident.Id, new AffectedChoice(null, null, [new("p1")]), Ct)).Refusal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Tell_ByFourAtOnce_MailsEachAffectedOnce_AlsoWhoStoppedOrWasNeverTold(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var platform = await Platform.CreateAsync(world, isTold: false);
        await platform.PublishAsync();
        await StopAsync(platform, new PartnerId("p0"));
        var incident = await ConfirmAsync(platform, "p0", "p1");
        var tell = world.Get<TellAffected>();
        Assert.Equal(new IncidentRefusal.NoticePartMissing(IncidentNoticePart.Items), (await tell.HandleAsync(platform.Tenant, Platform.Actor, incident.Id, Ct)).Refusal);
        var draft = (await tell.DraftAsync(platform.Tenant, incident.Id, Ct))!;
        Platform.Must(await world.Get<KeepIncident>().WriteNoticeAsync(platform.Tenant, Platform.Actor, incident.Id, draft, Ct));
        // Nobody but a person knows what was done.
        Assert.Equal(new IncidentRefusal.NoticePartMissing(IncidentNoticePart.Measures), (await tell.HandleAsync(platform.Tenant, Platform.Actor, incident.Id, Ct)).Refusal);
        Platform.Must(await world.Get<KeepIncident>().WriteNoticeAsync(platform.Tenant, Platform.Actor, incident.Id, draft with { Measures = "접속을 막고 비밀번호를 바꿨습니다." }, Ct));

        var told = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => tell.HandleAsync(platform.Tenant, Platform.Actor, incident.Id, Ct), Ct)));

        Assert.Equal(2, told.Sum(Platform.Must));
        await world.StartDispatcherAsync();
        await Polling.UntilTrueAsync("the notices", async _ => (await platform.RowsAsync<LegalNotice>()) is { Count: 2 } notices && notices.All(notice => notice.Delivery == LegalNoticeDelivery.Delivered), Limit);
        var mails = await platform.RowsAsync<MailboxMail>();
        Assert.Equal(["p0@partner.example", "p1@partner.example"], mails.Select(mail => mail.To).Order(StringComparer.Ordinal));
        Assert.All(mails, mail => Assert.All(
            new[] { "담당자 정보(이름, 이메일, 전화번호)", "메일을 다른 곳에 보냄", "사칭한 메일", "접속을 막고", "finance@market.example", "손해배상", "분쟁조정" }, words => Assert.Contains(words, mail.Text, StringComparison.Ordinal)));
        Assert.Equal(["p0", "p1"], (await platform.RowsAsync<DisclosureLine>()).Where(line => line.MessageType == SendLegalNotice.MessageType).Select(line => line.SubjectId).Order(StringComparer.Ordinal));
        // A duty: the audit asks for no earlier notice, and for no lifting of the stop.
        Assert.Empty((await world.Get<AuditBooks>().HandleAsync(platform.Tenant, Ct)).Differences);
        Assert.Equal(IncidentStatus.Closed, Platform.Must(await world.Get<KeepIncident>().CloseAsync(platform.Tenant, Platform.Actor, incident.Id, "다시 일어나지 않게 함", Ct)).Status);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Tell_WhoCouldNotBeReached_KeepsTheIncidentOpenUntilToldOtherwise(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));
        var (keep, notices) = (platform.World.Get<KeepIncident>(), platform.World.Get<KeepLegalNotice>());
        var incident = await ConfirmAsync(platform, "p0", "p1");
        Platform.Must(await keep.WriteNoticeAsync(platform.Tenant, Platform.Actor, incident.Id, new IncidentNotice("연락처", "어제", "주의", "차단", "재무팀", "손해배상과 분쟁조정"), Ct));
        Assert.Equal(2, Platform.Must(await platform.World.Get<TellAffected>().HandleAsync(platform.Tenant, Platform.Actor, incident.Id, Ct)));
        Platform.Must(await platform.CommandAsync(async work =>
        {
            var sent = (await work.Db.Set<LegalNotice>().ToListAsync(Ct)).ToDictionary(notice => notice.PartnerId.Value);
            Assert.False(sent["p0"].ConfirmDelivered(work.Now).IsRefused || sent["p1"].RejectDelivery("주소 없음").IsRefused);
            return new Done();
        }));
        Assert.Equal(new IncidentRefusal.AffectedNotTold(1), (await keep.CloseAsync(platform.Tenant, Platform.Actor, incident.Id, "끝", Ct)).Refusal);
        // Pressed again: nobody is mailed twice, not even who was not reached.
        Assert.Equal(0, Platform.Must(await platform.World.Get<TellAffected>().HandleAsync(platform.Tenant, Platform.Actor, incident.Id, Ct)));
        var failed = (await platform.RowsAsync<LegalNotice>()).Single(notice => notice.Delivery == LegalNoticeDelivery.Failed);
        Platform.Must(await notices.TellOtherwiseAsync(platform.Tenant, Platform.Actor, failed.Id, new ToldByHand("전화로 대표에게", platform.Today), Ct));

        Platform.Must(await keep.CloseAsync(platform.Tenant, Platform.Actor, incident.Id, "끝", Ct));

        await using var db = platform.World.Store.Read(platform.Tenant);
        Assert.Equal(new IncidentProgress(2, 2, 0, 0), await IncidentProgress.ReadAsync(db, await db.Set<Incident>().SingleAsync(Ct), Ct));
        await using var file = await platform.World.Get<AuditPack>().FileAsync(platform.Tenant, Platform.Actor, platform.Today, platform.Today, Ct);
        await using var zip = await ZipArchive.CreateAsync(file, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, Ct);
        using var reader = new StreamReader(await zip.GetEntry("유출사고.csv")!.OpenAsync(Ct));
        Assert.Contains(incident.Id.Value, await reader.ReadToEndAsync(Ct), StringComparison.Ordinal);
    }

    private static Task ShowAsync(Platform platform, Actor actor, string address, params DataSubject[] subjects) =>
        platform.World.Get<AccessLog>().NoteAsync(platform.Tenant, actor, new Access("getPlatformPartners", "", [PersonalDataItem.Contact], subjects, address), Ct);

    private static async Task<(string Partners, int Others, int Records, bool IsEverybody)> FindAsync(Platform platform, ShownIn log)
    {
        var found = Platform.Must(await platform.World.Get<ChooseAffected>().FindAsync(platform.Tenant, new AffectedChoice(log, null, []), Ct));
        return (string.Join(' ', found.Partners), found.Others.Count, found.RecordCount, found.IsEverybody);
    }

    private static async Task<Incident> RecordAsync(Platform platform)
    {
        var now = platform.World.Time.GetUtcNow();
        return Platform.Must(await platform.World.Get<KeepIncident>().RecordAsync(
            platform.Tenant, Platform.Actor, new IncidentDescription(now, "메일을 다른 곳에 보냄", now.AddHours(-2), null, IncidentCertainty.Likely, [PersonalDataItem.Contact], HasSensitive: false, ByIntrusion: false), Ct));
    }

    private static async Task<Incident> ConfirmAsync(Platform platform, params string[] partners) => Platform.Must(await platform.World.Get<ChooseAffected>().ConfirmAsync(
        platform.Tenant, Platform.Actor, (await RecordAsync(platform)).Id, new AffectedChoice(null, null, [.. partners.Select(PartnerId.From)]), Ct));

    private static async Task StopAsync(Platform platform, PartnerId partner)
    {
        var decide = platform.World.Get<DecideSubjectRequest>();
        var request = Platform.Must(await platform.World.Get<ReceiveSubjectRequest>().HandleAsync(platform.Tenant, Platform.Actor, new ReceivedRequest(partner, SubjectRequestKind.Stop, RequestChannel.Mail, platform.Today, "멈춰 주세요"), Ct));
        Platform.Must(await decide.CheckIdentityAsync(platform.Tenant, Platform.Actor, request.Id, "전화", Ct));
        Platform.Must(await decide.CompleteAsync(platform.Tenant, Platform.Actor, request.Id, new StatedMeasures("멈춤"), Ct));
    }
}
