using Jeongsan.Domain.Foundation;
using Jeongsan.Server.Api.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Api;

/// <summary>Which part of a list: pages count from 0.</summary>
internal readonly record struct Paging(int Number, int Size)
{
    public static Outcome<Paging> Of(PageInput? page)
    {
        var paging = new Paging(page?.Number ?? 0, page?.Size ?? ApiLimits.PageSizeDefault);
        if (paging.Number < 0 || paging.Number > int.MaxValue / ApiLimits.PageSizeMax)
        {
            return new RequestRefusal("page.number", "0부터 시작하는 페이지 번호여야 해요.");
        }

        return paging.Size is >= 1 and <= ApiLimits.PageSizeMax
            ? paging
            : new RequestRefusal("page.size", $"1부터 {ApiLimits.PageSizeMax}까지의 수여야 해요.");
    }

    public PageInfo Info(int totalCount) => new() { Number = Number, Size = Size, TotalCount = totalCount };
}

/// <summary>One page of a list, and how many there are in all.</summary>
internal sealed record Paged<T>(IReadOnlyList<T> Items, PageInfo Page)
{
    public IReadOnlyList<TContract> Write<TContract>(Func<T, TContract> write) => [.. Items.Select(write)];
}

internal static class PagedQuery
{
    /// <summary>Filtered, counted and cut in the database.</summary>
    public static async Task<Paged<T>> PageAsync<T>(this IQueryable<T> query, Paging paging, CancellationToken ct)
    {
        var total = await query.CountAsync(ct);
        var items = await query.Skip(paging.Number * paging.Size).Take(paging.Size).ToListAsync(ct);
        return new Paged<T>(items, paging.Info(total));
    }

    /// <summary>
    /// A page of the rows in some of their states, and how many there are in each state, so that a reader sees what the choice of
    /// states hides. All in the database.
    /// </summary>
    /// <param name="rows">In their order; of all states.</param>
    /// <param name="within">Keeps those of the chosen states.</param>
    public static async Task<(Paged<T> Page, IReadOnlyDictionary<TStatus, int> Counts)> PageAndCountAsync<T, TStatus>(
        this IOrderedQueryable<T> rows,
        System.Linq.Expressions.Expression<Func<T, TStatus>> statusOf,
        Func<IQueryable<T>, IQueryable<T>> within,
        Paging paging,
        CancellationToken ct) where TStatus : struct, Enum
    {
        var counts = await rows.Select(statusOf).GroupBy(status => status).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, ct);
        return (await within(rows).PageAsync(paging, ct), counts);
    }
}
