using System.Text.Json;
using System.Text.RegularExpressions;
using Jeongsan.Application.Imports;
using Jeongsan.Application.Partners;
using Jeongsan.Application.Privacy;
using Jeongsan.Application.Settings;
using Jeongsan.Application.Storage;
using Jeongsan.Application.Transfers;
using Jeongsan.Application.UserDefinedProperties;
using Jeongsan.Application.Versions;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Policies;
using Jeongsan.Domain.Privacy;
using Jeongsan.Domain.Transfers;
using Jeongsan.TestKit;
using Xunit;

namespace Jeongsan.Application.Tests.Imports;

/// <summary>What is registered by the set must be what registering one by one gives: the same rows, the same refusals.</summary>
public sealed partial class SetPathTests(Worlds worlds)
{
    private const int CaseCount = 150;

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task WriteManuals_BySet_GivesWhatOneByOneGives(DatabaseKind kind)
    {
        var random = new Random(20);
        NewManualTransfer[] manuals = [.. Enumerable.Range(0, CaseCount).Select(_ => Manual(random))];
        var (single, bySet) = (await StartAsync(kind), await StartAsync(kind));
        var register = single.World.Get<RegisterManualTransfer>();
        var one = new List<Refusal?>();
        foreach (var manual in manuals)
        {
            one.Add((await register.HandleAsync(single.Tenant, Platform.Actor, manual, CancellationToken.None)).Refusal);
        }

        await AssertSameAsync(single, bySet, one, manuals, RegisterManualTransfers.DecideAsync, RegisterManualTransfers.WriteAsync);
        Assert.Equal(await StoredAsync<Transfer>(single), await StoredAsync<Transfer>(bySet));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task WritePartners_BySet_GivesWhatOneByOneGives(DatabaseKind kind)
    {
        var random = new Random(21);
        NewPartner[] partners = [.. Enumerable.Range(0, CaseCount).Select(_ => Partner(random))];
        var (single, bySet) = (await StartAsync(kind), await StartAsync(kind));
        var create = single.World.Get<CreatePartners>();
        var one = new List<Refusal?>();
        foreach (var partner in partners)
        {
            one.Add((await create.HandleAsync(single.Tenant, Platform.Actor, [partner], CancellationToken.None)).Refusal);
        }

        await AssertSameAsync(single, bySet, one, partners, CreatePartnersBySet.DecideAsync, CreatePartnersBySet.WriteAsync);
        Assert.Equal(await StoredAsync<Partner>(single), await StoredAsync<Partner>(bySet));
        // The first version of each, and the notice that its terms hold.
        Assert.Equal(await StoredAsync<VersionRow>(single), await StoredAsync<VersionRow>(bySet));
        Assert.Equal(await StoredAsync<PartnerNotice>(single), await StoredAsync<PartnerNotice>(bySet));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task WriteOrders_BySet_GivesWhatOneByOneGives(DatabaseKind kind)
    {
        foreach (var several in new[] { false, true })
        {
            var random = new Random(22);
            NewOrder[] orders = [.. Enumerable.Range(0, CaseCount).Select(_ => Order(random))];
            var (single, bySet) = (await StartAsync(kind, several), await StartAsync(kind, several));
            var register = single.World.Get<RegisterOrder>();
            var one = new List<Refusal?>();
            foreach (var order in orders)
            {
                one.Add((await register.HandleAsync(single.Tenant, Platform.Actor, order, CancellationToken.None)).Refusal);
            }

            var set = bySet.World.Get<RegisterOrders>();
            await AssertSameAsync(single, bySet, one, orders, set.DecideAsync, set.WriteAsync);
            Assert.Equal(await StoredAsync<Transfer>(single), await StoredAsync<Transfer>(bySet));
        }
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Import_TwoOrdersOfAPayment_AreTakenWhereAPartnerMayHaveSeveral(DatabaseKind kind)
    {
        var platform = await StartAsync(kind, several: true);
        var file = "파트너 아이디,결제 아이디,주문 금액\np0,pay,1000\np0,pay,2000\n"u8.ToArray();

        var imported = await platform.World.Get<ImportFile>().ImportAsync(platform.Tenant, Platform.Actor, new ImportUpload(ImportKind.Orders, file, null), CancellationToken.None);

        Assert.Equal(2, Platform.Must(imported).ItemCount);
        Assert.Equal(2, (await platform.RowsAsync<Transfer>()).Count);
    }

    private async Task<Platform> StartAsync(DatabaseKind kind, bool several = false)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));
        Platform.Must(await platform.World.Get<UpdatePlatformSettings>().HandleAsync(
            platform.Tenant, Platform.Actor, new SettingsChange(null, null, null, null, null, null, several), CancellationToken.None));
        var define = platform.World.Get<DefineProperties>();
        Platform.Must(await define.SetAsync(platform.Tenant, Platform.Actor, PropertyScope.Partner, "known", "아는 것", PropertyVisibility.Everyone, CancellationToken.None));
        Platform.Must(await define.SetAsync(platform.Tenant, Platform.Actor, PropertyScope.Transfer, "known", "아는 것", PropertyVisibility.Everyone, CancellationToken.None));
        return platform;
    }

