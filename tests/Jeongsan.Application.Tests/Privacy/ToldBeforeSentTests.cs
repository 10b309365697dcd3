using Jeongsan.Application.BulkTasks;
using Jeongsan.Application.Mails;
using Jeongsan.Application.Outbox;
using Jeongsan.Application.Partners;
using Jeongsan.Application.Payouts;
using Jeongsan.Application.Privacy;
using Jeongsan.Application.Storage;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Privacy;
using Jeongsan.TestKit;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Jeongsan.Application.Tests.Privacy;

/// <summary>Nothing of a partner leaves before the platform told it, and nothing leaves unlisted.</summary>
public sealed class ToldBeforeSentTests(Worlds worlds)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);
    private static readonly PartnerId First = new("p0");

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Connect_NothingPublished_IsRefusedAsNoticeNotPublishedAndLeavesNothing(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind), isTold: false);
        Assert.IsType<PrivacyRefusal.NoticeNotPublished>((await ConnectAsync(platform, First)).Refusal);
        Assert.Empty(await platform.RowsAsync<OutboxMessage>());
        Assert.Empty(await platform.RowsAsync<DisclosureLine>());
        Assert.All(await platform.RowsAsync<Partner>(), partner => Assert.Equal(NtsConnectionStatus.NotConnected, partner.NtsConnection));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Connect_PublishedOnly_IsRefusedAsPartnerNotTold(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind), isTold: false);
        await platform.PublishAsync();
        // What matters is who does tax invoices: the ASP, first in the register, and the tax office behind it.
        Assert.Equal(new PrivacyRefusal.PartnerNotTold(First, RegisterRevision: 2, ToldRevision: null), (await ConnectAsync(platform, First)).Refusal);
        Assert.Empty(await platform.RowsAsync<OutboxMessage>());
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Connect_ToldByMail_SendsWithItsLineOnceTheMailArrived(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var platform = await Platform.CreateAsync(world, isTold: false);
        var published = await platform.PublishAsync();
        var told = Platform.Must(await world.Get<TellPartners>().HandleAsync(platform.Tenant, Platform.Actor, chosen: null, CancellationToken.None));
        Assert.Equal(new ToldPartners(Sending: 3, AlreadyTold: 0), told);
        // On its way is not told yet.
        Assert.IsType<PrivacyRefusal.PartnerNotTold>((await ConnectAsync(platform, First)).Refusal);

        await world.StartDispatcherAsync();
        await Polling.UntilTrueAsync("the notices", async _ => (await platform.RowsAsync<PartnerNotice>()).All(notice => notice.Delivery == NoticeDelivery.Delivered), Limit);

        Assert.All(await platform.RowsAsync<PartnerNotice>(), notice => Assert.Equal((NoticeChannel.Mail, published.Number, published.RegisterRevision), (notice.Channel, notice.NoticeNumber, notice.RegisterRevision)));
        Assert.All(await platform.RowsAsync<MailboxMail>(), mail => Assert.Contains("주식회사 링크허브(팝빌)", mail.Text, StringComparison.Ordinal));
        Platform.Must(await ConnectAsync(platform, First));
        var join = (await platform.RowsAsync<OutboxMessage>()).Single(message => message.Type == JoinPartner.MessageType);
        var line = (await platform.RowsAsync<DisclosureLine>()).Single(row => row.MessageKey == join.Key);
        Assert.Equal((RegisterDefaults.Agency, First.Value, EntrustedWork.TaxInvoices), (line.ProcessorId, line.SubjectId, line.Work));
        Assert.Equal(JoinPartner.Carried.Items, line.Items);
        Assert.Equal(new ToldPartners(Sending: 0, AlreadyTold: 3), Platform.Must(await world.Get<TellPartners>().HandleAsync(platform.Tenant, Platform.Actor, chosen: null, CancellationToken.None)));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task ToldInTerms_LaterPartner_IsToldAtCreationUntilTheRegisterGrows(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));
        Assert.All(await platform.RowsAsync<PartnerNotice>(), notice => Assert.Equal((NoticeChannel.Contract, "시험마켓 이용약관 1.0"), (notice.Channel, notice.Where)));
        Assert.Equal(3, (await platform.RowsAsync<PartnerNotice>()).Count);

        await HireAsync(platform, EntrustedWork.TaxInvoices);

        Assert.IsType<PrivacyRefusal.NoticeNotPublished>((await ConnectAsync(platform, First)).Refusal);
        await platform.PublishAsync();
        // The new processor does tax invoices too: whoever was told of the older register is told again first.
        Assert.IsType<PrivacyRefusal.PartnerNotTold>((await ConnectAsync(platform, First)).Refusal);
        var again = await platform.World.Get<TellInTerms>().HandleAsync(platform.Tenant, Platform.Actor, new ToldInTerms("시험마켓 이용약관 1.1", platform.Today), CancellationToken.None);
        Assert.Equal(3, Platform.Must(again));
        Platform.Must(await ConnectAsync(platform, First));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task ToldInTerms_DateAhead_IsRefusedAsDocumentInFuture(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind), isTold: false);
        var tell = platform.World.Get<TellInTerms>();
        Assert.IsType<PrivacyRefusal.NoticeNotPublished>((await tell.HandleAsync(platform.Tenant, Platform.Actor, new ToldInTerms("약관", platform.Today), CancellationToken.None)).Refusal);
        await platform.PublishAsync();
        Assert.IsType<PrivacyRefusal.DocumentInFuture>((await tell.HandleAsync(platform.Tenant, Platform.Actor, new ToldInTerms("약관", platform.Today.AddDays(1)), CancellationToken.None)).Refusal);
        Assert.Equal(new PrivacyRefusal.FieldMissing("document"), (await tell.HandleAsync(platform.Tenant, Platform.Actor, new ToldInTerms(" ", platform.Today), CancellationToken.None)).Refusal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Publish_WordingThatHidesAProcessor_IsRefusedAsProcessorNotNamed(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind), isTold: false);
        var refused = await platform.World.Get<PublishNotice>().HandleAsync(platform.Tenant, Platform.Actor, "아무에게도 보내지 않습니다.", CancellationToken.None);
        Assert.IsType<PrivacyRefusal.ProcessorNotNamed>(refused.Refusal);
        Assert.Equal(1, (await platform.PublishAsync()).Number);
        Assert.Equal(2, (await platform.PublishAsync()).Number);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task ConnectInBulk_OneUntold_LeavesThatOneWithItsReasonAndBeginsTheOthers(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind), isTold: false);
        await platform.PublishAsync();
        await TellByHandAsync(platform, "p0", "p2");

        var task = Platform.Must(await platform.World.Get<PartnerTasks>().StartAsync(
            platform.Tenant, Platform.Actor, BulkTaskKind.ConnectPartners, [new("p0"), new("p1"), new("p2"), new("nobody")], CancellationToken.None));

        Assert.Equal(BulkTaskState.Processing, task.State);
        var items = (await platform.RowsAsync<BulkTaskItem>()).OrderBy(item => item.Index).ToList();
        Assert.Equal(
            [(BulkTaskItemState.Processing, null), (BulkTaskItemState.Failed, "PartnerNotTold"), (BulkTaskItemState.Processing, null), (BulkTaskItemState.Failed, "NotFound")],
            items.Select(item => (item.State, item.Reason)));
        Assert.Contains("알리", items[1].Words, StringComparison.Ordinal);
        Assert.Equal(
            [("p0", NtsConnectionStatus.ConnectPending), ("p1", NtsConnectionStatus.NotConnected), ("p2", NtsConnectionStatus.ConnectPending)],
            (await platform.RowsAsync<Partner>()).OrderBy(partner => partner.Id.Value).Select(partner => (partner.Id.Value, partner.NtsConnection)));
        Assert.Equal(["p0", "p2"], (await platform.RowsAsync<DisclosureLine>()).Select(line => line.SubjectId).Order());
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task ExecutePayouts_SomeUntold_IsRefusedWholeWithTheirNames(DatabaseKind kind)
    {
        var bank = new FixedBank();
        await using var world = await World.CreateAsync(kind, more: services => Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddSingleton<IRemittance>(services, bank));
        var platform = await Platform.CreateAsync(world, isTold: false);
        await platform.PublishAsync();
        await TellByHandAsync(platform, "p1");
        for (var index = 0; index < 3; index++)
        {
            Platform.Must(await platform.OrderAsync(index, $"pay-{index}", 110_000));
        }
        await platform.GatherAsync();
        var bulk = Platform.Must(await platform.PayAsync(platform.Today));
        Platform.Must(await world.Get<ConfirmBulkPayout>().HandleAsync(platform.Tenant, Platform.Actor, bulk.Id, CancellationToken.None));

        var refused = await world.Get<ExecuteBulkPayout>().HandleAsync(platform.Tenant, Platform.Actor, bulk.Id, secondFactorPassed: true, CancellationToken.None);

        Assert.Equal(["p0", "p2"], Assert.IsType<PrivacyRefusal.PartnersNotTold>(refused.Refusal).Partners.Select(partner => partner.Value).Order());
        Assert.All(await platform.RowsAsync<Payout>(), payout => Assert.Equal(PayoutStatus.Confirmed, payout.Status));
        Assert.Empty(await platform.RowsAsync<OutboxMessage>());
        await TellByHandAsync(platform, "p0", "p2");
        Platform.Must(await world.Get<ExecuteBulkPayout>().HandleAsync(platform.Tenant, Platform.Actor, bulk.Id, secondFactorPassed: true, CancellationToken.None));
        // Only what leaves has its line: the next payout's is written when its turn comes.
        Assert.Single(await platform.RowsAsync<DisclosureLine>(), line => line.ProcessorId == RegisterDefaults.Remittance);
    }

    /// <summary>What follows from something that happened already has nobody to refuse to: it is held and shown, and sent again through the gate.</summary>
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task HeldMail_RetriedBeforeAndAfterTelling_IsRefusedThenSent(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var platform = await Platform.CreateAsync(world, isTold: false);
        await platform.PublishAsync();
        Platform.Must(await platform.CommandAsync(async work =>
        {
            await work.SendMailAsync(DataSubject.Of(First), "mail-x", new OutgoingMail("시험마켓", "a@market.example", "p0@partner.example", "제목", "<p>글</p>", "글"), CancellationToken.None);
            return new Done();
        }));
        var held = Assert.Single(await platform.RowsAsync<OutboxMessage>());
        Assert.Equal(OutboxState.Failed, held.State);
        Assert.Contains("알리지 않았습니다", held.LastProblem, StringComparison.Ordinal);
        await world.StartDispatcherAsync();
        var retry = world.Get<RetryMessage>();
        Assert.IsType<PrivacyRefusal.PartnerNotTold>((await retry.HandleAsync(platform.Tenant, Platform.Actor, held.Sequence, CancellationToken.None)).Refusal);
        Assert.Empty(await platform.RowsAsync<MailboxMail>());

        await TellByHandAsync(platform, "p0");
        Platform.Must(await retry.HandleAsync(platform.Tenant, Platform.Actor, held.Sequence, CancellationToken.None));

        await Polling.UntilTrueAsync("the mail", async _ => (await platform.RowsAsync<MailboxMail>()).Count == 1, Limit);
        Assert.Equal("mail-x", Assert.Single(await platform.RowsAsync<DisclosureLine>()).MessageKey);
    }

    /// <summary>Found by reflection: a new handler is in this test from the day on which it is written.</summary>
    [Fact]
    public async Task EveryHandler_DeclaresWhatItCarries()
    {
        var world = await worlds.OnAsync(DatabaseKind.Sqlite);
        var handlers = world.All<OutboxHandler>().ToList();
        // A handler that nobody registered performs nothing, so what is registered is what can send.
        Assert.All(typeof(ITaxInvoiceAgency).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(OutboxHandler)) && !type.IsAbstract), type => Assert.NotNull(type.GetProperty(nameof(OutboxHandler.Carries))));
        Assert.True(handlers.Count >= 13, $"Only {handlers.Count} handlers.");
        Assert.All(handlers, handler => Assert.True(
            handler.Carries is CarriedData.OfPartners { Items.Count: > 0 } or CarriedData.Nothing { Why.Length: > 10 }, handler.Type));
        Assert.Contains(handlers, handler => handler.Carries is CarriedData.OfPartners);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task EveryHandlerThatCarriesPartnersData_MessageWithoutItsLine_IsNotPerformed(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var platform = await Platform.CreateAsync(world);
        var carrying = world.All<OutboxHandler>().Where(handler => handler.Carries is CarriedData.OfPartners).Select(handler => handler.Type).ToList();
        Platform.Must(await platform.CommandAsync(work =>
        {
            foreach (var type in carrying)
            {
                work.Send(type, $"smuggled-{type}", $"Smuggled:{type}", new { });
            }
            return Task.FromResult<Outcome<Done>>(new Done());
        }));

        await world.StartDispatcherAsync();

        await Polling.UntilTrueAsync("the gate", async _ => (await platform.RowsAsync<OutboxMessage>()).All(message => message.State == OutboxState.Failed), Limit);
        // Performed, an empty message would have thrown, and would be tried again later instead.
        Assert.All(await platform.RowsAsync<OutboxMessage>(), message =>
        {
            Assert.Equal(1, message.Attempts);
            Assert.Contains("기록이 없어", message.LastProblem, StringComparison.Ordinal);
        });
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Lookup_OfAPartner_IsRefusedUntilItWasTold_AndThenListed(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind), isTold: false);
        Lookup[] ofFirst = [new Lookup.Company(Platform.Number(0)), new Lookup.Certificate(Platform.Number(0)), new Lookup.Account(Bank.Shinhan, "110123456789", null)];
        Assert.All(await RefusalsAsync(platform, ofFirst), refusal => Assert.IsType<PrivacyRefusal.NoticeNotPublished>(refusal));
        await platform.PublishAsync();
        Assert.All(await RefusalsAsync(platform, ofFirst), refusal => Assert.Equal(First, Assert.IsType<PrivacyRefusal.PartnerNotTold>(refusal).Partner));
        Assert.Empty(await platform.RowsAsync<DisclosureLine>());

        await TellByHandAsync(platform, "p0");

        Assert.All(await RefusalsAsync(platform, ofFirst), Assert.Null);
        Assert.Equal(
            [DiscloseLookup.AccountType, DiscloseLookup.CertificateType, DiscloseLookup.CompanyType],
            (await platform.RowsAsync<DisclosureLine>()).Where(line => (line.SubjectKind, line.SubjectId) == (DataSubjectKind.Partner, "p0")).Select(line => line.MessageType).Order());
    }

    /// <summary>Nobody could have told somebody who is no partner yet: the notice that it reads must be published.</summary>
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Lookup_OfAStranger_NeedsThePublishedNotice_AndOfOurselvesNothing(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind), isTold: false);
        Lookup[] ofStrangers = [new Lookup.Company(new("6050500057")), new Lookup.Account(Bank.Shinhan, "99887766", null), new Lookup.Account(Bank.Kdb, "110123456789", new HolderIdentity(IsBusiness: false, "900102"))];
        Assert.All(await RefusalsAsync(platform, ofStrangers), refusal => Assert.IsType<PrivacyRefusal.NoticeNotPublished>(refusal));
        Assert.All(await RefusalsAsync(platform, new Lookup.Company(Installation.FirstStart.CompanyNumber), new Lookup.Certificate(Installation.FirstStart.CompanyNumber)), Assert.Null);
        Assert.Empty(await platform.RowsAsync<DisclosureLine>());

        await platform.PublishAsync();

        Assert.All(await RefusalsAsync(platform, ofStrangers), Assert.Null);
        Assert.Equal(
            [(DataSubjectKind.Counterparty, "6050500057"), (DataSubjectKind.AccountHolder, "6789"), (DataSubjectKind.AccountHolder, "7766")],
            (await platform.RowsAsync<DisclosureLine>()).Select(line => (line.SubjectKind, line.SubjectId)).Order());
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Lookup_ProcessorEnded_IsRefusedAsNotInRegister_AtOurPagesToo(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));
        var disclose = platform.World.Get<DiscloseLookup>();
        // Who asks at our page is told there, whatever was published.
        Platform.Must(await disclose.BySupplierAsync(platform.Tenant, Platform.Actor, Platform.Number(1), CancellationToken.None));
        Assert.Equal(("p1", DiscloseLookup.CertificateType), Assert.Single(await platform.RowsAsync<DisclosureLine>()) is var line ? (line.SubjectId, line.MessageType) : default);

        // The tax office too: it would do the work itself, with nobody in between.
        foreach (var processor in new[] { RegisterDefaults.Agency, RegisterDefaults.Nts })
        {
            Platform.Must(await platform.World.Get<KeepRegister>().EndAsync(platform.Tenant, Platform.Actor, processor, CancellationToken.None));
        }

        Assert.IsType<PrivacyRefusal.NotInRegister>((await disclose.BySupplierAsync(platform.Tenant, Platform.Actor, Platform.Number(1), CancellationToken.None)).Refusal);
        Assert.All(await RefusalsAsync(platform, new Lookup.Company(Platform.Number(0)), new Lookup.Company(new("6050500057"))), refusal => Assert.IsType<PrivacyRefusal.NotInRegister>(refusal));
        Assert.Single(await platform.RowsAsync<DisclosureLine>());
    }

    /// <summary>What has left has left, also when the request that asked is undone.</summary>
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Lookup_OfARequestThatIsUndone_KeepsItsLine(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));
        var mark = new IdempotencyMark("undone", "f");
        IdempotencyMark.Current = mark;
        Assert.All(await RefusalsAsync(platform, new Lookup.Company(Platform.Number(0))), Assert.Null);
        Platform.Must(await platform.ManualAsync(0, 1_000));
        await Assert.ThrowsAsync<InvalidOperationException>(() => RefusalsAsync(platform, new Lookup.Company(Platform.Number(0))));
        IdempotencyMark.Current = null;
        await mark.AbandonAsync();

        Assert.Single(await platform.RowsAsync<DisclosureLine>());
        Assert.Empty(await platform.RowsAsync<Domain.Transfers.Transfer>());
    }

    /// <summary>What the gate says of each; checking beforehand says the same and writes nothing.</summary>
    private static async Task<List<Refusal?>> RefusalsAsync(Platform platform, params Lookup[] lookups)
    {
        var disclose = platform.World.Get<DiscloseLookup>();
        var refusals = new List<Refusal?>();
        foreach (var lookup in lookups)
        {
            var expected = await disclose.CheckAsync(platform.Tenant, [lookup], CancellationToken.None);
            refusals.Add((await disclose.HandleAsync(platform.Tenant, Platform.Actor, lookup, CancellationToken.None)).Refusal);
            Assert.Equal(expected?.GetType(), refusals[^1]?.GetType());
        }
        return refusals;
    }

    private static Task<Outcome<Partner>> ConnectAsync(Platform platform, PartnerId partner) =>
        platform.World.Get<ConnectPartner>().HandleAsync(platform.Tenant, Platform.Actor, partner, CancellationToken.None);

    /// <summary>Writes down that these were told in their contracts.</summary>
    private static async Task TellByHandAsync(Platform platform, params string[] ids) => Platform.Must(await platform.CommandAsync(async work =>
    {
        var notice = await work.Db.Set<PublishedNotice>().OrderByDescending(row => row.Number).FirstAsync();
        foreach (var id in ids)
        {
            var own = new PartnerId(id);
            var partner = await work.Db.Set<Partner>().SingleAsync(row => row.Id == own);
            work.Db.Add(PartnerNotice.InContract(new PartnerNoticeId(work.NewId("notice")), partner, notice.Version, "개별 계약", work.Today, work.Now).Value);
        }
        return new Done();
    }));

    private static async Task HireAsync(Platform platform, EntrustedWork work)
    {
        var register = platform.World.Get<KeepRegister>();
        var facts = new ProcessorFacts("새 업체", "KR", [work], [PersonalDataItem.Contact], platform.Today, null, Enum.GetValues<ContractPoint>());
        var hired = Platform.Must(await register.AddAsync(platform.Tenant, Platform.Actor, "newcomer", parent: null, facts, CancellationToken.None));
        Platform.Must(await register.ActivateAsync(platform.Tenant, Platform.Actor, hired.Id, CancellationToken.None));
    }
}
