using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Microsoft.AspNetCore.DataProtection;

namespace Jeongsan.Server.Api.Companies;

/// <summary>What a proof is worth for what somebody claims.</summary>
internal enum ProofWorth
{
    Proves,

    /// <summary>Not one of ours, of another platform, or too old.</summary>
    Unknown,

    /// <summary>It proves something else.</summary>
    OfSomethingElse,
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
/// The proof of a look-up (verification id): it holds what was asked and answered, sealed, so that only its use is stored and
/// nobody but this installation can make one.
/// </summary>
internal sealed class Verifications(IDataProtectionProvider protection, TimeProvider time)
{
    private const string Account = "account";
    private const string Company = "company";
    private const string Info = "business-info";
    private static readonly TimeSpan Life = TimeSpan.FromHours(24);

    private readonly IDataProtector _protector = protection.CreateProtector("Jeongsan.Api.Verification.v2");

    public string OfAccount(Tenant tenant, string bank, string number, string holder) => Write(tenant, Account, $"{bank}\n{number}\n{holder}");

    public string OfCompany(Tenant tenant, string brn, BusinessStatus status) => Write(tenant, Company, $"{brn}\n{status}");

    public string OfBusinessInfo(Tenant tenant, BusinessInfo info) => Write(tenant, Info, JsonSerializer.Serialize(info));

    /// <summary>Whether the id proves that this account has this holder.</summary>
    public ProofWorth OfAccount(Tenant tenant, string id, string bank, string number, string holder) => Open(tenant, Account, id).Facts switch
    {
        null => ProofWorth.Unknown,
        var facts => facts == $"{bank}\n{number}\n{holder}" ? ProofWorth.Proves : ProofWorth.OfSomethingElse,
    };

    /// <summary>What the id proves about this company; null when it proves nothing about it.</summary>
    public BusinessStatus? OfCompany(Tenant tenant, string id, BusinessRegistrationNumber company) =>
        OpenCompany(tenant, id) is (VerificationProblem.None, { } facts) && facts.Brn == company.Value ? facts.Status : null;

    public (VerificationProblem Problem, CompanyFacts? Facts) OpenCompany(Tenant tenant, string id)
    {
        var (problem, facts) = Open(tenant, Company, id);
        return (problem, facts?.Split('\n') is [var brn, var status] ? new CompanyFacts(brn, Enum.Parse<BusinessStatus>(status)) : null);
    }

    public (VerificationProblem Problem, BusinessInfo? Facts) OpenBusinessInfo(Tenant tenant, string id)
    {
        var (problem, facts) = Open(tenant, Info, id);
        return (problem, facts is null ? null : JsonSerializer.Deserialize<BusinessInfo>(facts));
    }

    /// <summary>By which a used proof is known again.</summary>
    public static string? DigestOf(string? id) => id is null ? null : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)));

    private string Write(Tenant tenant, string kind, string facts) =>
        _protector.Protect(JsonSerializer.Serialize(new Seal(tenant.ToString(), kind, facts, time.GetUtcNow() + Life)));

    private (VerificationProblem Problem, string? Facts) Open(Tenant tenant, string kind, string id) => Read(id) switch
    {
        null => (VerificationProblem.Unknown, null),
        { } seal when seal.Tenant != tenant.ToString() => (VerificationProblem.Unknown, null),
        { } seal when seal.Kind != kind => (VerificationProblem.OfOtherKind, null),
        { } seal when seal.ExpiresAt <= time.GetUtcNow() => (VerificationProblem.Expired, null),
        { } seal => (VerificationProblem.None, seal.Facts),
    };

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

    private sealed record Seal(string Tenant, string Kind, string Facts, DateTimeOffset ExpiresAt);
}

internal sealed record CompanyFacts(string Brn, BusinessStatus Status);
