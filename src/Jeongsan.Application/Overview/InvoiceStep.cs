using Jeongsan.Domain.TaxInvoices;

namespace Jeongsan.Application.Overview;

/// <summary>How far an invoice that a supply calls for has come.</summary>
public enum InvoiceStep
{
    /// <summary>지급 전: the settlement isn't in a payout yet, from which its invoice would be written.</summary>
    Unpaid = 0,

    /// <summary>미작성: paid or about to be, and no invoice stands on it.</summary>
    Missing,

    /// <summary>작성 중.</summary>
    Draft,

    /// <summary>승인 대기: with the supplier.</summary>
    Awaiting,

    /// <summary>거부.</summary>
    Refused,

    /// <summary>발행·전송 전.</summary>
    Unsent,

    /// <summary>전송 실패.</summary>
    SendFailed,

    /// <summary>완료: the NTS has it.</summary>
    Done,
}

public static class InvoiceSteps
{
    /// <summary>Of invoices that exist; in the order of their way.</summary>
    public static IReadOnlyList<InvoiceStep> Written { get; } = [InvoiceStep.Draft, InvoiceStep.Awaiting, InvoiceStep.Refused, InvoiceStep.Unsent, InvoiceStep.SendFailed, InvoiceStep.Done];

    /// <summary>Issued, whether the NTS has it already or not.</summary>
    public static IReadOnlyList<InvoiceStep> Issued { get; } = [InvoiceStep.Unsent, InvoiceStep.SendFailed, InvoiceStep.Done];

    /// <summary>Null for what was taken back: nothing stands any more.</summary>
    public static InvoiceStep? Of(TaxInvoiceStatus status) => status switch
    {
        TaxInvoiceStatus.Drafted or TaxInvoiceStatus.DraftPending or TaxInvoiceStatus.DraftFailed or TaxInvoiceStatus.RequestFailed => InvoiceStep.Draft,
        TaxInvoiceStatus.RequestPending or TaxInvoiceStatus.Requested or TaxInvoiceStatus.IssuePending or TaxInvoiceStatus.IssueFailed or TaxInvoiceStatus.CancelPending => InvoiceStep.Awaiting,
        TaxInvoiceStatus.RequestRefused => InvoiceStep.Refused,
        TaxInvoiceStatus.Issued or TaxInvoiceStatus.BeforeSending or TaxInvoiceStatus.WaitingSending or TaxInvoiceStatus.SendingPending or TaxInvoiceStatus.Sending => InvoiceStep.Unsent,
        TaxInvoiceStatus.SendingFailed => InvoiceStep.SendFailed,
        TaxInvoiceStatus.SendingCompleted => InvoiceStep.Done,
        TaxInvoiceStatus.RequestCancelled or TaxInvoiceStatus.IssuanceCancelled => null,
        _ => throw new System.Diagnostics.UnreachableException(status.ToString()),
    };

    internal static TaxInvoiceStatus[] StatesOf(params IReadOnlyList<InvoiceStep> steps) => [.. Enum.GetValues<TaxInvoiceStatus>().Where(status => Of(status) is { } step && steps.Contains(step))];
}
