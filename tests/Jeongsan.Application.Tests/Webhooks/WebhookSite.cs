using Jeongsan.Application.Mails;
using Jeongsan.Application.Outbox;
using Jeongsan.Application.Storage;
using Jeongsan.Application.Webhooks;
using Jeongsan.Domain.Foundation;
using Jeongsan.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Jeongsan.Application.Tests.Webhooks;

/// <summary>A platform with one endpoint, and a real receiver behind it.</summary>
internal sealed class WebhookSite : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);
    private int _events;

    private WebhookSite(World world, TestTime time, Platform platform, WebhookReceiver receiver, SubscribedWebhook endpoint) =>
        (World, Time, Platform, Receiver, Endpoint) = (world, time, platform, receiver, endpoint);

    public World World { get; }
    public TestTime Time { get; }
    public Platform Platform { get; }
    public WebhookReceiver Receiver { get; }

    /// <summary>With the secret that it began with.</summary>
    public SubscribedWebhook Endpoint { get; }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<WebhookSite> CreateAsync(DatabaseKind kind)
    {
        var time = new TestTime();
        var receiver = new WebhookReceiver();
        var world = await World.CreateAsync(kind, time, more: services =>
            services.AddHttpClient<DeliverWebhook>().ConfigurePrimaryHttpMessageHandler(() => WebhookTarget.Handler(allowInternal: true)));
        var platform = await Platform.CreateAsync(world);
        var endpoint = Platform.Must(await world.Get<SubscribeWebhook>().HandleAsync(platform.Tenant, Platform.Actor, receiver.Address.AbsoluteUri, Ct));
        return new WebhookSite(world, time, platform, receiver, endpoint);
    }

    public T Get<T>() where T : notnull => World.Get<T>();

    /// <summary>Something happens, each time to another thing. Gives the number of the event.</summary>
    public async Task<int> HappenAsync()
    {
        var number = ++_events;
        Platform.Must(await Platform.CommandAsync(async work =>
        {
            await work.PublishAsync($"TaxInvoice:{number}", $"{number}.1", "TaxInvoice.Issued", new { taxInvoiceId = $"{number}" }, Ct);
            return new Done();
        }));
        return number;
    }

    public async Task<WebhookEndpoint> EndpointAsync() => Assert.Single(await Platform.RowsAsync<WebhookEndpoint>());

    /// <summary>The delivery of an event.</summary>
    public async Task<WebhookDeliveryState> DeliveryAsync(int number)
    {
        await using var db = World.Store.Read(Platform.Tenant);
        return await WebhookDeliveries.FindAsync(db, Endpoint.Id, $"{number}.1.{Endpoint.Id}", Ct) ?? throw new InvalidOperationException($"Event {number} has no delivery.");
    }

    public Task<WebhookDeliveryState> UntilAsync(int number, Func<OutboxMessage, bool> holds) => Polling.UntilAsync($"delivery {number} to be so", async _ =>
        await DeliveryAsync(number) is var state && holds(state.Message) ? state : null, Limit, Ct);

    /// <summary>An attempt that the receiver did not take, as its worker notes it.</summary>
    public async Task FailAsync(int times = 1)
    {
        for (var time = 0; time < times; time++)
        {
            Platform.Must(await Platform.CommandAsync(async work =>
            {
                await work.NoteFailureAsync(Endpoint.Id, "웹훅을 받는 쪽이 HTTP 503로 답했습니다.", "점검 중", Get<MailOptions>(), Ct);
                return new Done();
            }));
        }
    }

    public async Task SucceedAsync() => Platform.Must(await Platform.CommandAsync(async work =>
    {
        await work.NoteSuccessAsync(Endpoint.Id, Ct);
        return new Done();
    }));

    public async ValueTask DisposeAsync()
    {
        await World.DisposeAsync();
        await Receiver.DisposeAsync();
    }
}
