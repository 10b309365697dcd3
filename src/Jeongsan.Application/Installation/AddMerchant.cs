using System.Security.Cryptography;
using Jeongsan.Application.Adapters.Popbill;
using Jeongsan.Application.Mails;
using Jeongsan.Application.Merchants;
using Jeongsan.Application.People;
using Jeongsan.Application.Privacy;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Installation;

/// <param name="Name">As its partners know it.</param>
public sealed record NewMerchant(string Id, string Name, OwnCompanyProfile Company, string OwnerEmail);

/// <summary>How the new platform's owner and programs sign in. Told once.</summary>
public sealed record NewMerchantAnswer(MerchantId Id, string OwnerEmail, string OwnerPassword, string ApiSecret);

public abstract record NewMerchantRefusal : Refusal
{
    private NewMerchantRefusal()
    {
    }

    public sealed record IdUnusable(string Id) : NewMerchantRefusal;

    public sealed record IdTaken(string Id) : NewMerchantRefusal;

    public sealed record EmailTaken(string Email) : NewMerchantRefusal;
}

/// <summary>Adds a platform to the installation: its company on both sides, its register, its API secret and its owner.</summary>
public sealed class AddMerchant(Store store, ContextFactory contexts, IPasswordHasher<Person> hasher, KeepOwnCompany companies, PopbillSettings popbill, MailOptions mail)
{
    private static readonly Actor Actor = new(ActorKind.System, "new-merchant");

    public async Task<Outcome<NewMerchantAnswer>> HandleAsync(NewMerchant given, CancellationToken ct)
    {
        if (given.Id.Length is < 3 or > 40 || !given.Id.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-'))
        {
            return new NewMerchantRefusal.IdUnusable(given.Id);
        }
        var id = new MerchantId(given.Id);
        await using (var db = contexts.CreateForAll())
        {
            if (await db.Set<Merchant>().AnyAsync(row => row.Id == id, ct))
            {
                return new NewMerchantRefusal.IdTaken(given.Id);
            }
            var email = Person.NormalizeEmail(given.OwnerEmail);
            if (await db.Set<Person>().AnyAsync(row => row.Email == email, ct))
            {
                return new NewMerchantRefusal.EmailTaken(given.OwnerEmail);
            }
        }
        var (password, secret) = (RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 16), ApiSecret.NewSecret());
        var hash = hasher.HashPassword(null!, password);
        foreach (var mode in new[] { Mode.Test, Mode.Live })
        {
            var set = await companies.SetUpAsync(new Tenant(id, mode), Actor, given.Company, ct);
            if (set.IsRefused)
            {
                return set.Refusal;
            }
        }
        await store.CommandAsync<Done>(new Tenant(id, Mode.Test), Actor, work => DefaultsAsync(work, ct), ct);
        // The merchant is what says that this is done: written last, with all that belongs to it.
        var added = await store.CommandAsync<Done>(new Tenant(id, Mode.Live), Actor, async work =>
        {
            work.Db.Add(new Merchant { Id = id, Name = given.Name, CreatedAt = work.Now });
            work.Db.Add(new ApiSecret { Id = work.NewId("secret"), MerchantId = id, Name = "플랫폼을 만들 때의 키", Hash = ApiSecret.HashOf(secret), CreatedAt = work.Now });
            var owner = new Person(id, new PersonId(work.NewId("person")), Person.NormalizeEmail(given.OwnerEmail), "소유자", PersonRole.Owner, work.RealNow);
            owner.SetPassword(hash);
            work.Db.Add(owner);
            return await DefaultsAsync(work, ct);
        }, ct);
        return added.IsRefused ? added.Refusal : new NewMerchantAnswer(id, given.OwnerEmail, password, secret);
    }

    private async Task<Outcome<Done>> DefaultsAsync(Work work, CancellationToken ct)
    {
        if (!await work.Db.Set<Domain.Privacy.ConsignmentProcessor>().AnyAsync(ct))
        {
            RegisterDefaults.Add(work, popbill.IsEmulated, mail.SmtpHost);
        }
        return new Done();
    }
}
