using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.Server.Api.Contracts;

namespace Jeongsan.Server.Api.TaxInvoices;

/// <summary>Bulk tax invoices from the domain to the wire: a bulk's state is that of its invoices.</summary>
internal static class BulkTaxInvoiceMapping
{
    public static B2bBulkTaxInvoice Write(BulkTaxInvoice bulk, IReadOnlyList<TaxInvoice> invoices)
    {
        var live = invoices.Where(invoice => !invoice.IsDeleted).ToArray();
        return new B2bBulkTaxInvoice
        {
            Id = bulk.Id.Value,
            GraphqlId = GraphqlId.Of("B2bBulkTaxInvoice", bulk.Id.Value),
            Name = bulk.Name,
            Status = StatusOf([.. live.Select(invoice => invoice.Status)]),
            TotalInvoiceCount = live.Length,
            TotalAmount = live.Total(invoice => invoice.TotalAmount).Value,
            Stats = live.GroupBy(invoice => invoice.Status).ToDictionary(
                group => ApiJson.Code(group.Key),
                group => new B2bBulkTaxInvoiceStat { Count = group.Count(), AmountSum = group.Total(invoice => invoice.TotalAmount).Value }),
            CreatedAt = bulk.CreatedAt,
            RequestedAt = live.Min(invoice => invoice.RequestedAt),
            StatusUpdatedAt = live.Length == 0 ? bulk.CreatedAt : live.Max(invoice => invoice.StatusUpdatedAt),
            SourceType = B2bBulkTaxInvoiceSourceType.Platform,
            IssuanceType = B2bTaxInvoiceIssuanceType.Reverse,
        };
    }

    private static B2bBulkTaxInvoiceStatus StatusOf(TaxInvoiceStatus[] all) =>
        all.Length == 0 ? B2bBulkTaxInvoiceStatus.Cancelled
        : Array.TrueForAll(all, status => status == TaxInvoiceStatus.SendingCompleted) ? B2bBulkTaxInvoiceStatus.Completed
        : Array.TrueForAll(all, status => status is TaxInvoiceStatus.RequestCancelled or TaxInvoiceStatus.IssuanceCancelled or TaxInvoiceStatus.RequestRefused) ? B2bBulkTaxInvoiceStatus.Cancelled
        : Array.TrueForAll(all, status => status is TaxInvoiceStatus.DraftFailed or TaxInvoiceStatus.RequestFailed or TaxInvoiceStatus.IssueFailed) ? B2bBulkTaxInvoiceStatus.Failed
        : Array.TrueForAll(all, status => status == TaxInvoiceStatus.DraftPending) ? B2bBulkTaxInvoiceStatus.DraftPending
        : Array.TrueForAll(all, status => status == TaxInvoiceStatus.Drafted) ? B2bBulkTaxInvoiceStatus.Drafted
        : Array.TrueForAll(all, status => status == TaxInvoiceStatus.RequestPending) ? B2bBulkTaxInvoiceStatus.RequestPending
        : Array.TrueForAll(all, status => status == TaxInvoiceStatus.IssuePending) ? B2bBulkTaxInvoiceStatus.IssuePending
        : B2bBulkTaxInvoiceStatus.InProgress;
}
