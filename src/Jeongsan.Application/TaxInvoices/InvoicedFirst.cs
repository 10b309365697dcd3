using Jeongsan.Application.Storage;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Policies;
using Jeongsan.Domain.Settlements;
using Jeongsan.Domain.TaxInvoices;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.TaxInvoices;

/// <summary>먼저 발행: contracts under which a payout leaves only after the NTS has its invoices.</summary>
internal static class InvoicedFirst
{
    private const int AtOnce = 500;

    /// <summary>
    /// Payouts that wait for an invoice: a contract of their settlements says so, and what they call for has not reached the NTS. An
    /// invoice counts also where it stands on an earlier payout of the same settlements, which failed or was cancelled.
    /// </summary>
    public static async Task<HashSet<PayoutId>> WaitingAsync(JeongsanContext db, IReadOnlyCollection<Payout> payouts, CancellationToken ct)
    {
        var bound = payouts.Where(payout => TaxInvoiceDraft.MayIssue(payout.Partner.Profile.Type)).ToList();
        var waiting = new HashSet<PayoutId>();
        foreach (var chunk in bound.Chunk(AtOnce))
        {
            var strict = await StrictAsync(db, [.. chunk.Select(payout => payout.Id)], ct);
            var some = chunk.Where(payout => strict.Contains(payout.Id)).ToList();
            if (some.Count == 0)
            {
                continue;
            }
            var earlier = await EarlierAsync(db, [.. some.Select(payout => payout.PartnerId).Distinct()], ct);
            var sent = await SentAsync(db, [.. some.Concat(earlier.SelectMany(one => one)).SelectMany(Invoices).Distinct()], ct);
            waiting.UnionWith(some.Where(payout => !IsInvoiced(payout, earlier[payout.PartnerId], sent)).Select(payout => payout.Id));
        }
        return waiting;
    }

    /// <summary>Those that pay a settlement under such a contract.</summary>
    private static async Task<HashSet<PayoutId>> StrictAsync(JeongsanContext db, PayoutId[] payouts, CancellationToken ct) =>
        (await db.Set<PartnerSettlement>()
            .Where(row => row.PayoutId != null && payouts.Contains(row.PayoutId.Value) && db.Set<Contract>().Any(contract => contract.Id == row.ContractId && contract.PaysAfterInvoice))
            .Select(row => row.PayoutId!.Value).Distinct().ToListAsync(ct)).ToHashSet();

    private static bool IsInvoiced(Payout payout, IEnumerable<Payout> earlier, HashSet<TaxInvoiceId> sent)
    {
        var settlements = payout.SettlementIds ?? [];
        List<Payout> standing = [payout, .. earlier.Where(one => (one.SettlementIds ?? []).Intersect(settlements).Any())];
        return (payout.SupplyAmount.IsZero || standing.Exists(one => one.TaxInvoiceId is { } id && sent.Contains(id)))
            && (payout.TaxFreeAmount.IsZero || standing.Exists(one => one.TaxFreeInvoiceId is { } id && sent.Contains(id)));
    }

    private static IEnumerable<TaxInvoiceId> Invoices(Payout payout) => new[] { payout.TaxInvoiceId, payout.TaxFreeInvoiceId }.OfType<TaxInvoiceId>();

    private static async Task<ILookup<PartnerId, Payout>> EarlierAsync(JeongsanContext db, PartnerId[] partners, CancellationToken ct) =>
        (await db.Set<Payout>()
            .Where(row => partners.Contains(row.PartnerId) && (row.Status == PayoutStatus.Failed || row.Status == PayoutStatus.Cancelled) && (row.TaxInvoiceId != null || row.TaxFreeInvoiceId != null))
            .ToListAsync(ct)).ToLookup(payout => payout.PartnerId);

    private static async Task<HashSet<TaxInvoiceId>> SentAsync(JeongsanContext db, TaxInvoiceId[] ids, CancellationToken ct)
    {
        var sent = new HashSet<TaxInvoiceId>();
        foreach (var some in ids.Chunk(AtOnce))
        {
            sent.UnionWith(await db.Set<TaxInvoice>().Where(row => some.Contains(row.Id) && row.Status == TaxInvoiceStatus.SendingCompleted && row.DeletedAt == null).Select(row => row.Id).ToListAsync(ct));
        }
        return sent;
    }
}
