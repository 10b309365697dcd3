using Jeongsan.Domain.Foundation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.People;

/// <summary>The first factor: e-mail and password. Signing in is complete only after the second.</summary>
public sealed class SignIn(JeongsanContext db, TimeProvider clock, IPasswordHasher<Person> hasher)
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
        var attempts = new SignInAttempts(db, clock);
        if (await attempts.WaitAsync(email, command.NetworkAddress, ct) is { } wait)
            return new PersonRefusal.TooManyAttempts(wait);

        var person = await db.Set<Person>().SingleOrDefaultAsync(candidate => candidate.Email == email, ct);
        var verdict = hasher.VerifyHashedPassword(person!, person?.PasswordHash ?? UnknownPersonHash, command.Password);
        if (person is null || verdict == PasswordVerificationResult.Failed)
        {
            await attempts.RecordFailureAsync(email, command.NetworkAddress, ct);
            return new PersonRefusal.CredentialsWrong();
        }

        if (verdict == PasswordVerificationResult.SuccessRehashNeeded)
        {
            person.RehashPassword(hasher.HashPassword(person, command.Password));
            await db.SaveChangesAsync(ct);
        }
        return new Answer(person.MerchantId, person.Id, !person.HasSecondFactor);
    }
}
