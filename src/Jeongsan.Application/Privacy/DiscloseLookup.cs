using Jeongsan.Application.Merchants;
using Jeongsan.Application.Storage;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Privacy;

/// <summary>What is asked of the ASP while a person waits, and whose data goes with the question.</summary>
public abstract record Lookup
{
    private Lookup()
    {
    }

    /// <summary>휴폐업, 사업자등록 정보.</summary>
    public sealed record Company(BusinessRegistrationNumber Brn) : Lookup;

    /// <summary>공동인증서.</summary>
    public sealed record Certificate(BusinessRegistrationNumber Brn) : Lookup;

    /// <summary>예금주.</summary>
    public sealed record Account(Bank Bank, string Number, HolderIdentity? Identity) : Lookup;
}

/// <summary>
/// The gate of look-ups: asked before the question leaves, and the register's line is committed before it too. There is no
/// message. A partner must have been told, like before anything else. Of somebody who is no partner the platform learns the
/// number or account from that person, who reads the published notice there: it must be published. Our own company's data is nobody else's.
/// </summary>
public sealed class DiscloseLookup(Store store)
{
    public const string CompanyType = "Lookup.Company";
    public const string CertificateType = "Lookup.Certificate";
    public const string AccountType = "Lookup.AccountHolder";

    /// <summary>Whether all of them may be asked. Writes nothing.</summary>
    /// <returns>NotInRegister, NoticeNotPublished, PartnerNotTold or PartnersNotTold; null when all may.</returns>
    public async Task<PrivacyRefusal?> CheckAsync(Tenant tenant, IReadOnlyList<Lookup> lookups, CancellationToken ct)
    {
        await using var db = store.Read(tenant);
        var gate = new PrivacyGate(db);
        var untold = new List<PrivacyRefusal.PartnerNotTold>();
        foreach (var lookup in lookups)
        {
            if (await AskAsync(db, lookup, ct) is not var (cargo, _))
            {
                continue;
            }
            switch ((await gate.AdmitAsync(cargo, "", default, ct)).Refusal)
            {
                case null:
                    break;
                case PrivacyRefusal.PartnerNotTold one:
                    untold.Add(one);
                    break;
                case PrivacyRefusal other:
                    return other;
            }
        }
        return untold switch
        {
            [] => null,
            [var one] => one,
            _ => new PrivacyRefusal.PartnersNotTold([.. untold.Select(one => one.Partner).Distinct()], untold[0].RegisterRevision),
        };
    }

    /// <summary>Writes the line; the question may be asked afterwards.</summary>
    /// <remarks>Refused: NotInRegister, NoticeNotPublished, PartnerNotTold.</remarks>
    public Task<Outcome<Done>> HandleAsync(Tenant tenant, Actor actor, Lookup lookup, CancellationToken ct) => store.ApartAsync<Done>(tenant, actor, async work =>
    {
        if (await AskAsync(work.Db, lookup, ct) is not var (cargo, type))
        {
            return new Done();
        }
        var admitted = await work.Privacy.AdmitAsync(cargo, work.NewId("lookup"), work.Now, ct);
        return Write(work, admitted, type);
    }, ct);

    /// <summary>Writes the line of what a supplier asks at our page about its own certificate: the page tells whom we ask, so no earlier notice is needed.</summary>
    /// <remarks>Refused: NotInRegister, ProcessingStopped.</remarks>
    public Task<Outcome<Done>> BySupplierAsync(Tenant tenant, Actor actor, BusinessRegistrationNumber company, CancellationToken ct) => store.ApartAsync<Done>(tenant, actor, async work =>
    {
        var subject = await work.SubjectAsync(company, ct);
        if (subject.Kind == DataSubjectKind.Partner && await work.Privacy.IsStoppedAsync(new PartnerId(subject.Id), EntrustedWork.TaxInvoices, ct))
        {
            return new PrivacyRefusal.ProcessingStopped(new PartnerId(subject.Id));
        }
        var register = await work.Privacy.RegisterAsync(ct);
        return Write(work, register.AdmitListed(subject, EntrustedWork.TaxInvoices, [PersonalDataItem.BusinessIdentity], work.NewId("lookup"), work.Now), CertificateType);
    }, ct);

    private static Outcome<Done> Write(Work work, Outcome<Disclosure> admitted, string type)
    {
        if (admitted.IsRefused)
        {
            return admitted.Refusal;
        }
        work.Db.Add(DisclosureLine.Of(work.Tenant, admitted.Value, type));
        return new Done();
    }

    /// <summary>What leaves with the question; null when it is our own company's data.</summary>
    private static async Task<(Cargo Cargo, string Type)?> AskAsync(JeongsanContext db, Lookup lookup, CancellationToken ct)
    {
        switch (lookup)
        {
            case Lookup.Company company:
                return await OfNumberAsync(db, company.Brn, CompanyType, ct);
            case Lookup.Certificate certificate:
                return await OfNumberAsync(db, certificate.Brn, CertificateType, ct);
            case Lookup.Account account:
                var carried = new CarriedData.OfPartners(EntrustedWork.AccountHolderCheck, ItemsOf(account));
                return (carried.About(await HolderAsync(db, account, ct)), AccountType);
            default:
                throw new System.Diagnostics.UnreachableException(lookup.GetType().Name);
        }
    }

    private static async Task<(Cargo Cargo, string Type)?> OfNumberAsync(JeongsanContext db, BusinessRegistrationNumber brn, string type, CancellationToken ct) =>
        await db.Set<OwnCompany>().AnyAsync(company => company.BusinessNumber == brn, ct)
            ? null
            : (new CarriedData.OfPartners(EntrustedWork.TaxInvoices, PersonalDataItem.BusinessIdentity).About(await db.SubjectAsync(brn, ct)), type);

    /// <summary>The partner whose account it is, or whose business number was stated; else whoever holds it.</summary>
    private static async Task<DataSubject> HolderAsync(JeongsanContext db, Lookup.Account account, CancellationToken ct) =>
        await AccountOwner.FindAsync(db, account.Bank, account.Number, ct) is { } owner ? DataSubject.Of(owner)
        : account.Identity is { IsBusiness: true } business ? await db.SubjectAsync(new BusinessRegistrationNumber(business.Digits), ct)
        : DataSubject.OfAccount(account.Number);

    private static PersonalDataItem[] ItemsOf(Lookup.Account account) => account.Identity switch
    {
        null => [PersonalDataItem.BankAccount],
        { IsBusiness: true } => [PersonalDataItem.BankAccount, PersonalDataItem.BusinessIdentity],
        _ => [PersonalDataItem.BankAccount, PersonalDataItem.Birthdate],
    };
}
