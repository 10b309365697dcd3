using Jeongsan.Domain.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.People;

/// <summary>Sets up the second factor: shows a fresh secret, and keeps it once the person has proved to have it.</summary>
public sealed class EnrolTotp(JeongsanContext db, TimeProvider clock, PersonSecrets secrets)
{
    /// <param name="Base32Secret">For typing by hand.</param>
    /// <param name="Uri">What the QR code says.</param>
    /// <param name="Sealed">Goes through the browser and comes back with the code; nothing is stored before that.</param>
    public sealed record Offer(string Base32Secret, string Uri, string Sealed);

    public sealed record Command(MerchantId Merchant, PersonId Person, string Sealed, string Code, string NetworkAddress);

    public async Task<Outcome<Offer>> BeginAsync(MerchantId merchant, PersonId id, string? earlier, CancellationToken ct)
    {
        var person = await FindAsync(merchant, id, ct);
        if (person.HasSecondFactor)
            return new PersonRefusal.AlreadyEnrolled();
        var secret = (earlier is null ? null : secrets.OpenEnrolment(id, earlier)) ?? PersonSecrets.NewTotpSecret();
        return new Offer(secret, PersonSecrets.EnrolmentUri("Jeongsan", person.Email, secret), secrets.SealEnrolment(id, secret));
    }

    public async Task<Outcome<Done>> HandleAsync(Command command, CancellationToken ct)
    {
        var person = await FindAsync(command.Merchant, command.Person, ct);
        if (person.HasSecondFactor)
            return new PersonRefusal.AlreadyEnrolled();
        if (secrets.OpenEnrolment(person.Id, command.Sealed) is not { } secret)
            return new PersonRefusal.EnrolmentExpired();

        var attempts = new SignInAttempts(db, clock);
        if (await attempts.WaitAsync(person.Email, command.NetworkAddress, ct) is { } wait)
            return new PersonRefusal.TooManyAttempts(wait);
        if (PersonSecrets.MatchingStep(secret, command.Code, clock.GetUtcNow()) is not { } step)
        {
            await attempts.RecordFailureAsync(person.Email, command.NetworkAddress, ct);
            return new PersonRefusal.CodeWrong();
        }

        person.EnrolTotp(secrets.Protect(secret), step);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return new PersonRefusal.AlreadyEnrolled();
        }
        await attempts.ClearAccountAsync(person.Email, ct);
        return new Done();
    }

    private Task<Person> FindAsync(MerchantId merchant, PersonId id, CancellationToken ct) =>
        db.Set<Person>().SingleAsync(person => person.MerchantId == merchant && person.Id == id, ct);
}
