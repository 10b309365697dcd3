using Jeongsan.Application.Payouts;
using Jeongsan.Application.Settlements;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Settlements;
using Jeongsan.Domain.Transfers;
using Jeongsan.TestKit;
using Xunit;

namespace Jeongsan.Application.Tests.Settlements;

/// <summary>What people do with settlements that they name: hold back, delete, say that they were paid by hand.</summary>
public sealed class ChosenSettlementTests(Worlds worlds)
{
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Delete_WithItsTransfers_GivesOrdersBackWhatCancellationsTook(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));
        var order = Platform.Must(await platform.OrderAsync(0, "pay", 10_000));
        Platform.Must(await platform.CancelAsync(order.Id, "c1", 4_000));
        await platform.GatherAsync();
        var settlements = await platform.RowsAsync<PartnerSettlement>();
        var orders = settlements.Single(settlement => settlement.Kind == TransferKind.Order);
        var cancels = settlements.Single(settlement => settlement.Kind == TransferKind.OrderCancel);

        var alone = await DeleteAsync(platform, orders.Id);
        Assert.Single(Assert.IsType<PartnerSettlementRefusal.CancellationsRemain>(alone.Refusal).CancellationIds);
        Platform.Must(await DeleteAsync(platform, cancels.Id));

        var left = Assert.Single(await platform.RowsAsync<Transfer>());
        Assert.Equal((order.Id, 0), (left.Id, left.CancellationCount));
        Platform.Must(await platform.CancelAsync(order.Id, "c2", null));
        await platform.GatherAsync();
        Platform.Must(await DeleteAsync(platform, [.. (await platform.RowsAsync<PartnerSettlement>()).Select(settlement => settlement.Id)]));
        Assert.Empty(await platform.RowsAsync<Transfer>());
        Assert.Empty(await platform.RowsAsync<PartnerSettlement>());
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Delete_NamedWronglyOrHeld_IsRefusedAsAWhole(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));
        Platform.Must(await platform.OrderAsync(0, "a", 10_000));
        Platform.Must(await platform.OrderAsync(1, "b", 10_000));
        await platform.GatherAsync();
        var ids = (await platform.RowsAsync<PartnerSettlement>()).Select(settlement => settlement.Id).ToArray();
        var nobody = new PartnerSettlementId("nobody");

        Assert.IsType<PartnerSettlementRefusal.NothingChosen>((await DeleteAsync(platform)).Refusal);
        Assert.Equal([ids[0]], Assert.IsType<PartnerSettlementRefusal.Duplicated>((await DeleteAsync(platform, ids[0], ids[0])).Refusal).Ids);
        Assert.Equal([nobody], Assert.IsType<PartnerSettlementRefusal.NotFound>((await DeleteAsync(platform, ids[0], nobody)).Refusal).Ids);
        Platform.Must(await platform.World.Get<CreateBulkPayout>().HandleAsync(platform.Tenant, Platform.Actor, new NewBulkPayout(null, null, null, [ids[1]]), CancellationToken.None));
        Assert.Equal([ids[1]], Assert.IsType<PartnerSettlementRefusal.SomeNotDeletable>((await DeleteAsync(platform, ids)).Refusal).Ids);
        Assert.Equal(2, (await platform.RowsAsync<Transfer>()).Count);
    }

    /// <summary>Who comes first wins: the money is either held by the payout or gone with its transfers, never both.</summary>
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Delete_WhileAPayoutTakesThem_IsOneOrTheOther(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));
        for (var round = 0; round < 8; round++)
        {
            Platform.Must(await platform.OrderAsync(0, $"pay-{round}", 10_000));
            await platform.GatherAsync();
            var settlement = Assert.Single(await platform.RowsAsync<PartnerSettlement>(), one => one.PayoutId is null);

            var delete = Task.Run(() => DeleteAsync(platform, settlement.Id));
            var pay = Task.Run(() => platform.World.Get<CreateBulkPayout>().HandleAsync(
                platform.Tenant, Platform.Actor, new NewBulkPayout(null, null, null, [settlement.Id]), CancellationToken.None));
            var (deleted, paid) = (await delete, await pay);

            Assert.NotEqual(deleted.IsRefused, paid.IsRefused);
            var left = (await platform.RowsAsync<PartnerSettlement>()).SingleOrDefault(one => one.Id == settlement.Id);
            Assert.Equal(paid.IsRefused, left is null);
            Assert.Equal(left is null ? 0 : 1, (await platform.RowsAsync<Transfer>()).Count(transfer => transfer.PartnerSettlementId == settlement.Id));
            if (left is not null)
            {
                Assert.Equal(PartnerSettlementStatus.Confirmed, left.Status);
            }
        }
    }

    /// <summary>A cancellation either finds its order and keeps it from being deleted, or comes too late.</summary>
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Delete_WhileAnOrderIsCancelled_LeavesNoCancellationOfNothing(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));
        for (var round = 0; round < 8; round++)
        {
            var order = Platform.Must(await platform.OrderAsync(1, $"pay-{round}", 10_000));
            await platform.GatherAsync();
            var settlement = (await platform.RowsAsync<PartnerSettlement>()).Single(one => one.Kind == TransferKind.Order);

            var delete = Task.Run(() => DeleteAsync(platform, settlement.Id));
            var cancel = Task.Run(() => platform.CancelAsync(order.Id, $"c{round}", 1_000, settlement: platform.Today.AddDays(30)));
            var (deleted, cancelled) = (await delete, await cancel);

            Assert.NotEqual(deleted.IsRefused, cancelled.IsRefused);
            var transfers = await platform.RowsAsync<Transfer>();
            Assert.All(transfers.Where(one => one.Kind == TransferKind.OrderCancel), one => Assert.Contains(transfers, original => original.Id == one.OriginalTransferId));
            if (deleted.IsRefused)
            {
                Platform.Must(await platform.World.Get<Jeongsan.Application.Transfers.DeleteTransfer>().HandleAsync(platform.Tenant, Platform.Actor, cancelled.Value.Id, CancellationToken.None));
                Platform.Must(await DeleteAsync(platform, settlement.Id));
            }
        }
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task CompleteByHand_BySeveralAtOnce_PaysEachSettlementOnce(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));
        for (var partner = 0; partner < 3; partner++)
        {
            Platform.Must(await platform.OrderAsync(partner, $"pay-{partner}", 10_000));
        }
        await platform.GatherAsync();
        var ids = (await platform.RowsAsync<PartnerSettlement>()).Select(settlement => settlement.Id).ToArray();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(index => Task.Run(() => index % 2 == 0
            ? CompleteAsync(platform, $"hand-{index}", ids)
            : platform.World.Get<CreateBulkPayout>().HandleAsync(platform.Tenant, Platform.Actor, new NewBulkPayout($"bank-{index}", null, null, ids), CancellationToken.None))));

        var bulk = Assert.Single(outcomes, outcome => !outcome.IsRefused).Value;
        Assert.Equal(3, (await platform.RowsAsync<Payout>()).Count);
        Assert.All(await platform.RowsAsync<PartnerSettlement>(), settlement => Assert.Equal(bulk.Id, settlement.BulkPayoutId));
        if (bulk.Status == BulkPayoutStatus.Completed)
        {
            Assert.All(await platform.RowsAsync<Transfer>(), transfer => Assert.Equal(TransferStatus.PaidOut, transfer.Status));
        }
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task CompleteByHand_IsPaidOutOnTheStatedDay_AndMovesNoMoney(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));
        Platform.Must(await platform.OrderAsync(0, "pay", 10_000));
        await platform.GatherAsync();
        var settlement = Assert.Single(await platform.RowsAsync<PartnerSettlement>());

        Assert.IsType<PayoutRefusal.CompletedInFuture>((await CompleteAsync(platform, "hand", [settlement.Id], platform.Today.AddDays(1))).Refusal);
        var bulk = Platform.Must(await CompleteAsync(platform, "hand", [settlement.Id], platform.Today.AddDays(-1)));
        Assert.IsType<Jeongsan.Application.Storage.StoredRefusal.AlreadyExists>((await CompleteAsync(platform, "hand", [settlement.Id])).Refusal);
        Assert.Equal([settlement.Id], Assert.IsType<PayoutRefusal.SettlementsNotPayable>((await CompleteAsync(platform, "again", [settlement.Id])).Refusal).Ids);

        Assert.Equal((BulkPayoutStatus.Completed, 1), (bulk.Status, bulk.PayoutCount));
        var payout = Assert.Single(await platform.RowsAsync<Payout>());
        Assert.Equal((PayoutStatus.Succeeded, new Won(8_900), platform.Today.AddDays(-1)), (payout.Status, payout.Amount, Domain.Calendar.SeoulTime.DateOf(payout.PaidAt!.Value)));
        var transfer = Assert.Single(await platform.RowsAsync<Transfer>());
        Assert.Equal((TransferStatus.PaidOut, payout.Id), (transfer.Status, transfer.PayoutId));
        Assert.Empty(await platform.RowsAsync<Domain.AccountTransfers.AccountTransfer>());
        Assert.Empty(await platform.RowsAsync<Jeongsan.Application.Outbox.OutboxMessage>());
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task CompleteByHand_NegativeNet_IsRefused_ButZeroIsSettled(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));
        var order = Platform.Must(await platform.OrderAsync(0, "pay", 10_000));
        Platform.Must(await platform.CancelAsync(order.Id, "c", null));
        await platform.GatherAsync();
        var settlements = await platform.RowsAsync<PartnerSettlement>();
        var cancel = settlements.Single(settlement => settlement.Kind == TransferKind.OrderCancel);

        Assert.IsType<PayoutRefusal.NetNotPositive>((await CompleteAsync(platform, "negative", [cancel.Id])).Refusal);
        Platform.Must(await CompleteAsync(platform, "zero", [.. settlements.Select(settlement => settlement.Id)]));
        Assert.Equal(Won.Zero, Assert.Single(await platform.RowsAsync<Payout>()).Amount);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Move_AsTheTableAllows_AllOrNone(DatabaseKind kind)
    {
        var platform = await Platform.CreateAsync(await worlds.OnAsync(kind));
        Platform.Must(await platform.OrderAsync(0, "a", 10_000));
        Platform.Must(await platform.OrderAsync(1, "b", 10_000));
        await platform.GatherAsync();
        var ids = (await platform.RowsAsync<PartnerSettlement>()).Select(settlement => settlement.Id).ToArray();
        Task<Outcome<IReadOnlyList<PartnerSettlement>>> MoveAsync(PartnerSettlementCommand command, params PartnerSettlementId[] chosen) =>
            platform.World.Get<MoveSettlements>().HandleAsync(platform.Tenant, Platform.Actor, chosen, command, CancellationToken.None);

        Platform.Must(await MoveAsync(PartnerSettlementCommand.Withhold, ids[0]));
        Assert.Equal([ids[0]], Assert.IsType<PartnerSettlementRefusal.SomeNotInState>((await MoveAsync(PartnerSettlementCommand.Withhold, ids)).Refusal).Ids);
        Assert.Equal(1, (await platform.RowsAsync<PartnerSettlement>()).Count(one => one.Status == PartnerSettlementStatus.PayoutWithheld));
        Platform.Must(await MoveAsync(PartnerSettlementCommand.Exclude, ids));
        Platform.Must(await MoveAsync(PartnerSettlementCommand.Prepare, ids));
        Assert.All(await platform.RowsAsync<PartnerSettlement>(), one => Assert.Equal(PartnerSettlementStatus.PayoutPrepared, one.Status));
        // What arrives for a withheld one opens a second: the first stays as it was when somebody held it back.
        Platform.Must(await MoveAsync(PartnerSettlementCommand.Withhold, ids[0]));
        Platform.Must(await platform.OrderAsync(0, "c", 10_000));
        Platform.Must(await platform.OrderAsync(1, "d", 10_000));
        await platform.GatherAsync();
        Assert.Equal(3, (await platform.RowsAsync<PartnerSettlement>()).Count);
    }

    private static Task<Outcome<Done>> DeleteAsync(Platform platform, params PartnerSettlementId[] ids) =>
        platform.World.Get<DeleteSettlements>().HandleAsync(platform.Tenant, Platform.Actor, ids, CancellationToken.None);

    private static Task<Outcome<BulkPayout>> CompleteAsync(Platform platform, string bulk, PartnerSettlementId[] ids, DateOnly? on = null) =>
        platform.World.Get<CompletePayoutByHand>().HandleAsync(platform.Tenant, Platform.Actor, new PaidByHand(new BulkPayoutId(bulk), null, ids, on), CancellationToken.None);
}
