using Jeongsan.Application.Overview;
using Jeongsan.Application.Storage;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.Server.Console.Lists;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Console.TaxInvoices;

/// <summary>What the chips and the search of the invoice list mean in the database.</summary>
internal static class TaxInvoiceQueries
{
    /// <summary>Filters that pictures link to, beside the chips.</summary>
    internal static IReadOnlyList<ListFilter> More { get; } =
        [new(Issued, "발행한 것"), new(nameof(InvoiceStep.Draft), "요청 전"), new(nameof(InvoiceStep.Awaiting), "공급자 차례"), new(nameof(InvoiceStep.Refused), "거부됨"), new(nameof(InvoiceStep.Unsent), "전송 전"), new(nameof(InvoiceStep.SendFailed), "전송 실패"), new(nameof(InvoiceStep.Done), "국세청 전송 완료")];

    private const string Issued = "Issued";

    internal static async Task<IQueryable<TaxInvoice>> FilteredAsync(JeongsanContext db, ListAddress address, DateOnly today, CancellationToken ct)
    {
        var invoices = ByChip(await OfMonthAsync(db, address, ct), address.Filter, today);
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

    private static async Task<IQueryable<TaxInvoice>> OfMonthAsync(JeongsanContext db, ListAddress address, CancellationToken ct)
    {
        var invoices = db.Set<TaxInvoice>().Where(row => row.DeletedAt == null);
        if (address.Month is not { } month)
            return invoices;
        if (!address.IsBySettlement)
            return invoices.WrittenIn(month);
        var dues = await InvoiceDues.ReadAsync(db, db.Set<Payout>().ForSettlementsOf(month, db), ct);
        TaxInvoiceId[] ids = [.. dues.SelectMany(payout => payout.Dues).Select(due => due.InvoiceId).OfType<TaxInvoiceId>()];
        return invoices.Where(row => EF.Parameter(ids).Contains(row.Id));
    }

    private static IQueryable<TaxInvoice> ByChip(IQueryable<TaxInvoice> invoices, string chip, DateOnly today)
    {
        if (TaxInvoiceLooks.StatesOf(chip) is { } states)
            invoices = invoices.Where(row => states.Contains(row.Status));
        else if (chip == Issued)
            invoices = invoices.In([.. InvoiceSteps.Issued]);
        else if (Enum.TryParse<InvoiceStep>(chip, out var step))
            invoices = invoices.In(step);
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
