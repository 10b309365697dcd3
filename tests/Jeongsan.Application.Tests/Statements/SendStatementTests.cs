using Jeongsan.Application.BulkTasks;
using Jeongsan.Application.Mails;
using Jeongsan.Application.Outbox;
using Jeongsan.Application.Privacy;
using Jeongsan.Application.Statements;
using Jeongsan.Application.Storage;
using Jeongsan.Application.SupplierDesk;
using Jeongsan.Application.Tests.Mails;
using Jeongsan.Application.Tests.Payouts;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Privacy;
using Jeongsan.Domain.Statements;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Jeongsan.Application.Tests.Statements;

/// <summary>정산내역서 보내기: once, and again only when somebody says so.</summary>
public sealed class SendStatementTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Send_OfAConfirmedPayout_IsOneMailWithItsLineInTheRegister(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var platform = await StatementPlatform.ConfirmedAsync(world);
        var payout = platform.Payouts[0];
        var sending = Platform.Must(await platform.SendAsync(payout.Id));
        Assert.Equal((StatementSendingStatus.Waiting, 1, 1, "p0@partner.example"), (sending.Status, sending.Number, sending.Attempt, sending.Email));
        var line = Assert.Single(await platform.Platform.RowsAsync<DisclosureLine>(), row => row.MessageType == MailStatement.MessageType);
        Assert.Equal(($"mail-{sending.Id}", "p0", EntrustedWork.Mail), (line.MessageKey, line.SubjectId, line.Work));

        await world.StartDispatcherAsync();
        await platform.UntilAsync(sending.Id, StatementSendingStatus.Sent);

        var mail = Assert.Single(await platform.MailsAsync());
        Assert.Equal(("p0@partner.example", $"mail-{sending.Id}@jeongsan"), (mail.To, mail.Id));
        Assert.StartsWith("[시험마켓] 9월 1일 정산내역서", mail.Subject, StringComparison.Ordinal);
        Assert.Contains(KoreanWords.Won(payout.Amount.Value), mail.Text, StringComparison.Ordinal);
        Assert.Null(mail.Attachment);
        // Neither the account nor the token stays behind.
        Assert.DoesNotContain(payout.Account.Number, mail.Html, StringComparison.Ordinal);
        Assert.Equal("{}", (await platform.Platform.RowsAsync<OutboxMessage>()).Single(row => row.Type == MailStatement.MessageType).Payload);
        Assert.NotNull((await platform.ReadAsync(sending.Id)).SentAt);
        // The first template is the usual one, and the default.
        Assert.True(Assert.Single(await platform.Platform.RowsAsync<StatementTemplate>()).IsDefault);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Send_OfAPayoutWhoseAmountsAreNotFixedOrThatPaysNothing_IsRefusedAsPayoutNotSendable(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var sold = await PayoutPlatform.SoldAsync(world);
        var bulk = await sold.CreateAsync();
        var platform = new StatementPlatform(sold, bulk.Id, await sold.PayoutsAsync(bulk.Id));
        var payout = platform.Payouts[0].Id;
        Assert.Equal(new StatementRefusal.PayoutNotSendable(payout, PayoutStatus.Prepared), (await platform.SendAsync(payout)).Refusal);
        Platform.Must(await sold.ConfirmAsync(bulk.Id));
        var sent = Platform.Must(await platform.SendAsync(payout));
        Platform.Must(await sold.CancelAsync(bulk.Id));
        Assert.Equal(new StatementRefusal.PayoutNotSendable(payout, PayoutStatus.Cancelled), (await platform.AgainAsync(sent.Id)).Refusal);
        Assert.Equal(new StoredRefusal.NotFound("Payout", "none"), (await platform.SendAsync(new PayoutId("none"))).Refusal);
        Assert.Equal(new StoredRefusal.NotFound(StatementTemplates.Subject, "none"), (await platform.SendAsync(payout, "none")).Refusal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Send_ASecondTime_IsRefusedAsAlreadySent_AndByAnotherTemplateIsAnotherStatement(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var platform = await StatementPlatform.ConfirmedAsync(world);
        Platform.Must(await platform.CreateTemplateAsync("short", "간단히", terms: StatementTerms.Usual with { Detail = StatementDetail.Sums }));
        Platform.Must(await platform.CreateTemplateAsync("long", "자세히", terms: StatementTerms.Usual with { Detail = StatementDetail.Transfers }));
        var payout = platform.Payouts[0].Id;
        var first = Platform.Must(await platform.SendAsync(payout));
        Assert.Equal("short", first.TemplateId.Value);
        Assert.Equal(new StatementRefusal.AlreadySent(first.Id), (await platform.SendAsync(payout)).Refusal);
        var other = Platform.Must(await platform.SendAsync(payout, "long"));
        Assert.Equal((2, 1), (other.Number, other.Attempt));
        await world.StartDispatcherAsync();
        // Both links open: neither takes the other's place.
        Assert.False((await platform.Desk.OpenAsync(await platform.TokenAsync(first.Id), CancellationToken.None)).IsRefused);
        Assert.False((await platform.Desk.OpenAsync(await platform.TokenAsync(other.Id), CancellationToken.None)).IsRefused);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Again_ToAnotherAddress_IsANewSendingWhoseLinkAloneOpens(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var platform = await StatementPlatform.ConfirmedAsync(world);
        var first = Platform.Must(await platform.SendAsync(platform.Payouts[0].Id));
        // A second mail while the first is on its way would be two.
        Assert.Equal(new StatementRefusal.NotInState(StatementSendingStatus.Waiting, StatementSendingCommand.SendAgain), (await platform.AgainAsync(first.Id)).Refusal);
        await world.StartDispatcherAsync();
        var token = await platform.TokenAsync(first.Id);

        var second = Platform.Must(await platform.AgainAsync(first.Id, "accountant@office.example"));
        var newer = await platform.TokenAsync(second.Id);

        Assert.Equal((2, "accountant@office.example"), (second.Attempt, second.Email));
        Assert.Equal("accountant@office.example", (await platform.MailsAsync()).Single(mail => mail.Id == $"mail-{second.Id}@jeongsan").To);
        Assert.IsType<SupplierDeskRefusal.LinkReplaced>((await platform.Desk.OpenAsync(token, CancellationToken.None)).Refusal);
        Assert.False((await platform.Desk.OpenAsync(newer, CancellationToken.None)).IsRefused);
        Assert.NotNull((await platform.ReadAsync(first.Id)).ReplacedAt);
        // Whoever clicks on what was sent again already is told.
        Assert.Equal(new StatementRefusal.NotNewest(second.Id), (await platform.AgainAsync(first.Id)).Refusal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Again_AfterTheTemplateChangedAndWasDeleted_ShowsWhatItSaysNow_ThenWhatItSaidLast(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var platform = await StatementPlatform.ConfirmedAsync(world);
        var (templates, tenant, id) = (world.Get<StatementTemplates>(), platform.Platform.Tenant, new StatementTemplateId("a"));
        Platform.Must(await platform.CreateTemplateAsync("a", "처음"));
        await world.StartDispatcherAsync();
        var first = Platform.Must(await platform.SendAsync(platform.Payouts[0].Id));
        var token = await platform.TokenAsync(first.Id);
        Platform.Must(await templates.UpdateAsync(tenant, Platform.Actor, id, StatementTerms.Usual with { Name = "나중", Greeting = "감사합니다." }, isDefault: true, CancellationToken.None));
        // What was sent stays as it was.
        Assert.Equal("", Platform.Must(await platform.Desk.ViewAsync(token, null, CancellationToken.None)).Paper.Lead);
        var second = Platform.Must(await platform.AgainAsync(first.Id));
        token = await platform.TokenAsync(second.Id);
        Assert.Equal("감사합니다.", Platform.Must(await platform.Desk.ViewAsync(token, null, CancellationToken.None)).Paper.Lead);
        Platform.Must(await templates.DeleteAsync(tenant, Platform.Actor, id, CancellationToken.None));
        var third = Platform.Must(await platform.AgainAsync(second.Id));
        Assert.Equal(("나중", 3), (third.Terms.Name, third.Attempt));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Again_ByManyAtOnce_IsOneNewSending(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var platform = await StatementPlatform.ConfirmedAsync(world);
        var first = Platform.Must(await platform.SendAsync(platform.Payouts[0].Id));
        await world.StartDispatcherAsync();
        await platform.UntilAsync(first.Id, StatementSendingStatus.Sent);
        var again = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => platform.AgainAsync(first.Id))));
        Assert.Single(again, one => !one.IsRefused);
        Assert.All(again.Where(one => one.IsRefused), one => Assert.IsType<StatementRefusal.NotNewest>(one.Refusal));
        await platform.UntilNothingWaitsAsync();
        Assert.Equal(2, (await platform.MailsAsync()).Count);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task SendAll_ByTwoOperatorsAtOnce_IsOneSendingAndOneMailEach(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var platform = await StatementPlatform.ConfirmedAsync(world, partners: 5);
        await world.StartDispatcherAsync();
        var tasks = await Task.WhenAll(Enumerable.Range(0, 4).Select(index => Task.Run(() => platform.SendAllAsync($"operator-{index}"))));
        Assert.All(tasks, task => Assert.False(task.IsRefused));
        await platform.UntilNothingWaitsAsync();
        await Polling.UntilTrueAsync("the tasks to be completed", async _ => (await platform.Platform.RowsAsync<BulkTask>()).All(task => task.State == BulkTaskState.Completed), Limit);

        var sendings = await platform.SendingsAsync();
        Assert.Equal(platform.Payouts.Select(payout => payout.Id).OrderBy(id => id.Value), sendings.Select(row => row.PayoutId).OrderBy(id => id.Value));
        Assert.All(sendings, row => Assert.Equal(StatementSendingStatus.Sent, row.Status));
        Assert.Equal(5, (await platform.MailsAsync()).Count);
        Assert.Equal(5, (await platform.MailsAsync()).Select(mail => mail.To).Distinct().Count());
        var items = await platform.Platform.RowsAsync<BulkTaskItem>();
        Assert.Equal((5, 15), (items.Count(item => item.State == BulkTaskItemState.Succeeded), items.Count(item => item.State == BulkTaskItemState.Failed)));
        Assert.All(items.Where(item => item.State == BulkTaskItemState.Failed), item => Assert.Equal("AlreadySent", item.Reason));
    }

    /// <summary>More than one step's worth: the task goes on by itself, and each payout of a partner is an item of its own.</summary>
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task SendAll_OfManyPayouts_GoesOnInStepsUntilAllAreSent(DatabaseKind kind)
    {
        const int Partners = 55;
        await using var world = await World.CreateAsync(kind);
        var sold = await PayoutPlatform.SoldAsync(world, Partners, days: 2);
        var bulk = Platform.Must(await sold.ConfirmAsync(Platform.Must(await sold.Platform.PayAsync(sold.Platform.Today)).Id));
        var before = Platform.Must(await sold.ConfirmAsync(Platform.Must(await sold.Platform.PayAsync(sold.Platform.Today.AddDays(-1))).Id));
        var platform = new StatementPlatform(sold, bulk.Id, await sold.PayoutsAsync(bulk.Id));
        var task = Platform.Must(await world.Get<StatementTasks>().StartAsync(
            platform.Platform.Tenant, Platform.Actor, bulk.Id, [.. (await sold.PayoutsAsync(before.Id)).Select(payout => payout.Id)], template: null, CancellationToken.None));
        Assert.Equal((BulkTaskState.Processing, BulkTaskKind.SendStatements), (task.State, task.Kind));
        await world.StartDispatcherAsync();
        await Polling.UntilTrueAsync("the task to be completed", async _ => (await platform.Platform.RowsAsync<BulkTask>()).Single().State == BulkTaskState.Completed, TimeSpan.FromMinutes(3));
        Assert.Equal(2 * Partners, (await platform.MailsAsync()).Count);
        var items = await platform.Platform.RowsAsync<BulkTaskItem>();
        Assert.All(items, item => Assert.Equal(BulkTaskItemState.Succeeded, item.State));
        Assert.Equal(2 * Partners, items.Select(item => item.PayoutId).Distinct().Count());
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Send_ToAPartnerWhoWasNotTold_IsRefusedAndLeavesNothing(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var platform = await StatementPlatform.ConfirmedAsync(world);
        await platform.Platform.CommandAsync(work =>
        {
            work.Db.RemoveRange(work.Db.Set<PartnerNotice>().Where(notice => notice.PartnerId == new Domain.Partners.PartnerId("p1")));
            return Task.FromResult<Outcome<Done>>(new Done());
        });
        var untold = platform.Payouts.Single(payout => payout.PartnerId.Value == "p1");
        Assert.IsType<PrivacyRefusal.PartnerNotTold>((await platform.SendAsync(untold.Id)).Refusal);
        Assert.Empty(await platform.SendingsAsync());
        Assert.Empty(await platform.Platform.RowsAsync<OutboxMessage>());
        Assert.Empty(await platform.Platform.RowsAsync<SupplierLink>());

        await world.StartDispatcherAsync();
        Platform.Must(await platform.SendAllAsync());
        await platform.UntilNothingWaitsAsync();
        Assert.Equal(["p0@partner.example", "p2@partner.example"], (await platform.MailsAsync()).Select(mail => mail.To).Order());
        var item = (await platform.Platform.RowsAsync<BulkTaskItem>()).Single(row => row.State == BulkTaskItemState.Failed);
        Assert.Equal(("p1", "PartnerNotTold"), (item.PartnerId.Value, item.Reason));
        Assert.Contains("알리", item.Words, StringComparison.Ordinal);
    }

    /// <summary>The mail server took it and its answer was lost: it gets the same mail again, by whose Message-Id it knows it.</summary>
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Send_AfterALostAnswer_IsTheSameMailUnderTheSameMessageId(DatabaseKind kind)
    {
        await using var smtp = new SmtpListener { AnswersToLose = 1 };
        await using var world = await World.CreateAsync(kind, TimeProvider.System, more: services => services.AddSingleton(Smtp(smtp)));
        var platform = await StatementPlatform.ConfirmedAsync(world);
        var sending = Platform.Must(await platform.SendAsync(platform.Payouts[0].Id));
        await world.StartDispatcherAsync();
        var first = await smtp.NextAsync(Limit);
        var second = await smtp.NextAsync(Limit);
        Assert.Equal(($"mail-{sending.Id}@jeongsan", first.TextBody), (first.MessageId, second.TextBody));
        Assert.Equal(first.MessageId, second.MessageId);
        await platform.UntilAsync(sending.Id, StatementSendingStatus.Sent);
        Assert.Single(await platform.SendingsAsync());
        Assert.Equal(2, (await platform.Platform.RowsAsync<OutboxMessage>()).Single(row => row.Type == MailStatement.MessageType).Attempts);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Send_ToAnAddressThatIsRefused_Fails_AndMayBeSentAnew(DatabaseKind kind)
    {
        await using var smtp = new SmtpListener { Unknown = { "p0@partner.example" } };
        await using var world = await World.CreateAsync(kind, TimeProvider.System, more: services => services.AddSingleton(Smtp(smtp)));
        var platform = await StatementPlatform.ConfirmedAsync(world);
        await world.StartDispatcherAsync();
        Platform.Must(await platform.SendAllAsync());
        await platform.UntilNothingWaitsAsync();
        var failed = (await platform.SendingsAsync()).Single(row => row.Status == StatementSendingStatus.Failed);
        Assert.Contains("주소를 확인하고", failed.FailReason, StringComparison.Ordinal);
        var item = (await platform.Platform.RowsAsync<BulkTaskItem>()).Single(row => row.State == BulkTaskItemState.Failed);
        Assert.Equal((failed.PayoutId, failed.FailReason), (item.PayoutId, item.Words));
        Assert.Equal(BulkTaskState.Completed, (await platform.Platform.RowsAsync<BulkTask>()).Single().State);

        // Nobody got it, so sending it is no second mail.
        var anew = Platform.Must(await platform.SendAsync(failed.PayoutId, email: "right@partner.example"));
        await platform.UntilAsync(anew.Id, StatementSendingStatus.Sent);
        Assert.Equal((2, failed.TemplateId), (anew.Attempt, anew.TemplateId));
    }

    private static MailOptions Smtp(SmtpListener smtp) =>
        new() { PublicAddress = new Uri("http://jeongsan.test"), SmtpHost = "127.0.0.1", SmtpPort = smtp.Port, FromAddress = "tax@market.example" };
}
