using System.Linq.Expressions;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Counterparties;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.Server.Api.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Api.TaxInvoices;

/// <summary>Filters and orders of lists of tax invoices.</summary>
internal static class TaxInvoiceQueries
{
    /// <summary>The invoices that are not deleted and that the filter means; all of it is done by the database.</summary>
    /// <param name="today">In Seoul, for what is late.</param>
    public static async Task<IQueryable<TaxInvoice>> FilterAsync(JeongsanContext db, GetB2bTaxInvoicesBodyFilter? filter, DateOnly today, CancellationToken ct)
    {
        var invoices = db.Set<TaxInvoice>().Where(invoice => invoice.DeletedAt == null);
        invoices = Dated(Named(invoices, filter?.PrimaryFilter), filter?.PrimaryFilter?.DateFilter, today);
        invoices = Kinds(Sides(invoices, filter), filter);
        if (filter?.IsDelayed is { } isDelayed)
        {
            invoices = invoices.Where(invoice => isDelayed == (invoice.Status != TaxInvoiceStatus.SendingCompleted ? invoice.IssuanceDueDate < today : invoice.IsIssuedLate));
        }
        return filter?.CounterpartyId is { Length: > 0 } counterparty
            ? await OfCounterpartyAsync(db, invoices, counterparty, filter.IncludeBrnMatch == true, ct)
            : invoices;
    }

    private static IQueryable<TaxInvoice> Sides(IQueryable<TaxInvoice> invoices, GetB2bTaxInvoicesBodyFilter? filter)
    {
        if (filter?.SupplierBrn is { Length: > 0 } supplierBrn)
        {
            var supplier = Brns.Read(supplierBrn);
            invoices = invoices.Where(invoice => invoice.SupplierBrn == supplier);
        }
        if (filter?.PartnerBrn is { Length: > 0 } partnerBrn)
        {
            // The other side: who supplies in reverse issuance, who receives in forward issuance.
            var partner = Brns.Read(partnerBrn);
            invoices = invoices.Where(invoice => invoice.Issuance == TaxInvoiceIssuance.Reverse ? invoice.SupplierBrn == partner : invoice.RecipientBrn == partner);
        }
        return invoices;
    }

    private static async Task<IQueryable<TaxInvoice>> OfCounterpartyAsync(
        JeongsanContext db, IQueryable<TaxInvoice> invoices, string counterparty, bool includesBrn, CancellationToken ct)
    {
        var (id, partnerId) = (CounterpartyId.From(counterparty), PartnerId.From(counterparty));
        BusinessRegistrationNumber? brn = !includesBrn ? null
            : await db.Set<Counterparty>().Where(row => row.Id == id).Select(row => (BusinessRegistrationNumber?)row.Brn).SingleOrDefaultAsync(ct)
                ?? await db.Set<Partner>().Where(row => row.Id == partnerId).Select(row => row.BusinessRegistrationNumber).SingleOrDefaultAsync(ct);
        return invoices.Where(invoice => invoice.SupplierCounterpartyId == counterparty || invoice.RecipientCounterpartyId == counterparty
            || (brn != null && (invoice.SupplierBrn == brn || invoice.RecipientBrn == brn)));
    }

    private static IQueryable<TaxInvoice> Kinds(IQueryable<TaxInvoice> invoices, GetB2bTaxInvoicesBodyFilter? filter)
    {
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

    /// <summary>Any of the ranges; each end is included, and one that is not stated is a month ago or today.</summary>
    private static IQueryable<TaxInvoice> Dated(IQueryable<TaxInvoice> invoices, GetB2bTaxInvoicesBodyDateFilter? filter, DateOnly today)
    {
        if (filter is null)
        {
            return invoices;
        }
        var ranges = filter.DateRange is { Count: > 0 } given ? given : [new DateRangeOption()];
        var parts = ranges.Select(range => (From: range.From ?? today.AddMonths(-1), Until: range.Until ?? today))
            .Select(range => Within(filter.DateType ?? B2bSearchDateType.Register, range.From, range.Until));
        return invoices.Where(parts.Aggregate(Either));
    }

    private static Expression<Func<TaxInvoice, bool>> Within(B2bSearchDateType type, DateOnly from, DateOnly until)
    {
        var (begin, end) = (SeoulTime.At(from, TimeOnly.MinValue), SeoulTime.At(until.AddDays(1), TimeOnly.MinValue));
        return type switch
        {
            B2bSearchDateType.Register => invoice => invoice.CreatedAt >= begin && invoice.CreatedAt < end,
            B2bSearchDateType.Write => invoice => invoice.WriteDate >= from && invoice.WriteDate <= until,
            B2bSearchDateType.Issue => invoice => invoice.IssuedAt >= begin && invoice.IssuedAt < end,
            _ => throw new ArgumentOutOfRangeException(nameof(type)),
        };
    }

    private static Expression<Func<TaxInvoice, bool>> Either(Expression<Func<TaxInvoice, bool>> one, Expression<Func<TaxInvoice, bool>> other)
    {
        var renamed = new Rename(other.Parameters[0], one.Parameters[0]).Visit(other.Body);
        return Expression.Lambda<Func<TaxInvoice, bool>>(Expression.OrElse(one.Body, renamed), one.Parameters);
    }

    private sealed class Rename(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
