using Jeongsan.Application.Mails;
using Jeongsan.Application.Outbox;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Privacy;
using Jeongsan.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Jeongsan.Application.Tests.Mails;

/// <summary>What becomes of mails after they left, and that it shows where people look.</summary>
public sealed class MailFateTests(Worlds worlds)
{
    private const string Address = "p0@partner.example";
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Send_AddressThatIsRefused_ShowsWithItsReasonUntilAMailIsTaken(DatabaseKind kind)
    {
        await using var smtp = new SmtpListener { Unknown = { Address } };
        await using var world = await World.CreateAsync(kind, more: services => services.AddSingleton(Smtp(smtp)));
        var platform = await Platform.CreateAsync(world);
        await world.StartDispatcherAsync();

        await SendAsync(platform, "refused", Address);
        await UntilAsync(platform, "refused", OutboxState.Failed);

        var problem = Assert.Single(await ProblemsAsync(platform));
        Assert.Equal((new PartnerId("p0"), "가게0", world.Time.GetUtcNow(), MailFate.Refused, "550 no such user ***"), (problem.PartnerId, problem.PartnerName, problem.Since, problem.Fate, problem.Reason));
        Assert.Equal([("Partner", "p0"), ("TaxInvoice", "invoice-1")], await LinesAsync(platform, "MailRefused"));
        Assert.DoesNotContain(Address, string.Join('\n', (await platform.RowsAsync<MailDelivery>()).Select(row => row.Reason + row.AddressDigest)), StringComparison.OrdinalIgnoreCase);

        // Another address of the same partner is no proof for this one.
        await SendAsync(platform, "elsewhere", "other@partner.example");
        await UntilAsync(platform, "elsewhere", OutboxState.Done);
        Assert.Single(await ProblemsAsync(platform));

        smtp.Unknown.Clear();
        await SendAsync(platform, "taken", Address.ToUpperInvariant());
        await UntilAsync(platform, "taken", OutboxState.Done);
        Assert.Empty(await ProblemsAsync(platform));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Send_ToAServerThatIsBusy_IsTriedAgainAndMarksNobody(DatabaseKind kind)
    {
        await using var smtp = new SmtpListener { Busy = { Address } };
        var time = new TestTime();
        await using var world = await World.CreateAsync(kind, time, more: services => services.AddSingleton(Smtp(smtp)));
        var platform = await Platform.CreateAsync(world);
        await world.StartDispatcherAsync();
        await SendAsync(platform, "later", Address);
        await Polling.UntilTrueAsync("the first attempt", async _ => await MessageAsync(platform, "later") is { State: OutboxState.Pending, Attempts: 1 }, Limit, Ct);
        Assert.StartsWith("받는 쪽 메일 서버가 지금은", (await MessageAsync(platform, "later")).LastProblem, StringComparison.Ordinal);
        Assert.Empty(await platform.RowsAsync<MailDelivery>());

        smtp.Busy.Clear();
        time.Advance(TimeSpan.FromMinutes(1));
        await UntilAsync(platform, "later", OutboxState.Done);
        Assert.Equal(MailFate.Sent, Assert.Single(await platform.RowsAsync<MailDelivery>()).Fate);
    }

    [Theory]
    [InlineData("554 rejected as spam", OutboxState.Failed)]
    [InlineData("451 try later", OutboxState.Pending)]
    public async Task Send_MailThatIsRefusedAfterItWasRead_IsFinalFrom500On(string answer, OutboxState state)
    {
        await using var smtp = new SmtpListener { Refusal = answer };
        await using var world = await World.CreateAsync(DatabaseKind.Sqlite, more: services => services.AddSingleton(Smtp(smtp)));
        var platform = await Platform.CreateAsync(world);
        await world.StartDispatcherAsync();
        await SendAsync(platform, "read", Address);

        await Polling.UntilTrueAsync("the answer", async _ => await MessageAsync(platform, "read") is { Attempts: 1, LastProblem: not null } message && message.State == state, Limit, Ct);

        Assert.Equal(state == OutboxState.Failed ? [answer] : [], (await ProblemsAsync(platform)).Select(problem => problem.Reason));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Bounce_OfAMailOfOurs_MarksItsAddressOnceAndNothingElse(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var platform = await Platform.CreateAsync(world);
        var other = await Platform.CreateAsync(world);
        await world.StartDispatcherAsync();
        foreach (var one in new[] { platform, other })
        {
            await SendAsync(one, "bounced", one == platform ? Address : "elsewhere@partner.example");
            await UntilAsync(one, "bounced", OutboxState.Done);
        }
        var receive = world.Get<ReceiveMailBounce>();
        Task<bool> TellAsync(string id, string recipient, bool isHard, string reason = "mailbox full") => receive.HandleAsync(new MailBounce(id, recipient, isHard, reason), Ct);

        foreach (var (id, recipient) in new[] { ("bounced@jeongsan", "p1@partner.example"), ("unknown@jeongsan", Address), ("bounced@elsewhere", Address), ("", Address), ("@jeongsan", ""), ("<>", Address) })
        {
            Assert.False(await TellAsync(id, recipient, isHard: true));
        }
        Assert.True(await TellAsync("<bounced@jeongsan>", Address, isHard: false));
        Assert.Empty(await ProblemsAsync(platform));
        var told = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => TellAsync("<bounced@jeongsan>", $" {Address.ToUpperInvariant()} ", isHard: true, $"no such user\n{Address}"), Ct)));
        Assert.Single(told, isNew => isNew);
        // What came back for good is not on its way.
        Assert.False(await TellAsync("bounced@jeongsan", Address, isHard: false));

