using Jeongsan.Application.Rehearsals;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Policies;
using Jeongsan.Domain.Policies.Formulas;
using Jeongsan.Domain.Settlements;
using Jeongsan.Domain.Transfers;
using Jeongsan.TestKit;
using Xunit;

namespace Jeongsan.Application.Tests.Rehearsals;

/// <summary>모의 정산: what a change of rules would have made of a period.</summary>
public sealed class RehearsalTests(TickingWorlds worlds) : IClassFixture<TickingWorlds>
{
    private static readonly RehearsalPeriod All = new(new DateOnly(2026, 7, 1), new DateOnly(2026, 12, 31));

    private static readonly SettlementFormulaTexts Default = SettlementFormulaTexts.Default;

    private static readonly Dictionary<string, RuleChange> Changes = new()
    {
        ["fee rate"] = Contract("A", new ContractChange(PlatformFee: new Fee.FixedRate(new Rate(12_345)))),
        ["fee amount and payers"] = Contract("A", new ContractChange(PlatformFee: new Fee.FixedAmount(new Won(777)), PlatformFeeVatPayer: Payer.Merchant, SubtractPaymentVatAmount: true)),
        ["cycle"] = Contract("A", new ContractChange(SettlementCycle: new SettlementCycle(1, SettlementDatePolicy.HolidayBefore, new SettlementCycleMethod.Daily()))),
        ["policies"] = RuleChange.None with
        {
            Discounts = new Dictionary<DiscountSharePolicyId, DiscountShareChange> { [new("D")] = new(PartnerShareRate: Rate.OfPercent(33)) },
            AdditionalFees = new Dictionary<AdditionalFeePolicyId, AdditionalFeeChange> { [new("F")] = new(Fee: new Fee.FixedRate(new Rate(4_321)), VatPayer: Payer.Merchant), [new("G")] = new(VatPayer: Payer.Partner) },
        },
        ["another contract"] = RuleChange.None with { Partners = new Dictionary<PartnerId, PartnerRuleChange> { [new("p1")] = new(DefaultContractId: new ContractId("B")) } },
        ["tax type"] = RuleChange.None with
        {
            Partners = new Dictionary<PartnerId, PartnerRuleChange> { [new("p0")] = new(Type: new PartnerTypeChange.Business(TaxationType: TaxationType.TaxFree)), [new("p2")] = new(Type: new PartnerTypeChange.WhtPayer()) },
            AmountType = SettlementAmountType.Net,
        },
        ["formula"] = RuleChange.None with { Formulas = Default with { PlatformFee = Default.PlatformFee with { Text = "ORDER_AMOUNT * 0.081 + 13", Rounding = Rounding.Ceiling }, VatRounding = Rounding.HalfUp } },
        // Orders under 5,000 won would have a negative fee: registering refuses them, and with them their cancellations.
        ["formula that refuses"] = RuleChange.None with { Formulas = Default with { PlatformFee = Default.PlatformFee with { Text = "ORDER_AMOUNT * 0.1 - 500" } } },
        ["everything"] = Contract("B", new ContractChange(PlatformFee: new Fee.FixedRate(new Rate(1_234)), SettlementCycle: new SettlementCycle(5, SettlementDatePolicy.CalendarDay, new SettlementCycleMethod.Monthly([5, 20])))) with
        {
            AdditionalFees = new Dictionary<AdditionalFeePolicyId, AdditionalFeeChange> { [new("G")] = new(Fee: new Fee.FixedRate(new Rate(99))) },
            Partners = new Dictionary<PartnerId, PartnerRuleChange> { [new("p0")] = new(DefaultContractId: new ContractId("B")) },
            Formulas = Default with { AdditionalFee = Default.AdditionalFee with { Text = "PAYMENT_AMOUNT * FIXED_RATE" } },
            AdjustAfterHolidayIfEarlier = true,
            DeductWht = false,
        },
    };

    /// <summary>Each change on one database: what depends on the database is the reading, which is the same for all of them.</summary>
    public static IEnumerable<TheoryDataRow<DatabaseKind, string>> ChangesOnEachDatabase() =>
        from database in TestDatabases.All()
        from change in Changes.Keys.Index()
        where change.Item is "everything" || change.Index % 2 == (database.Data == DatabaseKind.Sqlite ? 0 : 1)
        select new TheoryDataRow<DatabaseKind, string>(database.Data, change.Item) { Skip = database.Skip };

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Rehearse_UnchangedRules_MakeNoDifferenceForAnybody(DatabaseKind kind)
    {
        var platform = await StartAsync(kind);
        await new OrderBook(seed: 11, orders: 60).RegisterAsync(platform);
        // What remains of a chain after a deletion isn't what registering the rest would give: it stays as it is all the same.
        var cancel = (await platform.RowsAsync<Transfer>()).First(row => row.Kind == TransferKind.OrderCancel);
        Platform.Must(await platform.World.Get<Application.Transfers.DeleteTransfer>().HandleAsync(platform.Tenant, Platform.Actor, cancel.Id, CancellationToken.None));

        foreach (var change in new[] { RuleChange.None, Contract("A", new ContractChange(Name: "이름만")), Contract("A", new ContractChange(PlatformFee: new Fee.FixedRate(Rate.OfPercent(10)))) })
        {
            var rehearsal = await RehearseAsync(platform, change);
            var total = Assert.Single(rehearsal.Totals);
            Assert.Equal((0, 0, 0, 0L), (total.ChangedCount, total.MovedCount, total.RefusedCount, total.Difference.Value));
            Assert.Equal(total.Before, total.After);
            Assert.Equal(3, rehearsal.PartnerCount);
            Assert.All(rehearsal.Partners, partner => Assert.Equal(partner.Sum.Before, partner.Sum.After));
            Assert.Equal((await platform.RowsAsync<Transfer>()).Count, total.Before.TransferCount);
        }
        Assert.Empty((await RehearseAsync(platform, RuleChange.None, isOnlyChanged: true)).Partners);
    }

