using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using static Jeongsan.Domain.TaxInvoices.TaxInvoiceCommand;
using static Jeongsan.Domain.TaxInvoices.TaxInvoiceStatus;

namespace Jeongsan.Domain.TaxInvoices;

/// <summary>What must be known to decide; what a command does not look at may be left out.</summary>
/// <param name="SupplierConnection">Of the supplier's partner; Connected also for a counterparty that is a member of the ASP.</param>
/// <param name="GivenBrn">The business number that the person at the supplier page typed.</param>
/// <param name="Certificate">Of the side that signs.</param>
public sealed record TaxInvoiceFacts(
    TaxInvoice Invoice,
    NtsConnectionStatus SupplierConnection = NtsConnectionStatus.NotConnected,
    BusinessRegistrationNumber? GivenBrn = null,
    CertificateFacts? Certificate = null,
    DateOnly Today = default);

/// <param name="Owner">The number that the certificate was proven to belong to.</param>
/// <param name="ValidUntil">Its last day, included.</param>
public sealed record CertificateFacts(BusinessRegistrationNumber Owner, DateOnly ValidFrom, DateOnly ValidUntil);

public static class TaxInvoiceLifecycle
{
    private static readonly Guard<TaxInvoiceFacts> IsReverse = new("reverse issuance", facts =>
        facts.Invoice.Issuance == TaxInvoiceIssuance.Reverse ? null : new TaxInvoiceRefusal.IssuanceMismatched(TaxInvoiceIssuance.Reverse, facts.Invoice.Issuance));

    private static readonly Guard<TaxInvoiceFacts> IsForward = new("forward issuance, own certificate", facts =>
        facts.Invoice.Issuance != TaxInvoiceIssuance.Normal
            ? new TaxInvoiceRefusal.IssuanceMismatched(TaxInvoiceIssuance.Normal, facts.Invoice.Issuance)
            : CheckCertificate(facts));

    /// <summary>What the supplier was asked to sign stays as it was; our own failed forward issue can be mended.</summary>
    private static readonly Guard<TaxInvoiceFacts> NeverRequested = new("forward issuance", facts =>
        facts.Invoice.Issuance == TaxInvoiceIssuance.Normal ? null : new TaxInvoiceRefusal.NotDrafted(IssueFailed));

    private static readonly Guard<TaxInvoiceFacts> SupplierConnected = new("reverse issuance, supplier connected", facts =>
        IsReverse.Check(facts) ?? (facts.SupplierConnection == NtsConnectionStatus.Connected
            ? null
            : new TaxInvoiceRefusal.SupplierNotConnected(facts.Invoice.SupplierBrn, facts.SupplierConnection)));

    private static readonly Guard<TaxInvoiceFacts> SupplierProven = new("supplier's number and certificate", facts =>
        IsReverse.Check(facts) ?? CheckBrn(facts) ?? CheckCertificate(facts));

    private static readonly Guard<TaxInvoiceFacts> SupplierNumberMatches = new("supplier's number", facts => IsReverse.Check(facts) ?? CheckBrn(facts));

    private static readonly Guard<TaxInvoiceFacts> AimIsRequest = new("cancel request or refusal was asked", facts =>
        facts.Invoice.AgencyAim is TaxInvoiceAgencyAim.CancelRequest or TaxInvoiceAgencyAim.Refuse
            ? null
            : new TaxInvoiceRefusal.AgencyNotAsked(facts.Invoice.AgencyAim));

    private static readonly Guard<TaxInvoiceFacts> AimIsIssuance = new("cancel issuance was asked", facts =>
        facts.Invoice.AgencyAim == TaxInvoiceAgencyAim.CancelIssuance ? null : new TaxInvoiceRefusal.AgencyNotAsked(facts.Invoice.AgencyAim));

    private static readonly TaxInvoiceStatus[] IssuedNotSent = [Issued, BeforeSending, WaitingSending];

