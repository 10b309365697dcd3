using Jeongsan.Application.Partners;
using Jeongsan.Application.Storage;
using Jeongsan.Application.Transfers;
using Jeongsan.Domain.Foundation;

namespace Jeongsan.Application.Imports;

/// <summary>The things that a file holds, to be checked and written by parts.</summary>
internal abstract class ImportSet
{
    public abstract int Count { get; }

    /// <summary>What is wrong with these; nothing is written.</summary>
    public abstract Task<IReadOnlyList<ImportProblem>> CheckAsync(Work work, int start, int count, CancellationToken ct);

    /// <param name="isRight">False when an earlier part was wrong: then these are only looked at.</param>
    public abstract Task<IReadOnlyList<ImportProblem>> WriteAsync(Work work, int start, int count, bool isRight, CancellationToken ct);
}

/// <summary>Knows how each kind of file becomes things of ours.</summary>
public sealed class ImportSets(RegisterOrders orders)
{
    internal ImportSet Read(ImportKind kind, RowReader reader) => kind switch
    {
        ImportKind.Orders => new Set<NewOrder>(
            Alone(reader, OrderRows.Read(reader), order => order.Id is { } id ? $"id:{id}" : $"{order.PartnerId}/{order.Payment.Id}"),
            (work, some, ct) => orders.DecideAsync(work, some, ct),
            (work, some, ct) => orders.WriteAsync(work, some, ct),
            OrderRows.ColumnOf),
        ImportKind.ManualTransfers => new Set<NewManualTransfer>(
            Alone(reader, ManualRows.Read(reader), manual => manual.Id is { } id ? $"id:{id}" : null),
            RegisterManualTransfers.DecideAsync,
            RegisterManualTransfers.WriteAsync,
            ManualRows.ColumnOf),
        ImportKind.Partners => new Set<NewPartner>(
            Alone(reader, PartnerRows.Read(reader), partner => partner.Id is { } id ? $"id:{id}" : null),
            CreatePartnersBySet.DecideAsync,
            CreatePartnersBySet.WriteAsync,
            PartnerRows.ColumnOf),
        _ => throw new System.Diagnostics.UnreachableException(kind.ToString()),
    };

    /// <summary>Of several with the same key only the first is kept; the others are mistakes.</summary>
    private static List<(T Thing, int Row)> Alone<T>(RowReader reader, List<(T Thing, int Row)> things, Func<T, string?> keyOf)
    {
        var rows = new Dictionary<string, int>(StringComparer.Ordinal);
        var alone = new List<(T, int)>(things.Count);
        foreach (var (thing, row) in things)
        {
            if (keyOf(thing) is { } key && !rows.TryAdd(key, row))
            {
                reader.Add(row, null, null, new CellRefusal.SameAsRow(rows[key]));
                continue;
            }
            alone.Add((thing, row));
        }
        return alone;
    }

    /// <param name="decide">A refusal, or null, for each.</param>
    /// <param name="write">The same, and writes those that aren't refused.</param>
    private sealed class Set<T>(
        List<(T Thing, int Row)> things,
        Func<Work, IReadOnlyList<T>, CancellationToken, Task<IReadOnlyList<Refusal?>>> decide,
        Func<Work, IReadOnlyList<T>, CancellationToken, Task<IReadOnlyList<Refusal?>>> write,
        Func<Refusal, string?> columnOf) : ImportSet
    {
        public override int Count => things.Count;

        public override async Task<IReadOnlyList<ImportProblem>> CheckAsync(Work work, int start, int count, CancellationToken ct) =>
            Problems(start, await decide(work, Part(start, count), ct));

        public override async Task<IReadOnlyList<ImportProblem>> WriteAsync(Work work, int start, int count, bool isRight, CancellationToken ct) =>
            Problems(start, await (isRight ? write : decide)(work, Part(start, count), ct));

        private T[] Part(int start, int count) => [.. things.Slice(start, count).Select(one => one.Thing)];

        private List<ImportProblem> Problems(int start, IReadOnlyList<Refusal?> refusals) =>
        [
            .. refusals.Index().Where(one => one.Item is not null)
                .Select(one => new ImportProblem(things[start + one.Index].Row, columnOf(one.Item!), null, one.Item!)),
        ];
    }
}
