using CsCheck;
using Jeongsan.Application.Payouts;
using Jeongsan.Application.Settings;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Settlements;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.Domain.Transfers;
using Jeongsan.TestKit;
using Xunit;

namespace Jeongsan.Application.Tests.Settlements;

/// <summary>정산 모으기 on the database: transfers → settlements → payouts → invoices tie to the won.</summary>
public sealed class GatheringTests(Worlds worlds)
{
    private const int Examples = 12;

    private static readonly int[] TaxFreePercents = [0, 0, 37, 100];

    private sealed record Sale(int Partner, long Total, long TaxFreePercent, int DaysLater, int[] CancelPercents);

    private static readonly Gen<Sale> Sales = Gen.Select(
        Gen.Int[0, 2], Gen.Long[1, 3_000_000], Gen.Int[0, 3].Select(choice => (long)TaxFreePercents[choice]), Gen.Int[0, 2], Gen.Int[1, 60].Array[0, 2], (partner, total, free, days, cancels) => new Sale(partner, total, free, days, cancels));

    private static readonly Gen<(int Partner, long Amount, int DaysLater)> ByHand = Gen.Select(Gen.Int[0, 2], Gen.Long[-50_000, 50_000], Gen.Int[0, 2]);

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Month_AnyOrdersCancellationsAndManualTransfers_TiesToTheWon(DatabaseKind kind)
    {
        var world = await worlds.OnAsync(kind);
        await Gen.Select(Sales.Array[1, 10], ByHand.Array[0, 3], Sales.Array[0, 3], Gen.Bool).SampleAsync(
            (early, manual, late, each) => MonthAsync(world, early, manual, late, each), iter: Examples, threads: 1);
    }

    private static async Task MonthAsync(World world, Sale[] early, (int Partner, long Amount, int DaysLater)[] manual, Sale[] late, bool each)
    {
        var platform = await Platform.CreateAsync(world);
        await SettleEachManualAsync(platform, each);
        await SellAsync(platform, early, "early");
        foreach (var (partner, amount, days) in manual.Where(one => one.Amount != 0))
        {
            Platform.Must(await platform.ManualAsync(partner, amount, platform.Today.AddDays(days)));
        }
        await platform.GatherAsync();
        await AssertTiedAsync(platform);

        // What comes late joins the open settlements, or opens second ones beside those that a payout holds.
        var paid = await platform.PayAsync(platform.Today);
        await SellAsync(platform, late, "late");
        Platform.Must(await platform.MoveToAsync(platform.Today.AddDays(2)));
        await AssertTiedAsync(platform);
        Assert.All(await platform.RowsAsync<Transfer>(), transfer => Assert.NotEqual(TransferStatus.InProcess, transfer.Status));
        await AssertPaidAsync(platform, paid);
        await AssertPaidAsync(platform, await platform.PayAsync(platform.Today, platform.Today.AddDays(1), platform.Today.AddDays(2)));

        var before = await platform.RowsAsync<PartnerSettlement>();
        await platform.GatherAsync();
        Assert.Equal(before.Select(row => (row.Id.Value, row.Version)).Order(), (await platform.RowsAsync<PartnerSettlement>()).Select(row => (row.Id.Value, row.Version)).Order());
    }

    private static async Task SellAsync(Platform platform, Sale[] sales, string prefix)
    {
        foreach (var (index, sale) in sales.Index())
        {
            var date = platform.Today.AddDays(sale.DaysLater);
            var order = Platform.Must(await platform.OrderAsync(sale.Partner, $"{prefix}-{index}", sale.Total, date, taxFree: sale.Total * sale.TaxFreePercent / 100));
            foreach (var (turn, percent) in sale.CancelPercents.Index())
            {
                // Refused when nothing of that amount is left, or rounding leaves too little taxable; either way nothing may change.
                _ = await platform.CancelAsync(order.Id, $"{prefix}-{index}-{turn}", sale.TaxFreePercent == 0 ? sale.Total * percent / 100 : null, date);
            }
        }
    }

    private static async Task AssertTiedAsync(Platform platform)
    {
        var transfers = await platform.RowsAsync<Transfer>();
        var settlements = await platform.RowsAsync<PartnerSettlement>();
        foreach (var settlement in settlements)
        {
            var members = transfers.Where(transfer => transfer.PartnerSettlementId == settlement.Id).ToList();
            Assert.Equal(settlement.TransferCount, members.Count);
            Assert.Equal(settlement.SignedSettlement, members.Total(transfer => transfer.SignedSettlement));
            Assert.Equal(settlement.SignedSettlementTaxFree, members.Total(transfer => transfer.SignedSettlementTaxFree));
            Assert.Equal(settlement.Amounts, members.Aggregate(SettlementAmounts.Zero, (sum, member) => sum + member.Amounts));
            Assert.All(members, member => Assert.Equal(
                (settlement.PartnerId, settlement.ContractId, settlement.Kind, settlement.SettlementDate), (member.PartnerId, member.ContractId, member.Kind, member.SettlementDate)));
            Assert.Equal(members.Min(member => member.SettlementStartDate), settlement.StartDateFrom);
        }
        Assert.Equal(settlements.Sum(settlement => settlement.TransferCount), transfers.Count(transfer => transfer.Status != TransferStatus.InProcess && transfer.Status != TransferStatus.Scheduled));
        // One open settlement of a key at a time.
        Assert.All(settlements.Where(row => row.Status == PartnerSettlementStatus.PayoutPrepared)
            .GroupBy(row => new GatheringKey(row.PartnerId, row.ContractId, row.Kind, row.SettlementDate, row.SettlementCurrency, row.OnlyTransferId)), group => Assert.Single(group));
    }

