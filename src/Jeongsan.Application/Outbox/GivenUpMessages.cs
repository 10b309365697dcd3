using Jeongsan.Application.Storage;
using Jeongsan.Application.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Outbox;

public static class GivenUpMessages
{
    /// <summary>
    /// What gave up and waits for a person. Not the events that an endpoint missed while it was off: there is one thing to do about
    /// all of them, and it stands with the endpoint.
    /// </summary>
    public static IQueryable<OutboxMessage> Of(JeongsanContext db) =>
        db.Set<OutboxMessage>().Where(message => message.State == OutboxState.Failed && !(message.Type == DeliverWebhook.MessageType && message.Attempts == 0));
}
