using Jeongsan.Application.Transfers;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Transfers;
using Jeongsan.TestKit;
using Xunit;

namespace Jeongsan.Application.Tests.Transfers;

public sealed class RegistrationRaceTests(Worlds worlds)
{
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task RegisterOrder_TwentyTimesTheSameAtOnce_MakesOne(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => platform.OrderAsync(0, "pay-1", 10_000))));
        var made = Assert.Single(outcomes, outcome => !outcome.IsRefused).Value;
        Assert.All(outcomes.Where(outcome => outcome.IsRefused), outcome => Assert.Equal(new RegistrationRefusal.AlreadyRegistered(made.Id), outcome.Refusal));
        Assert.Equal(made.Id, Assert.Single(await platform.RowsAsync<Transfer>()).Id);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task RegisterOrder_SamePaymentWithIdsOfTheirOwn_MakesTwo(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));
        Platform.Must(await platform.OrderAsync(0, "pay-1", 10_000, id: "first"));
        Platform.Must(await platform.OrderAsync(0, "pay-1", 20_000, id: "second"));
        Assert.True((await platform.OrderAsync(0, "pay-1", 20_000, id: "second")).IsRefused);
        Assert.Equal(2, (await platform.RowsAsync<Transfer>()).Count);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Cancel_TwentyTenthsAtOnce_NeverTakesMoreThanTheOrder(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));
        var order = Platform.Must(await platform.OrderAsync(0, "pay-1", 10_000));
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(index => Task.Run(() => platform.CancelAsync(order.Id, $"c{index}", 1_000))));
        Assert.Equal(10, outcomes.Count(outcome => !outcome.IsRefused));
        var transfers = await platform.RowsAsync<Transfer>();
        Assert.Equal(10, transfers.Count(transfer => transfer.Kind == TransferKind.OrderCancel));
        Assert.Equal(Won.Zero, transfers.Total(transfer => transfer.SignedSettlement));
        Assert.Equal(10, transfers.Single(transfer => transfer.Kind == TransferKind.Order).CancellationCount);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Cancel_SameCancellationAtOnce_IsOne(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));
        var order = Platform.Must(await platform.OrderAsync(0, "pay-1", 10_000));
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => platform.CancelAsync(order.Id, "c", 1_000))));
        var made = Assert.Single(outcomes, outcome => !outcome.IsRefused).Value;
        Assert.All(outcomes.Where(outcome => outcome.IsRefused), outcome => Assert.Equal(new RegistrationRefusal.AlreadyRegistered(made.Id), outcome.Refusal));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Delete_OfACancellation_GivesBackWhatItTook(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));
        var order = Platform.Must(await platform.OrderAsync(0, "pay-1", 10_000));
        var cancel = Platform.Must(await platform.CancelAsync(order.Id, "c1", 6_000));
        await platform.GatherAsync();
        Assert.True((await platform.World.Get<DeleteTransfer>().HandleAsync(platform.Tenant, Platform.Actor, order.Id, CancellationToken.None)).IsRefused);
        Platform.Must(await platform.World.Get<DeleteTransfer>().HandleAsync(platform.Tenant, Platform.Actor, cancel.Id, CancellationToken.None));
        var settlement = Assert.Single(await platform.RowsAsync<Domain.Settlements.PartnerSettlement>());
        Assert.Equal(order.SignedSettlement, settlement.SignedSettlement);
        Platform.Must(await platform.CancelAsync(order.Id, "c2", null));
    }
}
