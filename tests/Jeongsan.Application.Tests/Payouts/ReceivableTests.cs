using Jeongsan.Application.Audit;
using Jeongsan.Application.Payouts;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Settlements;
using Jeongsan.Domain.Transfers;
using Jeongsan.TestKit;
using Xunit;

namespace Jeongsan.Application.Tests.Payouts;

/// <summary>미수금: who owes since when, how a debt is netted with a payout, and that it is repaid once.</summary>
public sealed class ReceivableTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Read_TellsWhoOwesHowMuchSinceWhenAndWhatComesNext(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var platform = await Platform.CreateAsync(world, partners: 3);
        var today = platform.Today;
        Platform.Must(await platform.ManualAsync(0, 10_000, today.AddDays(-40)));
        Platform.Must(await platform.ManualAsync(0, -30_000, today.AddDays(-20)));
        Platform.Must(await platform.ManualAsync(0, -5_000, today.AddDays(-3)));
        Platform.Must(await platform.ManualAsync(1, -70_000, today));
        // Enough to make up for it: nobody's debt.
        Platform.Must(await platform.ManualAsync(2, -1_000, today.AddDays(-9)));
        Platform.Must(await platform.ManualAsync(2, 1_000, today));
        Platform.Must(await platform.OrderAsync(0, "later", 100_000, today.AddDays(30)));
        await platform.GatherAsync();

        await using var db = world.Store.Read(platform.Tenant);
        var owed = await Receivables.ReadAsync(db, 0, 10, Ct);

        Assert.Equal(
            [(new PartnerId("p1"), 70_000L, today, 1, 0L), (new PartnerId("p0"), 25_000L, today.AddDays(-20), 3, 89_000L)],
            owed.Select(one => (one.PartnerId, one.Amount.Value, one.Since, one.SettlementCount, one.Upcoming.Value)));
        Assert.Equal(20, owed[1].AgeDays(today));
        Assert.Equal(2, await Receivables.CountAsync(db, Ct));
        Assert.Equal("p0", Assert.Single(await Receivables.ReadAsync(db, 1, 1, Ct)).PartnerId.Value);
    }

    [Fact]
    public void Since_IsTheDayOnWhichTheSumLastWentBelowZero()
    {
        var day = new DateOnly(2026, 9, 1);
        Assert.Equal(day.AddDays(3), Receivables.SinceOf(Days(-5, 9, 0, -10, 2)));
        Assert.Equal(day, Receivables.SinceOf(Days(-5, 4, -1)));
        Assert.Equal(day.AddDays(1), Receivables.SinceOf([(day.AddDays(1), new Won(-9)), (day, new Won(5)), (day.AddDays(1), new Won(3))]));

        IEnumerable<(DateOnly, Won)> Days(params long[] amounts) => amounts.Select((amount, index) => (day.AddDays(index), new Won(amount)));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task BulkPayout_CarryingReceivables_NetsWhatItsPartnersOweFromOtherDatesAndNothingElse(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var platform = await Platform.CreateAsync(world, partners: 4);
        var today = platform.Today;
        foreach (var partner in Enumerable.Range(0, 3))
        {
            Platform.Must(await platform.ManualAsync(partner, 50_000, today));
        }
        Platform.Must(await platform.ManualAsync(0, -20_000, today.AddDays(-10)));
        Platform.Must(await platform.ManualAsync(0, 5_000, today.AddDays(-8)));
        // What p1 has from other dates is no debt: it waits for a payout of those dates.
        Platform.Must(await platform.ManualAsync(1, -1_000, today.AddDays(-10)));
        Platform.Must(await platform.ManualAsync(1, 8_000, today.AddDays(-8)));
        // p2 owes more than it gets; p3 gets nothing now.
        Platform.Must(await platform.ManualAsync(2, -90_000, today.AddDays(-10)));
        Platform.Must(await platform.ManualAsync(3, -7_000, today.AddDays(-10)));
        await platform.GatherAsync();

        var bulk = Platform.Must(await CreateAsync(platform, carries: true, today));

        var payouts = (await platform.RowsAsync<Payout>()).OrderBy(payout => payout.PartnerId.Value).ToList();
        Assert.Equal([("p0", 35_000L), ("p1", 50_000L)], payouts.Select(payout => (payout.PartnerId.Value, payout.Amount.Value)));
        Assert.Equal([("p2", LeftOutReason.NetNotPositive), ("p2", LeftOutReason.NetNotPositive)], bulk.LeftOut!.Select(row => (row.PartnerId.Value, row.Reason)));
        await using (var db = world.Store.Read(platform.Tenant))
        {
            Assert.Equal([("p2", 40_000L), ("p3", 7_000L)], (await Receivables.ReadAsync(db, 0, 10, Ct)).Select(one => (one.PartnerId.Value, one.Amount.Value)));
        }
        Assert.Empty((await world.Get<AuditBooks>().HandleAsync(platform.Tenant, Ct)).Differences);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task BulkPayout_NotToldToCarry_PaysItsDatesOnly(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var platform = await Platform.CreateAsync(world, partners: 1);
        Platform.Must(await platform.ManualAsync(0, 50_000, platform.Today));
        Platform.Must(await platform.ManualAsync(0, -20_000, platform.Today.AddDays(-10)));
        await platform.GatherAsync();

        Assert.Equal(50_000, Platform.Must(await CreateAsync(platform, carries: false, platform.Today)).TotalPayoutAmount.Value);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task BulkPayout_CarryingMoreDatesThanOneSelectionHas_TakesTheLargestDebtsThatFitWhole(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var platform = await Platform.CreateAsync(world, partners: 3);
        var today = platform.Today;
        foreach (var partner in Enumerable.Range(0, 3))
        {
            Platform.Must(await platform.ManualAsync(partner, 900_000, today));
        }
        // p0 owes on ten other dates (one too many), p1 on nine, p2 on one of p1's.
        foreach (var days in Enumerable.Range(1, 10))
        {
            Platform.Must(await platform.ManualAsync(0, -10_000, today.AddDays(-days)));
        }
        foreach (var days in Enumerable.Range(1, 9))
        {
            Platform.Must(await platform.ManualAsync(1, -1_000, today.AddDays(-days)));
        }
        Platform.Must(await platform.ManualAsync(2, -10, today.AddDays(-9)));
        await platform.GatherAsync();

        Platform.Must(await CreateAsync(platform, carries: true, today));

        Assert.Equal([900_000L, 891_000L, 899_990L], (await platform.RowsAsync<Payout>()).OrderBy(payout => payout.PartnerId.Value).Select(payout => payout.Amount.Value));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Repay_ByManyAtOnce_MakesUpForTheDebtOnce(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var platform = await Platform.CreateAsync(world, partners: 1);
        Platform.Must(await platform.ManualAsync(0, -30_000, platform.Today.AddDays(-5)));
        await platform.GatherAsync();
        var repay = world.Get<RepayReceivable>();
        Task<Outcome<Transfer>> RepayAsync(long amount) => repay.HandleAsync(platform.Tenant, Platform.Actor, new PartnerId("p0"), new Won(amount), null, Ct);

        Assert.Equal(new ReceivableRefusal.AmountChanged(new PartnerId("p0"), new Won(30_000)), (await RepayAsync(20_000)).Refusal);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => RepayAsync(30_000))));

        Assert.Single(outcomes, outcome => !outcome.IsRefused);
        Assert.All(outcomes.Where(outcome => outcome.IsRefused), outcome => Assert.IsType<ReceivableRefusal.AlreadyRepaid>(outcome.Refusal));
        await platform.GatherAsync();
        Platform.Must(await platform.ManualAsync(0, -8_000, platform.Today.AddDays(-1)));
        await platform.GatherAsync();
        Platform.Must(await platform.ManualAsync(0, 8_000, platform.Today));
        // Not gathered, and yet not owed any more.
        Assert.Equal(new ReceivableRefusal.AmountChanged(new PartnerId("p0"), Won.Zero), (await RepayAsync(8_000)).Refusal);
        await platform.GatherAsync();
        Assert.Equal(new ReceivableRefusal.AmountChanged(new PartnerId("p0"), Won.Zero), (await RepayAsync(30_000)).Refusal);
        Assert.Equal(0, (await platform.RowsAsync<PartnerSettlement>()).Sum(row => row.SignedSettlement.Value));
        await using var db = world.Store.Read(platform.Tenant);
        Assert.Equal(0, await Receivables.CountAsync(db, Ct));
        Assert.IsType<StoredRefusal.NotFound>((await repay.HandleAsync(platform.Tenant, Platform.Actor, new PartnerId("nobody"), new Won(1), null, Ct)).Refusal);
    }

    private static Task<Outcome<BulkPayout>> CreateAsync(Platform platform, bool carries, params DateOnly[] dates) => platform.World.Get<CreateBulkPayout>()
        .HandleAsync(platform.Tenant, Platform.Actor, new NewBulkPayout(null, null, dates, null) { CarriesReceivables = carries }, Ct);
}
