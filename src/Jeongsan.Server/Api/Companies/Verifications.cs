using System.Security.Cryptography;
using System.Text.Json;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.Foundation;
using Microsoft.AspNetCore.DataProtection;

namespace Jeongsan.Server.Api.Companies;

/// <summary>What a look-up was about.</summary>
internal enum VerificationKind
{
    Account,

    /// <summary>휴폐업 상태.</summary>
    Company,

    /// <summary>사업자등록 정보.</summary>
    BusinessInfo,
}

/// <summary>Why a verification id proves nothing.</summary>
internal enum VerificationProblem
{
    None = 0,

    /// <summary>Not one of ours, or another tenant's.</summary>
    Unknown,
    OfOtherKind,
    Expired,
}

/// <summary>
/// The proof of a look-up (verification id): it holds what was asked and answered, sealed, so that nothing is stored and
/// nobody but this installation can make one.
/// </summary>
internal sealed class Verifications(IDataProtectionProvider protection, TimeProvider time)
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(24);

    private readonly IDataProtector _protector = protection.CreateProtector("Jeongsan.Api.Verification.v2");

    public string OfAccount(Tenant tenant, string bank, string number, string holder) => Write(tenant, VerificationKind.Account, AccountFacts(bank, number, holder));

    public string OfCompany(Tenant tenant, string brn, BusinessActivity activity) => Write(tenant, VerificationKind.Company, JsonSerializer.Serialize(new CompanyFacts(brn, activity)));

    public string OfBusinessInfo(Tenant tenant, BusinessInfo info) => Write(tenant, VerificationKind.BusinessInfo, JsonSerializer.Serialize(info));

    /// <summary>Whether the id proves that this account has this holder.</summary>
    public bool ProvesAccount(Tenant tenant, string id, string bank, string number, string holder) =>
        Open(tenant, id, VerificationKind.Account) is (VerificationProblem.None, { } facts) && facts == AccountFacts(bank, number, holder);

    public (VerificationProblem Problem, CompanyFacts? Facts) OpenCompany(Tenant tenant, string id)
    {
        var (problem, facts) = Open(tenant, id, VerificationKind.Company);
        return (problem, facts is null ? null : JsonSerializer.Deserialize<CompanyFacts>(facts));
    }

    public (VerificationProblem Problem, BusinessInfo? Facts) OpenBusinessInfo(Tenant tenant, string id)
    {
        var (problem, facts) = Open(tenant, id, VerificationKind.BusinessInfo);
        return (problem, facts is null ? null : JsonSerializer.Deserialize<BusinessInfo>(facts));
    }

    private (VerificationProblem Problem, string? Facts) Open(Tenant tenant, string id, VerificationKind kind) => Read(id) switch
    {
        null => (VerificationProblem.Unknown, null),
        { } seal when seal.Tenant != tenant.ToString() => (VerificationProblem.Unknown, null),
        { } seal when seal.Kind != kind => (VerificationProblem.OfOtherKind, null),
        { } seal when seal.ExpiresAt <= time.GetUtcNow() => (VerificationProblem.Expired, null),
        { } seal => (VerificationProblem.None, seal.Facts),
    };

    private static string AccountFacts(string bank, string number, string holder) => $"{bank}\n{number}\n{holder}";

    private string Write(Tenant tenant, VerificationKind kind, string facts) =>
        _protector.Protect(JsonSerializer.Serialize(new Seal(tenant.ToString(), kind, facts, time.GetUtcNow() + Life)));

    private Seal? Read(string id)
    {
        try
        {
            return JsonSerializer.Deserialize<Seal>(_protector.Unprotect(id));
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException or JsonException)
        {
            return null;
        }
    }

    private sealed record Seal(string Tenant, VerificationKind Kind, string Facts, DateTimeOffset ExpiresAt);
}

internal sealed record CompanyFacts(string Brn, BusinessActivity Activity);
