using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.TaxInvoices;

namespace Jeongsan.Application.TaxInvoices;

/// <summary>What a reminder of an issue deadline says beside the invoice itself.</summary>
/// <param name="DaysLeft">Of the deadline; 0 on the last day, negative afterwards.</param>
/// <param name="Penalty">What it costs to be late: from the day after the deadline on, or as of today once that has passed. Null where the law sets no day, as for most amendments.</param>
/// <param name="FinalReturn">Afterwards the penalty is that of an invoice that was never issued.</param>
public sealed record DeadlineNotice(DeadlineReminderKind Kind, int DaysLeft, LatePenalty? Penalty, DateOnly FinalReturn)
{
    internal static DeadlineNotice Of(TaxInvoice invoice, DeadlineReminderKind kind, DateOnly today, BusinessDays businessDays) => new(
        kind,
        invoice.IssuanceDueDate.DayNumber - today.DayNumber,
        invoice.Document == TaxInvoiceDocument.Modification ? null : PenaltyOf(invoice, today, businessDays),
        IssueDeadline.FinalReturn(invoice.WriteDate, businessDays));

    /// <summary>What being late costs both sides.</summary>
    internal static LatePenalty PenaltyOf(TaxInvoice invoice, DateOnly today, BusinessDays businessDays) =>
        PenaltyOf(invoice.Taxation, invoice.TotalSupplyAmount, invoice.WriteDate, invoice.IssuanceDueDate, today, businessDays);

    internal static LatePenalty PenaltyOf(TaxInvoiceTaxation taxation, Won supply, DateOnly writeDate, DateOnly due, DateOnly today, BusinessDays businessDays)
    {
        var late = due.AddDays(1);
        return LatePenalty.Of(taxation, supply, writeDate, issueDate: null, sentDate: null, today > late ? today : late, businessDays);
    }
}
