using Jeongsan.Application.Mails;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.People;

/// <summary>Adds a person, who enrols the second factor at the first sign-in.</summary>
public sealed class AddPerson(Store store, MailOptions mails, IPasswordHasher<Person> hasher)
{
    public const int PasswordLengthMin = 12;

    public sealed record Command(MerchantId Merchant, string Email, string Name, PersonRole Role, string Password);

    public async Task<Outcome<PersonId>> HandleAsync(Actor actor, Command command, CancellationToken ct)
    {
        if (command.Password.Length < PasswordLengthMin)
        {
            return new PersonRefusal.PasswordTooShort();
        }
        // Hashing takes its time on purpose; not inside the transaction.
        var passwordHash = hasher.HashPassword(null!, command.Password);
        var email = Person.NormalizeEmail(command.Email);
        return await store.CommandAsync<PersonId>(new Tenant(command.Merchant, Mode.Live), actor, async work =>
        {
            if (await work.Db.Set<Person>().AnyAsync(other => other.Email == email, ct))
            {
                return new PersonRefusal.EmailTaken();
            }
            var id = new PersonId(work.NewId("person"));
            var person = new Person(command.Merchant, id, email, command.Name, command.Role, work.RealNow);
            person.SetPassword(passwordHash);
            work.Db.Add(person);
            work.Record(People.Subject, id.Value, "PersonAdded");
            if (actor.Kind == ActorKind.Person)
            {
                await work.TellOfAccessAsync(mails, "PersonAdded", person.Name, person, ct);
            }
            return id;
        }, ct);
    }
}
