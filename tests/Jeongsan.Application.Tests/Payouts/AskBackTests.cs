using Jeongsan.Application.Mails;
using Jeongsan.Application.Outbox;
using Jeongsan.Application.Payouts;
using Jeongsan.Application.Privacy;
using Jeongsan.Application.Settings;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Privacy;
using Jeongsan.TestKit;
using Xunit;

namespace Jeongsan.Application.Tests.Payouts;

/// <summary>미수금 요청: one mail to who owes, for what it owes, and not twice a day unless somebody says so.</summary>
public sealed class AskBackTests(Worlds worlds)
{
    private static readonly RepaymentAccount Account = new(Bank.Shinhan, "100123456789", "㈜시험마켓");
    private static readonly PartnerId Owing = new("p0");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task AskBack_WritesHowMuchOfWhatWhereToAndUntilWhen_AndTheDeskShowsIt(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var platform = await OwingAsync(world);
        var due = platform.Today.AddDays(14);

        var ask = Platform.Must(await AskAsync(platform, 25_000, due));

        Assert.Equal((25_000, due, "p0@partner.example", Platform.Actor.ToString()), (ask.Amount.Value, ask.DueOn, ask.Email, ask.AskedBy));
        await using (var db = world.Store.Read(platform.Tenant))
        {
            Assert.Equal((due, platform.Today), (Assert.Single(await Receivables.ReadAsync(db, 0, 10, Ct)).Asked!.DueOn, ask.AskedOn));
            Assert.Equal(Account, (await PlatformSettings.ReadAsync(db, Ct)).RepaymentAccount);
        }
        var line = Assert.Single(await platform.RowsAsync<DisclosureLine>(), row => row.MessageKey == ask.Id.Value);
        Assert.Equal(EntrustedWork.Mail, line.Work);
        await world.StartDispatcherAsync();
        var mail = await Polling.UntilAsync("the mail", async _ => (await platform.RowsAsync<MailboxMail>()).SingleOrDefault(row => row.Id == $"{ask.Id}@jeongsan"), PayoutPlatform.Limit, Ct);
        Assert.Equal(("p0@partner.example", "[시험마켓] 정산금 25,000원 반환 요청 · 9월 15일까지"), (mail.To, mail.Subject));
        // Money will go to that account: the platform's own people hear of it, whoever gave it.
        var told = await Polling.UntilAsync("the word to our own people", async _ => (await platform.RowsAsync<MailboxMail>()).SingleOrDefault(row => row.To == "finance@market.example"), PayoutPlatform.Limit, Ct);
        Assert.Equal("[정산] 파트너가 돈을 돌려보낼 계좌가 바뀌었습니다", told.Subject);
        Assert.Contains("신한은행 100123456789", told.Text, StringComparison.Ordinal);
        foreach (var body in new[] { mail.Text, mail.Html })
        {
            Assert.All(
                ["2026년 8월 12일 (수) 정산", "-30,000원", "2026년 8월 29일 (토) 정산", "5,000원", "-25,000원", "신한은행 100123456789", "㈜시험마켓", "2026년 9월 15일 (화)", "다음 정산금에서 이 금액을 빼고"],
                words => Assert.Contains(words, body, StringComparison.Ordinal));
        }
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task AskBack_FourAtOnce_AsksOnce_AndAgainOnlyWhenSaidSo(DatabaseKind kind)
    {
        var platform = await OwingAsync(await worlds.OnAsync(kind));
        var due = platform.Today.AddDays(7);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => AskAsync(platform, 25_000, due))));

        Assert.Single(outcomes, outcome => !outcome.IsRefused);
        Assert.All(outcomes.Where(outcome => outcome.IsRefused), outcome => Assert.Equal(new AskBackRefusal.AlreadyAskedToday(Owing, new Won(25_000)), outcome.Refusal));
        // The account is known by now.
        Assert.Equal(2, Platform.Must(await AskAsync(platform, 25_000, due, isAgain: true, keepsAccount: true)).Number);
        // Another amount is another question, and so is the next day.
        Platform.Must(await platform.ManualAsync(0, -1_000, platform.Today));
        Assert.Equal(26_000, Platform.Must(await AskAsync(platform, 26_000, due)).Amount.Value);
        Platform.Must(await platform.MoveToAsync(platform.Today.AddDays(1)));
        Platform.Must(await AskAsync(platform, 26_000, due));
        Assert.Equal(4, (await platform.RowsAsync<AskBack>()).Count);
        Assert.Equal(4, (await platform.RowsAsync<OutboxMessage>()).Count(message => message.Type == SendMail.MessageType));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task AskBack_OfWhatIsNotSo_IsRefusedAndSendsNothing(DatabaseKind kind)
    {
        var platform = await OwingAsync(await worlds.OnAsync(kind));
        var (today, due) = (platform.Today, platform.Today.AddDays(7));

        Assert.IsType<StoredRefusal.NotFound>((await AskAsync(platform, 1, due, partner: "nobody")).Refusal);
        Assert.Equal(new AskBackRefusal.AmountChanged(Owing, new Won(25_000)), (await AskAsync(platform, 24_999, due)).Refusal);
        // Owes nothing; zero can't be asked for either.
        Assert.Equal(new AskBackRefusal.AmountChanged(new PartnerId("p1"), Won.Zero), (await AskAsync(platform, 25_000, due, partner: "p1")).Refusal);
        Assert.Equal(new AskBackRefusal.AmountChanged(new PartnerId("p1"), Won.Zero), (await AskAsync(platform, 0, due, partner: "p1")).Refusal);
        Assert.IsType<AskBackRefusal.AccountMissing>((await AskAsync(platform, 25_000, due, keepsAccount: true)).Refusal);
        Assert.IsType<AskBackRefusal.AccountNumberMalformed>((await AskAsync(platform, 25_000, due, Account with { Number = "12-34567" })).Refusal);
        Assert.IsType<AskBackRefusal.HolderMissing>((await AskAsync(platform, 25_000, due, Account with { Holder = " " })).Refusal);
        Assert.Equal(new AskBackRefusal.DueOnOutOfRange(today, today.AddDays(180)), (await AskAsync(platform, 25_000, today.AddDays(-1))).Refusal);
        Assert.IsType<AskBackRefusal.DueOnOutOfRange>((await AskAsync(platform, 25_000, today.AddDays(181))).Refusal);
        // It was paid back, and is not gathered yet.
        Platform.Must(await platform.World.Get<RepayReceivable>().HandleAsync(platform.Tenant, Platform.Actor, Owing, new Won(25_000), null, Ct));
        Assert.Equal(new AskBackRefusal.AmountChanged(Owing, Won.Zero), (await AskAsync(platform, 25_000, due)).Refusal);

        Assert.Empty(await platform.RowsAsync<AskBack>());
        Assert.Empty(await platform.RowsAsync<OutboxMessage>());
        await using var db = platform.World.Store.Read(platform.Tenant);
        Assert.Null((await PlatformSettings.ReadAsync(db, Ct)).RepaymentAccount);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task AskBack_WhoWasNotTold_IsRefusedAtTheGate(DatabaseKind kind)
    {
        var platform = await OwingAsync(await worlds.OnAsync(kind), isTold: false);

        Assert.IsAssignableFrom<PrivacyRefusal>((await AskAsync(platform, 25_000, platform.Today)).Refusal);

        Assert.Empty(await platform.RowsAsync<AskBack>());
        Assert.Empty(await platform.RowsAsync<DisclosureLine>());
    }

    /// <summary>A debt that was asked for and paid back is not the one that came after it.</summary>
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Desk_OfALaterDebt_DoesNotShowWhatWasAskedForTheEarlierOne(DatabaseKind kind)
    {
        var platform = await OwingAsync(await worlds.OnAsync(kind));
        Platform.Must(await AskAsync(platform, 25_000, platform.Today));
        Platform.Must(await platform.ManualAsync(0, 25_000, platform.Today));
        Platform.Must(await platform.ManualAsync(0, -9_000, platform.Today.AddDays(3)));
        Platform.Must(await platform.MoveToAsync(platform.Today.AddDays(3)));

        await using var db = platform.World.Store.Read(platform.Tenant);
        var owed = Assert.Single(await Receivables.ReadAsync(db, 0, 10, Ct));

        Assert.Equal((9_000, null), (owed.Amount.Value, owed.Asked));
    }

    [Fact]
    public void Mail_OfManyDays_TellsTheLastTenLinesWhoseSumIsTheAmount()
    {
        var days = Enumerable.Range(1, 25).Select(day => new AskBackDay(new DateOnly(2026, 8, day), new Won(-1_000 * day))).ToList();
        var ask = AskBack.Start(new Tenant(new MerchantId("m"), Mode.Live), new AskBackId("a"), Owing, new AskBackOrder(1, days, new DateOnly(2026, 9, 10), Account, "a@b.example", "x"), TestTime.Start);

        var text = ReceivableMails.AskBack(new MailSender("시험마켓", "finance@market.example"), "가게0", ask).Text;

        Assert.Equal(325_000, ask.Amount.Value);
        Assert.Contains("2026년 8월 16일 (일)까지의 정산 16일", text, StringComparison.Ordinal);
        Assert.Contains("-136,000원", text, StringComparison.Ordinal);
        Assert.DoesNotContain("2026년 8월 16일 (일) 정산", text, StringComparison.Ordinal);
        Assert.All(Enumerable.Range(17, 9), day => Assert.Contains($"2026년 8월 {day}일", text, StringComparison.Ordinal));
    }

    /// <summary>p0 owes 25,000 won: 30,000 of twenty days ago, of which 5,000 came back three days ago. p1 owes nothing.</summary>
    private static async Task<Platform> OwingAsync(World world, bool isTold = true)
    {
        var platform = await Platform.CreateAsync(world, partners: 2, isTold: isTold);
        Platform.Must(await platform.ManualAsync(0, -30_000, platform.Today.AddDays(-20)));
        Platform.Must(await platform.ManualAsync(0, 5_000, platform.Today.AddDays(-3)));
        Platform.Must(await platform.ManualAsync(1, 1_000, platform.Today));
        await platform.GatherAsync();
        return platform;
    }

    private static Task<Outcome<AskBack>> AskAsync(
        Platform platform, long amount, DateOnly due, RepaymentAccount? account = null, string partner = "p0", bool isAgain = false, bool keepsAccount = false) =>
        platform.World.Get<AskBackReceivable>().HandleAsync(
            platform.Tenant, Platform.Actor, new AskBackRequest(new PartnerId(partner), new Won(amount), due, keepsAccount ? null : account ?? Account, isAgain), Ct);
}
