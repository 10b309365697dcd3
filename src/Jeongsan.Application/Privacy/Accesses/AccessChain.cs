using Jeongsan.Application.Audit;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Privacy.Accesses;

/// <summary>The last record at a moment. A signed proof holds it, so that not even the whole chain can be written anew afterwards.</summary>
public sealed record AccessHead(long Number, string Hash);

/// <summary>What going through the access log found.</summary>
/// <param name="Count">Records that there are.</param>
/// <param name="Head">The last one; null when there is none.</param>
/// <param name="Broken">Numbers of the first records that aren't what they were, or that don't follow the one before.</param>
public sealed record AccessChainReport(long Count, AccessHead? Head, IReadOnlyList<long> Broken)
{
    public bool IsWhole => Broken.Count == 0;
}

/// <summary>Whether nobody changed, added or removed an access record.</summary>
public sealed class AccessChain(Store store)
{
    /// <summary>One is enough to know; a few show where.</summary>
    private const int BrokenShownMax = 100;

    public async Task<AccessChainReport> CheckAsync(Tenant tenant, CancellationToken ct)
    {
        await using var db = store.Read(tenant);
        return await CheckAsync(db, ct);
    }

    internal static async Task<AccessHead?> HeadAsync(JeongsanContext db, CancellationToken ct) =>
        await db.Set<AccessRecord>().OrderByDescending(row => row.Number).Select(row => new AccessHead(row.Number, row.Hash)).FirstOrDefaultAsync(ct);

    internal static async Task<AccessChainReport> CheckAsync(JeongsanContext db, CancellationToken ct)
    {
        AccessRecord? before = null;
        var count = 0L;
        var broken = new List<long>();
        await foreach (var record in db.Set<AccessRecord>().OrderBy(row => row.Number).AsAsyncEnumerable().WithCancellation(ct))
        {
            count++;
            if ((record.Number != (before?.Number ?? 0) + 1 || record.Hash != record.HashAfter(before?.Hash)) && broken.Count < BrokenShownMax)
            {
                broken.Add(record.Number);
            }
            before = record;
        }
        return new AccessChainReport(count, before is null ? null : new AccessHead(before.Number, before.Hash), broken);
    }

    /// <summary>For the audit: the chain, and the heads that signed proofs remember.</summary>
    internal static async Task RunAsync(JeongsanContext db, AuditFindings findings, CancellationToken ct)
    {
        foreach (var number in (await CheckAsync(db, ct)).Broken)
        {
            findings.Add(AuditCheck.Access, nameof(AccessRecord), Text(number), "접속기록의 해시", "앞 기록에 이어지는 값", "다른 값");
        }
    }

    /// <summary>Whether the record that a proof remembers is still there as it was.</summary>
    internal static async Task CompareAsync(JeongsanContext db, AccessHead head, AuditFindings findings, CancellationToken ct)
    {
        var found = await db.Set<AccessRecord>().Where(row => row.Number == head.Number).Select(row => row.Hash).SingleOrDefaultAsync(ct);
        findings.Compare(AuditCheck.Access, nameof(AccessRecord), Text(head.Number), "접속기록의 해시(증명에 적힌 값)", head.Hash, found);
    }

    private static string Text(long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
