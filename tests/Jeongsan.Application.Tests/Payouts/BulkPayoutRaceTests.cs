using Jeongsan.Application.Outbox;
using Jeongsan.Application.Payouts;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Settlements;
using Jeongsan.Domain.Transfers;
using Jeongsan.TestKit;
using Microsoft.Extensions.DependencyInjection;
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

    /// <summary>A payout that was seen and is gone when its turn comes to be cancelled is refused, not a fault.</summary>
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Cancel_OfPayoutsThatAreTakenOutAtTheSameMoment_IsRefusedAsNotFoundOrNotInState(DatabaseKind kind)
    {
        var platform = await PayoutPlatform.SoldAsync(await worlds.OnAsync(kind), partners: 8);
        var bulk = await platform.CreateAsync();
        var payouts = await platform.PayoutsAsync(bulk.Id);

        var outs = payouts.Skip(1).Select(payout => Task.Run(() => platform.TakeOutAsync(bulk.Id, new(null, new HashSet<Domain.Partners.PartnerId> { payout.PartnerId }))));
        var cancels = payouts.Skip(1).Select(payout => Task.Run(async () => (await platform.CancelAsync(payout.Id)).Refusal));
        var (taking, cancelling) = (Task.WhenAll(outs), Task.WhenAll(cancels));
        await taking;
        var refusals = await cancelling;

        Assert.All(refusals, refusal => Assert.True(refusal is PayoutRefusal.NotInState or StoredRefusal.NotFound, refusal?.ToString()));
    }

    /// <summary>An account sends one bulk payout at a time: whoever comes second, at the same moment or later, sends nothing.</summary>
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Execute_TwoOfOneAccountAtOnce_StartsOneAndRefusesTheOther(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind, more: services => services.AddSingleton<IRemittance>(new FixedBank()));
        var platform = await SoldAsync(world);
        var settlements = (await platform.RowsAsync<PartnerSettlement>()).Select(row => row.Id).ToList();
        var bulks = new[] { await ConfirmedAsync(platform, settlements[..1]), await ConfirmedAsync(platform, settlements[1..]) };

        // Each is asked twice at once: pressing again starts nothing again either.
        var outcomes = await Task.WhenAll(bulks.Concat(bulks).Select(bulk => Task.Run(() => ExecuteAsync(platform, bulk))));

        var started = Assert.Single(outcomes, outcome => !outcome.IsRefused).Value;
        var later = await ExecuteAsync(platform, bulks.Single(bulk => bulk != started.Id));
        Assert.Equal(started.Id, Assert.IsType<PayoutRefusal.AnotherOngoing>(later.Refusal).Ongoing);
        var payouts = await platform.RowsAsync<Payout>();
        // One payout at a time leaves: the others of the same bulk payout wait for their turn.
        var first = payouts.Where(payout => payout.BulkPayoutId == started.Id).MinBy(payout => payout.Index)!;
        Assert.All(payouts, payout => Assert.Equal(payout.Id == first.Id ? PayoutStatus.Processing : PayoutStatus.Confirmed, payout.Status));
        Assert.Equal($"remit-{first.Id}", Assert.Single(await platform.RowsAsync<OutboxMessage>(), message => message.Type == RemitPayout.MessageType).Key);
    }

    /// <summary>With a won less than all of it, nothing of it is sent.</summary>
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Execute_BalanceOneWonShort_IsRefusedWholeUntilItIsThere(DatabaseKind kind)
    {
        var bank = new FixedBank();
        await using var world = await World.CreateAsync(kind, more: services => services.AddSingleton<IRemittance>(bank));
        var platform = await SoldAsync(world);
        var bulk = await ConfirmedAsync(platform, [.. (await platform.RowsAsync<PartnerSettlement>()).Select(row => row.Id)]);
        var needed = (await platform.RowsAsync<Payout>()).Sum(payout => payout.Amount.Value);

        bank.BalanceWon = needed - 1;
        var refused = Assert.IsType<PayoutRefusal.BalanceInsufficient>((await ExecuteAsync(platform, bulk)).Refusal);

        Assert.Equal((needed - 1, needed), (refused.Balance.Value, refused.Needed.Value));
        Assert.All(await platform.RowsAsync<Payout>(), payout => Assert.Equal(PayoutStatus.Confirmed, payout.Status));
        Assert.Empty(await platform.RowsAsync<OutboxMessage>());
        bank.BalanceWon = needed;
        Platform.Must(await ExecuteAsync(platform, bulk));
    }

    private static async Task<BulkPayoutId> ConfirmedAsync(Platform platform, IReadOnlyList<PartnerSettlementId> settlements)
    {
        var bulk = Platform.Must(await platform.World.Get<CreateBulkPayout>().HandleAsync(platform.Tenant, Platform.Actor, new NewBulkPayout(null, null, null, settlements), CancellationToken.None));
        return Platform.Must(await platform.World.Get<ConfirmBulkPayout>().HandleAsync(platform.Tenant, Platform.Actor, bulk.Id, CancellationToken.None)).Id;
    }

    private static Task<Outcome<BulkPayout>> ExecuteAsync(Platform platform, BulkPayoutId bulk) =>
        platform.World.Get<ExecuteBulkPayout>().HandleAsync(platform.Tenant, Platform.Actor, bulk, secondFactorPassed: true, CancellationToken.None);

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
