using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.TaxInvoices;

namespace Jeongsan.Application.Overview;

/// <summary>What must be mended first, beside the step itself.</summary>
public enum DeadlineBlocker
{
    None = 0,

    /// <summary>The partner isn't connected to the ASP, or its connection failed.</summary>
    NotConnected,

    /// <summary>Mails don't reach the partner.</summary>
    MailFails,

    /// <summary>The partner's certificate is missing, expired or not its own.</summary>
    Certificate,
}

/// <summary>One invoice that is not done, or a supply that has none yet.</summary>
/// <param name="Id">Of the invoice; of the payout while none is written; of the partner while nothing is paid.</param>
/// <param name="PartnerId">Null for strangers.</param>
/// <param name="Status">Null while no invoice is written.</param>
/// <param name="IsForward">정발행: we issue it ourselves.</param>
/// <param name="Due">The last day on which it is issued in time; of an issued one, the last day on which it is sent in time.</param>
/// <param name="Total">With VAT.</param>
/// <param name="TheirPenalty">The other side's, were the deadline missed, or as of today once it is.</param>
/// <param name="OurPenalty">Ours.</param>
/// <param name="Reason">Why the last step failed or was refused, or what it waits for; in Korean.</param>
public sealed record DeadlineRow(
    InvoiceStep Step, SeoulMonth Month, DateOnly Due, string Id, PartnerId? PartnerId, string Name, TaxInvoiceStatus? Status, bool IsForward,
    Won Supply, Won Total, Won TheirPenalty, Won OurPenalty, string? Reason)
{
    public DeadlineBlocker Blocker { get; init; }

    /// <summary>The payout on which a refused invoice can be written again.</summary>
    public Domain.Payouts.PayoutId? PayoutId { get; init; }

    /// <summary>When the supplier opened the mail's page first.</summary>
    public DateTimeOffset? OpenedAt { get; init; }

    public DateTimeOffset? RemindedAt { get; init; }

    public Won AtRisk => TheirPenalty + OurPenalty;
}

public sealed record DeadlineCell(int Count, Won Total);

/// <summary>A month of 작성일자 with invoices that are not done.</summary>
/// <param name="Due">부가가치세법 제34조 ③, moved over holidays.</param>
public sealed record DeadlineMonth(SeoulMonth Month, DateOnly Due, IReadOnlyDictionary<InvoiceStep, DeadlineCell> Steps, Won TheirPenalty, Won OurPenalty)
{
    public Won AtRisk => TheirPenalty + OurPenalty;

    /// <summary>Not done.</summary>
    public int OpenCount => Steps.Where(step => step.Key != InvoiceStep.Done).Sum(step => step.Value.Count);
}

/// <param name="Months">The oldest first: its deadline is the nearest.</param>
/// <param name="Rows">The nearest deadline first, then whatever costs most.</param>
public sealed record DeadlineBoard(IReadOnlyList<DeadlineMonth> Months, IReadOnlyList<DeadlineRow> Rows);
