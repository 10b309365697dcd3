using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Merchants;

/// <summary>Who a presented API secret is.</summary>
public sealed record ApiSecretHolder(MerchantId Merchant, string SecretId);

/// <summary>Finds the owner of a presented secret.</summary>
public sealed class ApiSecrets(ContextFactory contexts)
{
    /// <summary>Null when no such secret is in use.</summary>
    public async Task<ApiSecretHolder?> FindAsync(string secret, CancellationToken ct)
    {
        var hash = ApiSecret.HashOf(secret);
        await using var db = contexts.CreateForAll();
        return await db.Set<ApiSecret>().AsNoTracking().Where(row => row.Hash == hash && row.RevokedAt == null)
            .Select(row => new ApiSecretHolder(row.MerchantId, row.Id)).SingleOrDefaultAsync(ct);
    }

    /// <summary>Whether a secret that was exchanged for a token earlier is still in use.</summary>
    public async Task<bool> IsInUseAsync(string secretId, CancellationToken ct)
    {
        await using var db = contexts.CreateForAll();
        return await db.Set<ApiSecret>().AnyAsync(row => row.Id == secretId && row.RevokedAt == null, ct);
    }
}
