using Jeongsan.Application.Storage;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Settlements;
using Jeongsan.Domain.TaxInvoices;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Overview;

/// <summary>An invoice that a payout calls for, on its taxable or on its tax-free part.</summary>
/// <param name="Total">With VAT.</param>
/// <param name="Step">Missing while none stands.</param>
/// <param name="InvoiceId">The one that stands, or was refused; perhaps drawn on an earlier payout of the same settlements.</param>
/// <param name="Invoiced">What that invoice says with VAT; a draft can be rewritten.</param>
public sealed record InvoiceDue(PayoutId PayoutId, TaxInvoiceTaxation Taxation, Won Supply, Won Total, InvoiceStep Step, TaxInvoiceId? InvoiceId, Won Invoiced);

/// <param name="IsInvoiced">False where nobody issues an invoice: persons, and businesses that issue none.</param>
public sealed record DuePayout(PayoutId Id, PartnerId PartnerId, string PartnerName, PayoutStatus Status, Won Amount, bool IsInvoiced, IReadOnlyList<InvoiceDue> Dues);

/// <summary>Which invoices payouts call for, and how far each has come.</summary>
public static class InvoiceDues
{
    /// <summary>Under way or paid: those on which an invoice may be drawn and that nothing pays anew.</summary>
    internal static readonly PayoutStatus[] Invoiceable = [PayoutStatus.Confirmed, PayoutStatus.Scheduled, PayoutStatus.Processing, PayoutStatus.Stopped, PayoutStatus.Succeeded];

    /// <param name="payouts">Others than <see cref="Invoiceable"/> are left out.</param>
    public static async Task<IReadOnlyList<DuePayout>> ReadAsync(JeongsanContext db, IQueryable<Payout> payouts, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var some = payouts.Where(row => Invoiceable.Contains(row.Status));
        var rows = await some.OrderBy(row => row.Id).Select(row => new Row(
            row.Id, row.PartnerId, row.Partner, row.Status, row.SettlementIds, row.Amount, row.SupplyAmount, row.VatAmount, row.TaxFreeAmount, row.TaxInvoiceId, row.TaxFreeInvoiceId)).ToListAsync(ct);
        var drawn = (await db.Set<TaxInvoice>().Where(invoice => invoice.PayoutId != null && invoice.Document == TaxInvoiceDocument.Normal && some.Any(row => row.Id == invoice.PayoutId))
            .Select(invoice => new Drawn(invoice.Id, invoice.Status, invoice.DeletedAt != null, invoice.Taxation, invoice.TotalAmount)).ToListAsync(ct)).ToDictionary(invoice => invoice.Id);
        var earlier = await EarlierAsync(db, ct);
        return [.. rows.Select(row =>
        {
            var isInvoiced = TaxInvoiceDraft.MayIssue(row.Partner.Profile.Type);
            return new DuePayout(row.Id, row.PartnerId, row.Partner.Profile.Name, row.Status, row.Amount, isInvoiced, isInvoiced ? [.. DuesOf(row, drawn, earlier[row.PartnerId])] : []);
        })];
    }

    /// <summary>Settlements whose invoice stands on a payout that failed or was cancelled: whatever pays them calls for no other.</summary>
    internal static async Task<IReadOnlySet<PartnerSettlementId>> InvoicedEarlierAsync(JeongsanContext db, CancellationToken ct) =>
        (await PayoutInvoices.StandingAsync(db, partners: null, ct)).SelectMany(one => one.Payout.SettlementIds ?? []).ToHashSet();

    private static IEnumerable<InvoiceDue> DuesOf(Row row, Dictionary<TaxInvoiceId, Drawn> drawn, IEnumerable<Earlier> earlier)
    {
        var before = earlier.Where(one => one.Settlements.Intersect(row.Settlements ?? []).Any()).Select(one => one.Invoice).ToList();
        if (!row.Supply.IsZero)
        {
            yield return Due(row.Id, TaxInvoiceTaxation.Taxable, row.Supply, row.Supply + row.Vat, Linked(row.TaxInvoice) ?? before.Find(one => one.Taxation != TaxInvoiceTaxation.Free));
        }
        if (!row.TaxFree.IsZero)
        {
            yield return Due(row.Id, TaxInvoiceTaxation.Free, row.TaxFree, row.TaxFree, Linked(row.TaxFreeInvoice) ?? before.Find(one => one.Taxation == TaxInvoiceTaxation.Free));
        }

        // What was taken back or deleted is no invoice; what was refused says so until another one is written.
        Drawn? Linked(TaxInvoiceId? id) => id is { } known && drawn.GetValueOrDefault(known) is { } found
            && (PayoutInvoices.IsStanding(found.Status, found.IsDeleted) || (found.Status == TaxInvoiceStatus.RequestRefused && !found.IsDeleted)) ? found : null;
    }

    private static InvoiceDue Due(PayoutId payout, TaxInvoiceTaxation taxation, Won supply, Won total, Drawn? invoice) =>
        new(payout, taxation, supply, total, invoice is null ? InvoiceStep.Missing : InvoiceSteps.Of(invoice.Status) ?? InvoiceStep.Missing, invoice?.Id, invoice?.Total ?? Won.Zero);

    private static async Task<ILookup<PartnerId, Earlier>> EarlierAsync(JeongsanContext db, CancellationToken ct) =>
        (await PayoutInvoices.StandingAsync(db, partners: null, ct)).ToLookup(
            one => one.Payout.PartnerId,
            one => new Earlier(one.Payout.SettlementIds ?? [], new Drawn(one.Invoice.Id, one.Invoice.Status, one.Invoice.IsDeleted, one.Invoice.Taxation, one.Invoice.TotalAmount)));

    private sealed record Row(
        PayoutId Id, PartnerId PartnerId, PartnerSnapshot Partner, PayoutStatus Status, IReadOnlyList<PartnerSettlementId>? Settlements,
        Won Amount, Won Supply, Won Vat, Won TaxFree, TaxInvoiceId? TaxInvoice, TaxInvoiceId? TaxFreeInvoice);

    private sealed record Drawn(TaxInvoiceId Id, TaxInvoiceStatus Status, bool IsDeleted, TaxInvoiceTaxation Taxation, Won Total);

    private sealed record Earlier(IReadOnlyList<PartnerSettlementId> Settlements, Drawn Invoice);
}
