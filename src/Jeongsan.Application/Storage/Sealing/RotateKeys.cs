using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Storage.Sealing;

/// <param name="KeyId">Of the new key.</param>
/// <param name="RowCount">How many rows were sealed anew.</param>
/// <param name="RetiredCount">How many keys nothing needs any more; kept for a day, in case a slow process still wrote with one.</param>
/// <param name="DestroyedCount">How many keys that were retired before are gone for good.</param>
public sealed record RotatedKeys(string KeyId, long RowCount, int RetiredCount, int DestroyedCount);

/// <summary>
/// Exchanges the key that columns are sealed with, while servers run: a new key first, then, once every process seals with it, all that
/// is stored is sealed anew. Stopped at any moment, it has lost nothing: every key stays that something stored may need, and running it
/// again goes on.
/// </summary>
public sealed class RotateKeys(ContextFactory contexts, TimeProvider time)
{
    private static readonly TimeSpan KeptAfterRetiring = TimeSpan.FromDays(1);

    /// <param name="othersWrite">How long other processes may go on sealing with the key of before.</param>
    /// <exception cref="MasterKeyException">The master key can't be used.</exception>
    public async Task<RotatedKeys> RunAsync(Action<ResealProgress> progress, TimeSpan othersWrite, CancellationToken ct)
    {
        var started = time.GetUtcNow();
        var key = await contexts.Seals.AddKeyAsync(started, ct);
        await Task.Delay(othersWrite, time, ct);
        var (rows, reseal) = (0L, new ResealColumns(contexts));
        while (await reseal.RunAsync(progress, ct) is > 0 and var changed)
        {
            rows += changed;
        }
        // The last round found nothing under another key.
        await using var db = contexts.CreateForAll();
        var destroyed = await db.Set<DataKey>().Where(row => row.CreatedAt < key.CreatedAt && row.RetiredAt != null && row.RetiredAt < started - KeptAfterRetiring).ExecuteDeleteAsync(ct);
        var retired = await db.Set<DataKey>().Where(row => row.CreatedAt < key.CreatedAt && row.RetiredAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.RetiredAt, started), ct);
        contexts.Seals.Load();
        return new RotatedKeys(key.Id, rows, retired, destroyed);
    }

    /// <summary>How long it takes until every process of the installation has seen a new key.</summary>
    public static TimeSpan UntilSeen => SealRing.LookAgain + TimeSpan.FromSeconds(10);
}
