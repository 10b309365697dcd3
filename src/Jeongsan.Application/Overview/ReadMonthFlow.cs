using Jeongsan.Application.Storage;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Settlements;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.Domain.Transfers;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Overview;

/// <summary>
/// Reads the picture of a month. Gathered transfers are read from the sums that their settlements keep; only those that wait for their
/// settlement date are summed themselves, along an index.
/// </summary>
public static class ReadMonthFlow
{
    /// <summary>The newest month that has a settlement, or this one.</summary>
    public static async Task<SeoulMonth> NewestAsync(JeongsanContext db, DateOnly today, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        return SeoulMonth.Of(await db.Set<PartnerSettlement>().Where(row => row.SettlementDate <= today && row.SettlementCurrency == Currency.Krw).MaxAsync(row => (DateOnly?)row.SettlementDate, ct) ?? today);
    }

    public static async Task<MonthFlow> ReadAsync(JeongsanContext db, SeoulMonth month, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var settled = await SettledAsync(db.Set<PartnerSettlement>().OfMonth(month), ct);
        var open = (await db.Set<Transfer>().OfMonth(month).Open().GroupBy(row => row.Kind).Select(group => new
        {
            group.Key,
            Ordered = group.Sum(row => (long)(object)row.Amounts.Order),
            Settlement = group.Sum(row => (long)(object)row.SignedSettlement),
            Count = group.Count(),
        }).ToListAsync(ct)).ConvertAll(row => new Sums(row.Key, default, row.Ordered, row.Settlement, 0, row.Count));
        var payouts = db.Set<Payout>().ForSettlementsOf(month, db);
        var paid = await PaidAsync(payouts, ct);
        var (first, last) = (month.First, month.Last);
        var ids = payouts.Select(payout => payout.Id);
        var others = db.Set<PartnerSettlement>().Where(row => row.PayoutId != null && ids.Contains(row.PayoutId.Value) && (row.SettlementDate < first || row.SettlementDate > last));
        var otherMonths = new FlowPart(FlowPartKind.OtherMonths, FlowCourse.Change, new Won(await others.SumAsync(row => (long)(object)row.SignedSettlement, ct)), await others.CountAsync(ct));
        var dues = await InvoiceDues.ReadAsync(db, payouts, ct);
        return new MonthFlow(month,
        [
            Orders([.. settled, .. open]),
            Transfers(settled, open),
            await SettlementsAsync(db, month, settled, [otherMonths, .. Taxes(paid)], ct),
            Payouts(paid),
            Invoices(dues),
            Nts(dues),
        ]);
    }

    private static async Task<List<Sums>> SettledAsync(IQueryable<PartnerSettlement> settlements, CancellationToken ct) =>
        (await settlements.GroupBy(row => new { row.Kind, row.Status }).Select(group => new
        {
            group.Key,
            Ordered = group.Sum(row => (long)(object)row.Amounts.Order),
            Settlement = group.Sum(row => (long)(object)row.SignedSettlement),
            Count = group.Count(),
            TransferCount = group.Sum(row => row.TransferCount),
        }).ToListAsync(ct)).ConvertAll(row => new Sums(row.Key.Kind, row.Key.Status, row.Ordered, row.Settlement, row.Count, row.TransferCount));

    private static async Task<List<PaidSums>> PaidAsync(IQueryable<Payout> payouts, CancellationToken ct) =>
        (await payouts.GroupBy(row => row.Status).Select(group => new
        {
            group.Key,
            Settlement = group.Sum(row => (long)(object)row.SettlementAmount),
            Amount = group.Sum(row => (long)(object)row.Amount),
            Withheld = group.Sum(row => (long)(object)row.IncomeTaxAmount) + group.Sum(row => (long)(object)row.LocalIncomeTaxAmount),
            Count = group.Count(),
        }).ToListAsync(ct)).ConvertAll(row => new PaidSums(row.Key, row.Settlement, row.Amount, row.Withheld, row.Count));

