using System.Text.Json;
using Jeongsan.Application.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Webhooks;

internal static class WebhookWork
{
    /// <summary>Decides one delivery for each endpoint. The key is stable for the event, so that it is decided once.</summary>
    /// <param name="subject">What it is about, e.g. <c>TaxInvoice:inv-1</c>: an endpoint hears the events of one subject in their order.</param>
    /// <param name="type">The field's name of the event, e.g. <c>TaxInvoice.Issued</c>.</param>
    public static async Task PublishAsync(this Work work, string subject, string eventKey, string type, object data, CancellationToken ct)
    {
        var endpoints = await work.Db.Set<WebhookEndpoint>().Select(endpoint => endpoint.Id).ToListAsync(ct);
        if (endpoints.Count == 0)
        {
            return;
        }
        var body = JsonSerializer.Serialize(new { type, timestamp = work.Now, data }, StorageJson.Options);
        foreach (var endpointId in endpoints)
        {
            var id = $"{eventKey}.{endpointId}";
            work.Db.Add(new WebhookDelivery { MerchantId = work.Tenant.Merchant, Mode = work.Tenant.Mode, Id = id, EndpointId = endpointId, Type = type, CreatedAt = work.Now });
            work.Send(DeliverWebhook.MessageType, id, $"Webhook:{endpointId}:{subject}", new DeliverWebhook.Payload(endpointId, body));
        }
    }
}
