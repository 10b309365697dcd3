using Jeongsan.Application.Merchants;
using Jeongsan.Application.Outbox;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Payouts;

/// <summary>
/// The remittance provider tells that a transfer's result is known. What the result is, it is asked itself: this only makes the
/// waiting order of that payout look now, so that telling twice, late or out of order moves nothing.
/// </summary>
public sealed class ReceiveTransferResult(Store store, ContextFactory contexts)
{
    /// <summary>More than any of our ids has.</summary>
    private const int TransferIdLengthMax = 200;

    private static readonly Mode[] Sides = [Mode.Live, Mode.Test];

    /// <param name="transferId">The provider's word for it: our payout's id.</param>
    /// <returns>False when no order of ours waits for such a result.</returns>
    public async Task<bool> HandleAsync(string transferId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(transferId);
        // Databases keep no U+0000 in texts, and are not asked for one.
        if (transferId.Length is 0 or > TransferIdLengthMax || transferId.Any(char.IsControl))
        {
            return false;
        }
        var key = RemitPayout.KeyPrefix + transferId;
        var isKnown = false;
        foreach (var tenant in await OwnersAsync(key, ct))
        {
            await store.CommandAsync<Done>(tenant, Actor.System, async work =>
            {
                if (await HintAsync(work, key, ct) > 0)
                {
                    work.Nudge();
                    isKnown = true;
                }
                return new Done();
            }, ct);
        }
        return isKnown;
    }

    /// <summary>The id names neither merchant nor side, and the key's index begins with both.</summary>
    private async Task<List<Tenant>> OwnersAsync(string key, CancellationToken ct)
    {
        await using var db = contexts.CreateForAll();
        var merchants = await db.Set<Merchant>().IgnoreQueryFilters().Select(merchant => merchant.Id).ToListAsync(ct);
        var found = await db.Set<OutboxMessage>().IgnoreQueryFilters()
            .Where(row => merchants.Contains(row.MerchantId) && Sides.Contains(row.Mode) && row.Key == key && row.Type == RemitPayout.MessageType && row.State != OutboxState.Done)
            .Select(row => new { row.MerchantId, row.Mode })
            .ToListAsync(ct);
        return [.. found.Select(row => new Tenant(row.MerchantId, row.Mode))];
    }

    /// <summary>What waits, or gave up waiting, is due now. What is being performed may have asked just before the result was there: it looks once more.</summary>
    private static async Task<int> HintAsync(Work work, string key, CancellationToken ct)
    {
        var now = work.RealNow;
        var afterwards = now + TimeSpan.FromMilliseconds(1);
        var order = work.Db.Set<OutboxMessage>().Where(row => row.Key == key);
        return await order
            .Where(row => row.State == OutboxState.Running || (row.State == OutboxState.Pending && row.DueAt > now) || (row.State == OutboxState.Failed && row.Attempts > 0))
            .ExecuteUpdateAsync(set => set
                .SetProperty(row => row.DueAt, row => row.State == OutboxState.Running ? afterwards : now)
                .SetProperty(row => row.FinishedAt, (DateTimeOffset?)null)
                .SetProperty(row => row.State, row => row.State == OutboxState.Running ? OutboxState.Running : OutboxState.Pending), ct);
    }
}
