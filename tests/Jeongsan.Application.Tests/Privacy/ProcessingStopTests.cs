using Jeongsan.Application.Audit;
using Jeongsan.Application.Mails;
using Jeongsan.Application.Outbox;
using Jeongsan.Application.Partners;
using Jeongsan.Application.Payees;
using Jeongsan.Application.Payouts;
using Jeongsan.Application.Privacy;
using Jeongsan.Application.Privacy.Requests;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Privacy;
using Jeongsan.TestKit;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Jeongsan.Application.Tests.Privacy;

/// <summary>처리정지: nothing new of the partner leaves, but what it is owed.</summary>
public sealed class ProcessingStopTests(Worlds worlds)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);
    private static readonly PartnerId First = new("p0");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Found by reflection: a new handler is in this test from the day on which it is written.</summary>
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task EveryHandlerThatCarriesPartnersData_OfAStoppedPartner_IsRefusedButRemittance(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));
        var carried = platform.World.All<OutboxHandler>().Select(handler => (handler.Type, Carries: handler.Carries as CarriedData.OfPartners)).Where(one => one.Carries is not null).ToList();
        Assert.True(carried.Count >= 9, $"Only {carried.Count} handlers carry partners' data.");
        Assert.Contains(carried, one => one.Carries!.Work == EntrustedWork.Remittance);
        await StopAsync(platform);
        foreach (var (type, carries) in carried)
        {
            Assert.Equal(carries!.Work == EntrustedWork.Remittance ? null : new PrivacyRefusal.ProcessingStopped(First), await TrySendAsync(platform, type, carries, First));
            // Nobody else's stop.
            Assert.Null(await TrySendAsync(platform, type, carries, new PartnerId("p1")));
        }
        Platform.Must(await platform.World.Get<LiftProcessingStop>().HandleAsync(platform.Tenant, Platform.Actor, First, "파트너가 전화로 부탁함", Ct));
        foreach (var (type, carries) in carried)
        {
            Assert.Null(await TrySendAsync(platform, $"{type}", carries!, First));
        }
    }

    /// <summary>What was decided before the stop and has not begun to leave is held at the last gate.</summary>
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task EveryHandlerThatCarriesPartnersData_MessageDecidedBeforeTheStop_IsHeldButRemittance(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var platform = await Platform.CreateAsync(world);
        var carried = world.All<OutboxHandler>().Where(handler => handler.Carries is CarriedData.OfPartners).ToDictionary(handler => handler.Type, handler => (CarriedData.OfPartners)handler.Carries);
        foreach (var (type, carries) in carried)
        {
            Assert.Null(await TrySendAsync(platform, type, carries, First));
        }
        await StopAsync(platform);

        await world.StartDispatcherAsync();

        await Polling.UntilTrueAsync("the gate", async _ => (await platform.RowsAsync<OutboxMessage>()).All(message => message.Attempts > 0 && message.State != OutboxState.Running), Limit);
        foreach (var message in await platform.RowsAsync<OutboxMessage>())
        {
            if (carried[message.Type].Work == EntrustedWork.Remittance)
            {
                // Performed: its empty payload throws, and it is tried again.
                Assert.Equal(OutboxState.Pending, message.State);
                continue;
            }
            Assert.Equal((OutboxState.Failed, 1), (message.State, message.Attempts));
            Assert.Contains("처리를 정지", message.LastProblem, StringComparison.Ordinal);
            Assert.IsType<PrivacyRefusal.ProcessingStopped>((await world.Get<RetryMessage>().HandleAsync(platform.Tenant, Platform.Actor, message.Sequence, Ct)).Refusal);
        }
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task HeldMail_OfAStoppedPartner_StaysHeldAfterLiftingUntilSomebodySendsItAgain(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var platform = await Platform.CreateAsync(world);
        await StopAsync(platform);
        Platform.Must(await platform.CommandAsync(async work =>
        {
            await work.SendMailAsync(DataSubject.Of(First), "mail-x", new OutgoingMail("시험마켓", "a@market.example", "p0@partner.example", "제목", "<p>글</p>", "글"), Ct);
            return new Done();
        }));
        var held = Assert.Single(await platform.RowsAsync<OutboxMessage>());
        Assert.Equal(OutboxState.Failed, held.State);
        Assert.Contains("처리를 정지", held.LastProblem, StringComparison.Ordinal);
        await world.StartDispatcherAsync();
        var lift = world.Get<LiftProcessingStop>();
        Assert.Equal(new SubjectRequestRefusal.FieldMissing("reason"), (await lift.HandleAsync(platform.Tenant, Platform.Actor, First, " ", Ct)).Refusal);
        Platform.Must(await lift.HandleAsync(platform.Tenant, Platform.Actor, First, "파트너가 부탁함", Ct));
        Assert.IsType<StoredRefusal.NotFound>((await lift.HandleAsync(platform.Tenant, Platform.Actor, First, "또", Ct)).Refusal);
        Assert.Equal(OutboxState.Failed, (await platform.RowsAsync<OutboxMessage>()).Single().State);

        Platform.Must(await world.Get<RetryMessage>().HandleAsync(platform.Tenant, Platform.Actor, held.Sequence, Ct));

        await Polling.UntilTrueAsync("the mail", async _ => (await platform.RowsAsync<MailboxMail>()).Count == 1, Limit);
    }

    /// <summary>The answer is a duty towards the partner itself: it leaves although nothing else does.</summary>
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Answer_ToTheStopItself_LeavesWhileNothingElseDoes(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var platform = await Platform.CreateAsync(world);
        var request = await StopAsync(platform);
        Assert.Equal(new PrivacyRefusal.ProcessingStopped(First), (await world.Get<ConnectPartner>().HandleAsync(platform.Tenant, Platform.Actor, First, Ct)).Refusal);
        Assert.Equal(new PrivacyRefusal.ProcessingStopped(First), (await world.Get<DiscloseLookup>().HandleAsync(platform.Tenant, Platform.Actor, new Lookup.Company(Platform.Number(0)), Ct)).Refusal);
        Assert.Equal(new PrivacyRefusal.ProcessingStopped(First), (await world.Get<DiscloseLookup>().BySupplierAsync(platform.Tenant, Platform.Actor, Platform.Number(0), Ct)).Refusal);

        Platform.Must(await world.Get<AnswerSubjectRequest>().HandleAsync(platform.Tenant, Platform.Actor, request.Id, byHand: null, text: null, Ct));
        await world.StartDispatcherAsync();

        await Polling.UntilTrueAsync("the answer", async _ => (await platform.RowsAsync<SubjectRequest>()).Single().Status == SubjectRequestStatus.Answered, Limit);
        Assert.Contains("정산금은 계약을 지키기 위해 계속 송금합니다", (await platform.RowsAsync<MailboxMail>()).Single().Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task CheckPayees_OneOfManyStopped_AsksAboutTheOthers_AndRefusesItAlone(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));
        await StopAsync(platform);
        var check = platform.World.Get<CheckPayees>();
        Assert.Equal(new PrivacyRefusal.ProcessingStopped(First), (await check.HandleAsync(platform.Tenant, Platform.Actor, [First], Ct)).Refusal);

        Assert.Equal(new PayeesAsked(2, 2), Platform.Must(await check.HandleAsync(platform.Tenant, Platform.Actor, [First, new("p1"), new("p2")], Ct)));

        Assert.DoesNotContain(await platform.RowsAsync<DisclosureLine>(), line => line.SubjectId == "p0");
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Stop_AskedTwiceAtOnce_IsLiftedByOneLift_AndAnotherTenantIsNotStopped(DatabaseKind kind)
    {
        var world = await worlds.OnAsync(kind);
        var (platform, other) = (await Platform.CreateAsync(world), await Platform.CreateAsync(world));
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => StopAsync(platform), Ct)));

        Assert.Null(await TrySendAsync(other, SendMail.MessageType, SendMail.Carried, First));
        Assert.IsType<PrivacyRefusal.ProcessingStopped>(await TrySendAsync(platform, SendMail.MessageType, SendMail.Carried, First));
        Platform.Must(await world.Get<LiftProcessingStop>().HandleAsync(platform.Tenant, Platform.Actor, First, "부탁함", Ct));
        Assert.Null(await TrySendAsync(platform, SendMail.MessageType, SendMail.Carried, First));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Audit_OfALineWrittenPastTheGateWhileStopped_FindsThatOneOnly(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var platform = await Platform.CreateAsync(world);
        var time = (TestTime)world.Time;
        Assert.Null(await TrySendAsync(platform, SendMail.MessageType, SendMail.Carried, First));
        time.Advance(TimeSpan.FromMinutes(1));
        await StopAsync(platform);
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(await TrySendAsync(platform, RemitPayout.MessageType, RemitPayout.Carried, First));
        Assert.Empty((await world.Get<AuditBooks>().HandleAsync(platform.Tenant, Ct)).Differences);
        Platform.Must(await platform.CommandAsync(work =>
        {
            work.Db.Add(DisclosureLine.Of(work.Tenant, new Disclosure(RegisterDefaults.Mail, DataSubject.Of(First), EntrustedWork.Mail, [PersonalDataItem.Contact], "smuggled", work.Now), SendMail.MessageType));
            return Task.FromResult<Outcome<Done>>(new Done());
        }));

        Assert.Equal("smuggled", Assert.Single((await world.Get<AuditBooks>().HandleAsync(platform.Tenant, Ct)).Differences).Id);
    }

    private static async Task<SubjectRequest> StopAsync(Platform platform)
    {
        var decide = platform.World.Get<DecideSubjectRequest>();
        var request = Platform.Must(await platform.World.Get<ReceiveSubjectRequest>().HandleAsync(platform.Tenant, Platform.Actor, new ReceivedRequest(First, SubjectRequestKind.Stop, RequestChannel.Paper, platform.Today, "멈춰 주세요"), Ct));
        Platform.Must(await decide.CheckIdentityAsync(platform.Tenant, Platform.Actor, request.Id, "신분증 사본", Ct));
        return Platform.Must(await decide.CompleteAsync(platform.Tenant, Platform.Actor, request.Id, new StatedMeasures("새로 보내지 않습니다"), Ct));
    }

    private static async Task<Refusal?> TrySendAsync(Platform platform, string type, CarriedData.OfPartners carried, PartnerId partner) =>
        (await platform.CommandAsync(work => work.SendDisclosedAsync(carried.About(partner), type, work.NewId("try"), $"Try:{work.NewId("try")}", new { }, Ct))).Refusal;
}
