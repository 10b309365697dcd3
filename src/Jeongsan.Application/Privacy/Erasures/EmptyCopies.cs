using Jeongsan.Application.Outbox;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.AccountTransfers;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Privacy.Erasures;
using Jeongsan.Domain.Settlements;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.Domain.Transfers;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Privacy.Erasures;

/// <summary>Empties the copies of an erased partner, a slice in each transaction; the next slice is decided in the one that ends this.</summary>
internal sealed class EmptyCopies : OutboxHandler
{
    public const string MessageType = "Erasure.EmptyCopies";

    /// <summary>Where it begins.</summary>
    public static readonly Place First = new(0, "");

    private const int SliceRows = 300;

    /// <summary>One kind of copy after the other, each by id.</summary>
    private static readonly Func<Work, PartnerId, string, CancellationToken, Task<Slice>>[] Kinds = [TransfersAsync, SettlementsAsync, PayoutsAsync, AccountTransfersAsync, InvoicesAsync];

    /// <param name="Kind">Which kind of copy is next.</param>
    /// <param name="After">The id after which it goes on.</param>
    public sealed record Place(int Kind, string After);

    public sealed record Payload(ErasureId ErasureId, Place Place);

    public override string Type => MessageType;

    public override CarriedData Carries => new CarriedData.Nothing("stays inside");

    public static void GoOn(Work work, ErasureId id, Place place) =>
        work.Send(MessageType, work.NewId($"empty-{id}"), $"{ErasePartner.Subject}:{id}", new Payload(id, place));

    public override Task<Delivery> PerformAsync(OutboxMessage message, CancellationToken ct)
    {
        var payload = message.Read<Payload>();
        return Task.FromResult<Delivery>(new Delivery.Finished(work => EmptyAsync(work, payload, ct)));
    }

    private static async Task EmptyAsync(Work work, Payload payload, CancellationToken ct)
    {
        var erasure = await work.Db.Set<Erasure>().SingleAsync(row => row.Id == payload.ErasureId, ct);
        var (kind, after) = payload.Place;
        var slice = await Kinds[kind](work, erasure.PartnerId, after, ct);
        if (slice.Count > 0)
        {
            erasure.Count(slice.Name, slice.Count);
        }
        var next = slice.Count == SliceRows ? new Place(kind, slice.LastId) : new Place(kind + 1, "");
        if (next.Kind < Kinds.Length)
        {
            GoOn(work, erasure.Id, next);
            return;
        }
        var move = erasure.Finish(work.Now).Value;
        var (certificate, sha256) = ErasureCertificate.Write(erasure);
        erasure.Certify(certificate, sha256);
        work.Record(ErasePartner.Subject, erasure.Id.Value, "ErasureFinished", move.From, move.To, sha256);
    }

    private static Task<Slice> TransfersAsync(Work work, PartnerId partner, string after, CancellationToken ct) => EmptyAsync(
        work.Db.Set<Transfer>().Where(row => row.PartnerId == partner && ((string)(object)row.Id).CompareTo(after) > 0).OrderBy(row => row.Id),
        ErasureWords.Transfers, row => row.ErasePartner(), row => row.Id.Value, ct);

    private static Task<Slice> SettlementsAsync(Work work, PartnerId partner, string after, CancellationToken ct) => EmptyAsync(
        work.Db.Set<PartnerSettlement>().Where(row => row.PartnerId == partner && ((string)(object)row.Id).CompareTo(after) > 0).OrderBy(row => row.Id),
        ErasureWords.Settlements, row => row.ErasePartner(), row => row.Id.Value, ct);

    private static Task<Slice> PayoutsAsync(Work work, PartnerId partner, string after, CancellationToken ct) => EmptyAsync(
        work.Db.Set<Payout>().Where(row => row.PartnerId == partner && ((string)(object)row.Id).CompareTo(after) > 0).OrderBy(row => row.Id),
        ErasureWords.Payouts, row => row.ErasePartner(), row => row.Id.Value, ct);

    private static Task<Slice> AccountTransfersAsync(Work work, PartnerId partner, string after, CancellationToken ct) => EmptyAsync(
        work.Db.Set<AccountTransfer>().Where(row => row.PartnerId == partner && ((string)(object)row.Id).CompareTo(after) > 0).OrderBy(row => row.Id),
        ErasureWords.AccountTransfers, row => row.ErasePartner(), row => row.Id.Value, ct);

    private static Task<Slice> InvoicesAsync(Work work, PartnerId partner, string after, CancellationToken ct) => EmptyAsync(
        work.Db.Set<TaxInvoice>().Where(row => row.PartnerId == partner && ((string)(object)row.Id).CompareTo(after) > 0).OrderBy(row => row.Id),
        ErasureWords.Invoices, row => row.ErasePartner(), row => row.Id.Value, ct);

    private static async Task<Slice> EmptyAsync<T>(IOrderedQueryable<T> rows, string name, Action<T> empty, Func<T, string> id, CancellationToken ct) where T : class
    {
        var slice = await rows.Take(SliceRows).ToListAsync(ct);
        slice.ForEach(empty);
        return new Slice(name, slice.Count, slice.Count == 0 ? "" : id(slice[^1]));
    }

    private sealed record Slice(string Name, int Count, string LastId);
}
