using Jeongsan.Application.Certificates;
using Jeongsan.Application.Holidays;
using Jeongsan.Application.Mails;
using Jeongsan.Application.Storage;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.TaxInvoices;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Overview;

/// <summary>
/// 마감 관제: every invoice that is not done, by the month of its 작성일자, and the supplies of the last year that have none yet.
/// Amendments are left out: the law sets most of them no day.
/// </summary>
public static class ReadDeadlines
{
    /// <summary>How far back supplies without an invoice are looked for.</summary>
    public const int MonthsBack = 12;

    private static readonly TaxInvoiceStatus[] Open = InvoiceSteps.StatesOf([.. InvoiceSteps.Written.Where(step => step != InvoiceStep.Done)]);

    public static async Task<DeadlineBoard> ReadAsync(JeongsanContext db, DateOnly today, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var days = await db.BusinessDaysAsync(ct);
        var risk = new InvoiceRisk(today, days);
        var oldest = SeoulMonth.Of(today).Add(-MonthsBack);
        List<DeadlineRow> rows = [.. await InvoicesAsync(db, risk, ct), .. await UnwrittenSupplies.MissingAsync(db, oldest, risk, ct), .. await UnwrittenSupplies.UnpaidAsync(db, oldest, risk, ct)];
        rows = [.. (await BlockersAsync(db, rows, ct)).OrderBy(row => row.Due).ThenByDescending(row => row.AtRisk.Value).ThenBy(row => row.Name, StringComparer.Ordinal).ThenBy(row => row.Id, StringComparer.Ordinal)];
        return new DeadlineBoard(await MonthsAsync(db, rows, days, ct), rows);
    }

    private static async Task<IEnumerable<DeadlineRow>> InvoicesAsync(JeongsanContext db, InvoiceRisk risk, CancellationToken ct)
    {
        var payouts = db.Set<Payout>();
        // A draft on a cancelled payout can't be requested any more, and what was refused gives way to the next one.
        var found = await db.Set<TaxInvoice>()
            .Where(row => row.DeletedAt == null && row.Document == TaxInvoiceDocument.Normal && Open.Contains(row.Status))
            .Where(row => (row.Status != TaxInvoiceStatus.Drafted && row.Status != TaxInvoiceStatus.RequestFailed)
                || !payouts.Any(payout => payout.Id == row.PayoutId && payout.Status == PayoutStatus.Cancelled))
            .Where(row => row.Status != TaxInvoiceStatus.RequestRefused || row.PayoutId == null
                || payouts.Any(payout => payout.Id == row.PayoutId && InvoiceDues.Invoiceable.Contains(payout.Status) && (payout.TaxInvoiceId == row.Id || payout.TaxFreeInvoiceId == row.Id)))
            .Select(row => new
            {
                row.Id,
                row.Status,
                row.Issuance,
                row.Taxation,
                row.WriteDate,
                row.IssuanceDueDate,
                row.TotalSupplyAmount,
                row.TotalAmount,
                row.PartnerId,
                row.SupplierName,
                row.RecipientName,
                row.PayoutId,
                row.StatusReason,
                row.NtsResult,
                row.IssuedAt,
                row.OpenedAt,
                row.RemindedAt,
            }).ToListAsync(ct);
        return found.Select(row =>
        {
            var isForward = row.Issuance == TaxInvoiceIssuance.Normal;
            var (due, penalty) = row.IssuedAt is { } issued
                ? risk.OfSending(row.Taxation, row.TotalSupplyAmount, row.WriteDate, SeoulTime.DateOf(issued))
                : (row.IssuanceDueDate, risk.OfIssuing(row.Taxation, row.TotalSupplyAmount, row.WriteDate, row.IssuanceDueDate));
            return new DeadlineRow(
                InvoiceSteps.Of(row.Status)!.Value, SeoulMonth.Of(row.WriteDate), due, row.Id.Value, row.PartnerId, isForward ? row.RecipientName : row.SupplierName, row.Status, isForward,
                row.TotalSupplyAmount, row.TotalAmount, isForward ? penalty.Recipient : penalty.Supplier, isForward ? penalty.Supplier : penalty.Recipient,
                row.StatusReason ?? (row.Status == TaxInvoiceStatus.SendingFailed ? row.NtsResult : null))
            {
                PayoutId = row.PayoutId,
                OpenedAt = row.OpenedAt,
                RemindedAt = row.RemindedAt,
            };
        });
    }

