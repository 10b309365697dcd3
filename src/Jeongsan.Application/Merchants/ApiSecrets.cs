using System.Collections.Concurrent;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Merchants;

/// <summary>Who a presented API secret is.</summary>
public sealed record ApiSecretHolder(MerchantId Merchant, string SecretId);

/// <summary>Finds the owner of a presented secret.</summary>
public sealed class ApiSecrets(ContextFactory contexts, TimeProvider time)
{
    /// <summary>A secret that is taken back stops working after so long, in every server process.</summary>
    public static readonly TimeSpan KnownFor = TimeSpan.FromSeconds(5);

    // Only secrets that exist come in here, by their hashes.
    private readonly ConcurrentDictionary<string, (ApiSecretHolder Holder, long Until)> _known = new(StringComparer.Ordinal);

    /// <summary>Null when no such secret is in use.</summary>
    public async Task<ApiSecretHolder?> FindAsync(string secret, CancellationToken ct)
    {
        var hash = ApiSecret.HashOf(secret);
        if (_known.TryGetValue(hash, out var known) && time.GetTimestamp() < known.Until)
        {
            return known.Holder;
        }
        await using var db = contexts.CreateForAll();
        var found = await db.Set<ApiSecret>().AsNoTracking().Where(row => row.Hash == hash && row.RevokedAt == null)
            .Select(row => new ApiSecretHolder(row.MerchantId, row.Id)).SingleOrDefaultAsync(ct);
        if (found is null)
        {
            _known.TryRemove(hash, out _);
            return null;
        }
        _known[hash] = (found, time.GetTimestamp() + (KnownFor.Ticks * time.TimestampFrequency / TimeSpan.TicksPerSecond));
        return found;
    }

    /// <summary>Whether a secret that was exchanged for a token earlier is still in use.</summary>
    public async Task<bool> IsInUseAsync(string secretId, CancellationToken ct)
    {
        await using var db = contexts.CreateForAll();
        return await db.Set<ApiSecret>().AnyAsync(row => row.Id == secretId && row.RevokedAt == null, ct);
    }
}
