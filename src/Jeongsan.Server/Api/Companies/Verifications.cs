using System.Security.Cryptography;
using System.Text.Json;
using Jeongsan.Domain.Foundation;
using Microsoft.AspNetCore.DataProtection;

namespace Jeongsan.Server.Api.Companies;

/// <summary>
/// The proof of a look-up (verification id): it holds what was asked and answered, sealed, so that nothing is stored and
/// nobody but this installation can make one.
/// </summary>
internal sealed class Verifications(IDataProtectionProvider protection, TimeProvider time)
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(24);

    private readonly IDataProtector _protector = protection.CreateProtector("Jeongsan.Api.Verification.v1");

    public string OfAccount(Tenant tenant, string bank, string number, string holder) => Write(tenant, "account", $"{bank}\n{number}\n{holder}");

    public string OfCompany(Tenant tenant, string brn) => Write(tenant, "company", brn);

    /// <summary>Whether the id proves that this account has this holder.</summary>
    public bool ProvesAccount(Tenant tenant, string id, string bank, string number, string holder) => Read(id) is { } seal
        && seal.Tenant == tenant.ToString() && seal.Kind == "account" && seal.Facts == $"{bank}\n{number}\n{holder}" && seal.ExpiresAt > time.GetUtcNow();

    private string Write(Tenant tenant, string kind, string facts) =>
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

    private sealed record Seal(string Tenant, string Kind, string Facts, DateTimeOffset ExpiresAt);
}
