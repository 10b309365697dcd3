using Jeongsan.Application.Holidays;
using System.Globalization;
using Jeongsan.Application.Adapters.Popbill;
using Jeongsan.Application.Merchants;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Settlements;
using Jeongsan.Domain.TaxInvoices;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.TaxInvoices;

/// <param name="BulkPayoutId">All payouts of it, or</param>
/// <param name="PayoutIds">exactly these.</param>
/// <param name="WriteDate">Null: the last day of the month of the newest settlement (월합계), but not later than today.</param>
public sealed record NewPayoutInvoices(BulkPayoutId? BulkPayoutId, IReadOnlyList<PayoutId>? PayoutIds, DateOnly? WriteDate, string? Name);

/// <param name="Drafted">Ready to be requested.</param>
/// <param name="Skipped">Payouts that call for no invoice, each with its reason.</param>
public sealed record DraftedTaxInvoices(BulkTaxInvoice Bulk, IReadOnlyList<TaxInvoice> Drafted, IReadOnlyDictionary<PayoutId, Refusal> Skipped);

/// <summary>Drafts the invoices that payouts call for: one on the taxable part, one (계산서) on the tax-free part.</summary>
public sealed class DraftFromPayouts(Store store)
{
    public Task<Outcome<DraftedTaxInvoices>> HandleAsync(Tenant tenant, Actor actor, NewPayoutInvoices command, CancellationToken ct) =>
        store.CommandAsync<DraftedTaxInvoices>(tenant, actor, work => DraftAsync(work, command, ct), ct);

    /// <summary>What would be drafted: it is drafted, looked at and undone.</summary>
    public async Task<Outcome<DraftedTaxInvoices>> PreviewAsync(Tenant tenant, Actor actor, NewPayoutInvoices command, CancellationToken ct)
    {
        var undone = await store.CommandAsync<Done>(tenant, actor, async work =>
        {
            var drafted = await DraftAsync(work, command, ct);
            return drafted.IsRefused ? drafted.Refusal : new OnlyPreviewed(drafted.Value);
        }, ct);
        return undone.Refusal is OnlyPreviewed(var seen) ? seen : undone.Refusal!;
    }

    private static async Task<Outcome<DraftedTaxInvoices>> DraftAsync(Work work, NewPayoutInvoices command, CancellationToken ct)
    {
        var payouts = await PayoutsAsync(work, command, ct);
        if (payouts.IsRefused)
        {
            return payouts.Refusal;
        }
        if (await work.Db.Set<OwnCompany>().SingleOrDefaultAsync(ct) is not { } company)
        {
            return new StoredRefusal.NotFound("OwnCompany", work.Tenant.Merchant.Value);
        }
        var bulk = new BulkTaxInvoice
        {
            MerchantId = work.Tenant.Merchant,
            Mode = work.Tenant.Mode,
            Id = new BulkTaxInvoiceId(work.NewId("bulk-tax-invoice")),
            Name = command.Name ?? string.Create(CultureInfo.InvariantCulture, $"{work.Today:yyyy-MM-dd} 세금계산서"),
            CreatorId = work.Actor.ToString(),
            CreatedAt = work.Now,
        };
        var drafted = new List<TaxInvoice>();
        var skipped = await work.NotInvoiceableAsync(payouts.Value, ct);
        foreach (var payout in payouts.Value.Where(payout => !skipped.ContainsKey(payout.Id)))
        {
            var outcome = await DraftAsync(work, payout, bulk.Id, Recipient(company), command.WriteDate, ct);
            if (outcome.IsRefused)
            {
                skipped[payout.Id] = outcome.Refusal;
            }
            else
            {
                drafted.AddRange(outcome.Value);
            }
        }
        work.Db.Add(bulk);
        work.Db.AddRange(drafted);
        work.Record("BulkTaxInvoice", bulk.Id.Value, "BulkTaxInvoiceDrafted", why: $"{drafted.Count}건");
        return new DraftedTaxInvoices(bulk, drafted, skipped);
    }

