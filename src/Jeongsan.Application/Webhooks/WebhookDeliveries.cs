using Jeongsan.Application.Outbox;
using Jeongsan.Application.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Webhooks;

/// <summary>A delivery with its message, which knows how far it is.</summary>
public sealed record WebhookDeliveryState(WebhookDelivery Delivery, OutboxMessage Message)
{
    /// <summary>What is posted, to the byte.</summary>
    public string Body => Message.Read<DeliverWebhook.Payload>().Body;

    /// <summary>By the machine's clock; null while no further attempt is planned.</summary>
    public DateTimeOffset? NextAttemptAt => Message.State == OutboxState.Pending ? Message.DueAt : null;
}

public static class WebhookDeliveries
{
    /// <summary>Those of one endpoint, the newest first.</summary>
    /// <param name="states">Empty: whatever their state is.</param>
    public static IQueryable<WebhookDeliveryState> Of(JeongsanContext db, string endpointId, IReadOnlyCollection<OutboxState> states)
    {
        var messages = db.Set<OutboxMessage>().Where(message => message.Type == DeliverWebhook.MessageType);
        if (states.Count > 0)
        {
            messages = messages.Where(message => states.Contains(message.State));
        }
        return db.Set<WebhookDelivery>().Where(delivery => delivery.EndpointId == endpointId)
            .Join(messages, delivery => delivery.Id, message => message.Key, (delivery, message) => new { delivery, message })
            .OrderByDescending(row => row.delivery.CreatedAt).ThenByDescending(row => row.message.Sequence)
            .Select(row => new WebhookDeliveryState(row.delivery, row.message));
    }

    /// <summary>Messages of one endpoint that gave up, were never tried, or wait for another attempt: the later events of the same subject wait behind those.</summary>
    /// <param name="since">By the machine's clock, inclusive.</param>
    public static IQueryable<OutboxMessage> Undelivered(JeongsanContext db, string endpointId, DateTimeOffset since)
    {
        var deliveries = db.Set<WebhookDelivery>().Where(row => row.EndpointId == endpointId);
        return db.Set<OutboxMessage>().Where(message =>
            message.Type == DeliverWebhook.MessageType && (message.State == OutboxState.Failed || (message.State == OutboxState.Pending && message.Attempts > 0))
            && message.CreatedAt >= since && deliveries.Any(row => row.Id == message.Key));
    }

    public static Task<WebhookDeliveryState?> FindAsync(JeongsanContext db, string endpointId, string id, CancellationToken ct) =>
        db.Set<WebhookDelivery>().Where(delivery => delivery.EndpointId == endpointId && delivery.Id == id)
            .Join(db.Set<OutboxMessage>().Where(message => message.Type == DeliverWebhook.MessageType), delivery => delivery.Id, message => message.Key, (delivery, message) => new WebhookDeliveryState(delivery, message))
            .SingleOrDefaultAsync(ct);
}
