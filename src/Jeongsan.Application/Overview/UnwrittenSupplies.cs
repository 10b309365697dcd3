using Jeongsan.Application.Settings;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Settlements;
using Jeongsan.Domain.TaxInvoices;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Overview;

/// <summary>What partners supplied and no invoice stands on yet.</summary>
internal static class UnwrittenSupplies
{
    private static readonly PartnerSettlementStatus[] NotInPayout = [.. Enum.GetValues<PartnerSettlementStatus>().Where(status => SettlementGroups.Of(status) is not (SettlementGroup.Held or SettlementGroup.Excluded))];

    /// <summary>Payouts of which a part has no invoice. The month is that of their newest settlement, as the invoice's will be.</summary>
    public static async Task<IEnumerable<DeadlineRow>> MissingAsync(JeongsanContext db, SeoulMonth oldest, InvoiceRisk risk, CancellationToken ct)
    {
        var from = oldest.First;
        var settlements = db.Set<PartnerSettlement>().Since(from);
        var held = settlements.Where(row => row.PayoutId != null).Select(row => row.PayoutId!.Value);
        var invoices = db.Set<TaxInvoice>().Where(row => row.DeletedAt != null || TaxInvoiceLifecycle.Ended.Contains(row.Status));
        var payouts = db.Set<Payout>()
            .Where(row => held.Contains(row.Id))
            .Where(row => db.Set<Partner>().Any(partner => partner.Id == row.PartnerId && partner.TypeName == PartnerTypeName.Business))
            .Where(row => (row.TaxInvoiceId == null && row.SupplyAmount != Won.Zero) || (row.TaxFreeInvoiceId == null && row.TaxFreeAmount != Won.Zero) || invoices.Any(invoice => invoice.PayoutId == row.Id));
        var missing = (await InvoiceDues.ReadAsync(db, payouts, ct)).SelectMany(payout => payout.Dues.Where(due => due.Step == InvoiceStep.Missing).Select(due => (Payout: payout, Due: due))).ToList();
        if (missing.Count == 0)
        {
            return [];
        }
        var ids = payouts.Select(payout => payout.Id);
        var newest = (await settlements.Where(row => row.PayoutId != null && ids.Contains(row.PayoutId.Value))
            .GroupBy(row => row.PayoutId).Select(group => new { Id = group.Key, Day = group.Max(row => row.SettlementDate) }).ToListAsync(ct)).ToDictionary(row => row.Id!.Value, row => row.Day);
        return missing.Where(one => newest.ContainsKey(one.Payout.Id)).Select(one =>
        {
            var month = SeoulMonth.Of(newest[one.Payout.Id]);
            var due = risk.DueOf(month.First);
            var penalty = risk.OfIssuing(one.Due.Taxation, one.Due.Supply, month.Last, due);
            return new DeadlineRow(
                InvoiceStep.Missing, month, due, one.Payout.Id.Value, one.Payout.PartnerId, one.Payout.PartnerName, null, false,
                one.Due.Supply, one.Due.Total, penalty.Supplier, penalty.Recipient, null)
            {
                PayoutId = one.Payout.Id,
            };
        });
    }

    /// <summary>Settlements in no payout, or in one that nobody confirmed yet: one row for each partner and month, as the invoice on them would be. What a partner owes calls for none.</summary>
    public static async Task<IEnumerable<DeadlineRow>> UnpaidAsync(JeongsanContext db, SeoulMonth oldest, InvoiceRisk risk, CancellationToken ct)
    {
        var from = oldest.First;
        var businesses = db.Set<Partner>().Where(partner => partner.TypeName == PartnerTypeName.Business);
        var unconfirmed = db.Set<Payout>().Where(row => row.Status == PayoutStatus.Prepared);
        var settlements = db.Set<PartnerSettlement>().Since(from).Where(row => NotInPayout.Contains(row.Status) || (row.Status == PartnerSettlementStatus.Confirmed && unconfirmed.Any(payout => payout.Id == row.PayoutId)));
        var found = await settlements.Where(row => businesses.Any(partner => partner.Id == row.PartnerId))
            .Select(row => new { row.Id, row.PartnerId, row.SettlementDate, row.SignedSettlement, row.SignedSettlementTaxFree }).ToListAsync(ct);
        if (found.Count == 0)
        {
            return [];
        }
        var partners = (await businesses.Where(partner => settlements.Any(row => row.PartnerId == partner.Id)).Select(row => new { row.Id, row.Name, row.Type }).ToListAsync(ct))
            .Where(partner => TaxInvoiceDraft.MayIssue(partner.Type)).ToDictionary(partner => partner.Id);
        var invoiced = await InvoiceDues.InvoicedEarlierAsync(db, ct);
        var rules = (await PlatformSettings.ReadAsync(db, ct)).PayoutRules(risk.Today);
        return found.Where(row => partners.ContainsKey(row.PartnerId) && !invoiced.Contains(row.Id)).GroupBy(row => (row.PartnerId, Month: SeoulMonth.Of(row.SettlementDate)))
            .Select(group =>
            {
                var partner = partners[group.Key.PartnerId];
                return Row(partner.Id, partner.Name, PayoutAmounts.Of(partner.Type, group.Total(row => row.SignedSettlement), group.Total(row => row.SignedSettlementTaxFree), rules), group.Key.Month, risk);
            })
            .Where(row => row.Total > Won.Zero);
    }

    private static DeadlineRow Row(PartnerId partner, string name, PayoutAmounts amounts, SeoulMonth month, InvoiceRisk risk)
    {
        var due = risk.DueOf(month.First);
        var (taxed, free) = (risk.OfIssuing(TaxInvoiceTaxation.Taxable, amounts.Supply, month.Last, due), risk.OfIssuing(TaxInvoiceTaxation.Free, amounts.TaxFree, month.Last, due));
        return new DeadlineRow(
            InvoiceStep.Unpaid, month, due, partner.Value, partner, name, null, false,
            amounts.Supply + amounts.TaxFree, amounts.Payout, taxed.Supplier + free.Supplier, taxed.Recipient + free.Recipient, null);
    }
}
