using Jeongsan.Application.Payouts;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Settlements;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.Domain.Transfers;

namespace Jeongsan.Application.Overview;

/// <summary>Which documents belong to a month. Pictures and lists ask here alike, so that a figure and the list behind it can't differ. Won only.</summary>
public static class MonthRows
{
    /// <summary>By settlement date.</summary>
    public static IQueryable<Transfer> OfMonth(this IQueryable<Transfer> transfers, SeoulMonth month)
    {
        var (first, last) = (month.First, month.Last);
        return transfers.Where(row => row.SettlementDate >= first && row.SettlementDate <= last && row.SettlementCurrency == Currency.Krw);
    }

    /// <summary>Not gathered yet.</summary>
    public static IQueryable<Transfer> Open(this IQueryable<Transfer> transfers) => transfers.Where(row => Receivables.NotSettled.Contains(row.Status));

    /// <summary>By settlement date.</summary>
    public static IQueryable<PartnerSettlement> OfMonth(this IQueryable<PartnerSettlement> settlements, SeoulMonth month)
    {
        var (first, last) = (month.First, month.Last);
        return settlements.Since(first).Where(row => row.SettlementDate <= last);
    }

    /// <summary>From that settlement date on. Every status is named, because the index runs by status first.</summary>
    internal static IQueryable<PartnerSettlement> Since(this IQueryable<PartnerSettlement> settlements, DateOnly first) =>
        settlements.Where(row => SettlementGroups.Any.Contains(row.Status) && row.SettlementDate >= first && row.SettlementCurrency == Currency.Krw);

    /// <summary>Those of the partners whose payable settlements come to less than zero, whatever their month.</summary>
    public static IQueryable<PartnerSettlement> Owing(this IQueryable<PartnerSettlement> settlements, JeongsanContext db)
    {
        var owing = Receivables.OwingIn(Receivables.PayableIn(db));
        return settlements.Where(row => SettlementGroups.Payable.Contains(row.Status) && owing.Contains(row.PartnerId));
    }

    /// <summary>One part of a month; see <see cref="SettlementGroup"/>.</summary>
    public static IQueryable<PartnerSettlement> In(this IQueryable<PartnerSettlement> settlements, SettlementGroup group, JeongsanContext db)
    {
        if (group == SettlementGroup.Owing)
        {
            return settlements.Owing(db);
        }
        var states = SettlementGroups.StatesOf(group);
        var some = settlements.Where(row => states.Contains(row.Status));
        var owing = Receivables.OwingIn(Receivables.PayableIn(db));
        return group is SettlementGroup.Failed or SettlementGroup.Waiting ? some.Where(row => !owing.Contains(row.PartnerId)) : some;
    }

    /// <summary>By the day on which the money left.</summary>
    public static IQueryable<Payout> PaidIn(this IQueryable<Payout> payouts, SeoulMonth month)
    {
        var (from, until) = (month.From, month.Until);
        return payouts.Where(row => row.Status == PayoutStatus.Succeeded && row.PaidAt >= from && row.PaidAt < until && row.Currency == Currency.Krw);
    }

    /// <summary>Confirmed, whether the money has left or not: invoices may be drawn on them.</summary>
    public static IQueryable<Payout> ToInvoice(this IQueryable<Payout> payouts) => payouts.Where(row => InvoiceDues.Invoiceable.Contains(row.Status));

    /// <summary>Confirmed, and the money has not left yet.</summary>
    public static IQueryable<Payout> NotPaid(this IQueryable<Payout> payouts) => payouts.ToInvoice().Where(row => row.Status != PayoutStatus.Succeeded);

    /// <summary>Those that hold a settlement of the month, whenever they pay it. A failed or cancelled one holds none any more.</summary>
    public static IQueryable<Payout> ForSettlementsOf(this IQueryable<Payout> payouts, SeoulMonth month, JeongsanContext db)
    {
        ArgumentNullException.ThrowIfNull(db);
        var held = db.Set<PartnerSettlement>().OfMonth(month).Where(row => row.PayoutId != null).Select(row => row.PayoutId!.Value);
        return payouts.Where(row => held.Contains(row.Id));
    }

    /// <summary>By 작성일자.</summary>
    public static IQueryable<TaxInvoice> WrittenIn(this IQueryable<TaxInvoice> invoices, SeoulMonth month)
    {
        var last = month.Last;
        return invoices.WrittenSince(month.First).Where(row => row.WriteDate <= last);
    }

    /// <summary>No invoice is due before its 작성일자: the due date, by which the index runs, spares looking at the older ones.</summary>
    internal static IQueryable<TaxInvoice> WrittenSince(this IQueryable<TaxInvoice> invoices, DateOnly first) =>
        invoices.Where(row => row.IssuanceDueDate >= first && row.WriteDate >= first && row.DeletedAt == null);

    public static IQueryable<TaxInvoice> In(this IQueryable<TaxInvoice> invoices, params IReadOnlyList<InvoiceStep> steps)
    {
        var states = InvoiceSteps.StatesOf(steps);
        return invoices.Where(row => states.Contains(row.Status));
    }
}

/// <summary>Every settlement is in one of these.</summary>
public enum SettlementGroup
{
    /// <summary>In a payout.</summary>
    Held = 0,

    /// <summary>지급 예정: payable, also again after its payout was cancelled.</summary>
    Waiting,

    /// <summary>지급 실패, and not paid anew yet.</summary>
    Failed,

    /// <summary>지급 보류.</summary>
    Withheld,

    /// <summary>지급 제외.</summary>
    Excluded,

    /// <summary>Payable, of a partner whose payable ones come to less than zero: 미수금.</summary>
    Owing,
}

public static class SettlementGroups
{
    internal static readonly PartnerSettlementStatus[] Any = Enum.GetValues<PartnerSettlementStatus>();
    internal static readonly PartnerSettlementStatus[] Payable = [.. Enum.GetValues<PartnerSettlementStatus>().Where(PartnerSettlementLifecycle.IsPayable)];

    /// <summary>As long as its partner doesn't owe.</summary>
    internal static SettlementGroup Of(PartnerSettlementStatus status) => status switch
    {
        PartnerSettlementStatus.PayoutPrepared or PartnerSettlementStatus.Cancelled => SettlementGroup.Waiting,
        PartnerSettlementStatus.PayoutFailed => SettlementGroup.Failed,
        PartnerSettlementStatus.PayoutWithheld => SettlementGroup.Withheld,
        PartnerSettlementStatus.PayoutExcluded => SettlementGroup.Excluded,
        PartnerSettlementStatus.Confirmed or PartnerSettlementStatus.PayoutScheduled or PartnerSettlementStatus.InPayout or PartnerSettlementStatus.PaidOut => SettlementGroup.Held,
        _ => throw new System.Diagnostics.UnreachableException(status.ToString()),
    };

    internal static PartnerSettlementStatus[] StatesOf(SettlementGroup group) => [.. Enum.GetValues<PartnerSettlementStatus>().Where(status => Of(status) == group)];
}
