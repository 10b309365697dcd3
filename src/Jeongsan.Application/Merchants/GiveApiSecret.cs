using Jeongsan.Application.Mails;
using Jeongsan.Application.People;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Merchants;

/// <summary>Gives programs their keys to the API, and takes them back. Keys hold for both modes.</summary>
public sealed class GiveApiSecret(Store store, MailOptions mails)
{
    public const string Subject = "ApiSecret";
    public const int SecretCountMax = 20;
    public const int NameLengthMax = 100;

    /// <param name="Secret">Shown once: only its hash is kept.</param>
    public sealed record Given(ApiSecret Row, string Secret);

    public Task<Outcome<Given>> HandleAsync(MerchantId merchant, PersonId by, string name, CancellationToken ct) =>
        store.CommandAsync<Given>(new Tenant(merchant, Mode.Live), new Actor(ActorKind.Person, by.Value), async work =>
        {
            if (await RefuseAsync(work, by, ct) is { } refusal)
            {
                return refusal;
            }
            if (name.Trim() is not { Length: > 0 and <= NameLengthMax } trimmed)
            {
                return new AccessRefusal.NameMissing(NameLengthMax);
            }
            await TenantLock.TakeAsync(work, "api-secrets", ct);
            if (await work.Db.Set<ApiSecret>().CountAsync(row => row.MerchantId == merchant && row.RevokedAt == null, ct) >= SecretCountMax)
            {
                return new AccessRefusal.TooManySecrets(SecretCountMax);
            }
            var secret = ApiSecret.NewSecret();
            var given = new ApiSecret { Id = work.NewId("secret"), MerchantId = merchant, Name = trimmed, Hash = ApiSecret.HashOf(secret), CreatedAt = work.RealNow };
            work.Db.Add(given);
            work.Record(Subject, given.Id, "ApiSecretGiven", why: trimmed);
            await work.TellOfAccessAsync(mails, "ApiSecretGiven", trimmed, concerned: null, ct);
            return new Given(given, secret);
        }, ct);

    /// <summary>Stops working within <see cref="ApiSecrets.KnownFor"/>.</summary>
    public Task<Outcome<ApiSecret>> RevokeAsync(MerchantId merchant, PersonId by, string id, CancellationToken ct) =>
        store.CommandAsync<ApiSecret>(new Tenant(merchant, Mode.Live), new Actor(ActorKind.Person, by.Value), async work =>
        {
            if (await RefuseAsync(work, by, ct) is { } refusal)
            {
                return refusal;
            }
            if (await work.Db.Set<ApiSecret>().SingleOrDefaultAsync(row => row.MerchantId == merchant && row.Id == id, ct) is not { } secret)
            {
                return new StoredRefusal.NotFound(Subject, id);
            }
            if (secret.RevokedAt is not null)
            {
                return new AccessRefusal.NothingToDo();
            }
            secret.RevokedAt = work.RealNow;
            work.Record(Subject, id, "ApiSecretRevoked", why: secret.Name);
            return secret;
        }, ct);

    private static async Task<Refusal?> RefuseAsync(Work work, PersonId by, CancellationToken ct) =>
        (await People.People.FindAsync(work.Db, work.Tenant.Merchant, by, ct))?.Role.Has(PersonRight.ManageAccess) == true ? null : new AccessRefusal.NotAllowed();
}
