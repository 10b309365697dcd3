using Jeongsan.Application.Storage;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Privacy;

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
    public sealed record Account(string Number, HolderIdentity? Identity) : Lookup;
}

/// <summary>Writes the register's line of a look-up. There is no message: the question leaves at once.</summary>
public sealed class DiscloseLookup(Store store)
{
    public const string CompanyType = "Lookup.Company";
    public const string CertificateType = "Lookup.Certificate";
    public const string AccountType = "Lookup.AccountHolder";

    /// <remarks>Refused: NotInRegister.</remarks>
    public Task<Outcome<Done>> HandleAsync(Tenant tenant, Actor actor, Lookup lookup, CancellationToken ct) => store.CommandAsync<Done>(tenant, actor, async work =>
    {
        var (type, subject, entrusted, items) = lookup switch
        {
            Lookup.Company company => (CompanyType, await work.SubjectAsync(company.Brn, ct), EntrustedWork.TaxInvoices, [PersonalDataItem.BusinessIdentity]),
            Lookup.Certificate certificate => (CertificateType, await work.SubjectAsync(certificate.Brn, ct), EntrustedWork.TaxInvoices, [PersonalDataItem.BusinessIdentity]),
            Lookup.Account account => (AccountType, await HolderAsync(work, account, ct), EntrustedWork.AccountHolderCheck, ItemsOf(account)),
            _ => throw new System.Diagnostics.UnreachableException(lookup.GetType().Name),
        };
        var register = await work.Privacy.RegisterAsync(ct);
        var admitted = register.AdmitListed(subject, entrusted, items, work.NewId("lookup"), work.Now);
        if (admitted.IsRefused)
        {
            return admitted.Refusal;
        }
        work.Db.Add(DisclosureLine.Of(work.Tenant, admitted.Value, type));
        return new Done();
    }, ct);

    private static async Task<DataSubject> HolderAsync(Work work, Lookup.Account account, CancellationToken ct) => account.Identity is { IsBusiness: true } business
        ? await work.SubjectAsync(new BusinessRegistrationNumber(business.Digits), ct)
        : DataSubject.OfAccount(account.Number);

    private static PersonalDataItem[] ItemsOf(Lookup.Account account) => account.Identity switch
    {
        null => [PersonalDataItem.BankAccount],
        { IsBusiness: true } => [PersonalDataItem.BankAccount, PersonalDataItem.BusinessIdentity],
        _ => [PersonalDataItem.BankAccount, PersonalDataItem.Birthdate],
    };
}
