using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
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

/// <summary>
/// The proof of a look-up (verification id): it holds what was asked and answered, sealed, so that only its use is stored and
/// nobody but this installation can make one.
/// </summary>
internal sealed class Verifications(IDataProtectionProvider protection, TimeProvider time)
{
    private const string Account = "account";
    private const string Company = "company";
    private static readonly TimeSpan Life = TimeSpan.FromHours(24);

    private readonly IDataProtector _protector = protection.CreateProtector("Jeongsan.Api.Verification.v1");

    public string OfAccount(Tenant tenant, string bank, string number, string holder) => Write(tenant, Account, $"{bank}\n{number}\n{holder}");

    public string OfCompany(Tenant tenant, string brn, BusinessStatus status) => Write(tenant, Company, $"{brn}\n{status}");

    /// <summary>Whether the id proves that this account has this holder.</summary>
    public ProofWorth OfAccount(Tenant tenant, string id, string bank, string number, string holder) => Read(tenant, Account, id) switch
    {
        null => ProofWorth.Unknown,
        var facts => facts == $"{bank}\n{number}\n{holder}" ? ProofWorth.Proves : ProofWorth.OfSomethingElse,
    };

    /// <summary>What the id proves about this company; null when it proves nothing about it.</summary>
    public BusinessStatus? OfCompany(Tenant tenant, string id, BusinessRegistrationNumber company) =>
        Read(tenant, Company, id)?.Split('\n') is [var brn, var status] && brn == company.Value ? Enum.Parse<BusinessStatus>(status) : null;

    /// <summary>By which a used proof is known again.</summary>
    public static string? DigestOf(string? id) => id is null ? null : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)));

    private string Write(Tenant tenant, string kind, string facts) =>
        _protector.Protect(JsonSerializer.Serialize(new Seal(tenant.ToString(), kind, facts, time.GetUtcNow() + Life)));

    private string? Read(Tenant tenant, string kind, string id)
    {
        try
        {
            var seal = JsonSerializer.Deserialize<Seal>(_protector.Unprotect(id));
            return seal is not null && seal.Tenant == tenant.ToString() && seal.Kind == kind && seal.ExpiresAt > time.GetUtcNow() ? seal.Facts : null;
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException or JsonException)
        {
            return null;
        }
    }

    private sealed record Seal(string Tenant, string Kind, string Facts, DateTimeOffset ExpiresAt);
}
