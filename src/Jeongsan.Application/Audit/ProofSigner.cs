using System.Security.Cryptography;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Audit;

/// <summary>Signs proofs with the tenant's own key, which is made before the first one.</summary>
public sealed class ProofSigner(Store store, IDataProtectionProvider protection)
{
    private readonly IDataProtector _keys = protection.CreateProtector("Jeongsan.ProofKey.v1");

    /// <summary>Not within a command: the key ring that seals the key has commands of its own.</summary>
    public async Task<byte[]> SignAsync(Tenant tenant, byte[] content, CancellationToken ct)
    {
        using var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(_keys.Unprotect(await FindAsync(tenant, ct) ?? await MakeAsync(tenant, ct)), out _);
        return key.SignData(content, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    private async Task<byte[]?> FindAsync(Tenant tenant, CancellationToken ct)
    {
        await using var db = store.Read(tenant);
        return (await db.Set<ProofKey>().SingleOrDefaultAsync(ct))?.SealedPrivateKey;
    }

    private async Task<byte[]> MakeAsync(Tenant tenant, CancellationToken ct)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var (open, hidden) = (key.ExportSubjectPublicKeyInfo(), _keys.Protect(key.ExportPkcs8PrivateKey()));
        return (await store.CommandAsync<byte[]>(tenant, Actor.System, async work =>
        {
            await TenantLock.TakeAsync(work, nameof(ProofKey), ct);
            if (await work.Db.Set<ProofKey>().SingleOrDefaultAsync(ct) is { } others)
            {
                return others.SealedPrivateKey;
            }
            work.Db.Add(new ProofKey { MerchantId = tenant.Merchant, Mode = tenant.Mode, PublicKey = open, SealedPrivateKey = hidden, CreatedAt = work.RealNow });
            return hidden;
        }, ct)).Value;
    }

    public static bool Verifies(byte[] publicKey, byte[] content, byte[] signature)
    {
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(publicKey, out _);
        return key.VerifyData(content, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }
}
