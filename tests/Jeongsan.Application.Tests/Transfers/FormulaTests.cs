using Jeongsan.Application.Policies.Formulas;
using Jeongsan.Application.Storage;
using Jeongsan.Application.Transfers;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Policies.Formulas;
using Jeongsan.Domain.Transfers;
using Jeongsan.TestKit;
using Xunit;

namespace Jeongsan.Application.Tests.Transfers;

/// <summary>A platform's own formulas from saving to the transfers that they calculate.</summary>
public sealed class FormulaTests(Worlds worlds)
{
    private static readonly SettlementFormulaTexts Default = SettlementFormulaTexts.Default;

    private static SettlementFormulaTexts Fee(string formula) => Default with { PlatformFee = Default.PlatformFee with { Text = formula } };

    private static Task<Outcome<SettlementFormulaVersion>> SaveAsync(Platform platform, SettlementFormulaTexts texts, DateTimeOffset? applyAt = null, int? baseVersion = null) =>
        platform.World.Get<SaveSettlementFormulas>().HandleAsync(platform.Tenant, Platform.Actor, new NewSettlementFormulas(texts, baseVersion, applyAt, null), CancellationToken.None);

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Save_BetweenTwoOrders_EachKeepsItsVersionAndItsCancellationToo(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));
        var before = Platform.Must(await platform.OrderAsync(0, "before", 10_000));

        Assert.Equal(1, Platform.Must(await SaveAsync(platform, Fee("ORDER_AMOUNT * 0.2"))).Number);
        var after = Platform.Must(await platform.OrderAsync(0, "after", 10_000));
        Assert.Equal(2, Platform.Must(await SaveAsync(platform, Fee("0"))).Number);

        Assert.Equal((0, 1_000), (before.FormulaVersion, before.Amounts.PlatformFee.Value));
        Assert.Equal((1, 2_000, 7_800), (after.FormulaVersion, after.Amounts.PlatformFee.Value, after.SignedSettlement.Value));
        var cancels = new[] { Platform.Must(await platform.CancelAsync(before.Id, "c0", 5_000)), Platform.Must(await platform.CancelAsync(after.Id, "c1", 5_000)), Platform.Must(await platform.CancelAsync(after.Id, "c2", null)) };
        Assert.Equal([(0, -4_450L), (1, -3_900L), (1, -3_900L)], cancels.Select(cancel => (cancel.FormulaVersion, cancel.SignedSettlement.Value)));
        var explained = Platform.Must(await platform.World.Get<ExplainTransfer>().HandleAsync(platform.Tenant, after.Id, CancellationToken.None));
        Assert.True(explained.IsReproduced);
        Assert.Equal("ORDER_AMOUNT * 0.2", explained.Steps.First(step => step.Kind == FormulaKind.PlatformFee).Formula.Text);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Save_ForLater_HoldsFromThatMomentOn(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));
        var at = platform.World.Time.GetUtcNow().AddDays(3);
        Platform.Must(await SaveAsync(platform, Fee("ORDER_AMOUNT * 0.3"), at));

        Assert.IsType<FormulaSettingRefusal.AlreadyScheduled>((await SaveAsync(platform, Fee("1"))).Refusal);
        Assert.IsType<FormulaSettingRefusal.ApplyAtPassed>((await SaveAsync(platform, Fee("1"), at.AddDays(-4))).Refusal);
        Assert.Equal(0, Platform.Must(await platform.OrderAsync(0, "early", 10_000)).FormulaVersion);
        await platform.MoveToAsync(platform.Today.AddDays(4));
        Assert.Equal(1, Platform.Must(await platform.OrderAsync(0, "late", 10_000)).FormulaVersion);
        Assert.IsType<FormulaSettingRefusal.AlreadyApplied>((await platform.World.Get<SaveSettlementFormulas>().CancelAsync(platform.Tenant, Platform.Actor, 1, CancellationToken.None)).Refusal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Cancel_ScheduledOne_NeverHoldsAndItsNumberIsNotUsedAgain(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));
        Platform.Must(await SaveAsync(platform, Fee("ORDER_AMOUNT * 0.3"), platform.World.Time.GetUtcNow().AddDays(3)));
        Platform.Must(await platform.World.Get<SaveSettlementFormulas>().CancelAsync(platform.Tenant, Platform.Actor, 1, CancellationToken.None));

        Assert.Equal(2, Platform.Must(await SaveAsync(platform, Fee("ORDER_AMOUNT * 0.4"))).Number);
        await platform.MoveToAsync(platform.Today.AddDays(4));
        Assert.Equal((2, 4_000), Platform.Must(await platform.OrderAsync(0, "late", 10_000)) is var order ? (order.FormulaVersion, order.Amounts.PlatformFee.Value) : default);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Save_TwentyOnTheSameBase_OneIsKeptAndTheOthersHear(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));

        var saved = await Task.WhenAll(Enumerable.Range(0, 20).Select(index => SaveAsync(platform, Fee($"{index}"), baseVersion: 0)));

        Assert.Single(saved, one => !one.IsRefused);
        Assert.All(saved.Where(one => one.IsRefused), one => Assert.Equal(new FormulaSettingRefusal.VersionMoved(0, 1), one.Refusal));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Save_TwentyWithoutABase_GetTwentyNumbers(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));

        var saved = await Task.WhenAll(Enumerable.Range(0, 20).Select(index => SaveAsync(platform, Fee($"{index}"))));

        Assert.Equal(Enumerable.Range(1, 20), saved.Select(one => Platform.Must(one).Number).Order());
        var last = (await platform.RowsAsync<SettlementFormulaVersion>()).MaxBy(version => version.Number)!;
        Assert.Equal(last.Texts.PlatformFee.Text, $"{Platform.Must(await platform.OrderAsync(0, "now", 10_000)).Amounts.PlatformFee.Value}");
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task TryOut_DraftFormulas_ShowsTheAmountsAndKeepsNothing(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));
        var order = new NewOrder(
            null, new PartnerId("p0"), null, new PaymentSnapshot(new PaymentId("try"), true, "KRW", null, null, null, null, null), new Won(10_000), null, null, [], [], platform.Today, null, Currency.Krw, null, [], []);
        var tryOut = platform.World.Get<TryOutOrder>();
        var rows = (await platform.RowsAsync<HistoryRow>()).Count;

        var explained = Platform.Must(await tryOut.HandleAsync(platform.Tenant, Platform.Actor, order, Fee("ORDER_AMOUNT * 0.5"), CancellationToken.None));
        var standing = Platform.Must(await tryOut.HandleAsync(platform.Tenant, Platform.Actor, order, null, CancellationToken.None));
        var wrong = await tryOut.HandleAsync(platform.Tenant, Platform.Actor, order, Fee("ORDER_AMOUNT *"), CancellationToken.None);

        Assert.Equal((5_000, true), (explained.Transfer.Amounts.PlatformFee.Value, explained.IsReproduced));
        Assert.Equal(1_000, standing.Transfer.Amounts.PlatformFee.Value);
        Assert.Equal(14, Assert.Single(Assert.IsType<FormulaSettingRefusal.Wrong>(wrong.Refusal).Mistakes).Position);
        Assert.Empty(await platform.RowsAsync<Transfer>());
        Assert.Empty(await platform.RowsAsync<SettlementFormulaVersion>());
        Assert.Equal(rows, (await platform.RowsAsync<HistoryRow>()).Count);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task TryOutAgain_ARegisteredOrder_ComesToWhatRegisteringItUnderTheDraftComesTo(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));
        NewOrder Order(string payment) => new(
            null, new PartnerId("p0"), null, new PaymentSnapshot(new PaymentId(payment), true, "KRW", null, null, null, null, null), new Won(10_000), null, null, [], [], platform.Today, null, Currency.Krw, null, [], []);
        var registered = Platform.Must(await platform.World.Get<RegisterOrder>().HandleAsync(platform.Tenant, Platform.Actor, Order("again"), CancellationToken.None));
        var tryOut = platform.World.Get<TryOutOrder>();

        var again = Platform.Must(await tryOut.AgainAsync(platform.Tenant, registered.Id, Fee("ORDER_AMOUNT * 0.5"), CancellationToken.None));

        var fresh = Platform.Must(await tryOut.HandleAsync(platform.Tenant, Platform.Actor, Order("fresh"), Fee("ORDER_AMOUNT * 0.5"), CancellationToken.None));
        Assert.Equal((fresh.Transfer.Amounts, true), (again.Transfer.Amounts, again.IsReproduced));
        Assert.Equal(5_000, again.Transfer.Amounts.PlatformFee.Value);
        Assert.Equal(registered.Amounts, Assert.Single(await platform.RowsAsync<Transfer>()).Amounts);
        Assert.IsType<StoredRefusal.NotFound>((await tryOut.AgainAsync(platform.Tenant, new TransferId("none"), Fee("0"), CancellationToken.None)).Refusal);
    }
}