    /// <summary>The property that a rehearsal is for: it says what registering the same orders under the changed rules gives.</summary>
    [Theory, MemberData(nameof(ChangesOnEachDatabase))]
    public async Task Rehearse_ChangedRules_GivesWhatRegisteringAfreshGives(DatabaseKind kind, string name)
    {
        var change = Changes[name];
        var book = new OrderBook(seed: name.Length * 7, orders: 45);
        var (before, after) = (await StartAsync(kind), await StartAsync(kind));
        await book.RegisterAsync(before);
        await OrderBook.ApproveAsync(after, change);
        var refused = await book.RegisterAsync(after);
        var rowsBefore = await before.RowsAsync<Transfer>();

        var rehearsal = await RehearseAsync(before, change);
        await Task.WhenAll(SettleAsync(before), SettleAsync(after));

        Assert.Equal(refused, rehearsal.Totals.Sum(total => total.RefusedCount) + (book.Orders.Count + book.Cancels.Count + book.Manuals.Count - rowsBefore.Count));
        Assert.True(rehearsal.Totals.Sum(total => total.ChangedCount) > 0 || name == "tax type");
        foreach (var partner in new[] { "p0", "p1", "p2" }.Select(id => new PartnerId(id)))
        {
            var rehearsed = Platform.Must(await before.World.Get<RehearseSettlements>().OfPartnerAsync(before.Tenant, partner, new NewRehearsal(All, change), CancellationToken.None));
            Assert.Equal(await GatheredAsync(before, partner), rehearsed.Settlements.Where(one => one.BeforeCount > 0).Select(one => Line(one.Key, one.BeforeCount, one.Before)).Order());
            Assert.Equal(await GatheredAsync(after, partner), rehearsed.Settlements.Where(one => one.AfterCount > 0).Select(one => Line(one.Key, one.AfterCount, one.After)).Order());
            var sum = rehearsal.Partners.Single(one => one.Id == partner).Sum;
            Assert.Equal((await PaidAsync(before, partner), await PaidAsync(after, partner)), (sum.Before.Payout!.Payout.Value, sum.After.Payout!.Payout.Value));
            Assert.Equal(sum.After.Payout.Payout - sum.Before.Payout.Payout, sum.Difference);
        }
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Rehearse_AnyChange_WritesNothing(DatabaseKind kind)
    {
        var platform = await StartAsync(kind);
        await new OrderBook(seed: 5, orders: 20).RegisterAsync(platform);
        var before = await StoredAsync(platform);

        await RehearseAsync(platform, Changes["everything"]);
        Platform.Must(await platform.World.Get<RehearseSettlements>().OfPartnerAsync(platform.Tenant, new PartnerId("p0"), new NewRehearsal(All, Changes["everything"]), CancellationToken.None));

        Assert.Equal(before, await StoredAsync(platform));
    }

    /// <summary>Slices are of 2,000 transfers: one partner has more, also on one day.</summary>
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Rehearse_MoreThanASlice_CountsEachTransferOnce(DatabaseKind kind)
    {
        var platform = await StartAsync(kind);
        var orders = new OrderBook(seed: 3, orders: 1).Orders;
        var many = Enumerable.Range(0, 4_500).Select(index => orders[0] with
        {
            Id = $"m-{index:00000}",
            PartnerId = new PartnerId(index < 4_300 ? "p0" : "p1"),
            ContractId = null,
            Payment = orders[0].Payment with { Id = new PaymentId($"m-{index}") },
            Total = new Won(10_000),
            Lines = null,
            TaxFree = null,
            Discounts = [],
            AdditionalFees = [],
            StartDate = index < 2_500 ? new DateOnly(2026, 8, 3) : new DateOnly(2026, 9, 1).AddDays(index % 20),
            SettlementDate = index < 2_500 ? new DateOnly(2026, 8, 10) : null,
        }).ToList();
        Platform.Must(await platform.World.Get<Application.Transfers.RegisterOrders>().HandleAsync(platform.Tenant, Platform.Actor, many, CancellationToken.None));

        var rehearsal = await RehearseAsync(platform, Contract("A", new ContractChange(PlatformFee: new Fee.FixedRate(Rate.OfPercent(20)))));

        var total = Assert.Single(rehearsal.Totals);
        Assert.Equal((4_500, 4_500, 0), (total.Before.TransferCount, total.ChangedCount, total.MovedCount));
        Assert.Equal((4_500 * 8_900L, 4_500 * 7_800L), (total.Before.Amounts.Settlement.Value, total.After.Amounts.Settlement.Value));
        Assert.Equal(["p0", "p1"], rehearsal.Partners.Select(partner => partner.Id.Value));
        var page = Platform.Must(await platform.World.Get<RehearseSettlements>().OfPartnerAsync(
            platform.Tenant, new PartnerId("p0"), new NewRehearsal(All, RuleChange.None, Number: 43, Size: 100), CancellationToken.None));
        Assert.Equal((4_300, 0), (page.TransferCount, page.Transfers.Count));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Rehearse_WhatCouldNotBeSaved_IsRefused(DatabaseKind kind)
    {
        var platform = await StartAsync(kind);
        async Task<Refusal?> RefusalOfAsync(RuleChange change, RehearsalPeriod? period = null, int number = 0) =>
            (await platform.World.Get<RehearseSettlements>().HandleAsync(platform.Tenant, new NewRehearsal(period ?? All, change, Number: number), CancellationToken.None)).Refusal;

        Assert.Equal(new RehearsalRefusal.NotFound("Contract", "none"), await RefusalOfAsync(Contract("none", new ContractChange())));
        Assert.IsType<RehearsalRefusal.TermsRefused>(await RefusalOfAsync(Contract("A", new ContractChange(Name: ""))));
        Assert.IsType<RehearsalRefusal.FormulasWrong>(await RefusalOfAsync(RuleChange.None with { Formulas = Default with { PlatformFee = Default.PlatformFee with { Text = "ORDER_AMOUNT *" } } }));
        Assert.IsType<RehearsalRefusal.PeriodReversed>(await RefusalOfAsync(RuleChange.None, new RehearsalPeriod(All.Until, All.From)));
        Assert.Equal(new RehearsalRefusal.PageTooFar(RehearsalLimits.RankedCountMax), await RefusalOfAsync(RuleChange.None, number: RehearsalLimits.RankedCountMax));
        Assert.Equal(new RehearsalRefusal.NotFound("Partner", "nobody"), await RefusalOfAsync(RuleChange.None with
        {
            Partners = new Dictionary<PartnerId, PartnerRuleChange> { [new("nobody")] = new() },
        }));
    }

    private async Task<Platform> StartAsync(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));
        await OrderBook.PrepareAsync(platform);
        await OrderBook.ApproveAsync(platform, RuleChange.None);
        return platform;
    }

