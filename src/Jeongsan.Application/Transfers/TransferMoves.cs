using Jeongsan.Application.Storage;
using Jeongsan.Domain.Transfers;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Transfers;

/// <summary>Moves many transfers by one statement. Where from and where to stands in the life cycle's table, nowhere else.</summary>
internal static class TransferMoves
{
    /// <returns>How many transfers moved.</returns>
    public static async Task<int> MoveAsync(this Work work, IQueryable<Transfer> transfers, TransferCommand command, CancellationToken ct)
    {
        var moved = 0;
        foreach (var row in TransferLifecycle.Table.Table.Where(row => row.Command == command && row.Guard is null))
        {
            moved += await transfers.Where(transfer => transfer.Status == row.From).ExecuteUpdateAsync(set => set
                .SetProperty(transfer => transfer.Status, row.To)
                .SetProperty(transfer => transfer.StatusUpdatedAt, work.Now)
                .SetProperty(transfer => transfer.Version, transfer => transfer.Version + 1), ct);
        }
        return moved;
    }
}
