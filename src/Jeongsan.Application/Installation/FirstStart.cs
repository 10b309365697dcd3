using System.Security.Cryptography;
using Jeongsan.Application.Merchants;
using Jeongsan.Application.People;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Installation;

/// <summary>What the operator wants the first platform to be; whatever is null is made.</summary>
public sealed record FirstStartWishes(string? ApiSecret, string? OwnerEmail, string? OwnerPassword);

/// <summary>How to sign in for the first time. Told once, at the first start.</summary>
public sealed record FirstStartAnswer(string ApiSecret, string OwnerEmail, string OwnerPassword);

/// <summary>Makes the sample platform when the database is empty: its company, its API secret and its owner.</summary>
public sealed class FirstStart(ContextFactory contexts, Store store, AddPerson addPerson)
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
        foreach (var mode in new[] { Mode.Live, Mode.Test })
        {
            await store.CommandAsync<Done>(new Tenant(Merchant, mode), Actor.System, work =>
            {
                AddCompany(work);
                if (mode == Mode.Live)
                {
                    AddMerchant(work, answer.ApiSecret);
                }
                return Task.FromResult<Outcome<Done>>(new Done());
            }, ct);
        }
        await addPerson.HandleAsync(Actor.System, new AddPerson.Command(Merchant, answer.OwnerEmail, "첫 사용자", PersonRole.Owner, answer.OwnerPassword), ct);
        return answer;
    }

    private static void AddMerchant(Work work, string apiSecret)
    {
        work.Db.Add(new Merchant { Id = Merchant, Name = "샘플마켓", CreatedAt = work.Now });
        work.Db.Add(new ApiSecret { Id = work.NewId("secret"), MerchantId = Merchant, Name = "첫 시작 때 만든 키", Hash = ApiSecret.HashOf(apiSecret), CreatedAt = work.Now });
    }

    private static void AddCompany(Work work)
    {
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
        work.Send(JoinOwnCompany.MessageType, $"join-own-{CompanyNumber}", "OwnCompany", new { });
    }
}
