using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;

namespace Jeongsan.Application.People;

/// <summary>Sets up the second factor: shows a fresh secret, and keeps it once the person has proved to have it.</summary>
public sealed class EnrolTotp(Store store, SignInAttempts attempts, PersonSecrets secrets)
{
    /// <param name="Base32Secret">For typing by hand.</param>
    /// <param name="Uri">What the QR code says.</param>
    /// <param name="Sealed">Goes through the browser and comes back with the code; nothing is stored before that.</param>
    public sealed record Offer(string Base32Secret, string Uri, string Sealed);

    public sealed record Command(MerchantId Merchant, PersonId Person, string Sealed, string Code, string NetworkAddress);

    /// <param name="earlier">The sealed secret of an offer already shown: the same one again, unless it is too old.</param>
    public async Task<Outcome<Offer>> BeginAsync(MerchantId merchant, PersonId id, string? earlier, CancellationToken ct)
    {
        var person = await FindAsync(merchant, id, ct);
        if (person is null || person.HasSecondFactor)
        {
            return new PersonRefusal.AlreadyEnrolled();
        }
        var secret = (earlier is null ? null : secrets.OpenEnrolment(id, earlier)) ?? PersonSecrets.NewTotpSecret();
        return new Offer(secret, PersonSecrets.EnrolmentUri("Jeongsan", person.Email, secret), secrets.SealEnrolment(id, secret));
    }

    public async Task<Outcome<Done>> HandleAsync(Command command, CancellationToken ct)
    {
        var person = await FindAsync(command.Merchant, command.Person, ct);
        if (person is null || person.HasSecondFactor)
        {
            return new PersonRefusal.AlreadyEnrolled();
        }
        if (secrets.OpenEnrolment(person.Id, command.Sealed) is not { } secret)
        {
            return new PersonRefusal.EnrolmentExpired();
        }
        if (await attempts.WaitAsync(person.Email, command.NetworkAddress, ct) is { } wait)
        {
            return new PersonRefusal.TooManyAttempts(wait);
        }

        var outcome = await KeepAsync(person, secret, command.Code, ct);
        if (outcome.Refusal is PersonRefusal.CodeWrong)
        {
            await attempts.RecordFailureAsync(person.Email, command.NetworkAddress, ct);
        }
        return outcome;
    }

    private Task<Outcome<Done>> KeepAsync(Person seen, string secret, string code, CancellationToken ct) =>
        store.CommandAsync<Done>(seen.HomeTenant, new Actor(ActorKind.Person, seen.Id.Value), async work =>
        {
            var person = await People.FindAsync(work.Db, seen.MerchantId, seen.Id, ct);
            if (person is null || person.HasSecondFactor)
            {
                return new PersonRefusal.AlreadyEnrolled();
            }
            if (PersonSecrets.MatchingStep(secret, code, work.RealNow) is not { } step)
            {
                return new PersonRefusal.CodeWrong();
            }
            person.EnrolTotp(secrets.Protect(secret), step);
            await SignInAttempts.ClearAccountAsync(work, person.Email, ct);
            work.Record(People.Subject, person.Id.Value, "SecondFactorEnrolled");
            return default(Done);
        }, ct);

    private async Task<Person?> FindAsync(MerchantId merchant, PersonId id, CancellationToken ct)
    {
        await using var db = store.Read(default);
        return await People.FindAsync(db, merchant, id, ct);
    }
}
