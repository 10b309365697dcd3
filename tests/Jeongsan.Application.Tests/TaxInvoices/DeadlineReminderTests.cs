using System.Text.RegularExpressions;
using Jeongsan.Application.Clocks;
using Jeongsan.Application.Mails;
using Jeongsan.Application.Outbox;
using Jeongsan.Application.Privacy;
using Jeongsan.Application.Schedules;
using Jeongsan.Application.Settings;
using Jeongsan.Application.Storage;
using Jeongsan.Application.SupplierDesk;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.TestKit;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Jeongsan.Application.Tests.TaxInvoices;

/// <summary>Suppliers and the platform's people are reminded of the deadline, more urgently each time, until it is done. Written on 1 September 2026: the deadline is Monday, 12 October.</summary>
public sealed partial class DeadlineReminderTests(Worlds worlds)
{
    private static readonly DateOnly Deadline = new(2026, 10, 12);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Walk_NobodyApproves_RemindsOnceEachMorningAndTellsThePlatform(DatabaseKind kind)
    {
        var platform = (await InvoiceDesk.CreateAsync(await worlds.OnAsync(kind))).Platform;
        // Tuesday, 10 November: three days before is a Saturday, and becomes Friday.
        var invoice = await RequestedAsync(platform, new DateOnly(2026, 10, 31), at: null);
        await StepAsync(platform, "2026-11-06T08:59");
        Assert.Empty(await SubjectsAsync(platform, SendMail.MessageType));

        var expected = new List<string>();
        foreach (var (morning, left) in new[] { ("2026-11-06T09:00", "4일 뒤 마감"), ("2026-11-09T09:00", "내일 마감"), ("2026-11-10T09:00", "오늘 마감"), ("2026-11-11T09:00", "마감 지남") })
        {
            await StepAsync(platform, morning);
            await RemindAsync(platform);
            expected.Add($"[시험마켓] ({left}) 10월 정산 세금계산서 승인 안내 · 11,000원");
            Assert.Equal(expected, await SubjectsAsync(platform, SendMail.MessageType));
            Assert.Equal(expected.Count, (await SubjectsAsync(platform, SendStaffMail.MessageType)).Count);
        }
        await StepAsync(platform, "2026-11-16T13:00");
        Assert.Equal(4, (await SubjectsAsync(platform, SendMail.MessageType)).Count);

        var history = (await platform.RowsAsync<HistoryRow>()).Where(row => row.What == "DeadlineReminded" && row.SubjectId == invoice.Id.Value).OrderBy(row => row.Sequence).ToList();
        Assert.Equal(["3일 전", "1일 전", "마지막 날", "기한이 지남"], history.Select(row => row.Why));
        Assert.Equal((DeadlineReminderKind.Missed, Seoul("2026-11-11T09:00")), (await InvoiceAsync(platform, invoice.Id) is { } row ? (row.Reminded!.Value, row.RemindedAt!.Value) : default));
        // Each mail has its line in the register of disclosures.
        Assert.Equal(4, (await platform.RowsAsync<DisclosureLine>()).Count(line => line.MessageType == SendMail.MessageType));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Remind_TwiceAtOnce_IsOneMailAndOneDigest(DatabaseKind kind)
    {
        var platform = (await InvoiceDesk.CreateAsync(await worlds.OnAsync(kind))).Platform;
        for (var index = 0; index < 5; index++)
        {
            await RequestedAsync(platform, platform.Today, at: null);
        }
        await MoveClockAsync(platform, "2026-10-12T09:00");
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => RemindAsync(platform), Ct)));

        Assert.Equal(5, (await SubjectsAsync(platform, SendMail.MessageType)).Count);
        Assert.Single(await SubjectsAsync(platform, SendStaffMail.MessageType));
        Assert.Equal(5, (await platform.RowsAsync<SupplierLink>()).Count);
    }

    public static TheoryData<string> Ends => ["approved", "refused", "cancelled", "deleted"];

    [Theory, MemberData(nameof(Ends))]
    public async Task Remind_AfterItsEnd_Never(string end)
    {
        var platform = (await InvoiceDesk.CreateAsync(await worlds.OnAsync(DatabaseKind.Sqlite))).Platform;
        var invoice = await RequestedAsync(platform, platform.Today, at: null);
        Platform.Must(await platform.CommandAsync(async work =>
        {
            var row = await work.Db.Set<TaxInvoice>().SingleAsync(one => one.Id == invoice.Id, Ct);
            Platform.Must(end switch
            {
                "approved" => row.Approve(row.SupplierBrn, new CertificateFacts(row.SupplierBrn, work.Today, work.Today.AddYears(1)), work.Actor, work.Today, work.Now),
                "refused" => row.Observe(new TaxInvoiceObservation(TaxInvoiceCommand.ConfirmRefusal), work.Now),
                _ => row.Observe(new TaxInvoiceObservation(TaxInvoiceCommand.ConfirmRequestCancelled), work.Now),
            });
            if (end == "deleted")
            {
                Platform.Must(row.Delete(work.Actor, work.Now));
            }
            return new Done();
        }));
        foreach (var morning in new[] { "2026-10-08T09:00", "2026-10-12T09:00", "2026-10-13T09:00" })
        {
            await StepAsync(platform, morning);
        }
        Assert.Empty(await SubjectsAsync(platform, SendMail.MessageType));
        Assert.Empty(await SubjectsAsync(platform, SendStaffMail.MessageType));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Remind_RequestedOnTheLastMorningOrClockJumped_IsOnlyTheNextOne(DatabaseKind kind)
    {
        var platform = (await InvoiceDesk.CreateAsync(await worlds.OnAsync(kind))).Platform;
        var early = await RequestedAsync(platform, platform.Today, at: null);
        // Over the day before: the last morning alone is said.
        await StepAsync(platform, "2026-10-12T13:00");
        var late = await RequestedAsync(platform, platform.Today, Seoul("2026-10-12T10:00"));
        await RemindAsync(platform);
        Assert.Equal((DeadlineReminderKind.LastDay, null), ((await InvoiceAsync(platform, early.Id)).Reminded, (await InvoiceAsync(platform, late.Id)).Reminded));
        Assert.Single(await SubjectsAsync(platform, SendMail.MessageType));

        await StepAsync(platform, "2026-10-13T09:00");
        Assert.Equal(3, (await SubjectsAsync(platform, SendMail.MessageType)).Count);
        var digests = await MailsAsync(platform, SendStaffMail.MessageType);
        Assert.Equal(2, digests.Count);
        Assert.Contains("승인되지 않은 세금계산서가 1건", digests[0].Subject, StringComparison.Ordinal);
        // 1 % of 10,000 won for each supplier, 0.5 % for the platform; no supplier is named.
        Assert.Contains("승인 대기: 2건 · 22,000원", digests[1].Text, StringComparison.Ordinal);
        Assert.Contains("늦으면 공급자 가산세: 200원", digests[1].Text, StringComparison.Ordinal);
        Assert.Contains("늦으면 우리 회사 가산세: 100원", digests[1].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("가게0", digests[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Remind_OfARequest_OpensByItsOwnLinkAndLeavesTheEarlierOnesOpen()
    {
        var platform = (await InvoiceDesk.CreateAsync(await worlds.OnAsync(DatabaseKind.Sqlite))).Platform;
        var invoice = await RequestedAsync(platform, platform.Today, at: null);
        // Sent again to another address: the reminder goes there too.
        Platform.Must(await platform.World.Get<ResendRequest>().HandleAsync(platform.Tenant, Platform.Actor, invoice.Id, "new@partner.example", Ct));
        await StepAsync(platform, "2026-10-08T09:00");
        var mails = await MailsAsync(platform, SendMail.MessageType);
        Assert.Equal(2, mails.Count);
        Assert.All(mails, mail => Assert.Equal("new@partner.example", mail.To));
        Assert.Contains("늦으면 공급자 가산세: 100원", mails[1].Text, StringComparison.Ordinal);
        var desk = platform.World.Get<SupplierAccess>();
        foreach (var mail in mails)
        {
            Platform.Must(await desk.OpenAsync(Link().Match(mail.Text).Groups[1].Value, Ct));
        }

        // A resend closes all of them.
        Platform.Must(await platform.World.Get<ResendRequest>().HandleAsync(platform.Tenant, Platform.Actor, invoice.Id, null, Ct));
        foreach (var mail in mails)
        {
            Assert.True((await desk.OpenAsync(Link().Match(mail.Text).Groups[1].Value, Ct)).IsRefused);
        }
    }

    /// <summary>The mail server was away while the supplier approved, or while the next morning came.</summary>
    [Theory]
    [InlineData(false, false, 1)]
    [InlineData(true, false, 0)]
    [InlineData(false, true, 0)]
    public async Task Deliver_LaterThanItWasTrue_IsNotSent(bool isApproved, bool isOvertaken, int arrived)
    {
        var platform = (await InvoiceDesk.CreateAsync(await worlds.OnAsync(DatabaseKind.Sqlite))).Platform;
        var invoice = await RequestedAsync(platform, platform.Today, at: null);
        await StepAsync(platform, "2026-10-08T09:00");
        var message = (await platform.RowsAsync<OutboxMessage>()).Single(row => row.Type == SendMail.MessageType);
        if (isOvertaken)
        {
            await StepAsync(platform, "2026-10-12T09:00");
        }
        if (isApproved)
        {
            Platform.Must(await platform.CommandAsync(async work =>
            {
                var row = await work.Db.Set<TaxInvoice>().SingleAsync(one => one.Id == invoice.Id, Ct);
                Platform.Must(row.Observe(new TaxInvoiceObservation(TaxInvoiceCommand.ConfirmIssue), work.Now));
                return new Done();
            }));
        }
        var handler = platform.World.All<OutboxHandler>().Single(one => one.Type == SendMail.MessageType);
        var finished = Assert.IsType<Delivery.Finished>(await handler.PerformAsync(message, Ct));
        Platform.Must(await platform.CommandAsync(async work =>
        {
            await finished.Close(work);
            return new Done();
        }));
        Assert.Equal(arrived, (await platform.RowsAsync<MailboxMail>()).Count);
    }

    [Fact]
    public async Task Remind_SwitchedOff_Nobody()
    {
        var platform = (await InvoiceDesk.CreateAsync(await worlds.OnAsync(DatabaseKind.Sqlite))).Platform;
        await RequestedAsync(platform, platform.Today, at: null);
        Platform.Must(await platform.World.Get<UpdatePlatformSettings>().RemindOfDeadlinesAsync(platform.Tenant, Platform.Actor, isOn: false, Ct));
        await StepAsync(platform, "2026-10-08T09:00");
        Assert.Empty(await SubjectsAsync(platform, SendMail.MessageType));
        Platform.Must(await platform.World.Get<UpdatePlatformSettings>().RemindOfDeadlinesAsync(platform.Tenant, Platform.Actor, isOn: true, Ct));
        await RemindAsync(platform);
        Assert.Single(await SubjectsAsync(platform, SendMail.MessageType));
    }

    /// <summary>An invoice that the ASP has and that waits for p0.</summary>
    private static async Task<TaxInvoice> RequestedAsync(Platform platform, DateOnly writeDate, DateTimeOffset? at)
    {
        var desk = InvoiceDesk.Of(platform);
        var content = desk.Content(TaxInvoiceIssuance.Reverse, InvoiceDesk.Nobody with { CounterpartyId = "p0" }, InvoiceDesk.Nobody) with { WriteDate = writeDate };
        var drafted = Platform.Must(await desk.DraftAsync(new WrittenTaxInvoice(content, null, null, null, null)));
        Platform.Must(await platform.CommandAsync(async work =>
        {
            var row = await work.Db.Set<TaxInvoice>().SingleAsync(one => one.Id == drafted.Id, Ct);
            Platform.Must(row.Request(Domain.Partners.NtsConnectionStatus.Connected, work.Actor, null, work.Now));
            Platform.Must(row.Observe(new TaxInvoiceObservation(TaxInvoiceCommand.ConfirmRequest, HappenedAt: at), work.Now));
            return new Done();
        }));
        return await InvoiceAsync(platform, drafted.Id);
    }

    private static async Task<TaxInvoice> InvoiceAsync(Platform platform, TaxInvoiceId id) => (await platform.RowsAsync<TaxInvoice>()).Single(row => row.Id == id);

    private static async Task StepAsync(Platform platform, string seoul)
    {
        await MoveClockAsync(platform, seoul);
        await RemindAsync(platform);
    }

    private static Task RemindAsync(Platform platform) => platform.World.All<DueStep>().OfType<RemindOfDeadlines>().Single().RunAsync(platform.Tenant, Ct);

    /// <summary>The clock alone: nothing that is due is done yet, and nobody asks the ASP, which these worlds don't have.</summary>
    private static async Task MoveClockAsync(Platform platform, string seoul) => Platform.Must(await platform.CommandAsync(async work =>
    {
        if (await work.Db.Set<TestClock>().SingleOrDefaultAsync(row => row.MerchantId == platform.Tenant.Merchant, Ct) is not { } clock)
        {
            clock = new TestClock { MerchantId = platform.Tenant.Merchant };
            work.Db.Add(clock);
        }
        clock.Ahead = Seoul(seoul) - work.RealNow;
        return new Done();
    }));

    private static async Task<List<OutgoingMail>> MailsAsync(Platform platform, string type) =>
        [.. (await platform.RowsAsync<OutboxMessage>()).Where(message => message.Type == type).OrderBy(message => message.Sequence).Select(message => message.Read<OutgoingMail>())];

    private static async Task<List<string>> SubjectsAsync(Platform platform, string type) => [.. (await MailsAsync(platform, type)).Select(mail => mail.Subject)];

    private static DateTimeOffset Seoul(string time) => new DateTimeOffset(DateTime.Parse(time, System.Globalization.CultureInfo.InvariantCulture), SeoulTime.Offset).ToUniversalTime();

    [GeneratedRegex("/s/([A-Za-z0-9_-]+)")]
    private static partial Regex Link();
}
