using System.Collections.Concurrent;
using Jeongsan.Application.BankFiles;
using Jeongsan.Domain.BankFiles;
using Jeongsan.Domain.Payouts;

namespace Jeongsan.Application.Tests.BankFiles;

/// <summary>
/// A bank's site that takes any file once: its money moves, and how each row ends is settled from then on. The people who work
/// with it say the truth: nobody discards what was given to it, and nobody gives it what was discarded.
/// </summary>
internal sealed class BankSite
{
    private readonly ConcurrentDictionary<BankFileId, SemaphoreSlim> _desks = new();

    public ConcurrentDictionary<BankFileId, byte[]> Taken { get; } = new();

    /// <summary>Payouts whose money moved by a file, with the file.</summary>
    public ConcurrentDictionary<PayoutId, BankFileId> Paid { get; } = new();

    public static bool Pays(PayoutId payout) => payout.Value.Aggregate(17, (hash, letter) => ((hash * 31) + letter) & 0xFFFFFF) % 4 != 0;

    public async Task<Domain.Foundation.Refusal?> TakeAsync(FilePlatform platform, BankFileId id) => await AtDeskAsync(id, async () =>
    {
        var download = await platform.DownloadAsync(id);
        if (download.IsRefused)
        {
            return download.Refusal;
        }
        if (Taken.TryAdd(id, download.Value.Content))
        {
            foreach (var (_, payout) in await platform.RowsAsync(id))
            {
                if (Pays(payout.Id) && !Paid.TryAdd(payout.Id, id))
                {
                    throw new InvalidOperationException($"{payout.Id} is paid by {Paid[payout.Id]} and {id}.");
                }
            }
        }
        return !Taken[id].AsSpan().SequenceEqual(download.Value.Content) ? throw new InvalidOperationException($"{id} changed.") : null;
    });

    public Task<Domain.Foundation.Refusal?> DiscardAsync(FilePlatform platform, BankFileId id) => AtDeskAsync(id, async () =>
        Taken.ContainsKey(id) ? null : (await platform.DiscardAsync(id)).Refusal);

    /// <summary>What the site tells of some rows of a file that it took.</summary>
    /// <param name="ofAll">Hundredths of the rows that it tells of, and of those that it knows the end of.</param>
    public static byte[] Tell(BankFile file, IReadOnlyList<(BankFileRow Row, Payout Payout)> rows, Random random, int ofAll, int known)
    {
        var payouts = rows.ToDictionary(row => row.Row.Number, row => row.Payout.Id);
        return FilePlatform.ResultOf(file, rows, row => random.Next(100) >= ofAll ? null
            : random.Next(100) >= known ? ("처리중", null)
            : Pays(payouts[row.Number]) ? ("정상", null) : ("불능", "해지된 계좌"));
    }

    private async Task<Domain.Foundation.Refusal?> AtDeskAsync(BankFileId id, Func<Task<Domain.Foundation.Refusal?>> work)
    {
        var desk = _desks.GetOrAdd(id, _ => new SemaphoreSlim(1));
        await desk.WaitAsync();
        try
        {
            return await work();
        }
        finally
        {
            desk.Release();
        }
    }
}
