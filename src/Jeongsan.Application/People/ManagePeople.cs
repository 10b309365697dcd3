using System.Net.Mail;
using Jeongsan.Application.Mails;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.People;

/// <summary>
/// Who may sign in as what. Nobody changes their own role or access, and only owners decide about owners: so an owner always
/// stays, the one who asks. Whoever is changed is signed out with the same commit: sessions hold the stamp that changes with it.
/// </summary>
public sealed class ManagePeople(Store store, AddPerson add, MailOptions mails, IPasswordHasher<Person> hasher)
{
    public const int NameLengthMax = 100;
    private const int EmailLengthMax = 254;

    /// <param name="password">The first one, which the person is told.</param>
    public async Task<Outcome<PersonId>> AddAsync(MerchantId merchant, PersonId by, string email, string name, PersonRole role, string password, CancellationToken ct)
    {
        if (name.Trim() is not { Length: > 0 and <= NameLengthMax } trimmed)
        {
            return new AccessRefusal.NameMissing(NameLengthMax);
        }
        if (!IsAddress(Person.NormalizeEmail(email)))
        {
            return new AccessRefusal.EmailMalformed();
        }
        await using (var db = store.Read(default))
        {
            var actor = await People.FindAsync(db, merchant, by, ct);
            if (Judge(actor, subject: null, role) is { } refusal)
            {
                return refusal;
            }
        }
        return await add.HandleAsync(By(by), new(merchant, email, trimmed, role, password), ct);
    }

    public Task<Outcome<Person>> ChangeRoleAsync(MerchantId merchant, PersonId by, PersonId id, PersonRole role, CancellationToken ct) =>
        ChangeAsync(merchant, by, id, role, "PersonRoleChanged", (person, _) =>
        {
            if (person.Role == role)
            {
                return new AccessRefusal.NothingToDo();
            }
            person.ChangeRole(role);
            return null;
        }, ct);

    public Task<Outcome<Person>> DeactivateAsync(MerchantId merchant, PersonId by, PersonId id, CancellationToken ct) =>
        ChangeAsync(merchant, by, id, role: null, "PersonDeactivated", (person, work) =>
        {
            if (person.DeactivatedAt is not null)
            {
                return new AccessRefusal.NothingToDo();
            }
            person.Deactivate(work.RealNow);
            return null;
        }, ct);

    public Task<Outcome<Person>> ReactivateAsync(MerchantId merchant, PersonId by, PersonId id, CancellationToken ct) =>
        ChangeAsync(merchant, by, id, role: null, "PersonReactivated", (person, _) =>
        {
            if (person.DeactivatedAt is null)
            {
                return new AccessRefusal.NothingToDo();
            }
            person.Reactivate();
            return null;
        }, ct);

    /// <summary>The person lost the device: the next sign-in enrols a new one.</summary>
    public Task<Outcome<Person>> ForgetSecondFactorAsync(MerchantId merchant, PersonId by, PersonId id, CancellationToken ct) =>
        ChangeAsync(merchant, by, id, role: null, "SecondFactorForgotten", (person, _) =>
        {
            if (!person.HasSecondFactor)
            {
                return new AccessRefusal.NothingToDo();
            }
            person.ForgetTotp();
            return null;
        }, ct);

    public async Task<Outcome<Person>> SetPasswordAsync(MerchantId merchant, PersonId by, PersonId id, string password, CancellationToken ct)
    {
        if (password.Length < AddPerson.PasswordLengthMin)
        {
            return new PersonRefusal.PasswordTooShort();
        }
        // Hashing takes its time on purpose; not inside the transaction.
        var hash = hasher.HashPassword(null!, password);
        return await ChangeAsync(merchant, by, id, role: null, "PasswordSetAnew", (person, _) =>
        {
            person.SetPassword(hash);
            return null;
        }, ct);
    }

    /// <param name="role">That the person gets; null: the role stays.</param>
    /// <param name="change">Null when it was done, else why not.</param>
    private Task<Outcome<Person>> ChangeAsync(
        MerchantId merchant, PersonId by, PersonId id, PersonRole? role, string what, Func<Person, Work, Refusal?> change, CancellationToken ct) =>
        store.CommandAsync<Person>(new Tenant(merchant, Mode.Live), By(by), async work =>
        {
            // Of two owners who take each other's role at the same time, the later one finds that it may not any more.
            await TenantLock.TakeAsync(work, "people", ct);
            if (await work.Db.Set<Person>().SingleOrDefaultAsync(person => person.MerchantId == merchant && person.Id == id, ct) is not { } subject)
            {
                return new StoredRefusal.NotFound(People.Subject, id.Value);
            }
            if (Judge(await People.FindAsync(work.Db, merchant, by, ct), subject, role) is { } refusal)
            {
                return refusal;
            }
            var before = subject.Role;
            if (change(subject, work) is { } no)
            {
                return no;
            }
            work.Record(People.Subject, id.Value, what,
                from: before == subject.Role ? null : before.ToString(), to: before == subject.Role ? null : subject.Role.ToString());
            await work.TellOfAccessAsync(mails, what, subject.Name, subject, ct);
            return subject;
        }, ct);

    /// <summary>Order: may at all, not oneself, owners.</summary>
    private static AccessRefusal? Judge(Person? by, Person? subject, PersonRole? role) =>
        by is null || !by.Role.Has(PersonRight.ManageAccess) ? new AccessRefusal.NotAllowed()
        : subject?.Id == by.Id ? new AccessRefusal.Oneself()
        : by.Role != PersonRole.Owner && (subject?.Role == PersonRole.Owner || role == PersonRole.Owner) ? new AccessRefusal.OwnersOnly()
        : null;

    private static bool IsAddress(string text) => text.Length <= EmailLengthMax && MailAddress.TryCreate(text, out var address) && address.Address == text;

    private static Actor By(PersonId by) => new(ActorKind.Person, by.Value);
}
