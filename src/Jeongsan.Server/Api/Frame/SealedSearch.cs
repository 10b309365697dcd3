using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Api;

/// <summary>What of a row is asked for and sealed in the database.</summary>
internal sealed record SealedRow<TId, TFirst, TSecond>(TId Id, TFirst First, TSecond Second);

/// <summary>
/// Filters by a part of what is sealed. The database can't look into it, so the rows that fit everything else are opened here, one
/// after the other; a list is then filtered by their ids.
/// </summary>
internal static class SealedSearch
{
    public static async Task<TId[]> FindAsync<TId, TFirst, TSecond>(
        IQueryable<SealedRow<TId, TFirst, TSecond>> rows, Func<TFirst, TSecond, bool> fits, CancellationToken ct)
    {
        var ids = new List<TId>();
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(ct))
        {
            if (fits(row.First, row.Second))
            {
                ids.Add(row.Id);
            }
        }

        return [.. ids];
    }

    /// <summary>Upper and lower case alike; true when nothing is asked.</summary>
    public static bool Holds(string? text, string? part) =>
        part is not { Length: > 0 } || (text is not null && text.Contains(part, StringComparison.OrdinalIgnoreCase));
}
