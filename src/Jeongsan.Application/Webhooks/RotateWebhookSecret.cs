using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Webhooks;

/// <param name="Secret">Shown once, here; kept protected afterwards.</param>
/// <param name="OldValidUntil">Until then deliveries are signed with the secret of before too.</param>
public sealed record RotatedSecret(string Id, Uri Url, string Secret, DateTimeOffset OldValidUntil);

/// <summary>Gives an address a new signing secret. The old one goes on signing for a day, so that no delivery is refused while the receiver is changed.</summary>
public sealed class RotateWebhookSecret(Store store, IDataProtectionProvider protection)
{
    /// <summary>Every one of them lengthens the signature of each delivery. A repeat after a lost answer must not end the secret that the receiver knows.</summary>
    public const int RetiredMax = 4;

    public static readonly TimeSpan Overlap = TimeSpan.FromHours(24);

    public Task<Outcome<RotatedSecret>> HandleAsync(Tenant tenant, Actor actor, string id, CancellationToken ct)
    {
        var secret = WebhookEndpoint.NewSecret();
        // Before the command: the first thing ever protected also writes the key ring, in a transaction of its own.
        var sealedSecret = protection.CreateProtector(DeliverWebhook.ProtectionPurpose).Protect(secret);
        return store.CommandAsync<RotatedSecret>(tenant, actor, async work =>
        {
            // Two that come at once: each must find the other's secret.
            await TenantLock.TakeAsync(work, $"webhook-endpoint/{id}", ct);
            if (await work.Db.Set<WebhookEndpoint>().SingleOrDefaultAsync(row => row.Id == id, ct) is not { } endpoint)
            {
                return new WebhookRefusal.EndpointNotFound(id);
            }
            var retired = endpoint.StillValid(work.RealNow);
            if (retired.Count >= RetiredMax)
            {
                return new WebhookRefusal.TooManySecrets(RetiredMax, retired.Min(one => one.ValidUntil));
            }
            var until = work.RealNow + Overlap;
            endpoint.RetiredSecrets = [.. retired, new RetiredSecret(endpoint.ProtectedSecret, until)];
            endpoint.ProtectedSecret = sealedSecret;
            work.Record(WebhookWork.Subject, id, "WebhookSecretRotated");
            return new RotatedSecret(id, endpoint.Url, secret, until);
        }, ct);
    }
}
