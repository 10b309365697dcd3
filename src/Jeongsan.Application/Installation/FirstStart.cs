using System.Security.Cryptography;
using Jeongsan.Application.Adapters.Popbill;
using Jeongsan.Application.Mails;
using Jeongsan.Application.Merchants;
using Jeongsan.Application.People;
using Jeongsan.Application.Privacy;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Installation;

/// <summary>What the operator wants the first platform to be; whatever is null is made.</summary>
public sealed record FirstStartWishes(string? ApiSecret, string? OwnerEmail, string? OwnerPassword);

/// <summary>How to sign in for the first time. Told once, at the first start.</summary>
public sealed record FirstStartAnswer(string ApiSecret, string OwnerEmail, string OwnerPassword);

/// <summary>Makes the sample platform when the database is empty: its company, its API secret and its owner.</summary>
public sealed class FirstStart(ContextFactory contexts, Store store, IPasswordHasher<Person> hasher, PopbillSettings popbill, MailOptions mail)
{
    public static readonly MerchantId Merchant = new("merchant-sample");

    /// <summary>A test number of ours: it passes the check digit and belongs to nobody.</summary>
    public static readonly BusinessRegistrationNumber CompanyNumber = new("1234567891");

    private const string DefaultOwnerEmail = "owner@jeongsan.example";

    /// <returns>Null when the installation is not new.</returns>
    public async Task<FirstStartAnswer?> RunAsync(FirstStartWishes wishes, CancellationToken ct)
    {
        await using (var db = contexts.CreateForAll())
        {
            if (await db.Set<Merchant>().AnyAsync(ct))
            {
                return null;
            }
        }
        var answer = new FirstStartAnswer(
            wishes.ApiSecret ?? ApiSecret.NewSecret(), wishes.OwnerEmail ?? DefaultOwnerEmail, wishes.OwnerPassword ?? RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 16));
        // Hashing takes its time on purpose; not inside the transaction.
        var passwordHash = hasher.HashPassword(null!, answer.OwnerPassword);
        await store.CommandAsync<Done>(new Tenant(Merchant, Mode.Test), Actor.System, work => AddCompanyAsync(work, ct), ct);
        // The merchant is what says that this is done: written last, with all that belongs to it.
        await store.CommandAsync<Done>(new Tenant(Merchant, Mode.Live), Actor.System, work =>
        {
            AddMerchant(work, answer, passwordHash);
            return AddCompanyAsync(work, ct);
        }, ct);
        return answer;
    }

    private static void AddMerchant(Work work, FirstStartAnswer answer, string passwordHash)
    {
        work.Db.Add(new Merchant { Id = Merchant, Name = "샘플마켓", CreatedAt = work.Now });
        work.Db.Add(new ApiSecret { Id = work.NewId("secret"), MerchantId = Merchant, Name = "첫 시작 때 만든 키", Hash = ApiSecret.HashOf(answer.ApiSecret), CreatedAt = work.Now });
        var owner = new Person(Merchant, new PersonId(work.NewId("person")), answer.OwnerEmail, "첫 사용자", PersonRole.Owner, work.RealNow);
        owner.SetPassword(passwordHash);
        work.Db.Add(owner);
    }

    private async Task<Outcome<Done>> AddCompanyAsync(Work work, CancellationToken ct)
    {
        if (await work.Db.Set<OwnCompany>().AnyAsync(ct))
        {
            return new Done();
        }
        work.Db.Add(new OwnCompany
        {
            MerchantId = work.Tenant.Merchant,
            Mode = work.Tenant.Mode,
            BusinessNumber = CompanyNumber,
            CompanyName = "㈜샘플마켓(테스트)",
            RepresentativeName = "김보기",
            Address = "서울특별시 중구 보기로 1 (테스트 주소)",
            BusinessType = "정보통신업",
            BusinessClass = "온라인 플랫폼",
            ContactName = "재무팀",
            ContactEmail = "finance@samplemarket.example",
            ContactPhone = "02-000-0000",
        });
        RegisterDefaults.Add(work, popbill.IsEmulated, mail.SmtpHost);
        // The sample company exists nowhere but here: at the real service a person enters the platform's own one first.
        if (popbill.IsEmulated)
        {
            work.Send(JoinOwnCompany.MessageType, $"join-own-{CompanyNumber}", "OwnCompany", new { }, place: TaxInvoices.AgencyQueue.First);
        }
        return new Done();
    }
}
