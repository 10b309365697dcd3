using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.People;

/// <summary>The first factor: e-mail and password. Signing in is complete only after the second.</summary>
public sealed class SignIn(Store store, SignInAttempts attempts, IPasswordHasher<Person> hasher)
{
    /// <param name="NetworkAddress">Where the attempt came from, for the count of wrong ones.</param>
    public sealed record Command(string Email, string Password, string NetworkAddress);

    /// <param name="NeedsEnrolment">No second factor yet: it is set up now, before anything is shown.</param>
    public sealed record Answer(MerchantId Merchant, PersonId Person, bool NeedsEnrolment);

    // Checked instead of a person's hash when the address is unknown, so that both take the same time.
    private static readonly string UnknownPersonHash = new PasswordHasher<Person>().HashPassword(null!, PersonSecrets.NewStamp());

    public async Task<Outcome<Answer>> HandleAsync(Command command, CancellationToken ct)
    {
        var email = Person.NormalizeEmail(command.Email);
        if (await attempts.WaitAsync(email, command.NetworkAddress, ct) is { } wait)
        {
            return new PersonRefusal.TooManyAttempts(wait);
        }

        var person = await FindAsync(email, ct);
        var verdict = hasher.VerifyHashedPassword(person!, person?.PasswordHash ?? UnknownPersonHash, command.Password);
        if (person is null || verdict == PasswordVerificationResult.Failed)
        {
            await attempts.RecordFailureAsync(email, command.NetworkAddress, ct);
            return new PersonRefusal.CredentialsWrong();
        }

        if (verdict == PasswordVerificationResult.SuccessRehashNeeded)
        {
            await RehashAsync(person, hasher.HashPassword(person, command.Password), ct);
        }
        return new Answer(person.MerchantId, person.Id, !person.HasSecondFactor);
    }

    private async Task<Person?> FindAsync(string email, CancellationToken ct)
    {
        await using var db = store.Read(default);
        return await db.Set<Person>().SingleOrDefaultAsync(candidate => candidate.Email == email && candidate.DeactivatedAt == null, ct);
    }

    private Task RehashAsync(Person person, string passwordHash, CancellationToken ct) =>
        store.CommandAsync<Done>(person.HomeTenant, Actor.System, async work =>
        {
            (await People.FindAsync(work.Db, person.MerchantId, person.Id, ct))?.RehashPassword(passwordHash);
            return default(Done);
        }, ct);
}
