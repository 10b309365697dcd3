using Jeongsan.Application.Audit;
using Jeongsan.Application.Payouts;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Application.Tests.Payouts;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.TestKit;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Jeongsan.Application.Tests.TaxInvoices;

/// <summary>A supply is invoiced once, however often its payout is cancelled, fails and is made anew (부가가치세법 제32조: one invoice for one supply).</summary>
public sealed class InvoicedOnceTests(Worlds worlds, PayoutWorlds payoutWorlds) : IClassFixture<PayoutWorlds>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Draft_BeforeThePayoutIsConfirmed_IsRefused(DatabaseKind kind)
    {
        var platform = await ConnectedAsync(await worlds.OnAsync(kind));
        var bulk = await platform.CreateAsync();

        var drafted = await DraftAsync(platform, bulk.Id);

        Assert.Empty(drafted.Drafted);
        Assert.All(drafted.Skipped.Values, refusal => Assert.IsType<TaxInvoiceRefusal.PayoutNotInvoiceable>(refusal));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Draft_SettlementsOfACancelledPayoutWhoseRequestStands_IsRefusedAndNamesTheInvoice(DatabaseKind kind)
    {
        var platform = await ConnectedAsync(await worlds.OnAsync(kind));
        var first = await platform.ConfirmedAsync();
        var invoices = (await DraftAsync(platform, first.Id)).Drafted;
        Assert.Equal(3, invoices.Count);
        Platform.Must(await RequestAsync(platform, invoices[0].Id));
        Platform.Must(await platform.CancelAsync(first.Id));

        var again = await DraftAsync(platform, (await platform.ConfirmedAsync()).Id);

        var refusal = Assert.IsType<TaxInvoiceRefusal.InvoicedWithAnother>(Assert.Single(again.Skipped).Value);
        Assert.Equal((invoices[0].Id, invoices[0].PayoutId!.Value.Value), (refusal.Invoice, refusal.PayoutId));
        Assert.Equal(2, again.Drafted.Count);
        Assert.DoesNotContain(again.Drafted, invoice => invoice.PartnerId == invoices[0].PartnerId);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Request_DraftOfACancelledPayout_IsRefusedAloneAndInBulk(DatabaseKind kind)
    {
        var platform = await ConnectedAsync(await worlds.OnAsync(kind));
        var bulk = await platform.ConfirmedAsync();
        var drafted = await DraftAsync(platform, bulk.Id);
        Platform.Must(await platform.CancelAsync((await platform.PayoutsAsync(bulk.Id))[0].Id));
        var draft = drafted.Drafted.Single(invoice => invoice.PartnerId == new PartnerId("p0"));

        Assert.IsType<TaxInvoiceRefusal.PayoutCancelled>((await RequestAsync(platform, draft.Id)).Refusal);
        var requested = Platform.Must(await platform.Get<RequestTaxInvoice>().HandleBulkAsync(platform.Tenant, Platform.Actor, drafted.Bulk.Id, Ct));

        Assert.Equal(draft.Id, Assert.Single(requested.Refused).Key);
        Assert.IsType<TaxInvoiceRefusal.PayoutCancelled>(requested.Refused[draft.Id]);
        Assert.Equal(2, requested.Requested.Count);
    }

    /// <summary>Whoever chooses payouts by their month sees what will be written, and it is written so.</summary>
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Preview_OfPayoutsOfAMonth_WritesNothingAndSaysWhatTheDraftThenWrites(DatabaseKind kind)
    {
        var platform = await ConnectedAsync(await worlds.OnAsync(kind));
        var bulk = await platform.ConfirmedAsync();
        await using var db = platform.Platform.World.Store.Read(platform.Tenant);
        var open = Assert.Single(await InvoiceablePayouts.ReadAsync(db, Ct));
        var draft = platform.Get<DraftFromPayouts>();
        var command = new NewPayoutInvoices(null, open.Payouts, null, null);

        var seen = Platform.Must(await draft.PreviewAsync(platform.Tenant, Platform.Actor, command, Ct));

        Assert.Empty(await platform.Platform.RowsAsync<TaxInvoice>());
        Assert.All(await platform.PayoutsAsync(bulk.Id), payout => Assert.Null(payout.TaxInvoiceId));
        var written = Platform.Must(await draft.HandleAsync(platform.Tenant, Platform.Actor, command, Ct));
        Assert.Equal(written.Drafted.Select(Facts), seen.Drafted.Select(Facts));
        Assert.Equal((bulk.Id, open.Supply.Value), (open.Bulk, written.Drafted.Sum(invoice => invoice.TotalSupplyAmount.Value)));
        Assert.Empty(await InvoiceablePayouts.ReadAsync(db, Ct));
        Platform.Must(await platform.Get<WriteTaxInvoice>().DeleteAsync(platform.Tenant, Platform.Actor, written.Drafted[0].Id, Ct));
        Assert.Equal(written.Drafted[0].PayoutId, Assert.Single(Assert.Single(await InvoiceablePayouts.ReadAsync(db, Ct)).Payouts));

        static object Facts(TaxInvoice invoice) => (invoice.PayoutId, invoice.SupplierBrn, invoice.WriteDate, invoice.TotalAmount, invoice.Taxation);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Draft_AfterTheFirstWasDeleted_IsDrawnAgain(DatabaseKind kind)
    {
        var platform = await ConnectedAsync(await worlds.OnAsync(kind));
        var bulk = await platform.ConfirmedAsync();
        var first = (await DraftAsync(platform, bulk.Id)).Drafted[0];
        Assert.Equal(3, (await DraftAsync(platform, bulk.Id)).Skipped.Values.OfType<TaxInvoiceRefusal.NothingToInvoice>().Count());
        Platform.Must(await platform.Get<WriteTaxInvoice>().DeleteAsync(platform.Tenant, Platform.Actor, first.Id, Ct));

        var again = Assert.Single((await DraftAsync(platform, bulk.Id)).Drafted);

        Assert.Equal((first.PayoutId, first.TotalAmount), (again.PayoutId, again.TotalAmount));
        Assert.Equal(again.Id, (await platform.PayoutsAsync(bulk.Id)).Single(payout => payout.Id == first.PayoutId).TaxInvoiceId);
    }

    /// <summary>The ASP still has the request, and the supplier can approve it there.</summary>
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Draft_AfterOneWhoseIssueFailedWasDeleted_IsRefused(DatabaseKind kind)
    {
        var platform = await ConnectedAsync(await worlds.OnAsync(kind), partners: 1);
        var bulk = await platform.ConfirmedAsync();
        var first = Assert.Single((await DraftAsync(platform, bulk.Id)).Drafted);
        await using var db = platform.Platform.World.Store.Read(platform.Tenant);
        await db.Set<TaxInvoice>().Where(row => row.Id == first.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Status, TaxInvoiceStatus.IssueFailed), Ct);
        Platform.Must(await platform.Get<WriteTaxInvoice>().DeleteAsync(platform.Tenant, Platform.Actor, first.Id, Ct));

        Assert.IsType<TaxInvoiceRefusal.NothingToInvoice>(Assert.Single((await DraftAsync(platform, bulk.Id)).Skipped).Value);
        Platform.Must(await platform.CancelAsync(bulk.Id));
        Assert.IsType<TaxInvoiceRefusal.InvoicedWithAnother>(Assert.Single((await DraftAsync(platform, (await platform.ConfirmedAsync()).Id)).Skipped).Value);
    }

    /// <summary>The bank refused the payment: the supply stays supplied, and its invoice stands.</summary>
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Draft_SettlementsOfAFailedPayout_AreInvoicedWithTheFirstOrTheSecondAndNeverWithBoth(DatabaseKind kind)
    {
        payoutWorlds.Bank.Decide = order => Task.FromResult<RemittanceState?>(RemittanceState.Failed);
        var platform = await ConnectedAsync(await payoutWorlds.OnAsync(kind));
        var failed = await platform.ConfirmedAsync();
        Platform.Must(await platform.ExecuteAsync(failed.Id));
        await platform.UntilAsync(failed.Id, BulkPayoutStatus.Completed);
        // One of the three is invoiced before it is paid anew.
        var early = (await platform.PayoutsAsync(failed.Id))[0];
        var invoice = Assert.Single(Platform.Must(await platform.Get<DraftFromPayouts>().HandleAsync(platform.Tenant, Platform.Actor, new NewPayoutInvoices(null, [early.Id], null, null), Ct)).Drafted);
        var again = Platform.Must(await platform.RetryAsync(failed.Id));
        Platform.Must(await platform.ConfirmAsync(again.Id));

        var ofTheSecond = await DraftAsync(platform, again.Id);
        var ofTheFirst = await DraftAsync(platform, failed.Id);

        Assert.Equal(invoice.Id, Assert.IsType<TaxInvoiceRefusal.InvoicedWithAnother>(Assert.Single(ofTheSecond.Skipped).Value).Invoice);
        Assert.Equal(2, ofTheSecond.Drafted.Count);
        Assert.Empty(ofTheFirst.Drafted);
        Assert.Equal(3, ofTheFirst.Skipped.Count);
    }

    /// <summary>Whoever comes first: what is requested stands, and what was cancelled is not requested.</summary>
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task CancelAndRequest_AtOnce_LeaveOneInvoiceForEachSupply(DatabaseKind kind)
    {
        for (var round = 0; round < 6; round++)
        {
            var platform = await ConnectedAsync(await worlds.OnAsync(kind));
            var bulk = await platform.ConfirmedAsync();
            var first = await DraftAsync(platform, bulk.Id);

            var requesting = Task.Run(() => platform.Get<RequestTaxInvoice>().HandleBulkAsync(platform.Tenant, Platform.Actor, first.Bulk.Id, Ct), Ct);
            var cancelling = Task.Run(() => platform.CancelAsync(bulk.Id), Ct);
            var requested = Platform.Must(await requesting).Requested.Count;
            Platform.Must(await cancelling);

            var second = await DraftAsync(platform, (await platform.ConfirmedAsync()).Id);
            Assert.Equal(3, requested + second.Drafted.Count);
            Platform.Must(await platform.Get<RequestTaxInvoice>().HandleBulkAsync(platform.Tenant, Platform.Actor, second.Bulk.Id, Ct));
            var standing = (await platform.Platform.RowsAsync<TaxInvoice>()).Where(invoice => invoice.Status == TaxInvoiceStatus.RequestPending).ToList();
            Assert.Equal(["p0", "p1", "p2"], standing.Select(invoice => invoice.PartnerId!.Value.Value).Order());
        }
    }

    /// <summary>Past every rule: the audit says so.</summary>
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Audit_TwoInvoicesOnTheSameSettlements_FindsThem(DatabaseKind kind)
    {
        var platform = await ConnectedAsync(await worlds.OnAsync(kind), partners: 1);
        var first = await platform.ConfirmedAsync();
        var invoice = Assert.Single((await DraftAsync(platform, first.Id)).Drafted);
        Platform.Must(await platform.CancelAsync(first.Id));
        Assert.Single((await DraftAsync(platform, (await platform.ConfirmedAsync()).Id)).Drafted);
        Assert.DoesNotContain((await AuditAsync(platform)).Differences, difference => difference.Subject == "PartnerSettlement");

        await using var db = platform.Platform.World.Store.Read(platform.Tenant);
        await db.Set<TaxInvoice>().Where(row => row.MerchantId == platform.Tenant.Merchant).ExecuteUpdateAsync(set => set.SetProperty(row => row.Status, TaxInvoiceStatus.Issued), Ct);

        var settlement = Assert.Single(await platform.SettlementsAsync()).Id;
        Assert.Contains((await AuditAsync(platform)).Differences, difference => (difference.Check, difference.Subject, difference.Id) == (AuditCheck.TaxInvoice, "PartnerSettlement", settlement.Value));
        Assert.NotEqual(invoice.PayoutId, (await platform.SettlementsAsync())[0].PayoutId);
    }

    private static Task<AuditReport> AuditAsync(PayoutPlatform platform) => platform.Get<AuditBooks>().HandleAsync(platform.Tenant, Ct);

    private static async Task<DraftedTaxInvoices> DraftAsync(PayoutPlatform platform, BulkPayoutId bulk) =>
        Platform.Must(await platform.Get<DraftFromPayouts>().HandleAsync(platform.Tenant, Platform.Actor, new NewPayoutInvoices(bulk, null, null, null), Ct));

    private static Task<Outcome<TaxInvoice>> RequestAsync(PayoutPlatform platform, TaxInvoiceId id) =>
        platform.Get<RequestTaxInvoice>().HandleAsync(platform.Tenant, Platform.Actor, id, null, Ct);

    private static async Task<PayoutPlatform> ConnectedAsync(World world, int partners = 3)
    {
        var platform = await PayoutPlatform.SoldAsync(world, partners);
        Platform.Must(await platform.Platform.CommandAsync(async work =>
        {
            foreach (var partner in await work.Db.Set<Partner>().ToListAsync(Ct))
            {
                partner.Connect();
                partner.ConcludeConnection(NtsConnectionCommand.ConfirmConnected);
            }
            return new Done();
        }));
        return platform;
    }
}
