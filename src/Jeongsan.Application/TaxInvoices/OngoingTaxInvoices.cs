using Jeongsan.Application.Storage;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.TaxInvoices;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.TaxInvoices;

internal static class OngoingTaxInvoices
{
    private static readonly TaxInvoiceStatus[] UnderWay = [.. Enum.GetValues<TaxInvoiceStatus>().Where(TaxInvoiceLifecycle.IsUnderWay)];

    /// <summary>While one is under way its supplier can't be disconnected or archived.</summary>
    public static Task<bool> AnyAsync(Work work, PartnerId partner, CancellationToken ct) =>
        work.Db.Set<TaxInvoice>().AnyAsync(invoice => invoice.PartnerId == partner && invoice.DeletedAt == null && UnderWay.Contains(invoice.Status), ct);
}
