using Jeongsan.Application.Storage;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.Server.Console.Lists;

namespace Jeongsan.Server.Console.TaxInvoices;

/// <summary>What the chips and the search of the invoice list mean in the database.</summary>
internal static class TaxInvoiceQueries
{
    internal static IQueryable<TaxInvoice> Filtered(JeongsanContext db, ListAddress address, DateOnly today)
    {
        var invoices = ByChip(db.Set<TaxInvoice>().Where(row => row.DeletedAt == null), address.Filter, today);
        if (address.Filter == "different")
            invoices = invoices.Where(row => db.Set<AgencyWatch>().Any(watch => watch.Id == row.Id && watch.Difference != null));
        if (address.Search.Length == 0)
            return invoices;
        var number = BusinessRegistrationNumber.Parse(address.Search);
        if (!number.IsRefused)
        {
            var given = number.Value;
            return invoices.Where(row => row.SupplierBrn == given);
        }
        var id = new TaxInvoiceId(address.Search);
        return invoices.Where(row => row.SupplierName.Contains(address.Search) || row.NtsApprovalNumber == address.Search || row.Id == id);
    }

    internal static IOrderedQueryable<TaxInvoice> Sorted(IQueryable<TaxInvoice> invoices, ListAddress address) => (address.Sort, address.IsDescending) switch
    {
        ("name", false) => invoices.OrderBy(row => row.SupplierName).ThenBy(row => row.Id),
        ("name", true) => invoices.OrderByDescending(row => row.SupplierName).ThenBy(row => row.Id),
        ("amount", false) => invoices.OrderBy(row => row.TotalAmount).ThenBy(row => row.Id),
        ("amount", true) => invoices.OrderByDescending(row => row.TotalAmount).ThenBy(row => row.Id),
        ("state", false) => invoices.OrderBy(row => row.Status).ThenBy(row => row.Id),
        ("state", true) => invoices.OrderByDescending(row => row.Status).ThenBy(row => row.Id),
        ("due", false) => invoices.OrderBy(row => row.IssuanceDueDate).ThenBy(row => row.Id),
        ("due", true) => invoices.OrderByDescending(row => row.IssuanceDueDate).ThenBy(row => row.Id),
        ("date", false) => invoices.OrderBy(row => row.WriteDate).ThenBy(row => row.Id),
        _ => invoices.OrderByDescending(row => row.WriteDate).ThenByDescending(row => row.Id),
    };

    private static IQueryable<TaxInvoice> ByChip(IQueryable<TaxInvoice> invoices, string chip, DateOnly today)
    {
        if (TaxInvoiceLooks.StatesOf(chip) is { } states)
            invoices = invoices.Where(row => states.Contains(row.Status));
        return chip == "late" ? invoices.Where(row => row.IssuanceDueDate < today) : invoices;
    }
}

/// <summary>Groups of states as the console speaks of them.</summary>
internal static class TaxInvoiceLooks
{
    private static readonly TaxInvoiceStatus[] Waiting = [TaxInvoiceStatus.RequestPending, TaxInvoiceStatus.Requested, TaxInvoiceStatus.IssuePending, TaxInvoiceStatus.IssueFailed];

    internal static IEqualityComparer<TaxInvoice> SameInvoice { get; } = EqualityComparer<TaxInvoice>.Create((left, right) => left?.Id == right?.Id, row => row.Id.GetHashCode());

    /// <summary>Not yet issued, and still meant to be.</summary>
    internal static bool IsOpen(TaxInvoiceStatus status) => Waiting.Contains(status) || StatesOf("draft")!.Contains(status) || status == TaxInvoiceStatus.RequestFailed;

    /// <summary>Null for a chip that names no states.</summary>
    internal static TaxInvoiceStatus[]? StatesOf(string chip) => chip switch
    {
        "draft" => [TaxInvoiceStatus.Drafted, TaxInvoiceStatus.DraftPending, TaxInvoiceStatus.DraftFailed],
        "waiting" => Waiting,
        "late" => [.. Waiting, TaxInvoiceStatus.Drafted, TaxInvoiceStatus.RequestFailed],
        "issued" => [TaxInvoiceStatus.Issued, TaxInvoiceStatus.BeforeSending, TaxInvoiceStatus.WaitingSending, TaxInvoiceStatus.SendingPending, TaxInvoiceStatus.Sending],
        "sent" => [TaxInvoiceStatus.SendingCompleted],
        "trouble" => [TaxInvoiceStatus.DraftFailed, TaxInvoiceStatus.RequestFailed, TaxInvoiceStatus.RequestRefused, TaxInvoiceStatus.IssueFailed, TaxInvoiceStatus.SendingFailed],
        "cancelled" => [TaxInvoiceStatus.RequestCancelled, TaxInvoiceStatus.IssuanceCancelled, TaxInvoiceStatus.CancelPending],
        _ => null,
    };
}
