using Jeongsan.Application.Outbox;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Webhooks;

/// <summary>Sends to an address again that was switched off for its failures. What it missed is not sent by this: see <see cref="ResendUndelivered"/>.</summary>
public sealed class SwitchOnWebhook(Store store)
{
    public Task<Outcome<Done>> HandleAsync(Tenant tenant, Actor actor, string id, CancellationToken ct) =>
        store.CommandAsync<Done>(tenant, actor, async work =>
        {
            if (!await work.Db.Set<WebhookEndpoint>().AnyAsync(row => row.Id == id, ct))
            {
                return new WebhookRefusal.EndpointNotFound(id);
            }
            var on = await work.Db.Set<WebhookEndpoint>().Where(row => row.Id == id && row.SwitchedOffAt != null).ExecuteUpdateAsync(set => set
                .SetProperty(row => row.SwitchedOffAt, (DateTimeOffset?)null)
                .SetProperty(row => row.SwitchedOffWhy, (string?)null)
                .SetProperty(row => row.FailedAttempts, 0)
                .SetProperty(row => row.FailingSince, (DateTimeOffset?)null), ct);
            if (on == 0)
            {
                return new WebhookRefusal.EndpointOn(id);
            }
            work.Record(WebhookWork.Subject, id, "WebhookSwitchedOn");
            return new Done();
        }, ct);
}

/// <param name="Count">How many are on their way again.</param>
public sealed record ResentWebhooks(int Count);

/// <summary>Posts again what an address did not get in the last days, in the order of the events. Each keeps its <c>webhook-id</c> and its bytes.</summary>
public sealed class ResendUndelivered(Store store)
{
    public const int DaysMax = 30;
    public const int DaysDefault = 7;

    public Task<Outcome<ResentWebhooks>> HandleAsync(Tenant tenant, Actor actor, string id, int days, CancellationToken ct) =>
        store.CommandAsync<ResentWebhooks>(tenant, actor, async work =>
        {
            if (await work.Db.Set<WebhookEndpoint>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, ct) is not { } endpoint)
            {
                return new WebhookRefusal.EndpointNotFound(id);
            }
            if (days is < 1 or > DaysMax)
            {
                return new WebhookRefusal.DaysOutOfRange(days, DaysMax);
            }
            if (endpoint.SwitchedOffAt is not null)
            {
                return new WebhookRefusal.EndpointOff(id);
            }
            var count = await WebhookDeliveries.Undelivered(work.Db, id, work.RealNow.AddDays(-days)).ExecuteUpdateAsync(set => set
                .SetProperty(message => message.State, OutboxState.Pending)
                .SetProperty(message => message.DueAt, work.RealNow)
                .SetProperty(message => message.FinishedAt, (DateTimeOffset?)null), ct);
            if (count > 0)
            {
                work.Record(WebhookWork.Subject, id, "WebhooksResent", why: $"최근 {days}일 · {count}건");
                work.Nudge();
            }
            return new ResentWebhooks(count);
        }, ct);
}
