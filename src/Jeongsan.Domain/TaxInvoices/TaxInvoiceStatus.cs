namespace Jeongsan.Domain.TaxInvoices;

public enum TaxInvoiceStatus
{
    /// <summary>임시저장.</summary>
    Drafted = 0,
    DraftPending,
    DraftFailed,

    /// <summary>발행 요청: the supplier has the mail.</summary>
    Requested,
    RequestPending,
    RequestFailed,
    RequestCancelled,

    /// <summary>발행: approved and signed.</summary>
    Issued,
    IssuePending,
    IssueFailed,
    BeforeSending,
    WaitingSending,
    Sending,

    /// <summary>국세청 전송 완료.</summary>
    SendingCompleted,
    SendingFailed,

    /// <summary>거부: final.</summary>
    RequestRefused,
    IssuanceCancelled,

    /// <summary>A cancellation or refusal is at the ASP.</summary>
    CancelPending,

    /// <summary>An immediate transmission is at the ASP.</summary>
    SendingPending,
}

public enum TaxInvoiceCommand
{
    Edit,
    ConfirmDraft,
    RejectDraft,
    RetryDraft,

    /// <summary>역발행 요청.</summary>
    Request,
    ConfirmRequest,
    RejectRequest,

    /// <summary>Send the request mail again.</summary>
    Resend,

    /// <summary>The supplier approves: the ASP is asked to sign and issue.</summary>
    Approve,

    /// <summary>정발행 by us as the supplier.</summary>
    Issue,
    ConfirmIssue,
    RejectIssue,

    /// <summary>The supplier refuses.</summary>
    Refuse,
    ConfirmRefusal,
    CancelRequest,
    ConfirmRequestCancelled,
    CancelIssuance,
    ConfirmIssuanceCancelled,

    /// <summary>The ASP did not do what <see cref="TaxInvoice.AgencyAim"/> names.</summary>
    RejectCancel,

    /// <summary>Transmit now instead of tomorrow at 15:00.</summary>
    SendToNts,
    RejectSendToNts,
    QueueSending,
    AwaitSending,
    StartSending,
    CompleteSending,
    FailSending,
}

/// <summary>What others are told about an invoice (webhooks, mails).</summary>
public enum TaxInvoiceEvent
{
    Requested,
    Issued,
    RequestCancelled,
    IssuanceCancelled,
    Refused,
    SendingCompleted,
    SendingFailed,
}

/// <summary>What the ASP was last asked to undo, while the answer is out.</summary>
public enum TaxInvoiceAgencyAim
{
    None = 0,
    CancelRequest,
    Refuse,
    CancelIssuance,
}
