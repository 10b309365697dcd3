using Jeongsan.Application.Holidays;
using Jeongsan.Application.Settings;
using Jeongsan.Application.Storage;
using Jeongsan.Application.UserDefinedProperties;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Transfers;
using Jeongsan.Application.Transfers;
using Jeongsan.TestKit;
using Xunit;

namespace Jeongsan.Application.Tests.Holidays;

/// <summary>What a platform tells about its calendar, its properties and its payments, and that registering listens to it.</summary>
public sealed class HolidayTests(Worlds worlds)
{
    // Contract A settles on the last day of the month, moved back over holidays; 30 September 2026 is a Wednesday.
    private static readonly DateOnly LastDay = new(2026, 9, 30);

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Order_OnATemporaryHoliday_SettlesTheDayBefore_AndEarlierOnesStay(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));
        var before = Platform.Must(await OrderAsync(platform, "before"));
        Platform.Must(await EditAsync(platform, LastDay, true, "임시공휴일"));
        var after = Platform.Must(await OrderAsync(platform, "after"));
        Platform.Must(await platform.World.Get<EditHolidays>().RemoveAsync(platform.Tenant, Platform.Actor, LastDay, CancellationToken.None));
        var again = Platform.Must(await OrderAsync(platform, "again"));
        Assert.Equal([LastDay, LastDay.AddDays(-1), LastDay], [before.SettlementDate, after.SettlementDate, again.SettlementDate]);
        Assert.Equal(LastDay, (await platform.RowsAsync<Transfer>()).Single(transfer => transfer.Id == before.Id).SettlementDate);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task EditHolidays_ManyAtOnce_LosesNone(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));
        await Task.WhenAll(Enumerable.Range(0, 12).Select(index => Task.Run(() => EditAsync(platform, LastDay.AddDays(index), true, $"휴일{index}"))));
        Assert.Equal(12, Assert.Single(await platform.RowsAsync<PlatformSettings>()).HolidayEdits!.Count);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task EditHolidays_WithoutNameOrOutsideTheCalendar_IsRefused(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));
        Assert.IsType<HolidayRefusal.NameMissing>((await EditAsync(platform, LastDay, true, " ")).Refusal);
        Assert.IsType<HolidayRefusal.NameTooLong>((await EditAsync(platform, LastDay, true, new string('가', 51))).Refusal);
        Assert.IsType<HolidayRefusal.OutOfRange>((await EditAsync(platform, new DateOnly(2090, 1, 1), true, "먼 날")).Refusal);
        Assert.IsType<StoredRefusal.NotFound>((await platform.World.Get<EditHolidays>().RemoveAsync(platform.Tenant, Platform.Actor, LastDay, CancellationToken.None)).Refusal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Properties_OnlyDefinedOnes_AndAtMostTen(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));
        var define = platform.World.Get<DefineProperties>();
        Task<Outcome<Transfer>> WithAsync(string payment, string key) => OrderAsync(platform, payment, [new UserDefinedProperty(key, "값")]);
        Assert.Equal(new PropertyRefusal.NotDefined("channel"), (await WithAsync("a", "channel")).Refusal);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 15).Select(index => Task.Run(() => define.SetAsync(
            platform.Tenant, Platform.Actor, PropertyScope.Transfer, $"key{index}", $"속성{index}", PropertyVisibility.Everyone, CancellationToken.None))));
        Assert.Equal(DefineProperties.CountMax, outcomes.Count(outcome => !outcome.IsRefused));
        var defined = outcomes.First(outcome => !outcome.IsRefused).Value.Key;
        Assert.Equal(defined, Assert.Single(Platform.Must(await WithAsync("a", defined)).Properties).Key);
        Assert.IsType<PropertyRefusal.KeyInvalid>((await define.SetAsync(
            platform.Tenant, Platform.Actor, PropertyScope.Partner, "a b", "속성", PropertyVisibility.Everyone, CancellationToken.None)).Refusal);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Orders_OnOnePayment_AreSeveralOnlyWhereThePlatformSaysSo(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));
        Platform.Must(await platform.OrderAsync(0, "pay", 10_000));
        Assert.IsType<RegistrationRefusal.AlreadyRegistered>((await platform.OrderAsync(0, "pay", 5_000)).Refusal);
        Platform.Must(await platform.World.Get<UpdatePlatformSettings>().HandleAsync(
            platform.Tenant, Platform.Actor, new SettingsChange(null, null, null, null, null, null, SupportsMultipleOrderTransfersPerPartner: true), CancellationToken.None));
        Platform.Must(await platform.OrderAsync(0, "pay", 5_000));
        Assert.Equal(2, (await platform.RowsAsync<Transfer>()).Count);
    }

    private static Task<Outcome<HolidayEdit>> EditAsync(Platform platform, DateOnly date, bool isHoliday, string name) =>
        platform.World.Get<EditHolidays>().SetAsync(platform.Tenant, Platform.Actor, date, isHoliday, name, CancellationToken.None);

    private static Task<Outcome<Transfer>> OrderAsync(Platform platform, string payment, IReadOnlyList<UserDefinedProperty>? properties = null) =>
        platform.World.Get<RegisterOrder>().HandleAsync(platform.Tenant, Platform.Actor, new NewOrder(
            null, new PartnerId("p0"), null, new PaymentSnapshot(new PaymentId(payment), IsExternal: true, "KRW", null, null, null, null, null), new Won(10_000), null,
            null, [], [], platform.Today, null, Currency.Krw, null, [], properties ?? []), CancellationToken.None);
}
