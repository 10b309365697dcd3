using System.Security.Cryptography;
using System.Text.Json;
using Jeongsan.Application.Ledger;
using Jeongsan.Application.Storage;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Audit;

/// <summary>
/// Fingerprints of rows that are only ever added. Each row counts as a JSON array of its values in the order below, followed by a
/// line feed; instants as microseconds since 1970.
/// </summary>
internal static class ProofDigest
{
    public static Task<ProofRange> LedgerAsync(JeongsanContext db, long after, long until, CancellationToken ct) =>
        OfAsync(
            db.Set<LedgerLine>().Where(line => line.Sequence > after && line.Sequence <= until).OrderBy(line => line.Sequence),
            line => [line.Sequence, line.Entry, line.Account.ToString(), line.Currency.ToString(), line.Amount.Value, line.Subject, line.SubjectId, line.PartnerId?.Value, line.What, Micros(line.At)],
            after, until, ct);

    public static Task<ProofRange> HistoryAsync(JeongsanContext db, long after, long until, CancellationToken ct) =>
        OfAsync(
            db.Set<HistoryRow>().Where(row => row.Sequence > after && row.Sequence <= until).OrderBy(row => row.Sequence),
            row => [row.Sequence, row.Subject, row.SubjectId, row.What, row.FromState, row.ToState, row.Why, row.ActorKind.ToString(), row.ActorId, Micros(row.At)],
            after, until, ct);

    private static async Task<ProofRange> OfAsync<T>(IQueryable<T> rows, Func<T, object?[]> values, long after, long until, CancellationToken ct)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var count = 0L;
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(ct))
        {
            digest.AppendData(JsonSerializer.SerializeToUtf8Bytes(values(row)));
            digest.AppendData("\n"u8);
            count++;
        }
        return new ProofRange(after, until, count, Convert.ToHexStringLower(digest.GetHashAndReset()));
    }

    private static long Micros(DateTimeOffset at) => (at.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;
}