    /// <summary>Undoes what was only looked at.</summary>
    private sealed record OnlyPreviewed(DraftedTaxInvoices Drafted) : Refusal;

    private static async Task<Outcome<IReadOnlyList<Payout>>> PayoutsAsync(Work work, NewPayoutInvoices command, CancellationToken ct)
    {
        var all = work.Db.Set<Payout>();
        if (command.PayoutIds is { } ids)
        {
            var named = await all.Where(row => ids.Contains(row.Id)).OrderBy(row => row.Id).ToListAsync(ct);
            return named.Count == ids.Count ? named : new StoredRefusal.NotFound("Payout", ids.First(id => named.All(row => row.Id != id)).Value);
        }
        var bulk = command.BulkPayoutId ?? default;
        return await work.Db.Set<BulkPayout>().AnyAsync(row => row.Id == bulk, ct)
            ? await all.Where(row => row.BulkPayoutId == bulk && row.Status != PayoutStatus.Cancelled).OrderBy(row => row.Index).ToListAsync(ct)
            : new StoredRefusal.NotFound("BulkPayout", bulk.Value ?? "");
    }

    private static async Task<Outcome<List<TaxInvoice>>> DraftAsync(
        Work work, Payout payout, BulkTaxInvoiceId bulk, TaxInvoiceParty recipient, DateOnly? stated, CancellationToken ct)
    {
        await work.ReleaseEndedAsync(payout, ct);
        var writeDate = stated ?? await MonthEndAsync(work, payout, ct);
        var wording = new TaxInvoiceWording(string.Create(CultureInfo.InvariantCulture, $"{writeDate.Month}월 정산"), TaxInvoicePurpose.Invoice, []);
        var contents = TaxInvoiceDraft.From(payout, recipient, writeDate, wording);
        if (contents.IsRefused)
        {
            return contents.Refusal;
        }
        var drafted = new List<TaxInvoice>();
        foreach (var content in contents.Value)
        {
            var id = new TaxInvoiceId(work.NewId("tax-invoice"));
            var key = PopbillForms.DocumentKey(work.Tenant, id);
            var origin = new TaxInvoiceOrigin(key, key, payout.PartnerId, payout.Id, bulk);
            var invoice = TaxInvoice.Draft(work.Tenant, id, content, origin, IssueDeadline.For(writeDate, await work.Db.BusinessDaysAsync(ct)), atAgency: false, work.Actor, work.Now);
            if (invoice.IsRefused)
            {
                return invoice.Refusal;
            }
            payout.LinkInvoice(content.Taxation, id);
            work.Record(TaxInvoiceWork.Subject, id.Value, "TaxInvoiceDrafted", to: invoice.Value.Status.ToString());
            drafted.Add(invoice.Value);
        }
        return drafted;
    }

    /// <summary>부가가치세법 제34조 ③ 1호: a month's supplies in one document carry the last day of that month.</summary>
    private static async Task<DateOnly> MonthEndAsync(Work work, Payout payout, CancellationToken ct)
    {
        var id = payout.Id;
        var newest = await work.Db.Set<PartnerSettlement>().Where(row => row.PayoutId == id).MaxAsync(row => (DateOnly?)row.SettlementDate, ct) ?? work.Today;
        var monthEnd = new DateOnly(newest.Year, newest.Month, DateTime.DaysInMonth(newest.Year, newest.Month));
        return monthEnd < work.Today ? monthEnd : work.Today;
    }

    private static TaxInvoiceParty Recipient(OwnCompany company) => new(
        company.BusinessNumber, null, null, company.CompanyName, company.RepresentativeName, company.Address, company.BusinessType, company.BusinessClass,
        new TaxInvoiceContact(company.ContactName, null, company.ContactPhone, null, company.ContactEmail));
}
