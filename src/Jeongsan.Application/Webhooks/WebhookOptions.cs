namespace Jeongsan.Application.Webhooks;

public sealed record WebhookOptions
{
    /// <summary>Lets webhooks reach loopback and private networks (<c>JEONGSAN_WEBHOOK_INTERNAL=allow</c>): for trying out, and for receivers on the same machine.</summary>
    public bool AllowInternal { get; init; }
}
