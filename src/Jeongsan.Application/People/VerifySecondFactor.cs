using Jeongsan.Domain.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.People;

/// <summary>The second factor: six digits that are accepted once. At sign-in, and again where money is sent.</summary>
public sealed class VerifySecondFactor(JeongsanContext db, TimeProvider clock, PersonSecrets secrets)
{
    public sealed record Command(MerchantId Merchant, PersonId Person, string Code, string NetworkAddress);

    public async Task<Outcome<Done>> HandleAsync(Command command, CancellationToken ct)
    {
        var person = await db.Set<Person>().SingleOrDefaultAsync(
            candidate => candidate.MerchantId == command.Merchant && candidate.Id == command.Person, ct);
        if (person?.ProtectedTotpSecret is not { } protectedSecret)
            return new PersonRefusal.NotEnrolled();

        var attempts = new SignInAttempts(db, clock);
        if (await attempts.WaitAsync(person.Email, command.NetworkAddress, ct) is { } wait)
            return new PersonRefusal.TooManyAttempts(wait);

        var step = secrets.MatchingProtectedStep(protectedSecret, command.Code, clock.GetUtcNow());
        if (step is null || step <= person.LastTotpStep)
        {
            await attempts.RecordFailureAsync(person.Email, command.NetworkAddress, ct);
            return new PersonRefusal.CodeWrong();
        }

        person.AcceptTotpStep(step.Value);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // The same code came twice at once: the other one has used it up.
            db.ChangeTracker.Clear();
            return new PersonRefusal.CodeWrong();
        }
        await attempts.ClearAccountAsync(person.Email, ct);
        return new Done();
    }
}
