using Jeongsan.Application.Outbox;
using Jeongsan.Application.Storage;
using Jeongsan.Application.Webhooks;
using Jeongsan.Domain.Foundation;
using Jeongsan.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Jeongsan.Application.Tests.Webhooks;

/// <summary>What was posted, what a real receiver answered, and posting it again.</summary>
public sealed class WebhookDeliveryTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Resend_ReceiverWasAway_SendsTheSameIdAndBytesAndKeepsWhatItAnswered(DatabaseKind kind)
    {
        var time = new TestTime();
        await using var receiver = new WebhookReceiver { Answer = (503, "점검 중" + new string('x', 5_000)) };
        await using var world = await World.CreateAsync(kind, time, more: services =>
            services.AddHttpClient<DeliverWebhook>().ConfigurePrimaryHttpMessageHandler(() => WebhookTarget.Handler(allowInternal: true)));
        var platform = await Platform.CreateAsync(world);
        var endpoint = Platform.Must(await world.Get<SubscribeWebhook>().HandleAsync(platform.Tenant, Platform.Actor, receiver.Address.AbsoluteUri, Ct));
        Platform.Must(await platform.CommandAsync(async work =>
        {
            await work.PublishAsync("TaxInvoice:a", "a.1", "TaxInvoice.Issued", new { taxInvoiceId = "a" }, Ct);
            return new Done();
        }));
        await world.StartDispatcherAsync();

        var refused = await UntilAsync(platform, endpoint.Id, state => state.Message is { State: OutboxState.Pending, Attempts: 1 });
        Assert.Equal((503, WebhookDelivery.AnswerLengthMax), (refused.Delivery.AnswerStatus, System.Text.Encoding.UTF8.GetByteCount(refused.Delivery.AnswerBody!)));
        Assert.StartsWith("점검 중x", refused.Delivery.AnswerBody, StringComparison.Ordinal);
        Assert.InRange(refused.NextAttemptAt!.Value - time.GetUtcNow(), TimeSpan.FromMinutes(2.5), TimeSpan.FromMinutes(5));
        Assert.Contains("503", refused.Message.LastProblem, StringComparison.Ordinal);

        receiver.Answer = (200, "고맙습니다");
        var resend = world.Get<ResendWebhook>();
        Platform.Must(await resend.HandleAsync(platform.Tenant, Platform.Actor, endpoint.Id, refused.Delivery.Id, Ct));
        var delivered = await UntilAsync(platform, endpoint.Id, state => state.Message.State == OutboxState.Done);
        Assert.Equal((200, "고맙습니다", 2, null), (delivered.Delivery.AnswerStatus, delivered.Delivery.AnswerBody, delivered.Message.Attempts, delivered.NextAttemptAt));

        // Also what was delivered can be sent again: a receiver may have lost it.
        Platform.Must(await resend.HandleAsync(platform.Tenant, Platform.Actor, endpoint.Id, refused.Delivery.Id, Ct));
        await UntilAsync(platform, endpoint.Id, state => state.Message is { State: OutboxState.Done, Attempts: 3 });
        Assert.Equal(3, receiver.Arrivals.Count);
        Assert.Single(receiver.Arrivals.Distinct(), new WebhookArrival(refused.Delivery.Id, delivered.Body));
    }

    [Theory, MemberData(nameof(TestDatabases.All), MemberType = typeof(TestDatabases))]
    public async Task Resend_BeingPostedOrUnknownOrAnothers_IsRefused(DatabaseKind kind)
    {
        await using var world = await World.CreateAsync(kind);
        var platform = await Platform.CreateAsync(world);
        var subscribe = world.Get<SubscribeWebhook>();
        var endpoint = Platform.Must(await subscribe.HandleAsync(platform.Tenant, Platform.Actor, "https://receiver.example/", Ct));
        Platform.Must(await platform.CommandAsync(async work =>
        {
            await work.PublishAsync("TaxInvoice:a", "a.1", "TaxInvoice.Issued", new { }, Ct);
            return new Done();
        }));
        var other = Platform.Must(await subscribe.HandleAsync(platform.Tenant, Platform.Actor, "https://other.example/", Ct));
        var taken = Assert.Single(await world.Get<OutboxClaims>().TakeAsync(OutboxLane.Open, 10, Ct));
        Task<Outcome<Done>> ResendAsync(string endpointId, string id, Tenant? tenant = null) =>
            world.Get<ResendWebhook>().HandleAsync(tenant ?? platform.Tenant, Platform.Actor, endpointId, id, Ct);

        Assert.IsType<WebhookRefusal.DeliveryInProgress>((await ResendAsync(endpoint.Id, taken.Key)).Refusal);
        Assert.IsType<WebhookRefusal.DeliveryNotFound>((await ResendAsync(other.Id, taken.Key)).Refusal);
        Assert.IsType<WebhookRefusal.DeliveryNotFound>((await ResendAsync(endpoint.Id, "remit-payout-1")).Refusal);
        Assert.IsType<WebhookRefusal.EndpointNotFound>((await ResendAsync(endpoint.Id, taken.Key, platform.Tenant with { Mode = Mode.Live })).Refusal);
    }

    private static Task<WebhookDeliveryState> UntilAsync(Platform platform, string endpoint, Func<WebhookDeliveryState, bool> holds) => Polling.UntilAsync("the delivery to be so", async _ =>
    {
        await using var db = platform.World.Store.Read(platform.Tenant);
        return await WebhookDeliveries.Of(db, endpoint, []).SingleOrDefaultAsync(Ct) is { } state && holds(state) ? state : null;
    }, Limit, Ct);
}