    private static async Task AssertPaidAsync(Platform platform, Outcome<BulkPayout> created)
    {
        if (created.IsRefused)
        {
            Assert.IsType<PayoutRefusal.NothingChosen>(created.Refusal);
            return;
        }
        var bulk = created.Value;
        var payouts = (await platform.RowsAsync<Payout>()).Where(payout => payout.BulkPayoutId == bulk.Id).ToList();
        var settlements = await platform.RowsAsync<PartnerSettlement>();
        Assert.Equal(bulk.TotalPayoutAmount, payouts.Total(payout => payout.Amount));
        Assert.All(payouts, payout =>
        {
            Assert.Equal(payout.SettlementAmount, settlements.Where(row => row.PayoutId == payout.Id).Total(row => row.SignedSettlement));
            Assert.Equal(payout.Amount, payout.SupplyAmount + payout.TaxFreeAmount + payout.VatAmount - payout.IncomeTaxAmount - payout.LocalIncomeTaxAmount);
        });
        Platform.Must(await platform.World.Get<ConfirmBulkPayout>().HandleAsync(platform.Tenant, Platform.Actor, bulk.Id, CancellationToken.None));
        var drafted = Platform.Must(await platform.World.Get<DraftFromPayouts>().HandleAsync(
            platform.Tenant, Platform.Actor, new NewPayoutInvoices(bulk.Id, null, null, null), CancellationToken.None));
        Assert.All(payouts.Where(payout => !drafted.Skipped.ContainsKey(payout.Id)), payout =>
        {
            var invoices = drafted.Drafted.Where(invoice => invoice.PayoutId == payout.Id).ToList();
            Assert.Equal(payout.Amount, invoices.Total(invoice => invoice.TotalAmount));
            Assert.Equal(payout.VatAmount, invoices.Total(invoice => invoice.TotalTaxAmount));
        });
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Gather_LateTransfer_JoinsTheOpenSettlement(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));
        Platform.Must(await platform.OrderAsync(0, "a", 10_000));
        await platform.GatherAsync();
        Platform.Must(await platform.OrderAsync(0, "b", 20_000));
        await platform.GatherAsync();
        Assert.Equal(2, Assert.Single(await platform.RowsAsync<PartnerSettlement>()).TransferCount);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Gather_LateTransferAfterThePayout_OpensASecondSettlement(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));
        Platform.Must(await platform.OrderAsync(0, "a", 10_000));
        await platform.GatherAsync();
        Platform.Must(await platform.PayAsync(platform.Today));
        Platform.Must(await platform.OrderAsync(0, "b", 20_000));
        await platform.GatherAsync();
        Assert.Equal([1, 1], (await platform.RowsAsync<PartnerSettlement>()).Select(row => row.TransferCount));
        await AssertTiedAsync(platform);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Gather_ManualTransfers_TogetherOrEachByItself(DatabaseKind kind)
    {
        var world = await worlds.OnAsync(kind);
        foreach (var each in new[] { false, true })
        {
            var platform = await Platform.CreateAsync(world);
            await SettleEachManualAsync(platform, each);
            foreach (var amount in new[] { 1_000, 2_000, -500 })
            {
                Platform.Must(await platform.ManualAsync(0, amount));
            }
            await platform.GatherAsync();
            var settlements = await platform.RowsAsync<PartnerSettlement>();
            Assert.Equal(each ? [-500L, 1_000, 2_000] : [2_500L], settlements.Select(row => row.SignedSettlement.Value).Order());
            await AssertTiedAsync(platform);
        }
    }

    /// <summary>Also while orders arrive: nothing is gathered twice and nothing is left behind.</summary>
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Gather_FourAtOnceWhileOrdersArrive_TakesEachTransferOnce(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));
        var selling = Enumerable.Range(0, 40).Select(index => Task.Run(async () => Platform.Must(await platform.OrderAsync(index % 3, $"pay-{index}", 1_000 + index))));
        await Task.WhenAll([.. selling, .. Enumerable.Range(0, 4).Select(_ => Task.Run(platform.GatherAsync))]);
        await platform.GatherAsync();
        await AssertTiedAsync(platform);
        Assert.Equal(40, (await platform.RowsAsync<PartnerSettlement>()).Sum(row => row.TransferCount));
    }

    private static async Task SettleEachManualAsync(Platform platform, bool each) => Platform.Must(await platform.CommandAsync(work =>
    {
        work.Db.Add(new PlatformSettings { MerchantId = platform.Tenant.Merchant, Mode = platform.Tenant.Mode, ManualSettlementPerTransfer = each });
        return Task.FromResult<Outcome<Done>>(new Done());
    }));
}
