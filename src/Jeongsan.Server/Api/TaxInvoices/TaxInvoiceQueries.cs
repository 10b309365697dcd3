using System.Linq.Expressions;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.Server.Api.Contracts;

namespace Jeongsan.Server.Api.TaxInvoices;

/// <summary>Filters and orders of lists of tax invoices.</summary>
internal static class TaxInvoiceQueries
{
    public static IQueryable<TaxInvoice> Where(this IQueryable<TaxInvoice> invoices, GetB2bTaxInvoicesBodyFilter? filter)
    {
        invoices = Named(invoices, filter?.PrimaryFilter);
        if (filter?.SupplierBrn is { Length: > 0 } supplierBrn)
        {
            var supplier = Brn(supplierBrn);
            invoices = invoices.Where(invoice => invoice.SupplierBrn == supplier);
        }
        if (filter?.PartnerBrn is { Length: > 0 } partnerBrn)
        {
            var partner = Brn(partnerBrn);
            invoices = invoices.Where(invoice => invoice.SupplierBrn == partner || invoice.RecipientBrn == partner);
        }
        if (filter?.Statuses is { Count: > 0 } givenStatuses)
        {
            var statuses = givenStatuses.Select(status => Code.Of(status).As<TaxInvoiceStatus>()).ToArray();
            invoices = invoices.Where(invoice => statuses.Contains(invoice.Status));
        }
        if (filter?.TaxationTypes is { Count: > 0 } givenTaxations)
        {
            var taxations = givenTaxations.Select(taxation => Code.Of(taxation).As<TaxInvoiceTaxation>()).ToArray();
            invoices = invoices.Where(invoice => taxations.Contains(invoice.Taxation));
        }
        if (filter?.DocumentModificationTypes is { Count: > 0 } givenDocuments)
        {
            var documents = givenDocuments.Select(document => Code.Of(document).As<TaxInvoiceDocument>()).ToArray();
            invoices = invoices.Where(invoice => documents.Contains(invoice.Document));
        }
        if (filter?.IssuanceTypes is { Count: > 0 } givenIssuances)
        {
            var issuances = givenIssuances.Select(issuance => Code.Of(issuance).As<TaxInvoiceIssuance>()).ToArray();
            invoices = invoices.Where(invoice => issuances.Contains(invoice.Issuance));
        }
        if (filter?.PurposeTypes is { Count: > 0 } givenPurposes)
        {
            var purposes = givenPurposes.Select(purpose => Code.Of(purpose).As<TaxInvoicePurpose>()).ToArray();
            invoices = invoices.Where(invoice => purposes.Contains(invoice.Purpose));
        }
        return invoices;
    }

    /// <summary>What the database can't tell; null when nothing of it is asked.</summary>
    public static Func<TaxInvoice, bool>? Condition(GetB2bTaxInvoicesBodyFilter? filter, DateOnly today)
    {
        var dates = filter?.PrimaryFilter?.DateFilter;
        var delayed = filter?.IsDelayed;
        var counterparty = filter?.CounterpartyId;
        if (dates is null && delayed is null && counterparty is null)
        {
            return null;
        }
        return invoice => (delayed is null || invoice.IsDelayed(today) == delayed)
            && (counterparty is null || invoice.Content.Supplier.CounterpartyId == counterparty || invoice.Content.Recipient.CounterpartyId == counterparty)
            && (dates?.DateRange is not { Count: > 0 } ranges || (DateOf(invoice, dates.DateType) is { } date
                && ranges.Any(range => (range.From is null || date >= range.From) && (range.Until is null || date <= range.Until))));
    }

    public static IOrderedQueryable<TaxInvoice> Sort(this IQueryable<TaxInvoice> invoices, B2bTaxInvoiceSortInput? sort)
    {
        IOrderedQueryable<TaxInvoice> By<TKey>(Expression<Func<TaxInvoice, TKey>> key) =>
            sort?.Order == SortOrder.Asc ? invoices.OrderBy(key) : invoices.OrderByDescending(key);
        var ordered = (sort?.By ?? B2bTaxInvoiceSortBy.StatusUpdatedAt) switch
        {
            B2bTaxInvoiceSortBy.WriteDate => By(invoice => invoice.WriteDate),
            B2bTaxInvoiceSortBy.IssuanceDueDate => By(invoice => invoice.IssuanceDueDate),
            B2bTaxInvoiceSortBy.TotalAmount => By(invoice => invoice.TotalAmount),
            B2bTaxInvoiceSortBy.TotalSupplyAmount => By(invoice => invoice.TotalSupplyAmount),
            B2bTaxInvoiceSortBy.TotalTaxAmount => By(invoice => invoice.TotalTaxAmount),
            B2bTaxInvoiceSortBy.RequestedAt => By(invoice => invoice.RequestedAt),
            B2bTaxInvoiceSortBy.IssuedAt => By(invoice => invoice.IssuedAt),
            B2bTaxInvoiceSortBy.NtsSentAt => By(invoice => invoice.NtsSentAt),
            B2bTaxInvoiceSortBy.StatusUpdatedAt => By(invoice => invoice.StatusUpdatedAt),
            _ => throw new ArgumentOutOfRangeException(nameof(sort)),
        };
        return ordered.ThenBy(invoice => invoice.Id);
    }

    private static IQueryable<TaxInvoice> Named(IQueryable<TaxInvoice> invoices, GetB2bTaxInvoicesBodyPrimaryFilter? named)
    {
        if (named?.TaxInvoiceId is { Length: > 0 } givenId)
        {
            var id = TaxInvoiceId.From(givenId);
            invoices = invoices.Where(invoice => invoice.Id == id);
        }
        if (named?.TaxInvoiceIds is { Count: > 0 } givenIds)
        {
            var ids = givenIds.Select(TaxInvoiceId.From).ToArray();
            invoices = invoices.Where(invoice => ids.Contains(invoice.Id));
        }
        if (named?.BulkTaxInvoiceId is { Length: > 0 } givenBulk)
        {
            BulkTaxInvoiceId? bulk = BulkTaxInvoiceId.From(givenBulk);
            invoices = invoices.Where(invoice => invoice.BulkTaxInvoiceId == bulk);
        }
        if (named?.PayoutId is { Length: > 0 } givenPayout)
        {
            PayoutId? payout = PayoutId.From(givenPayout);
            invoices = invoices.Where(invoice => invoice.PayoutId == payout);
        }
        if (named?.NtsApprovalNumber is { Length: > 0 } approval)
        {
            invoices = invoices.Where(invoice => invoice.NtsApprovalNumber == approval);
        }
        if (named?.SupplierDocumentKey is { Length: > 0 } supplierKey)
        {
            invoices = invoices.Where(invoice => invoice.SupplierDocumentKey == supplierKey);
        }
        if (named?.RecipientDocumentKey is { Length: > 0 } recipientKey)
        {
            invoices = invoices.Where(invoice => invoice.RecipientDocumentKey == recipientKey);
        }
        return invoices;
    }

    private static DateOnly? DateOf(TaxInvoice invoice, B2bSearchDateType? type) => (type ?? B2bSearchDateType.Write) switch
    {
        B2bSearchDateType.Register => SeoulTime.DateOf(invoice.CreatedAt),
        B2bSearchDateType.Write => invoice.WriteDate,
        B2bSearchDateType.Issue => invoice.IssuedAt is { } issued ? SeoulTime.DateOf(issued) : null,
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    private static BusinessRegistrationNumber Brn(string text) => BusinessRegistrationNumber.From(text.Replace("-", "", StringComparison.Ordinal));
}
