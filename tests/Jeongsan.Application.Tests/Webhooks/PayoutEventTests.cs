using System.Text.Json;
using Jeongsan.Application.Outbox;
using Jeongsan.Application.Payouts;
using Jeongsan.Application.Tests.Payouts;
using Jeongsan.Application.Webhooks;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;
using Jeongsan.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Jeongsan.Application.Tests.Webhooks;

/// <summary>How a payout ended is told once, in the transaction that ended it, and says nothing of the person who is paid.</summary>
public sealed class PayoutEventTests : IClassFixture<PayoutWorlds>
{
    private readonly PayoutWorlds _worlds;

    public PayoutEventTests(PayoutWorlds worlds)
    {
        _worlds = worlds;
        worlds.Bank.Decide = _ => Task.FromResult<RemittanceState?>(RemittanceState.Succeeded);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Payout_SucceededFailedAndCancelled_TellsOneEventOfEach(DatabaseKind kind)
    {
        var platform = await SoldAsync(await _worlds.OnAsync(kind));
        var bulk = await platform.ConfirmedAsync();
        Assert.Empty(await EventsAsync(platform));
        var payouts = await platform.PayoutsAsync(bulk.Id);
        _worlds.Bank.Decide = order => Task.FromResult<RemittanceState?>(order.TransferId == payouts[1].Id.Value ? RemittanceState.Failed : RemittanceState.Succeeded);
        Platform.Must(await platform.ExecuteAsync(bulk.Id));
        await platform.UntilAsync(bulk.Id, BulkPayoutStatus.Completed);

        Assert.Equal(
            [("Payout.Succeeded", payouts[0].Id.Value), ("Payout.Failed", payouts[1].Id.Value), ("Payout.Succeeded", payouts[2].Id.Value)],
            (await EventsAsync(platform)).Select(one => (one.Type, one.Payout)));

        // A failed one that is given up says so too; again it is refused and says nothing.
        Platform.Must(await platform.CancelAsync(payouts[1].Id));
        Assert.True((await platform.CancelAsync(payouts[1].Id)).IsRefused);
        var cancelled = (await EventsAsync(platform))[^1];
        Assert.Equal(("Payout.Cancelled", payouts[1].Id.Value, 4), (cancelled.Type, cancelled.Payout, (await EventsAsync(platform)).Count));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Payout_Failed_TellsWhatAndWhyAndNothingOfThePerson(DatabaseKind kind)
    {
        var platform = await SoldAsync(await _worlds.OnAsync(kind));
        var bulk = await platform.ConfirmedAsync();
        _worlds.Bank.Decide = _ => Task.FromResult<RemittanceState?>(RemittanceState.Failed);
        Platform.Must(await platform.ExecuteAsync(bulk.Id));
        await platform.UntilAsync(bulk.Id, BulkPayoutStatus.Completed);

        var payout = (await platform.PayoutsAsync(bulk.Id))[0];
        var told = (await EventsAsync(platform))[0].Body;
        var data = JsonDocument.Parse(told).RootElement.GetProperty("data");
        Assert.Equal(["payoutId", "bulkPayoutId", "partnerId", "status", "amount", "currency", "reason"], data.EnumerateObject().Select(member => member.Name));
        Assert.Equal(
            (payout.Id.Value, bulk.Id.Value, "p0", "FAILED", payout.Amount.Value, "KRW", "해지된 계좌입니다."),
            (data.GetProperty("payoutId").GetString(), data.GetProperty("bulkPayoutId").GetString(), data.GetProperty("partnerId").GetString(), data.GetProperty("status").GetString(),
                data.GetProperty("amount").GetInt64(), data.GetProperty("currency").GetString(), data.GetProperty("reason").GetString()));
        Assert.All([payout.Account.Number, payout.Account.Holder, "홍시험", "partner.example"], word => Assert.DoesNotContain(word, told, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Payout_TheBanksAnswerWasLost_TellsOneEventWhenItIsKnown(DatabaseKind kind)
    {
        var platform = await SoldAsync(await _worlds.OnAsync(kind), partners: 1);
        var bulk = await platform.ConfirmedAsync();
        _worlds.Bank.Decide = _ => Task.FromResult<RemittanceState?>(null);
        Platform.Must(await platform.ExecuteAsync(bulk.Id));
        await Polling.UntilTrueAsync("the bank to be asked again", async _ =>
        {
            _worlds.Time.Advance(TimeSpan.FromMinutes(1));
            return (await platform.ReadAsync(bulk.Id)).Status == BulkPayoutStatus.Completed;
        }, PayoutPlatform.Limit, Ct);

        Assert.Equal("Payout.Succeeded", Assert.Single(await EventsAsync(platform)).Type);
    }

    /// <summary>The money moved and the process died before it wrote so: who comes after it writes it, once.</summary>
    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Payout_TheWorkerDiedBeforeItWroteTheEnd_TellsOneEvent(DatabaseKind kind)
    {
        var bank = new LedgerBank();
        await using var world = await World.CreateAsync(kind, more: services => services.AddSingleton<IRemittance>(bank));
        var platform = await SoldAsync(world, partners: 1);
        var bulk = await platform.ConfirmedAsync();
        Platform.Must(await platform.ExecuteAsync(bulk.Id));
        var order = Assert.Single(await world.Get<OutboxClaims>().TakeAsync(OutboxLane.Open, 10, Ct), message => message.Type == RemitPayout.MessageType);
        await world.All<OutboxHandler>().Single(handler => handler.Type == RemitPayout.MessageType).PerformAsync(order, Ct);
        Assert.Single(bank.Paid);
        Assert.Empty(await EventsAsync(platform));

        await world.StartDispatcherAsync();
        await platform.UntilAsync(bulk.Id, BulkPayoutStatus.Completed);

        Assert.Equal("Payout.Succeeded", Assert.Single(await EventsAsync(platform)).Type);
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Payout_CancelledWithItsBulkPayoutOrPaidByHand_TellsOneEventEach(DatabaseKind kind)
    {
        var platform = await SoldAsync(await _worlds.OnAsync(kind), partners: 2);
        Platform.Must(await platform.CancelAsync((await platform.CreateAsync()).Id));
        Platform.Must(await platform.CancelAsync((await platform.ConfirmedAsync()).Id));
        Assert.Equal(Enumerable.Repeat("Payout.Cancelled", 4), (await EventsAsync(platform)).Select(one => one.Type));

        var settlements = (await platform.SettlementsAsync()).Select(row => row.Id).ToList();
        Platform.Must(await platform.Get<CompletePayoutByHand>().HandleAsync(platform.Tenant, Platform.Actor, new PaidByHand(new BulkPayoutId("by-hand"), null, settlements, null), Ct));
        Assert.Equal(["Payout.Succeeded", "Payout.Succeeded"], (await EventsAsync(platform)).Skip(4).Select(one => one.Type));
    }

    [Theory]
    [InlineData("예금주 홍길동이 아닙니다.", "예금주 ***이 아닙니다.")]
    [InlineData("계좌 110-1234-56789 해지", "계좌 *** 해지")]
    [InlineData("hong@partner.example 확인", "*** 확인")]
    [InlineData("HTTP 503, 오류 12345", "HTTP 503, 오류 12345")]
    [InlineData(null, null)]
    public void Reason_RepeatsAPerson_IsToldWithoutIt(string? reason, string? told) => Assert.Equal(told, WebhookWork.WithoutPersonal(reason, "홍길동", null));

    private static async Task<PayoutPlatform> SoldAsync(World world, int partners = 3)
    {
        var platform = await PayoutPlatform.SoldAsync(world, partners);
        // Nobody listens there, and nothing is posted to this machine: what was decided is what counts here.
        Platform.Must(await world.Get<SubscribeWebhook>().HandleAsync(platform.Tenant, Platform.Actor, "http://127.0.0.1:9/", Ct));
        return platform;
    }

    /// <summary>In the order in which they were decided.</summary>
    private static async Task<IReadOnlyList<(string Type, string Payout, string Body)>> EventsAsync(PayoutPlatform platform) =>
    [
        .. (await platform.Platform.RowsAsync<OutboxMessage>()).Where(message => message.Type == DeliverWebhook.MessageType).OrderBy(message => message.Sequence)
            .Select(message => message.Read<DeliverWebhook.Payload>().Body)
            .Select(body => (JsonDocument.Parse(body).RootElement, body))
            .Select(one => (one.RootElement.GetProperty("type").GetString()!, one.RootElement.GetProperty("data").GetProperty("payoutId").GetString()!, one.body)),
    ];
}
