using Jeongsan.Application.Payouts;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Settlements;
using Jeongsan.Domain.Transfers;
using Jeongsan.TestKit;
using Xunit;

namespace Jeongsan.Application.Tests.Payouts;

public sealed class BulkPayoutRaceTests(Worlds worlds)
{
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Create_FourAtOnceOverTheSameSettlements_OneHoldsThem(DatabaseKind kind)
    {
        var platform = await SoldAsync(await worlds.OnAsync(kind));
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => platform.PayAsync(platform.Today))));
        var bulk = Assert.Single(outcomes, outcome => !outcome.IsRefused).Value;
        Assert.All(outcomes.Where(outcome => outcome.IsRefused), outcome => Assert.IsType<PayoutRefusal.NothingChosen>(outcome.Refusal));
        Assert.All(await platform.RowsAsync<PartnerSettlement>(), settlement => Assert.Equal(bulk.Id, settlement.BulkPayoutId));
        Assert.Equal(3, (await platform.RowsAsync<Payout>()).Count);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Confirm_AndConfirmAgain_MovesTheTransfersOnce(DatabaseKind kind)
    {
        var platform = await SoldAsync(await worlds.OnAsync(kind));
        var bulk = Platform.Must(await platform.PayAsync(platform.Today));
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
            platform.World.Get<ConfirmBulkPayout>().HandleAsync(platform.Tenant, Platform.Actor, bulk.Id, CancellationToken.None))));
        Assert.Single(outcomes, outcome => !outcome.IsRefused);
        Assert.All(await platform.RowsAsync<Transfer>(), transfer => Assert.Equal((TransferStatus.PayoutConfirmed, true), (transfer.Status, transfer.PayoutId is not null)));
    }

    /// <summary>Naming a settlement that another payout holds refuses the whole.</summary>
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Create_WithAHeldSettlement_IsRefusedWhole(DatabaseKind kind)
    {
        var platform = await SoldAsync(await worlds.OnAsync(kind));
        var ids = (await platform.RowsAsync<PartnerSettlement>()).Select(row => row.Id).ToList();
        var create = platform.World.Get<CreateBulkPayout>();
        Platform.Must(await create.HandleAsync(platform.Tenant, Platform.Actor, new NewBulkPayout(null, null, null, [ids[0]]), CancellationToken.None));
        var second = await create.HandleAsync(platform.Tenant, Platform.Actor, new NewBulkPayout(null, null, null, ids), CancellationToken.None);
        Assert.IsType<PayoutRefusal.SettlementsNotPayable>(second.Refusal);
        Assert.Single(await platform.RowsAsync<BulkPayout>());
    }

    private static async Task<Platform> SoldAsync(World world)
    {
        var platform = await Platform.CreateAsync(world);
        for (var index = 0; index < 9; index++)
        {
            Platform.Must(await platform.OrderAsync(index % 3, $"pay-{index}", 10_000 + index));
        }
        await platform.GatherAsync();
        return platform;
    }
}
