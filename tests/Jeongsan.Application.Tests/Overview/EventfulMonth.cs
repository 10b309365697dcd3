using Jeongsan.Application.Partners;
using Jeongsan.Application.Payouts;
using Jeongsan.Application.Settings;
using Jeongsan.Application.Settlements;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Application.Tests.Payouts;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Policies;
using Jeongsan.Domain.Settlements;
using Jeongsan.Domain.TaxInvoices;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Jeongsan.Application.Tests.Overview;

/// <summary>
/// September of a platform to which everything happens. VAT comes on top; fees are 10 % with their VAT on top.
/// p0: an order and its partial cancellation, invoiced to the end. p1: withheld. p2: owes. p3: the bank refuses. p4: the settlement date is to come.
/// p5: paid together with August, invoice with the supplier. p6: paid, no invoice. p7: excluded. p8: refused by the supplier. p9: in a payout that nobody
/// confirmed. w0: a person with tax withheld.
/// </summary>
internal sealed class EventfulMonth
{
    private EventfulMonth(PayoutPlatform payouts) => Payouts = payouts;

    public PayoutPlatform Payouts { get; }

    public Platform Platform => Payouts.Platform;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<EventfulMonth> HappenAsync(World world, LedgerBank bank)
    {
        bank.Decide = order => Task.FromResult<RemittanceState?>(order.Holder == "가게3" ? RemittanceState.Failed : RemittanceState.Succeeded);
        var platform = await Platform.CreateAsync(world, partners: 10);
        var month = new EventfulMonth(new PayoutPlatform(platform));
        await platform.CommandAsync(work =>
        {
            work.Db.Add(new PlatformSettings { MerchantId = platform.Tenant.Merchant, Mode = platform.Tenant.Mode, SettlementAmountType = SettlementAmountType.Net });
            return Task.FromResult<Outcome<Done>>(new Done());
        });
        Platform.Must(await world.Get<CreatePartners>().HandleAsync(platform.Tenant, Platform.Actor,
        [
            new NewPartner("w0", new PartnerProfile("이사람", new Contact("이사람", null, "w0@partner.example"), new BankAccount(Bank.Shinhan, Currency.Krw, "110123456780", "이사람"),
                new ContractId("A"), null, [], new PartnerType.WhtPayer(new DateOnly(1990, 2, 3)), [])),
        ], Ct));
        await month.SellAsync();
        await month.PayAsync();
        await month.InvoiceAsync();
        return month;
    }

    private async Task SellAsync()
    {
        var order = Platform.Must(await Platform.OrderAsync(0, "a", 100_000, taxFree: 20_000));
        Platform.Must(await Platform.CancelAsync(order.Id, "c", 30_000));
        foreach (var (partner, amount) in new[] { (1, 50_000), (3, 70_000), (5, 80_000), (6, 90_000), (7, 20_000), (8, 110_000), (9, 33_000) })
        {
            Platform.Must(await Platform.OrderAsync(partner, $"pay-{partner}", amount));
        }
        Platform.Must(await Platform.OrderAsync(new PartnerId("w0"), "pay-w", 60_000));
        Platform.Must(await Platform.ManualAsync(2, -20_000));
        Platform.Must(await Platform.ManualAsync(5, 15_000, Platform.Today.AddDays(-7)));
        Platform.Must(await Platform.OrderAsync(4, "later", 40_000, Platform.Today.AddDays(10)));
        await Platform.GatherAsync();
        await MoveAsync("p1", PartnerSettlementCommand.Withhold);
        await MoveAsync("p7", PartnerSettlementCommand.Exclude);
    }

    private async Task PayAsync()
    {
        var bulk = Platform.Must(await PayAsync("p0", "p3", "p5", "p6", "p8", "w0"));
        Platform.Must(await Payouts.ConfirmAsync(bulk.Id));
        Platform.Must(await Payouts.ExecuteAsync(bulk.Id));
        await Payouts.UntilAsync(bulk.Id, BulkPayoutStatus.Completed);
        Platform.Must(await PayAsync("p9"));
    }

    private async Task InvoiceAsync()
    {
        PayoutId[] ids = [.. (await Platform.RowsAsync<Payout>()).Where(payout => payout.PartnerId.Value is "p0" or "p5" or "p8").Select(payout => payout.Id)];
        var drafted = Platform.Must(await Platform.World.Get<DraftFromPayouts>().HandleAsync(Platform.Tenant, Platform.Actor, new NewPayoutInvoices(null, ids, null, null), Ct));
        Assert.Equal(4, drafted.Drafted.Count);
        await SetAsync("p0", TaxInvoiceStatus.SendingCompleted);
        await SetAsync("p5", TaxInvoiceStatus.Requested);
        await SetAsync("p8", TaxInvoiceStatus.RequestRefused);
    }

    private async Task<Outcome<BulkPayout>> PayAsync(params string[] partners)
    {
        PartnerSettlementId[] ids = [.. (await Payouts.SettlementsAsync()).Where(row => partners.Contains(row.PartnerId.Value)).Select(row => row.Id)];
        return await Payouts.Get<CreateBulkPayout>().HandleAsync(Platform.Tenant, Platform.Actor, new NewBulkPayout(null, null, null, ids), Ct);
    }

    private async Task MoveAsync(string partner, PartnerSettlementCommand command)
    {
        PartnerSettlementId[] ids = [.. (await Payouts.SettlementsAsync()).Where(row => row.PartnerId.Value == partner).Select(row => row.Id)];
        Platform.Must(await Payouts.Get<MoveSettlements>().HandleAsync(Platform.Tenant, Platform.Actor, ids, command, Ct));
    }

    /// <summary>What the ASP would have said.</summary>
    public async Task SetAsync(string partner, TaxInvoiceStatus status)
    {
        var id = new PartnerId(partner);
        await using var db = Platform.World.Store.Read(Platform.Tenant);
        Assert.True(await db.Set<TaxInvoice>().Where(row => row.PartnerId == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Status, status), Ct) > 0);
    }
}
