using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;

namespace Jeongsan.Application.People;

/// <summary>The second factor: six digits that are accepted once. At sign-in, and again where money is sent.</summary>
public sealed class VerifySecondFactor(Store store, SignInAttempts attempts, PersonSecrets secrets)
{
    /// <param name="Purpose">Written to the history: what the code was given for, e.g. <c>SignedIn</c> or <c>PayoutConfirmed</c>.</param>
    public sealed record Command(MerchantId Merchant, PersonId Person, string Code, string NetworkAddress, string Purpose);

    public async Task<Outcome<Done>> HandleAsync(Command command, CancellationToken ct)
    {
        var person = await FindAsync(command, ct);
        if (person is null || !person.HasSecondFactor)
        {
            return new PersonRefusal.NotEnrolled();
        }
        if (await attempts.WaitAsync(person.Email, command.NetworkAddress, ct) is { } wait)
        {
            return new PersonRefusal.TooManyAttempts(wait);
        }

        var outcome = await AcceptAsync(person.HomeTenant, command, ct);
        if (outcome.Refusal is PersonRefusal.CodeWrong)
        {
            await attempts.RecordFailureAsync(person.Email, command.NetworkAddress, ct);
        }
        return outcome;
    }

    private async Task<Person?> FindAsync(Command command, CancellationToken ct)
    {
        await using var db = store.Read(default);
        return await People.FindAsync(db, command.Merchant, command.Person, ct);
    }

    // The same code twice at once: the later transaction sees the step that the earlier one has used up.
    private Task<Outcome<Done>> AcceptAsync(Tenant tenant, Command command, CancellationToken ct) =>
        store.CommandAsync<Done>(tenant, new Actor(ActorKind.Person, command.Person.Value), async work =>
        {
            var person = await People.FindAsync(work.Db, command.Merchant, command.Person, ct);
            if (person?.ProtectedTotpSecret is not { } secret)
            {
                return new PersonRefusal.NotEnrolled();
            }
            if (secrets.MatchingProtectedStep(secret, command.Code, work.RealNow) is not { } step || step <= person.LastTotpStep)
            {
                return new PersonRefusal.CodeWrong();
            }
            person.AcceptTotpStep(step);
            await SignInAttempts.ClearAccountAsync(work, person.Email, ct);
            work.Record(People.Subject, person.Id.Value, command.Purpose);
            return default(Done);
        }, ct);
}
