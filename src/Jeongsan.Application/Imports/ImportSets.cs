using Jeongsan.Application.Partners;
using Jeongsan.Application.Settings;
using Jeongsan.Application.Storage;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Application.Transfers;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.TaxInvoices;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Imports;

/// <summary>The things that a file holds, to be checked and written by parts.</summary>
internal abstract class ImportSet
{
    public abstract int Count { get; }

    /// <summary>What is wrong with these; nothing is written.</summary>
    public abstract Task<IReadOnlyList<ImportProblem>> CheckAsync(Work work, int start, int count, CancellationToken ct);

    /// <summary>What the parts have in common, written before them.</summary>
    public virtual Task<Refusal?> BeginAsync(Work work, string importId, string? fileName, CancellationToken ct) => Task.FromResult<Refusal?>(null);

    /// <param name="isRight">False when an earlier part was wrong: then these are only looked at.</param>
    public abstract Task<IReadOnlyList<ImportProblem>> WriteAsync(Work work, int start, int count, bool isRight, CancellationToken ct);
}

/// <summary>Knows how each kind of file becomes things of ours.</summary>
public sealed class ImportSets(RegisterOrders orders)
{
    internal ImportSet Read(ImportKind kind, RowReader reader, PlatformSettings settings) => kind switch
    {
        ImportKind.Orders => new Set<NewOrder>(
            Alone(reader, OrderRows.Read(reader), order => order.Id is { } id ? $"id:{id}" : settings.SupportsMultipleOrderTransfersPerPartner ? null : $"{order.PartnerId}/{order.Payment.Id}"),
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
        ImportKind.TaxInvoices => new InvoiceSet(Alone(reader, InvoiceRows.Read(reader), InvoiceRows.KeyOf)),
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
    private class Set<T>(
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

    /// <summary>Invoices are drafted one by one, by the same steps as a single one. They make one bulk, whose id is the import's, so that all can be requested together.</summary>
    private sealed class InvoiceSet(List<(WrittenTaxInvoice Thing, int Row)> things) : Set<WrittenTaxInvoice>(things, DraftAsync, DraftAsync, InvoiceRows.ColumnOf)
    {
        public override async Task<Refusal?> BeginAsync(Work work, string importId, string? fileName, CancellationToken ct)
        {
            var id = new BulkTaxInvoiceId(importId);
            if (await work.Db.Set<BulkTaxInvoice>().AnyAsync(row => row.Id == id, ct))
            {
                return new StoredRefusal.AlreadyExists(ImportFile.Subject, importId);
            }
            work.Db.Add(new BulkTaxInvoice
            {
                MerchantId = work.Tenant.Merchant,
                Mode = work.Tenant.Mode,
                Id = id,
                Name = fileName ?? "가져온 세금계산서",
                CreatorId = work.Actor.ToString(),
                CreatedAt = work.Now,
            });
            work.Record("BulkTaxInvoice", importId, "BulkTaxInvoiceDrafted", why: $"{Count}건");
            return null;
        }

        private static async Task<IReadOnlyList<Refusal?>> DraftAsync(Work work, IReadOnlyList<WrittenTaxInvoice> invoices, CancellationToken ct)
        {
            var bulk = work.Db.Set<BulkTaxInvoice>().Local.FirstOrDefault()?.Id;
            var refusals = new List<Refusal?>(invoices.Count);
            foreach (var invoice in invoices)
            {
                refusals.Add((await WriteTaxInvoice.DraftAsync(work, invoice with { Bulk = bulk }, ct)).Refusal);
            }
            return refusals;
        }
    }
}
