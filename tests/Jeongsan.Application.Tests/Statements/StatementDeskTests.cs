using Jeongsan.Application.Partners;
using Jeongsan.Application.Payouts;
using Jeongsan.Application.Storage;
using Jeongsan.Application.SupplierDesk;
using Jeongsan.Application.Transfers;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Policies;
using Jeongsan.Domain.Statements;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.TestKit;
using Xunit;

namespace Jeongsan.Application.Tests.Statements;

/// <summary>What a partner sees behind the link of a statement's mail, and what nobody else sees.</summary>
public sealed class StatementDeskTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Prove_WithTheBusinessNumber_ShowsTheStatement_AndIsNotedAsOpened(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var platform = await StatementPlatform.ConfirmedAsync(world);
        var sending = Platform.Must(await platform.SendAsync(platform.Payouts[0].Id));
        await world.StartDispatcherAsync();
        var token = await platform.TokenAsync(sending.Id);
        var link = Platform.Must(await platform.Desk.OpenAsync(token, Ct));
        Assert.Equal((StatementProofKind.BusinessNumber, "가게0", "시험마켓"), (link.Asks, link.PartnerName, link.Platform.Name));
        Assert.Equal(platform.Platform.Today.AddMonths(2).AddDays(-1), link.LinkExpires);

        Assert.Equal(4, Assert.IsType<SupplierDeskRefusal.BusinessNumberWrong>((await platform.Desk.ProveAsync(token, Platform.Number(1).Value, "10.1.1.1", Ct)).Refusal).AttemptsLeft);
        Assert.Null((await platform.ReadAsync(sending.Id)).OpenedAt);
        Platform.Must(await platform.Desk.ProveAsync(token, Platform.Number(0).Value, "10.1.1.1", Ct));
        Assert.NotNull((await platform.ReadAsync(sending.Id)).OpenedAt);

        var view = Platform.Must(await platform.Desk.ViewAsync(token, null, Ct));
        Assert.Equal("8,900원", view.Paper.Sums[^1].Value);
        Assert.Equal(sending.Id, Assert.Single(view.Statements).Id);
        Assert.Empty(view.Invoices);
        Assert.Equal(PayoutStatus.Confirmed, view.Payout);
        Platform.Must(await platform.Sold.CancelAsync(platform.Bulk));
        // The link still opens, and says what became of the payout.
        Assert.Equal(PayoutStatus.Cancelled, Platform.Must(await platform.Desk.ViewAsync(token, null, Ct)).Payout);
        Assert.StartsWith("%PDF-", System.Text.Encoding.Latin1.GetString(Platform.Must(await platform.Desk.PdfAsync(token, null, Ct))), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Prove_WrongFiveTimes_LocksTheLink(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var platform = await StatementPlatform.ConfirmedAsync(world);
        var sending = Platform.Must(await platform.SendAsync(platform.Payouts[0].Id));
        await world.StartDispatcherAsync();
        var token = await platform.TokenAsync(sending.Id);
        for (var attempt = 0; attempt < SupplierLink.AttemptCountMax; attempt++)
        {
            Assert.True((await platform.Desk.ProveAsync(token, Platform.Number(1).Value, $"10.1.1.{attempt}", Ct)).IsRefused);
        }
        Assert.IsType<SupplierDeskRefusal.TooManyAttempts>((await platform.Desk.ProveAsync(token, Platform.Number(0).Value, "10.1.1.9", Ct)).Refusal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task View_OfAnotherPartnersStatement_IsLinkUnknown_AndOfAnOwnOneIsShown(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var platform = await StatementPlatform.ConfirmedAsync(world);
        var own = Platform.Must(await platform.SendAsync(platform.Payouts[0].Id));
        var anothers = Platform.Must(await platform.SendAsync(platform.Payouts[1].Id));
        await world.StartDispatcherAsync();
        var token = await platform.TokenAsync(own.Id);
        await platform.UntilAsync(anothers.Id, StatementSendingStatus.Sent);
        Assert.IsType<SupplierDeskRefusal.LinkUnknown>((await platform.Desk.ViewAsync(token, anothers.Id, Ct)).Refusal);
        Assert.IsType<SupplierDeskRefusal.LinkUnknown>((await platform.Desk.PdfAsync(token, anothers.Id, Ct)).Refusal);
        Assert.IsType<SupplierDeskRefusal.LinkUnknown>((await platform.Desk.ViewAsync(token, new StatementSendingId("none"), Ct)).Refusal);

        // A second payout of the same partner, whose statement was mailed by itself: both links lead to both.
        Platform.Must(await platform.Platform.OrderAsync(0, "later", 50_000));
        await platform.Platform.GatherAsync();
        var later = Platform.Must(await platform.Sold.ConfirmAsync((await platform.Sold.CreateAsync()).Id));
        var next = Platform.Must(await platform.SendAsync((await platform.Sold.PayoutsAsync(later.Id)).Single().Id));
        await platform.UntilAsync(next.Id, StatementSendingStatus.Sent);
        var view = Platform.Must(await platform.Desk.ViewAsync(token, next.Id, Ct));
        Assert.Equal(next.Id, view.Id);
        Assert.Equal([(next.Id, true), (own.Id, false)], view.Statements.Select(line => (line.Id, line.IsShown)).OrderByDescending(line => line.IsShown));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Open_AfterTwoMonths_IsLinkExpired_AndAnInvoicesLinkOpensNoStatement(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var platform = await StatementPlatform.ConfirmedAsync(world);
        var sending = Platform.Must(await platform.SendAsync(platform.Payouts[0].Id));
        await world.StartDispatcherAsync();
        var token = await platform.TokenAsync(sending.Id);
        Assert.IsType<SupplierDeskRefusal.LinkUnknown>((await platform.Desk.OpenAsync($"{token[..^1]}_", Ct)).Refusal);
        Assert.IsType<SupplierDeskRefusal.LinkUnknown>((await platform.Get<SupplierAccess>().OpenAsync(token, Ct)).Refusal);
        Assert.IsType<SupplierDeskRefusal.LinkUnknown>((await platform.Get<CertificateDesk>().OpenAsync(token, Ct)).Refusal);
        Platform.Must(await platform.Platform.MoveToAsync(platform.Platform.Today.AddMonths(2)));
        Assert.IsType<SupplierDeskRefusal.LinkExpired>((await platform.Desk.OpenAsync(token, Ct)).Refusal);
        Assert.IsType<SupplierDeskRefusal.LinkExpired>((await platform.Desk.ViewAsync(token, null, Ct)).Refusal);
    }

    // A person has no business number: the birth date is asked, or where the platform keeps none, the account's number.
    [Theory]
    [InlineData(DatabaseKind.Sqlite, "1990-01-02", StatementProofKind.Birthdate, "19900102")]
    [InlineData(DatabaseKind.Sqlite, null, StatementProofKind.AccountNumber, "110987654321")]
    [InlineData(DatabaseKind.PostgreSql, "1990-01-02", StatementProofKind.Birthdate, "19900102")]
    [InlineData(DatabaseKind.PostgreSql, null, StatementProofKind.AccountNumber, "110987654321")]
    public async Task Prove_OfAPerson_AsksForWhatThePlatformKeeps(DatabaseKind kind, string? born, StatementProofKind asks, string right)
    {
        if (TestDatabases.WhyMissing(kind) is { } why)
        {
            Assert.Skip(why);
        }
        await using var world = await World.CreateAsync(kind);
        var platform = await Platform.CreateAsync(world);
        DateOnly? birthdate = born is null ? null : DateOnly.ParseExact(born, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        Platform.Must(await world.Get<CreatePartners>().HandleAsync(platform.Tenant, Platform.Actor,
        [
            new("person", new PartnerProfile(
                "홍강사", new Contact("홍강사", null, "person@partner.example"), new BankAccount(Bank.Shinhan, Currency.Krw, "110987654321", "홍강사"),
                new ContractId("A"), null, [], new PartnerType.WhtPayer(birthdate), [])),
        ], Ct));
        Platform.Must(await world.Get<RegisterManualTransfer>().HandleAsync(
            platform.Tenant, Platform.Actor, new NewManualTransfer(null, new PartnerId("person"), new Won(1_000_000), Won.Zero, platform.Today, Currency.Krw, null, []), Ct));
        await platform.GatherAsync();
        var bulk = Platform.Must(await platform.PayAsync(platform.Today));
        Platform.Must(await world.Get<ConfirmBulkPayout>().HandleAsync(platform.Tenant, Platform.Actor, bulk.Id, Ct));
        var payouts = await platform.RowsAsync<Payout>();
        var statements = new StatementPlatform(new Payouts.PayoutPlatform(platform), bulk.Id, payouts);
        var sending = Platform.Must(await statements.SendAsync(payouts.Single().Id));
        await world.StartDispatcherAsync();
        var token = await statements.TokenAsync(sending.Id);

        Assert.Equal(asks, Platform.Must(await statements.Desk.OpenAsync(token, Ct)).Asks);
        Assert.True((await statements.Desk.ProveAsync(token, "19900103", "10.1.1.1", Ct)).IsRefused);
        Platform.Must(await statements.Desk.ProveAsync(token, right, "10.1.1.1", Ct));
        var paper = Platform.Must(await statements.Desk.ViewAsync(token, null, Ct)).Paper;
        Assert.Equal("-30,000원", paper.Sums.Single(sum => sum.Key == "소득세 (원천징수)").Value);
        Assert.Equal("967,000원", paper.Sums[^1].Value);
        Assert.Equal("신한은행 110******321", paper.Facts.Single(fact => fact.Key == "입금 계좌").Value);
    }
}