    /// <summary>Deciding says the same as writing, and both the same as one by one.</summary>
    private static async Task AssertSameAsync<T>(
        Platform single, Platform bySet, List<Refusal?> one, T[] things,
        Func<Work, IReadOnlyList<T>, CancellationToken, Task<IReadOnlyList<Refusal?>>> decide,
        Func<Work, IReadOnlyList<T>, CancellationToken, Task<IReadOnlyList<Refusal?>>> write)
    {
        IReadOnlyList<Refusal?> decided = [], written = [];
        await bySet.CommandAsync(async work =>
        {
            decided = await decide(work, things, CancellationToken.None);
            return new Undone();
        });
        Platform.Must(await bySet.World.Store.CommandAsync<Done>(bySet.Tenant, Platform.Actor, async work =>
        {
            written = await write(work, things, CancellationToken.None);
            return new Done();
        }, CancellationToken.None));
        Assert.Contains(one, refusal => refusal is null);
        Assert.True(one.Select(refusal => refusal?.Reason).Distinct().Count() > 3);
        Assert.Equal(one.Select(Words), decided.Select(Words));
        Assert.Equal(one.Select(Words), written.Select(Words));
        Assert.Equal(await HistoryAsync(single), await HistoryAsync(bySet));
    }

    private static string Words(Refusal? refusal) => refusal is null ? "" : Anonymous(refusal.ToString());

    private static async Task<IEnumerable<string>> HistoryAsync(Platform platform) =>
        (await platform.RowsAsync<HistoryRow>()).Where(row => row.Subject is "Transfer" or "Partner").Select(row => $"{row.Subject} {Anonymous(row.SubjectId)} {row.What} {row.ToState} {row.Why}").Order();

    private static async Task<IEnumerable<string>> StoredAsync<T>(Platform platform) where T : class =>
        (await platform.RowsAsync<T>()).Select(row => Anonymous(JsonSerializer.Serialize(row, row.GetType())).Replace(platform.Tenant.Merchant.Value, "m", StringComparison.Ordinal)).Order();

    /// <summary>Without the ids that the system chooses.</summary>
    private static string Anonymous(string text) => ChosenIds().Replace(text, "$1-…");

    [GeneratedRegex("(transfer|partner|notice|terms)-[0-9a-z]{26}")]
    private static partial Regex ChosenIds();

    private static T One<T>(Random random, params T[] of) => of[random.Next(of.Length)];

    private static IReadOnlyList<UserDefinedProperty> Properties(Random random) => One<IReadOnlyList<UserDefinedProperty>>(random, [], [], [new("known", "값")], [new("unknown", "값")]);

    private static NewManualTransfer Manual(Random random)
    {
        var amount = random.Next(-9_000, 9_000);
        return new NewManualTransfer(
            One<string?>(random, null, null, $"own-{random.Next(40)}", "못 쓰는/아이디"), new PartnerId(One(random, "p0", "p1", "p2", "nobody")), new Won(amount), new Won(One(random, 0, 0, amount / 2, 20_000)),
            One(random, new DateOnly(2026, 9, 30), new DateOnly(2026, 10, 1), new DateOnly(1800, 1, 1)), One(random, Currency.Krw, Currency.Usd), One<string?>(random, null, "메모", new string('가', 3_000)), Properties(random));
    }

    private static NewPartner Partner(Random random) => new(
        One<string?>(random, null, $"own-{random.Next(60)}", "못 쓰는/아이디", "p0"),
        new PartnerProfile(
            One(random, "가게", "가게", "가게", ""), new Contact("홍시험", null, One(random, "shop@partner.example", "shop@partner.example", "메일아님")),
            new BankAccount(Bank.Shinhan, Currency.Krw, One(random, "110123456789", "110123456789", "12-"), "가게"), new ContractId(One(random, "A", "A", "A", "none")), null, One<IReadOnlyList<string>>(random, [], ["식품"]),
            One<PartnerType>(random, new PartnerType.NonWhtPayer(null), new PartnerType.WhtPayer(new DateOnly(1990, 1, 1)), new PartnerType.WhtPayer(new DateOnly(2090, 1, 1))), Properties(random)));

    private static NewOrder Order(Random random) => new(
        One<string?>(random, null, null, $"own-{random.Next(40)}", "못 쓰는/아이디"), new PartnerId(One(random, "p0", "p1", "nobody")), One<ContractId?>(random, null, null, new ContractId("none")),
        new PaymentSnapshot(new PaymentId($"pay-{random.Next(60)}"), IsExternal: true, "KRW", null, null, null, null, null),
        One<Won?>(random, new Won(random.Next(1, 90_000)), new Won(10_000), null), null, One<Won?>(random, null, Won.Zero, new Won(50_000)), [], [],
        new DateOnly(2026, 9, random.Next(1, 28)), One<DateOnly?>(random, null, null, new DateOnly(2026, 9, 15)), One(random, Currency.Krw, Currency.Krw, Currency.Usd), null, [], Properties(random));

    private sealed record Undone : Refusal;
}