    private static FlowStage Orders(IReadOnlyList<Sums> all)
    {
        var (orders, cancels, manual) = (Of(TransferKind.Order), Of(TransferKind.OrderCancel), Of(TransferKind.Manual));
        var ordered = orders.Ordered - cancels.Ordered;
        return new(FlowStageKind.Orders, new Won(orders.Ordered), orders.Count,
        [
            new(FlowPartKind.Ordered, FlowCourse.On, new Won(ordered), orders.Count),
            new(FlowPartKind.Cancelled, FlowCourse.Out, new Won(cancels.Ordered), cancels.Count),
            new(FlowPartKind.Kept, FlowCourse.Change, new Won(orders.Settlement + cancels.Settlement - ordered), 0),
            new(FlowPartKind.Manual, FlowCourse.Change, new Won(manual.Settlement), manual.Count),
        ]);

        (long Ordered, long Settlement, int Count) Of(TransferKind kind) =>
            (all.Where(row => row.Kind == kind).Sum(row => row.Ordered), all.Where(row => row.Kind == kind).Sum(row => row.Settlement), all.Where(row => row.Kind == kind).Sum(row => row.TransferCount));
    }

    private static FlowStage Transfers(List<Sums> settled, List<Sums> open)
    {
        var (gathered, waiting) = (settled.Sum(row => row.Settlement), open.Sum(row => row.Settlement));
        var (gatheredCount, waitingCount) = (settled.Sum(row => row.TransferCount), open.Sum(row => row.TransferCount));
        return new(FlowStageKind.Transfers, new Won(gathered + waiting), gatheredCount + waitingCount,
        [
            new(FlowPartKind.Gathered, FlowCourse.On, new Won(gathered), gatheredCount),
            new(FlowPartKind.NotGathered, FlowCourse.Out, new Won(waiting), waitingCount),
        ]);
    }

    private static async Task<FlowStage> SettlementsAsync(JeongsanContext db, SeoulMonth month, List<Sums> settled, IReadOnlyList<FlowPart> changes, CancellationToken ct)
    {
        var owing = await SettledAsync(db.Set<PartnerSettlement>().OfMonth(month).Owing(db), ct);
        var groups = settled.GroupBy(row => SettlementGroups.Of(row.Status)).ToDictionary(group => group.Key, group => (Sum: group.Sum(row => row.Settlement), Count: group.Sum(row => row.Count)));
        foreach (var row in owing)
        {
            var group = SettlementGroups.Of(row.Status);
            var whole = groups.GetValueOrDefault(group);
            groups[group] = (whole.Sum - row.Settlement, whole.Count - row.Count);
        }
        groups[SettlementGroup.Owing] = (owing.Sum(row => row.Settlement), owing.Sum(row => row.Count));
        return new(FlowStageKind.Settlements, new Won(settled.Sum(row => row.Settlement)), settled.Sum(row => row.Count),
        [
            Part(FlowPartKind.Held, FlowCourse.On, SettlementGroup.Held),
            Part(FlowPartKind.Waiting, FlowCourse.Out, SettlementGroup.Waiting),
            Part(FlowPartKind.Owing, FlowCourse.Out, SettlementGroup.Owing),
            Part(FlowPartKind.Failed, FlowCourse.Out, SettlementGroup.Failed),
            Part(FlowPartKind.Withheld, FlowCourse.Out, SettlementGroup.Withheld),
            Part(FlowPartKind.Excluded, FlowCourse.Out, SettlementGroup.Excluded),
            .. changes,
        ]);

        FlowPart Part(FlowPartKind kind, FlowCourse course, SettlementGroup group) =>
            new(kind, course, new Won(groups.GetValueOrDefault(group).Sum), groups.GetValueOrDefault(group).Count);
    }