    public static Lifecycle<TaxInvoiceStatus, TaxInvoiceCommand, TaxInvoiceFacts> Table { get; } = new(
        "TaxInvoice",
        [Drafted, DraftPending],
        NotAllowed,
        [
            new(Drafted, Edit, Drafted),
            new(RequestFailed, Edit, Drafted),
            new(IssueFailed, Edit, Drafted, NeverRequested),
            new(DraftPending, ConfirmDraft, Drafted),
            new(DraftPending, RejectDraft, DraftFailed),
            new(DraftFailed, RetryDraft, DraftPending),
            new(Drafted, Request, RequestPending, SupplierConnected),
            new(RequestFailed, Request, RequestPending, SupplierConnected),
            new(RequestPending, ConfirmRequest, Requested, null, nameof(TaxInvoiceEvent.Requested)),
            new(RequestPending, RejectRequest, RequestFailed),
            new(Requested, Resend, Requested),
            new(Requested, Approve, IssuePending, SupplierProven),
            new(IssueFailed, Approve, IssuePending, SupplierProven),
            new(Drafted, Issue, IssuePending, IsForward),
            new(IssueFailed, Issue, IssuePending, IsForward),
            new(IssuePending, ConfirmIssue, Issued, null, nameof(TaxInvoiceEvent.Issued)),
            // The supplier may act on the ASP's own site, and an attempt that seemed to fail may have been carried out.
            new(Requested, ConfirmIssue, Issued, null, nameof(TaxInvoiceEvent.Issued)),
            new(IssueFailed, ConfirmIssue, Issued, null, nameof(TaxInvoiceEvent.Issued)),
            new(CancelPending, ConfirmIssue, Issued, AimIsRequest, nameof(TaxInvoiceEvent.Issued)),
            new(IssuePending, RejectIssue, IssueFailed),
            new(Requested, Refuse, CancelPending, SupplierNumberMatches),
            new(IssueFailed, Refuse, CancelPending, SupplierNumberMatches),
            new(CancelPending, ConfirmRefusal, RequestRefused, null, nameof(TaxInvoiceEvent.Refused)),
            new(Requested, ConfirmRefusal, RequestRefused, null, nameof(TaxInvoiceEvent.Refused)),
            new(Requested, CancelRequest, CancelPending, IsReverse),
            new(IssueFailed, CancelRequest, CancelPending, IsReverse),
            new(CancelPending, ConfirmRequestCancelled, RequestCancelled, AimIsRequest, nameof(TaxInvoiceEvent.RequestCancelled)),
            new(Requested, ConfirmRequestCancelled, RequestCancelled, null, nameof(TaxInvoiceEvent.RequestCancelled)),
            .. IssuedNotSent.Select(status => Row(status, CancelIssuance, CancelPending)),
            .. IssuedNotSent.Select(status => Row(status, ConfirmIssuanceCancelled, IssuanceCancelled, TaxInvoiceEvent.IssuanceCancelled)),
            new(CancelPending, ConfirmIssuanceCancelled, IssuanceCancelled, AimIsIssuance, nameof(TaxInvoiceEvent.IssuanceCancelled)),
            new(CancelPending, RejectCancel, Requested, AimIsRequest),
            new(CancelPending, RejectCancel, Issued, AimIsIssuance),
            .. IssuedNotSent.Append(SendingFailed).Select(status => Row(status, SendToNts, SendingPending)),
            new(SendingPending, RejectSendToNts, BeforeSending),
            new(Issued, QueueSending, BeforeSending),
            .. IssuedNotSent.Take(2).Select(status => Row(status, AwaitSending, WaitingSending)),
            .. IssuedNotSent.Append(SendingPending).Append(SendingFailed).Select(status => Row(status, StartSending, Sending)),
            .. IssuedNotSent.Append(SendingPending).Append(Sending).Append(SendingFailed).Select(status => Row(status, CompleteSending, SendingCompleted, TaxInvoiceEvent.SendingCompleted)),
            .. IssuedNotSent.Append(SendingPending).Append(Sending).Select(status => Row(status, FailSending, SendingFailed, TaxInvoiceEvent.SendingFailed)),
        ]);

    /// <summary>Those of which the tax office will never hear, or heard that they are none.</summary>
    public static TaxInvoiceStatus[] Ended { get; } = [RequestRefused, RequestCancelled, IssuanceCancelled];

    /// <summary>
    /// True when the document of a deleted invoice may live on at the ASP: one whose issue failed is still a request there, which
    /// the supplier can approve on the ASP's own site.
    /// </summary>
    public static bool OutlivesDeletion(TaxInvoiceStatus status) => status is IssueFailed;

    /// <summary>Draft, refused, cancelled and failed ones may be deleted.</summary>
    public static bool IsDeletable(TaxInvoiceStatus status) =>
        status is Drafted or DraftFailed or RequestFailed or RequestRefused or RequestCancelled or IssuanceCancelled or IssueFailed;

    /// <summary>The supplier was asked, and can approve or refuse; also again after the ASP did not carry out the approval.</summary>
    public static bool AwaitsSupplier(TaxInvoiceStatus status) => status is Requested or IssueFailed;

    /// <summary>The ASP takes files with a draft only: afterwards the other side has seen the document.</summary>
    public static bool TakesAttachments(TaxInvoiceStatus status) => status is Drafted;

    /// <summary>True while the partner may not be disconnected or archived.</summary>
    public static bool IsUnderWay(TaxInvoiceStatus status) => status is IssueFailed || (status is not (Drafted or SendingCompleted) && !IsDeletable(status));

    private static Transition<TaxInvoiceStatus, TaxInvoiceCommand, TaxInvoiceFacts> Row(
        TaxInvoiceStatus from, TaxInvoiceCommand command, TaxInvoiceStatus to, TaxInvoiceEvent? says = null) =>
        new(from, command, to, null, says?.ToString());

    private static TaxInvoiceRefusal NotAllowed(TaxInvoiceStatus status, TaxInvoiceCommand command) => command switch
    {
        Edit or Request or Issue => new TaxInvoiceRefusal.NotDrafted(status),
        Resend or Approve or Refuse or CancelRequest => new TaxInvoiceRefusal.NotRequested(status),
        CancelIssuance or SendToNts => new TaxInvoiceRefusal.NotIssued(status),
        _ => new TaxInvoiceRefusal.NotInState(status, command),
    };

    private static TaxInvoiceRefusal? CheckBrn(TaxInvoiceFacts facts) =>
        facts.GivenBrn == facts.Invoice.SupplierBrn ? null : new TaxInvoiceRefusal.SupplierNumberMismatched();

    private static TaxInvoiceRefusal? CheckCertificate(TaxInvoiceFacts facts) => facts.Certificate switch
    {
        null => new TaxInvoiceRefusal.CertificateNotRegistered(facts.Invoice.SupplierBrn),
        { } certificate when certificate.Owner != facts.Invoice.SupplierBrn => new TaxInvoiceRefusal.CertificateOfAnother(facts.Invoice.SupplierBrn),
        { } certificate when facts.Today < certificate.ValidFrom => new TaxInvoiceRefusal.CertificateNotYetValid(certificate.ValidFrom, facts.Today),
        { } certificate when facts.Today > certificate.ValidUntil => new TaxInvoiceRefusal.CertificateExpired(certificate.ValidUntil, facts.Today),
        _ => null,
    };
}
