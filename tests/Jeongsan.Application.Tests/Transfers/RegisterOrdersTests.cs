using System.Text.Json;
using Jeongsan.Application.Storage;
using Jeongsan.Application.Transfers;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Transfers;
using Jeongsan.TestKit;
using Xunit;

namespace Jeongsan.Application.Tests.Transfers;

/// <summary>Orders by the set.</summary>
public sealed class RegisterOrdersTests(Worlds worlds)
{
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task RegisterOrders_OneIsRefused_RegistersNoneAndSaysWhich(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));
        var outcome = await RegisterAsync(platform, [Order(platform, 0, "a"), Order(platform, 9, "b"), Order(platform, 1, "c"), Order(platform, 0, "a")]);
        var refused = Assert.IsType<OrdersRefused>(outcome.Refusal).ByIndex;
        Assert.Equal([1, 3], refused.Keys.Order());
        Assert.Equal(new StoredRefusal.NotFound("Partner", "p9"), refused[1]);
        Assert.IsType<RegistrationRefusal.AlreadyRegistered>(refused[3]);
        Assert.Empty(await platform.RowsAsync<Transfer>());
    }

    /// <summary>In a set of several chunks, and with what was there before.</summary>
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task RegisterOrders_FiveThousand_AreRegisteredWithTheirHistory(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));
        Assert.Equal(5_000, Platform.Must(await RegisterAsync(platform, [.. Enumerable.Range(0, 5_000).Select(index => Order(platform, index % 3, $"pay-{index}"))])));
        Assert.Equal(5_000, (await platform.RowsAsync<Transfer>()).Select(transfer => transfer.PaymentId).Distinct().Count());
        Assert.Equal(5_000, (await platform.RowsAsync<HistoryRow>()).Count(row => row.What == "OrderRegistered"));
        var again = await RegisterAsync(platform, [Order(platform, 0, "new"), Order(platform, 0, "pay-4998")]);
        Assert.Equal([1], Assert.IsType<OrdersRefused>(again.Refusal).ByIndex.Keys);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task RehearseOrders_TellsEachOutcome_AndKeepsNothing(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));
        var outcomes = await platform.World.Get<RegisterOrders>().RehearseAsync(
            platform.Tenant, Platform.Actor, [Order(platform, 0, "a"), Order(platform, 9, "b"), Order(platform, 0, "c") with { Id = "own" }, Order(platform, 0, "d") with { Id = "own" }], CancellationToken.None);
        Assert.Equal([false, true, false, true], outcomes.Select(outcome => outcome.IsRefused));
        Assert.Equal(new StoredRefusal.AlreadyExists("Transfer", "own"), outcomes[3].Refusal);
        Assert.Empty(await platform.RowsAsync<Transfer>());
        Assert.DoesNotContain(await platform.RowsAsync<HistoryRow>(), row => row.Subject == "Transfer");
    }

    /// <summary>Rows are written past the change tracker; what is read back is what was decided, in each column.</summary>
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task RegisterOrder_ManyAtOnce_ReadBackAsTheyWereAnswered(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));
        var product = new Product(new ProductId("상품-1"), "따옴표 ' \" \\ 와 줄\n바꿈", new Won(1_000), new Won(300), null);
        var answered = await Task.WhenAll(Enumerable.Range(0, 64).Select(index => Task.Run(async () => Platform.Must(await platform.World.Get<RegisterOrder>().HandleAsync(
            platform.Tenant, Platform.Actor, Order(platform, index % 3, $"pay-{index}") with
            {
                Id = index % 2 == 0 ? $"own-{index}" : null,
                Total = index % 4 == 0 ? null : new Won(5_000 + index),
                Lines = index % 4 == 0 ? [new NewOrderLine(product, 2, [], [])] : null,
                Memo = index % 5 == 0 ? "메모" : null,
            }, CancellationToken.None)))));
        var stored = (await platform.RowsAsync<Transfer>()).ToDictionary(transfer => transfer.Id);
        Assert.Equal(64, stored.Count);
        Assert.All(answered, transfer => Assert.Equal(JsonSerializer.Serialize(transfer), JsonSerializer.Serialize(stored[transfer.Id])));
    }

    /// <summary>A neighbour that can't be registered does not hold up the others of its set.</summary>
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task RegisterOrder_AmongRefusedNeighbours_IsRegistered(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 60).Select(index => Task.Run(() => platform.OrderAsync(index % 3 == 0 ? 9 : 0, $"pay-{index % 20}", 10_000))));
        var made = outcomes.Where(outcome => !outcome.IsRefused).Select(outcome => outcome.Value.PaymentId).ToList();
        Assert.Equal(made.Distinct().Count(), made.Count);
        Assert.Equal(20, made.Count);
        Assert.Equal(20, outcomes.Count(outcome => outcome.Refusal is StoredRefusal.NotFound));
    }

    private static Task<Outcome<int>> RegisterAsync(Platform platform, IReadOnlyList<NewOrder> orders) =>
        platform.World.Get<RegisterOrders>().HandleAsync(platform.Tenant, Platform.Actor, orders, CancellationToken.None);

    private static NewOrder Order(Platform platform, int partner, string payment) => new(
        null, new PartnerId($"p{partner}"), null, new PaymentSnapshot(new PaymentId(payment), IsExternal: true, "KRW", null, null, null, null, null), new Won(10_000), null,
        null, [], [], platform.Today, platform.Today, Currency.Krw, null, [], []);
}