    /// <summary>Says of each row what stands against its next action.</summary>
    private static async Task<IEnumerable<DeadlineRow>> BlockersAsync(JeongsanContext db, List<DeadlineRow> rows, CancellationToken ct)
    {
        if (rows.Count == 0)
        {
            return rows;
        }
        var unconnected = (await db.Set<Partner>().Where(row => row.TypeName == PartnerTypeName.Business && row.NtsConnection != NtsConnectionStatus.Connected).Select(row => row.Id).ToListAsync(ct)).ToHashSet();
        var unreached = (await MailProblems.ReadAsync(db, partner: null, ct)).Select(problem => problem.PartnerId).ToHashSet();
        var uncertified = (await db.Set<CompanyCertificate>()
            .Where(row => row.PartnerId != null && (row.Health == CertificateHealth.None || row.Health == CertificateHealth.Expired || row.Health == CertificateHealth.Unusable))
            .Select(row => row.PartnerId!.Value).ToListAsync(ct)).ToHashSet();
        return rows.Select(row => row.PartnerId is { } partner && !row.IsForward ? row with { Blocker = Of(row.Step, partner) } : row);

        DeadlineBlocker Of(InvoiceStep step, PartnerId partner) => step switch
        {
            InvoiceStep.Unpaid or InvoiceStep.Missing or InvoiceStep.Draft or InvoiceStep.Refused => unconnected.Contains(partner) ? DeadlineBlocker.NotConnected : DeadlineBlocker.None,
            InvoiceStep.Awaiting => unreached.Contains(partner) ? DeadlineBlocker.MailFails : uncertified.Contains(partner) ? DeadlineBlocker.Certificate : DeadlineBlocker.None,
            _ => DeadlineBlocker.None,
        };
    }

    private static async Task<IReadOnlyList<DeadlineMonth>> MonthsAsync(JeongsanContext db, List<DeadlineRow> rows, BusinessDays days, CancellationToken ct)
    {
        if (rows.Count == 0)
        {
            return [];
        }
        var from = rows.Min(row => row.Month).First;
        var done = (await db.Set<TaxInvoice>().WrittenSince(from).Where(row => row.Document == TaxInvoiceDocument.Normal && row.Status == TaxInvoiceStatus.SendingCompleted)
            .GroupBy(row => row.WriteDate).Select(group => new { Day = group.Key, Sum = group.Sum(row => (long)(object)row.TotalAmount), Count = group.Count() }).ToListAsync(ct))
            .ToLookup(day => SeoulMonth.Of(day.Day));
        return [.. rows.GroupBy(row => row.Month).OrderBy(month => month.Key).Select(month =>
        {
            var steps = month.GroupBy(row => row.Step).ToDictionary(step => step.Key, step => new DeadlineCell(step.Count(), step.Total(row => row.Total)));
            steps[InvoiceStep.Done] = new DeadlineCell(done[month.Key].Sum(day => day.Count), new Won(done[month.Key].Sum(day => day.Sum)));
            return new DeadlineMonth(month.Key, IssueDeadline.For(month.Key.First, days), steps, month.Total(row => row.TheirPenalty), month.Total(row => row.OurPenalty));
        })];
    }
}

/// <summary>What missing the next lawful day of an invoice would cost, or costs already.</summary>
internal sealed record InvoiceRisk(DateOnly Today, BusinessDays Days)
{
    public DateOnly DueOf(DateOnly writeDate) => IssueDeadline.For(writeDate, Days);

    public LatePenalty OfIssuing(TaxInvoiceTaxation taxation, Won supply, DateOnly writeDate, DateOnly due) =>
        DeadlineNotice.PenaltyOf(taxation, supply, writeDate, due, Today, Days);

    /// <summary>Of an issued invoice that the NTS doesn't have. What its late issue costs can't be avoided any more, and is no risk.</summary>
    public (DateOnly Due, LatePenalty Penalty) OfSending(TaxInvoiceTaxation taxation, Won supply, DateOnly writeDate, DateOnly issued)
    {
        var due = IssueDeadline.ToSend(issued, Days);
        var late = due.AddDays(1);
        var penalty = LatePenalty.Of(taxation, supply, writeDate, issued, sentDate: null, Today > late ? Today : late, Days);
        return (due, penalty.Reason is LatePenaltyReason.SentLate or LatePenaltyReason.NotSent ? penalty : penalty with { Supplier = Won.Zero, Recipient = Won.Zero });
    }
}
