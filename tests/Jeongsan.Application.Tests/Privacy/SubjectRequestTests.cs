using System.IO.Compression;
using Jeongsan.Application.Audit;
using Jeongsan.Application.Holidays;
using Jeongsan.Application.Mails;
using Jeongsan.Application.Outbox;
using Jeongsan.Application.Partners;
using Jeongsan.Application.Privacy;
using Jeongsan.Application.Privacy.Notices;
using Jeongsan.Application.Privacy.Requests;
using Jeongsan.Application.Schedules;
using Jeongsan.Application.Storage;
using Jeongsan.Application.Verifications;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Privacy;
using Jeongsan.TestKit;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Jeongsan.Application.Tests.Privacy;

/// <summary>정보주체의 요구: received, identified, done or refused, and answered with proof.</summary>
public sealed class SubjectRequestTests(Worlds worlds)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);
    private static readonly PartnerId First = new("p0");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Receive_UnknownPartner_IsRefusedAsNotFound_AndAHolidayOfTheTenantMovesTheDeadline(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));
        Assert.IsType<StoredRefusal.NotFound>((await platform.World.Get<ReceiveSubjectRequest>().HandleAsync(platform.Tenant, Platform.Actor, Asked(SubjectRequestKind.Access, platform.Today) with { Partner = new("none") }, Ct)).Refusal);
        Platform.Must(await platform.World.Get<EditHolidays>().SetAsync(platform.Tenant, Platform.Actor, new DateOnly(2026, 9, 11), isHoliday: true, "임시공휴일", Ct));

        var request = await ReceiveAsync(platform, SubjectRequestKind.Access);

        Assert.Equal((new DateOnly(2026, 9, 1), new DateOnly(2026, 9, 14)), (request.ReceivedOn, request.DueOn));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Answer_ByFourAtOnce_AnswersOnceAndKeepsTheWordsAndTheDelivery(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var platform = await Platform.CreateAsync(world);
        var request = await IdentifyAsync(platform, SubjectRequestKind.Deletion);
        Platform.Must(await Decide(platform).RefuseAsync(platform.Tenant, Platform.Actor, request.Id, SubjectRefusalGround.KeptByLaw, "세금계산서는 5년 동안 보관합니다", Ct));

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => world.Get<AnswerSubjectRequest>().HandleAsync(platform.Tenant, Platform.Actor, request.Id, byHand: null, text: null, Ct), Ct)));

        Assert.Single(answers, answer => !answer.IsRefused);
        Assert.All(answers.Where(answer => answer.IsRefused), answer => Assert.IsType<SubjectRequestRefusal.NotInState>(answer.Refusal));
        var notice = Assert.Single(await platform.RowsAsync<LegalNotice>());
        Assert.Equal(("p0@partner.example", LegalNoticeDelivery.Pending), (notice.To, notice.Delivery));
        await world.StartDispatcherAsync();
        await Polling.UntilTrueAsync("the answer", async _ => (await platform.RowsAsync<SubjectRequest>()).Single().Status == SubjectRequestStatus.Answered, Limit);
        var mail = Assert.Single(await platform.RowsAsync<MailboxMail>(), one => one.Id == $"{notice.MessageKey}@jeongsan");
        foreach (var words in new[] { "제 정보를 부탁합니다", "국세기본법 제85조의3", "세금계산서는 5년 동안 보관합니다", "분쟁조정위원회", "finance@market.example" })
        {
            Assert.Contains(words, notice.Text, StringComparison.Ordinal);
            Assert.Contains(words, mail.Text, StringComparison.Ordinal);
        }
        Assert.Equal(LegalNoticeDelivery.Delivered, (await platform.RowsAsync<LegalNotice>()).Single().Delivery);
        Assert.Equal((SendLegalNotice.MessageType, "p0"), Assert.Single(await platform.RowsAsync<DisclosureLine>()) is var line ? (line.MessageType, line.SubjectId) : default);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Answer_ThatReachedNobody_IsAnsweredAgainOrOtherwise(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));
        var request = await IdentifyAsync(platform, SubjectRequestKind.Stop);
        Platform.Must(await Decide(platform).CompleteAsync(platform.Tenant, Platform.Actor, request.Id, new StatedMeasures("처리를 멈췄습니다"), Ct));
        var answer = platform.World.Get<AnswerSubjectRequest>();
        Platform.Must(await answer.HandleAsync(platform.Tenant, Platform.Actor, request.Id, byHand: null, "멈췄습니다.", Ct));
        Platform.Must(await platform.CommandAsync(async work =>
        {
            Assert.False((await work.Db.Set<LegalNotice>().SingleAsync(Ct)).RejectDelivery("주소 없음").IsRefused);
            await AnswerSubjectRequest.ConcludeAsync(work, request.Id, "주소 없음", Ct);
            return new Done();
        }));
        var notice = (await platform.RowsAsync<LegalNotice>()).Single();
        Assert.Equal(new LegalNoticeRefusal.AnswerByRequest(request.Id.Value), (await platform.World.Get<KeepLegalNotice>().SendAgainAsync(platform.Tenant, Platform.Actor, notice.Id, Ct)).Refusal);
        Assert.IsType<LegalNoticeRefusal.HowMissing>((await answer.HandleAsync(platform.Tenant, Platform.Actor, request.Id, new ToldByHand(" ", platform.Today), null, Ct)).Refusal);
        Assert.IsType<LegalNoticeRefusal.DayInFuture>((await answer.HandleAsync(platform.Tenant, Platform.Actor, request.Id, new ToldByHand("전화", platform.Today.AddDays(1)), null, Ct)).Refusal);

        var answered = Platform.Must(await answer.HandleAsync(platform.Tenant, Platform.Actor, request.Id, new ToldByHand("전화로 홍시험에게", platform.Today), "멈췄다고 말함", Ct));

        Assert.Equal(SubjectRequestStatus.Answered, answered.Status);
        Assert.Equal(
            [(LegalNoticeDelivery.Failed, "멈췄습니다.", null), (LegalNoticeDelivery.ToldOtherwise, "멈췄다고 말함", "전화로 홍시험에게")],
            (await platform.RowsAsync<LegalNotice>()).OrderBy(row => row.Delivery).Select(row => (row.Delivery, row.Text!, row.ToldHow)));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Complete_Correction_TakesWhatChangedFromTheVersions(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var platform = await Platform.CreateAsync(world);
        // Registered on the day before: what that version says is what was to be corrected.
        ((TestTime)world.Time).Advance(TimeSpan.FromDays(1));
        var request = await IdentifyAsync(platform, SubjectRequestKind.Correction);
        Assert.IsType<SubjectRequestRefusal.NothingCorrected>((await Decide(platform).CompleteAsync(platform.Tenant, Platform.Actor, request.Id, new StatedMeasures("고침"), Ct)).Refusal);
        var update = platform.World.Get<UpdatePartner>();
        Platform.Must(await update.HandleAsync(platform.Tenant, Platform.Actor, "p0", new PartnerChange(Contact: new ContactChange(null, null, "new@partner.example")), VerificationProofs.None, Ct));

        var done = Platform.Must(await Decide(platform).CompleteAsync(platform.Tenant, Platform.Actor, request.Id, new StatedMeasures("고침"), Ct));

        Assert.Equal([new CorrectedField("담당자 이메일", "p0@partner.example", "new@partner.example")], done.Corrections);
        Assert.Contains("담당자 이메일: p0@partner.example → new@partner.example", await platform.World.Get<AnswerSubjectRequest>().DraftAsync(platform.Tenant, request.Id, Ct), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Defer_IsToldWithItsReason_AndGoesAgainWhenTheMailFails(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));
        var request = await ReceiveAsync(platform, SubjectRequestKind.Access);
        var deferred = Platform.Must(await platform.World.Get<AnswerSubjectRequest>().DeferAsync(platform.Tenant, Platform.Actor, request.Id, new Deferral(new DateOnly(2026, 9, 30), "자료를 모으는 중입니다"), Ct));
        Assert.Equal((SubjectRequestStatus.Received, new DateOnly(2026, 9, 30)), (deferred.Status, deferred.Deadline));
        var notice = (await platform.RowsAsync<LegalNotice>()).Single();
        Assert.Contains("자료를 모으는 중입니다", notice.Text, StringComparison.Ordinal);
        Platform.Must(await platform.CommandAsync(async work => (await work.Db.Set<LegalNotice>().SingleAsync(Ct)).RejectDelivery("주소 없음").Then<Done>(_ => new Done())));

        Platform.Must(await platform.World.Get<KeepLegalNotice>().SendAgainAsync(platform.Tenant, Platform.Actor, notice.Id, Ct));

        Assert.Equal([$"legal-{notice.Id}-1", $"legal-{notice.Id}-2"], (await platform.RowsAsync<OutboxMessage>()).Select(message => message.Key).Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Reminder_OfTheLiveSide_IsOneMailADayFromThreeDaysBefore(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var platform = await Platform.CreateAsync(world, Mode.Live);
        var time = (TestTime)world.Time;
        await ReceiveAsync(platform, SubjectRequestKind.Access);
        await ReceiveAsync(platform, SubjectRequestKind.Deletion);
        time.Advance(TimeSpan.FromDays(6)); // the 7th, due on the 11th
        Assert.Empty(await RemindAsync(platform));
        time.Advance(TimeSpan.FromDays(1));
        Assert.Contains("2건", Assert.Single(await RemindAsync(platform)).Subject, StringComparison.Ordinal);
        time.Advance(TimeSpan.FromDays(4));
        Assert.Contains("기한 지남 2건", (await RemindAsync(platform)).Single(mail => mail.Subject.Contains("지남", StringComparison.Ordinal)).Subject, StringComparison.Ordinal);
        Assert.DoesNotContain(await RemindAsync(platform), mail => mail.Text.Contains("가게0", StringComparison.Ordinal) || mail.Text.Contains("제 정보를 부탁합니다", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task AuditPack_HoldsTheRequestsOfThePeriodAndTheirAnswers(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));
        var request = await IdentifyAsync(platform, SubjectRequestKind.Deletion);
        Platform.Must(await Decide(platform).RefuseAsync(platform.Tenant, Platform.Actor, request.Id, SubjectRefusalGround.KeptByLaw, "5년 보관", Ct));
        Platform.Must(await platform.World.Get<AnswerSubjectRequest>().HandleAsync(platform.Tenant, Platform.Actor, request.Id, new ToldByHand("우편으로", platform.Today), "보관해야 합니다", Ct));

        Assert.Contains(request.Id.Value, await ReadAsync(platform, "정보주체요구.csv", platform.Today), StringComparison.Ordinal);
        Assert.Contains("5년 보관", await ReadAsync(platform, "정보주체요구.csv", platform.Today), StringComparison.Ordinal);
        Assert.Contains("보관해야 합니다", await ReadAsync(platform, "법정통지.csv", platform.Today), StringComparison.Ordinal);
        Assert.DoesNotContain(request.Id.Value, await ReadAsync(platform, "정보주체요구.csv", platform.Today.AddDays(1)), StringComparison.Ordinal);
    }

    private static DecideSubjectRequest Decide(Platform platform) => platform.World.Get<DecideSubjectRequest>();

    private static ReceivedRequest Asked(SubjectRequestKind kind, DateOnly on) => new(First, kind, RequestChannel.Phone, on, "제 정보를 부탁합니다");

    private static async Task<SubjectRequest> ReceiveAsync(Platform platform, SubjectRequestKind kind) =>
        Platform.Must(await platform.World.Get<ReceiveSubjectRequest>().HandleAsync(platform.Tenant, Platform.Actor, Asked(kind, platform.Today), Ct));

    private static async Task<SubjectRequest> IdentifyAsync(Platform platform, SubjectRequestKind kind) =>
        Platform.Must(await Decide(platform).CheckIdentityAsync(platform.Tenant, Platform.Actor, (await ReceiveAsync(platform, kind)).Id, "등록된 번호로 전화", Ct));

    private static async Task<List<OutgoingMail>> RemindAsync(Platform platform)
    {
        for (var round = 0; round < 2; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => platform.World.Get<DueWork>().RunAsync(platform.Tenant, Ct), Ct)));
        }
        return [.. (await platform.RowsAsync<OutboxMessage>()).Where(message => message.Key.StartsWith("mail-subject-requests-", StringComparison.Ordinal)).Select(message => message.Read<OutgoingMail>())];
    }

    private static async Task<string> ReadAsync(Platform platform, string name, DateOnly day)
    {
        await using var file = await platform.World.Get<AuditPack>().FileAsync(platform.Tenant, Platform.Actor, day, day, Ct);
        await using var zip = await ZipArchive.CreateAsync(file, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, Ct);
        using var reader = new StreamReader(await zip.GetEntry(name)!.OpenAsync(Ct));
        return await reader.ReadToEndAsync(Ct);
    }
}