    private static RuleChange Contract(string id, ContractChange change) => RuleChange.None with { Contracts = new Dictionary<ContractId, ContractChange> { [new(id)] = change } };

    private static async Task<Rehearsal> RehearseAsync(Platform platform, RuleChange change, bool isOnlyChanged = false) =>
        Platform.Must(await platform.World.Get<RehearseSettlements>().HandleAsync(platform.Tenant, new NewRehearsal(All, change, isOnlyChanged), CancellationToken.None));

    /// <summary>To a day when everything is due.</summary>
    private static async Task SettleAsync(Platform platform) => Platform.Must(await platform.MoveToAsync(new DateOnly(2026, 12, 31)));

    private static async Task<IEnumerable<string>> GatheredAsync(Platform platform, PartnerId partner) =>
        (await platform.RowsAsync<PartnerSettlement>()).Where(row => row.PartnerId == partner).Select(row => Line(
            new GatheringKey(row.PartnerId, row.ContractId, row.Kind, row.SettlementDate, row.SettlementCurrency), row.TransferCount, TransferSide.Signed(row.Kind, row.Amounts))).Order();

    private static string Line(GatheringKey key, int count, SettlementAmounts amounts) => $"{key} {count} {amounts}";

    /// <summary>What a payout of each settlement date would remit, by the platform's own settings.</summary>
    private static async Task<long> PaidAsync(Platform platform, PartnerId partner)
    {
        var (row, settings) = ((await platform.RowsAsync<Partner>()).Single(one => one.Id == partner), (await platform.RowsAsync<Application.Settings.PlatformSettings>()).Single());
        return (await platform.RowsAsync<PartnerSettlement>()).Where(one => one.PartnerId == partner).GroupBy(one => one.SettlementDate).Sum(day => PayoutAmounts.Of(
            row.Type, day.Total(one => one.SignedSettlement), day.Total(one => one.SignedSettlementTaxFree), settings.PayoutRules(day.Key)).Payout.Value);
    }

    private static async Task<string> StoredAsync(Platform platform) => System.Text.Json.JsonSerializer.Serialize(new
    {
        Transfers = (await platform.RowsAsync<Transfer>()).OrderBy(row => row.Id.Value, StringComparer.Ordinal),
        Contracts = (await platform.RowsAsync<Contract>()).OrderBy(row => row.Id.Value, StringComparer.Ordinal),
        Settlements = (await platform.RowsAsync<PartnerSettlement>()).Count,
        History = (await platform.RowsAsync<HistoryRow>()).Count,
    });
}
