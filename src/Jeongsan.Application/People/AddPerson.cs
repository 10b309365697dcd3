using Jeongsan.Domain.Foundation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.People;

/// <summary>Adds a person, who enrols the second factor at the first sign-in.</summary>
public sealed class AddPerson(JeongsanContext db, TimeProvider clock, IPasswordHasher<Person> hasher)
{
    public const int PasswordLengthMin = 12;

    public sealed record Command(MerchantId Merchant, string Email, string Name, PersonRole Role, string Password);

    public async Task<Outcome<PersonId>> HandleAsync(Command command, CancellationToken ct)
    {
        if (command.Password.Length < PasswordLengthMin)
            return new PersonRefusal.PasswordTooShort();
        var email = Person.NormalizeEmail(command.Email);
        if (await db.Set<Person>().AnyAsync(other => other.Email == email, ct))
            return new PersonRefusal.EmailTaken();

        var id = new PersonId($"person_{Ulid.NewUlid(clock.GetUtcNow())}");
        var person = new Person(command.Merchant, id, email, command.Name, command.Role, clock.GetUtcNow());
        person.SetPassword(hasher.HashPassword(person, command.Password));
        db.Add(person);
        await db.SaveChangesAsync(ct);
        return id;
    }
}