        Assert.Equal((MailFate.Bounced, "no such user ***"), (Assert.Single(await ProblemsAsync(platform)).Fate, (await ProblemsAsync(platform))[0].Reason));
        Assert.Empty(await ProblemsAsync(other));
        Assert.Equal([("Partner", "p0"), ("TaxInvoice", "invoice-1")], await LinesAsync(platform, "MailBounced"));
        Assert.Equal([("Partner", "p0"), ("TaxInvoice", "invoice-1")], await LinesAsync(platform, "MailDelayed"));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Problem_OfAChangedAddress_IsNone(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));
        Platform.Must(await platform.CommandAsync(work =>
        {
            foreach (var (key, address) in new[] { ("now", Address), ("before", "old@partner.example") })
            {
                var row = new MailDelivery
                {
                    MerchantId = platform.Tenant.Merchant,
                    Mode = platform.Tenant.Mode,
                    Key = key,
                    SubjectKind = DataSubjectKind.Partner,
                    SubjectId = key == "now" ? "p0" : "p1",
                    AddressDigest = MailDelivery.DigestOf(platform.Tenant.Merchant, address),
                };
                Assert.True(work.Note(row, MailFate.Refused, "550"));
                work.Db.Add(row);
            }
            return Task.FromResult<Outcome<Done>>(new Done());
        }));

        Assert.Equal("p0", Assert.Single(await ProblemsAsync(platform)).PartnerId.Value);
    }

    private static MailOptions Smtp(SmtpListener smtp) =>
        new() { PublicAddress = new Uri("http://jeongsan.test"), SmtpHost = "127.0.0.1", SmtpPort = smtp.Port, FromAddress = "tax@market.example" };

    private static async Task SendAsync(Platform platform, string key, string to) => Platform.Must(await platform.CommandAsync(async work =>
    {
        var mail = new OutgoingMail("시험마켓", "ask@market.example", to, "세금계산서", "<p>글</p>", "글") { About = new MailedAbout("TaxInvoice", "invoice-1") };
        await work.SendMailAsync(DataSubject.Of(new PartnerId("p0")), key, mail, CancellationToken.None);
        return new Done();
    }));

    private static async Task<OutboxMessage> MessageAsync(Platform platform, string key) => (await platform.RowsAsync<OutboxMessage>()).Single(message => message.Key == key);

    private static Task UntilAsync(Platform platform, string key, OutboxState state) =>
        Polling.UntilTrueAsync($"{key} to be {state}", async _ => (await MessageAsync(platform, key)).State == state, Limit, Ct);

    private static async Task<IReadOnlyList<MailProblem>> ProblemsAsync(Platform platform)
    {
        await using var db = platform.World.Store.Read(platform.Tenant);
        return await MailProblems.ReadAsync(db, partner: null, Ct);
    }

    private static async Task<IReadOnlyList<(string, string)>> LinesAsync(Platform platform, string what) =>
        [.. (await platform.RowsAsync<HistoryRow>()).Where(row => row.What == what).OrderBy(row => row.Subject, StringComparer.Ordinal).Select(row => (row.Subject, row.SubjectId))];
}