    private static FlowPart[] Taxes(List<PaidSums> paid)
    {
        var withheld = paid.Sum(row => row.Withheld);
        return
        [
            new(FlowPartKind.Vat, FlowCourse.Change, new Won(paid.Sum(row => row.Amount) + withheld - paid.Sum(row => row.Settlement)), 0),
            new(FlowPartKind.WithheldTax, FlowCourse.Change, new Won(-withheld), 0),
        ];
    }

    private static FlowStage Payouts(List<PaidSums> paid)
    {
        return new(FlowStageKind.Payouts, new Won(paid.Sum(row => row.Amount)), paid.Sum(row => row.Count),
        [
            Part(FlowPartKind.Paid, FlowCourse.On, status => status == PayoutStatus.Succeeded),
            Part(FlowPartKind.NotPaid, FlowCourse.On, status => status != PayoutStatus.Succeeded && InvoiceDues.Invoiceable.Contains(status)),
            Part(FlowPartKind.Unconfirmed, FlowCourse.Out, status => !InvoiceDues.Invoiceable.Contains(status)),
        ]);

        FlowPart Part(FlowPartKind kind, FlowCourse course, Func<PayoutStatus, bool> isIn) =>
            new(kind, course, new Won(paid.Where(row => isIn(row.Status)).Sum(row => row.Amount)), paid.Where(row => isIn(row.Status)).Sum(row => row.Count));
    }

    private static FlowStage Invoices(IReadOnlyList<DuePayout> payouts)
    {
        var dues = payouts.SelectMany(payout => payout.Dues).ToList();
        var issued = dues.Where(due => InvoiceSteps.Issued.Contains(due.Step)).ToList();
        var notInvoiced = payouts.Where(payout => !payout.IsInvoiced).ToList();
        return new(FlowStageKind.Invoices, payouts.Total(payout => payout.Amount), payouts.Count,
        [
            new(FlowPartKind.Issued, FlowCourse.On, issued.Total(due => due.Total), issued.Count),
            Part(FlowPartKind.Awaiting, InvoiceStep.Awaiting),
            Part(FlowPartKind.Draft, InvoiceStep.Draft),
            Part(FlowPartKind.Missing, InvoiceStep.Missing),
            Part(FlowPartKind.Refused, InvoiceStep.Refused),
            new(FlowPartKind.NotInvoiced, FlowCourse.Out, notInvoiced.Total(payout => payout.Amount), notInvoiced.Count),
            new(FlowPartKind.Rewritten, FlowCourse.Change, issued.Total(due => due.Invoiced - due.Total), issued.Count(due => due.Invoiced != due.Total)),
        ]);

        FlowPart Part(FlowPartKind kind, InvoiceStep step) =>
            new(kind, FlowCourse.Out, dues.Where(due => due.Step == step).Total(due => due.Total), dues.Count(due => due.Step == step));
    }

    private static FlowStage Nts(IReadOnlyList<DuePayout> payouts)
    {
        var issued = payouts.SelectMany(payout => payout.Dues).Where(due => InvoiceSteps.Issued.Contains(due.Step)).ToList();
        return new(FlowStageKind.Nts, issued.Total(due => due.Invoiced), issued.Count,
        [
            Part(FlowPartKind.Sent, FlowCourse.On, InvoiceStep.Done),
            Part(FlowPartKind.Unsent, FlowCourse.Out, InvoiceStep.Unsent),
            Part(FlowPartKind.SendFailed, FlowCourse.Out, InvoiceStep.SendFailed),
        ]);

        FlowPart Part(FlowPartKind kind, FlowCourse course, InvoiceStep step) =>
            new(kind, course, issued.Where(due => due.Step == step).Total(due => due.Invoiced), issued.Count(due => due.Step == step));
    }

    private sealed record Sums(TransferKind Kind, PartnerSettlementStatus Status, long Ordered, long Settlement, int Count, int TransferCount);

    private sealed record PaidSums(PayoutStatus Status, long Settlement, long Amount, long Withheld, int Count);
}
