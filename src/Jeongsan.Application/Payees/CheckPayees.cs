using Jeongsan.Application.Merchants;
using Jeongsan.Application.Privacy;
using Jeongsan.Application.Storage;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.BankFiles;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Payees;

/// <param name="AccountCount">How many account holders the bank is asked for.</param>
/// <param name="BusinessCount">How many businesses the tax service is asked about.</param>
public sealed record PayeesAsked(int AccountCount, int BusinessCount);

/// <summary>How checking payees says no.</summary>
public abstract record PayeeRefusal : Refusal
{
    private PayeeRefusal()
    {
    }

    public sealed record TooMany(int Count, int CountMax) : PayeeRefusal;

    /// <summary>The ASP answers members only.</summary>
    public sealed record OwnCompanyMissing : PayeeRefusal;

    /// <summary>All that would be paid has something against it: nothing was started.</summary>
    public sealed record NonePayable(IReadOnlyDictionary<PartnerId, PayeeProblem> Problems) : PayeeRefusal;

    public sealed record AgeOutOfRange(int Days, int Min, int Max) : PayeeRefusal;
}

/// <summary>
/// Asks the ASP who holds the partners' accounts and whether their businesses are open, each in a message with its line in the
/// register. Each question costs points: what was answered well within a day is not asked again, nor is what is on its way.
/// </summary>
public sealed class CheckPayees(Store store)
{
    public const int CountMax = 10_000;
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(1);

    /// <summary>Every partner that a bulk payout is to pay.</summary>
    public async Task<Outcome<PayeesAsked>> OfBulkAsync(Tenant tenant, Actor actor, BulkPayoutId id, CancellationToken ct)
    {
        await using var db = store.Read(tenant);
        if (!await db.Set<BulkPayout>().AnyAsync(row => row.Id == id, ct))
        {
            return new StoredRefusal.NotFound("BulkPayout", id.Value);
        }
        var partners = await db.Set<Payout>().Where(row => row.BulkPayoutId == id && row.Status != PayoutStatus.Succeeded && row.Status != PayoutStatus.Cancelled)
            .Select(row => row.PartnerId).Distinct().ToListAsync(ct);
        return await HandleAsync(tenant, actor, partners, ct);
    }

    /// <remarks>Refused: NotFound, OwnCompanyMissing, TooMany, and what the gate says of partners that were not told.</remarks>
    public async Task<Outcome<PayeesAsked>> HandleAsync(Tenant tenant, Actor actor, IReadOnlyCollection<PartnerId> partners, CancellationToken ct)
    {
        if (partners.Count > CountMax)
        {
            return new PayeeRefusal.TooMany(partners.Count, CountMax);
        }
        return await store.CommandAsync<PayeesAsked>(tenant, actor, async work =>
        {
            if (!await work.Db.Set<OwnCompany>().AnyAsync(ct))
            {
                return new PayeeRefusal.OwnCompanyMissing();
            }
            var found = await PartnersAsync(work.Db, partners, ct);
            if (partners.FirstOrDefault(id => !found.ContainsKey(id)) is { Value: not null } missing)
            {
                return new StoredRefusal.NotFound("Partner", missing.Value);
            }
            // Of many, those that had their data stopped are left out: their payouts wait for nobody else's answer.
            foreach (var stopped in await StoppedAsync(work, found.Keys, ct))
            {
                found.Remove(stopped);
                if (found.Count == 0)
                {
                    return new PrivacyRefusal.ProcessingStopped(stopped);
                }
            }
            partners = found.Keys;
            if ((await work.NotToldAsync(CheckAccountHolder.Carried, partners, ct) ?? await work.NotToldAsync(CheckBusiness.Carried, partners, ct)) is { } untold)
            {
                return untold;
            }
            return await AskAsync(work, found, ct);
        }, ct);
    }

    private static async Task<Outcome<PayeesAsked>> AskAsync(Work work, Dictionary<PartnerId, Partner> partners, CancellationToken ct)
    {
        var checks = await PayeeChecks.OfAsync(work.Db, partners.Keys, ct);
        var (accounts, businesses) = (0, 0);
        foreach (var partner in partners.Values)
        {
            if (!checks.TryGetValue(partner.Id, out var check))
            {
                check = PayeeCheck.Of(work.Tenant, partner.Id);
                work.Db.Add(check);
            }
            if (NeedsAccount(check, partner, work.Now))
            {
                check.AskAccount();
                var sent = await work.SendDisclosedAsync(
                    CheckAccountHolder.Carried.About(partner.Id), CheckAccountHolder.MessageType, $"payee-account-{partner.Id}-{check.Version}",
                    $"Payee:{partner.Id}", new CheckAccountHolder.Payload(partner.Id), ct, place: AgencyQueue.Last);
                if (sent.IsRefused)
                {
                    return sent.Refusal;
                }
                accounts++;
            }
            if (NeedsBusiness(check, partner, work.Now))
            {
                check.AskBusiness();
                var sent = await work.SendDisclosedAsync(
                    CheckBusiness.Carried.About(partner.Id), CheckBusiness.MessageType, $"payee-business-{partner.Id}-{check.Version}",
                    $"Payee:{partner.Id}", new CheckBusiness.Payload(partner.Id), ct, place: AgencyQueue.Last);
                if (sent.IsRefused)
                {
                    return sent.Refusal;
                }
                businesses++;
            }
        }
        return new PayeesAsked(accounts, businesses);
    }

    private static bool NeedsAccount(PayeeCheck check, Partner partner, DateTimeOffset now) =>
        !check.IsAccountAsked && BankCodes.Find(partner.Account.Bank) is not null
        && !(check.Account == AccountStatus.Verified && check.AccountDigest == PayeeCheck.DigestOf(partner.Account) && now - check.AccountCheckedAt < Fresh);

    private static bool NeedsBusiness(PayeeCheck check, Partner partner, DateTimeOffset now) =>
        !check.IsBusinessAsked && partner.BusinessRegistrationNumber is { HasValidCheckDigit: true } number
        && !(check.Business == BusinessStatus.InBusiness && check.BusinessNumber == number && now - check.BusinessCheckedAt < Fresh);

    private static async Task<List<PartnerId>> StoppedAsync(Work work, IReadOnlyCollection<PartnerId> partners, CancellationToken ct)
    {
        await work.Privacy.PreloadAsync(partners, ct);
        var stopped = new List<PartnerId>();
        foreach (var partner in partners)
        {
            if (await work.Privacy.IsStoppedAsync(partner, EntrustedWork.AccountHolderCheck, ct))
            {
                stopped.Add(partner);
            }
        }
        return stopped;
    }

    private static async Task<Dictionary<PartnerId, Partner>> PartnersAsync(JeongsanContext db, IReadOnlyCollection<PartnerId> ids, CancellationToken ct)
    {
        var found = new Dictionary<PartnerId, Partner>();
        foreach (var some in ids.Distinct().Chunk(500))
        {
            foreach (var partner in await db.Set<Partner>().Where(row => some.Contains(row.Id)).ToListAsync(ct))
            {
                found.Add(partner.Id, partner);
            }
        }
        return found;
    }
}
