using Jeongsan.Application.Payouts;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Payouts;
using Jeongsan.TestKit;
using Xunit;

namespace Jeongsan.Application.Tests.Payouts;

/// <summary>Where duties are separate, nobody sends money alone.</summary>
public sealed class PayoutDutiesTests(PayoutWorlds worlds) : IClassFixture<PayoutWorlds>
{
    private static readonly Actor Maker = new(ActorKind.Person, "maker");
    private static readonly Actor Checker = new(ActorKind.Person, "checker");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Execute_ByWhoeverConfirmed_IsRefusedAsConfirmedBySamePersonAndDoneByAnother(DatabaseKind kind)
    {
        var (platform, bulk) = await ConfirmedAsync(kind, separate: true);

        Assert.IsType<ExecutionRefusal.ConfirmedBySamePerson>((await ExecuteAsync(platform, bulk, Maker)).Refusal);
        Assert.All(await platform.RowsAsync<Payout>(), payout => Assert.Equal(PayoutStatus.Confirmed, payout.Status));

        Assert.Equal(BulkPayoutStatus.Ongoing, Platform.Must(await ExecuteAsync(platform, bulk, Checker)).Status);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Schedule_ByWhoeverConfirmed_IsRefusedAsConfirmedBySamePerson(DatabaseKind kind)
    {
        var (platform, bulk) = await ConfirmedAsync(kind, separate: true);
        var at = new DateTimeOffset(platform.Today.AddDays(2).ToDateTime(new TimeOnly(10, 0)), TimeSpan.FromHours(9));

        Assert.IsType<ExecutionRefusal.ConfirmedBySamePerson>((await ScheduleAsync(platform, bulk, at, Maker)).Refusal);

        Platform.Must(await ScheduleAsync(platform, bulk, at, Checker));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Execute_WhereDutiesAreNotSeparate_IsDoneByWhoeverConfirmed(DatabaseKind kind)
    {
        var (platform, bulk) = await ConfirmedAsync(kind, separate: false);

        Assert.Equal(BulkPayoutStatus.Ongoing, Platform.Must(await ExecuteAsync(platform, bulk, Maker)).Status);
    }

    private async Task<(Platform Platform, BulkPayoutId Bulk)> ConfirmedAsync(DatabaseKind kind, bool separate)
    {
        var world = await worlds.OnAsync(kind);
        var platform = (await PayoutPlatform.SoldAsync(world, partners: 2, days: 1)).Platform;
        Platform.Must(await world.Get<PayoutDuties>().SetAsync(platform.Tenant, Checker, separate, Ct));
        var bulk = Platform.Must(await platform.PayAsync(platform.Today));
        Platform.Must(await world.Get<ConfirmBulkPayout>().HandleAsync(platform.Tenant, Maker, bulk.Id, Ct));
        return (platform, bulk.Id);
    }

    private static Task<Outcome<BulkPayout>> ExecuteAsync(Platform platform, BulkPayoutId bulk, Actor actor) =>
        platform.World.Get<ExecuteBulkPayout>().HandleAsync(platform.Tenant, actor, bulk, secondFactorPassed: true, Ct);

    private static Task<Outcome<BulkPayout>> ScheduleAsync(Platform platform, BulkPayoutId bulk, DateTimeOffset at, Actor actor) =>
        platform.World.Get<ScheduleBulkPayout>().HandleAsync(platform.Tenant, actor, bulk, at, secondFactorPassed: true, Ct);
}
