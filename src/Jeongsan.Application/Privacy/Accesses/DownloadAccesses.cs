using System.Globalization;
using System.Runtime.CompilerServices;
using Jeongsan.Application.Sheets;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Privacy.Accesses;

/// <summary>The access log of a period as a file, which is itself noted.</summary>
public sealed class DownloadAccesses(NoteSheet note)
{
    public static string FileName(DateOnly from, DateOnly until) => string.Create(CultureInfo.InvariantCulture, $"access-records-{from:yyyyMMdd}-{until:yyyyMMdd}.csv");

    public Task NoteAsync(Tenant tenant, Actor actor, DateOnly from, DateOnly until, CancellationToken ct) =>
        note.HandleAsync(tenant, actor, "access-records", [string.Create(CultureInfo.InvariantCulture, $"{from:yyyy-MM-dd}~{until:yyyy-MM-dd}")], ct);

    /// <param name="from">In Seoul, included.</param>
    /// <param name="until">In Seoul, included.</param>
    public static async IAsyncEnumerable<IReadOnlyList<string>> RowsAsync(Store store, Tenant tenant, DateOnly from, DateOnly until, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var db = store.Read(tenant);
        var records = await FindAccesses.In(db, new AccessFilter(From: SeoulTime.At(from, TimeOnly.MinValue), Until: SeoulTime.At(until.AddDays(1), TimeOnly.MinValue)), ct);
        await foreach (var record in records.OrderBy(row => row.Number).AsAsyncEnumerable().WithCancellation(ct))
        {
            yield return AccessSheet.Cells(record);
        }
    }
}
