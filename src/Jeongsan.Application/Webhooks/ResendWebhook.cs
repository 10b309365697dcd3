using Jeongsan.Application.Outbox;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Webhooks;

/// <summary>Posts a delivery again, now: the same bytes under the same <c>webhook-id</c>, so that a receiver which had it sees a repeat.</summary>
public sealed class ResendWebhook(Store store)
{
    public Task<Outcome<Done>> HandleAsync(Tenant tenant, Actor actor, string endpointId, string deliveryId, CancellationToken ct) =>
        store.CommandAsync<Done>(tenant, actor, async work =>
        {
            if (await work.Db.Set<WebhookEndpoint>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == endpointId, ct) is not { } endpoint)
            {
                return new WebhookRefusal.EndpointNotFound(endpointId);
            }
            if (!await work.Db.Set<WebhookDelivery>().AnyAsync(row => row.Id == deliveryId && row.EndpointId == endpointId, ct))
            {
                return new WebhookRefusal.DeliveryNotFound(deliveryId);
            }
            if (endpoint.SwitchedOffAt is not null)
            {
                return new WebhookRefusal.EndpointOff(endpointId);
            }
            // One statement: a worker that claims the message at this moment either has it already or finds it due.
            var due = await work.Db.Set<OutboxMessage>()
                .Where(message => message.Type == DeliverWebhook.MessageType && message.Key == deliveryId && message.State != OutboxState.Running)
                .ExecuteUpdateAsync(set => set
                    .SetProperty(message => message.State, OutboxState.Pending)
                    .SetProperty(message => message.DueAt, work.RealNow)
                    .SetProperty(message => message.FinishedAt, (DateTimeOffset?)null), ct);
            if (due == 0)
            {
                return new WebhookRefusal.DeliveryInProgress(deliveryId);
            }
            work.Record(WebhookWork.Subject, endpointId, "WebhookResent", why: deliveryId);
            work.Nudge();
            return new Done();
        }, ct);
}
