using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Webhooks;

/// <summary>Every way in which webhook endpoints say no.</summary>
public abstract record WebhookRefusal : Refusal
{
    private WebhookRefusal()
    {
    }

    public sealed record UrlNotUsable(string Url) : WebhookRefusal;

    public sealed record TooManyEndpoints(int Limit) : WebhookRefusal;

    public sealed record EndpointNotFound(string Id) : WebhookRefusal;

    public sealed record DeliveryNotFound(string Id) : WebhookRefusal;

    /// <summary>So many secrets of before are still valid, the first of them until then.</summary>
    public sealed record TooManySecrets(int Limit, DateTimeOffset Until) : WebhookRefusal;

    /// <summary>Nothing is sent to it until it is switched on.</summary>
    public sealed record EndpointOff(string Id) : WebhookRefusal;

    /// <summary>There is nothing to switch on.</summary>
    public sealed record EndpointOn(string Id) : WebhookRefusal;

    public sealed record DaysOutOfRange(int Days, int Max) : WebhookRefusal;

    /// <summary>It is being posted at this moment.</summary>
    public sealed record DeliveryInProgress(string Id) : WebhookRefusal;
}

/// <param name="Secret">Shown once, here; kept protected afterwards.</param>
public sealed record SubscribedWebhook(string Id, Uri Url, string Secret);

/// <summary>Adds an address that is told of events.</summary>
public sealed class SubscribeWebhook(Store store, IDataProtectionProvider protection)
{
    public const int EndpointsMax = 10;

    public Task<Outcome<SubscribedWebhook>> HandleAsync(Tenant tenant, Actor actor, string url, CancellationToken ct)
    {
        var secret = WebhookEndpoint.NewSecret();
        // Before the command: the first thing ever protected also writes the key ring, in a transaction of its own.
        var sealedSecret = protection.CreateProtector(DeliverWebhook.ProtectionPurpose).Protect(secret);
        return store.CommandAsync<SubscribedWebhook>(tenant, actor, async work =>
        {
            if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.UserInfo.Length > 0)
            {
                return new WebhookRefusal.UrlNotUsable(url);
            }
            if (await work.Db.Set<WebhookEndpoint>().CountAsync(ct) >= EndpointsMax)
            {
                return new WebhookRefusal.TooManyEndpoints(EndpointsMax);
            }
            var endpoint = new WebhookEndpoint
            {
                MerchantId = tenant.Merchant,
                Mode = tenant.Mode,
                Id = work.NewId("webhook"),
                Url = address,
                ProtectedSecret = sealedSecret,
                CreatedAt = work.Now,
            };
            work.Db.Add(endpoint);
            work.Record(WebhookWork.Subject, endpoint.Id, "WebhookSubscribed");
            return new SubscribedWebhook(endpoint.Id, address, secret);
        }, ct);
    }
}

/// <summary>Removes an address; what is still on its way to it is dropped.</summary>
public sealed class UnsubscribeWebhook(Store store)
{
    public Task<Outcome<Done>> HandleAsync(Tenant tenant, Actor actor, string id, CancellationToken ct) =>
        store.CommandAsync<Done>(tenant, actor, async work =>
        {
            if (await work.Db.Set<WebhookEndpoint>().SingleOrDefaultAsync(row => row.Id == id, ct) is not { } endpoint)
            {
                return new WebhookRefusal.EndpointNotFound(id);
            }
            work.Db.Remove(endpoint);
            work.Record(WebhookWork.Subject, id, "WebhookUnsubscribed");
            return new Done();
        }, ct);
}
