using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;

namespace Jeongsan.Domain.TaxInvoices;

/// <summary>세금계산서 or 계산서, from its draft to the NTS's answer.</summary>
public sealed class TaxInvoice : ITenantOwned
{
    private TaxInvoice()
    {
    }

    public MerchantId MerchantId { get; private set; }
    public Mode Mode { get; private set; }
    public TaxInvoiceId Id { get; private set; }
    public TaxInvoiceStatus Status { get; private set; }
    public DateTimeOffset StatusUpdatedAt { get; private set; }

    /// <summary>What the ASP is asked to undo while the status is CancelPending.</summary>
    public TaxInvoiceAgencyAim AgencyAim { get; private set; }

    /// <summary>Why the last step failed, was refused or was cancelled.</summary>
    public string? StatusReason { get; private set; }

    public TaxInvoiceContent Content { get; private set; } = null!;

    public TaxInvoiceTaxation Taxation { get; private set; }
    public TaxInvoiceIssuance Issuance { get; private set; }
    public TaxInvoiceDocument Document { get; private set; }
    public TaxInvoicePurpose Purpose { get; private set; }

    /// <summary>작성일자.</summary>
    public DateOnly WriteDate { get; private set; }

    /// <summary>발행 기한: see <see cref="IssueDeadline"/>.</summary>
    public DateOnly IssuanceDueDate { get; private set; }

    public Won TotalSupplyAmount { get; private set; }
    public Won TotalTaxAmount { get; private set; }
    public Won TotalAmount { get; private set; }

    public BusinessRegistrationNumber SupplierBrn { get; private set; }
    public string SupplierName { get; private set; } = null!;
    public BusinessRegistrationNumber RecipientBrn { get; private set; }
    public string RecipientName { get; private set; } = null!;

    /// <summary>The key of the supplier's side at the ASP (문서번호).</summary>
    public string? SupplierDocumentKey { get; private set; }

    /// <summary>The key of the recipient's side at the ASP; in reverse issuance the one that the outside sees.</summary>
    public string? RecipientDocumentKey { get; private set; }

    /// <summary>The counterparty that supplies: a partner's has the partner's id. Null for our own company and for strangers.</summary>
    public string? SupplierCounterpartyId { get; private set; }

    public string? RecipientCounterpartyId { get; private set; }

    /// <summary>The partner that supplies, when it was made from a payout or for a partner.</summary>
    public PartnerId? PartnerId { get; private set; }

    public PayoutId? PayoutId { get; private set; }
    public BulkTaxInvoiceId? BulkTaxInvoiceId { get; private set; }
    public string? Memo { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset? DraftedAt { get; private set; }
    public DateTimeOffset? RequestedAt { get; private set; }

    /// <summary>When the supplier opened the page of the mail first.</summary>
    public DateTimeOffset? OpenedAt { get; private set; }

    /// <summary>The reminder of the deadline that the supplier was sent last; null while none was.</summary>
    public DeadlineReminderKind? Reminded { get; private set; }

    public DateTimeOffset? RemindedAt { get; private set; }

    public DateTimeOffset? IssuedAt { get; private set; }

    /// <summary>Issued after <see cref="IssuanceDueDate"/>, by the calendar of Seoul.</summary>
    public bool IsIssuedLate { get; private set; }

    public DateTimeOffset? NtsSentAt { get; private set; }

    /// <summary>국세청 승인번호, 24 characters.</summary>
    public string? NtsApprovalNumber { get; private set; }

    public string? NtsResult { get; private set; }
    public string? NtsResultCode { get; private set; }
    public DateTimeOffset? NtsResultReceivedAt { get; private set; }
    public DateTimeOffset? DeletedAt { get; private set; }

    public string? DraftedBy { get; private set; }
    public string? RequestedBy { get; private set; }
    public string? IssuedBy { get; private set; }

    /// <summary>Who cancelled, refused or deleted it.</summary>
    public string? EndedBy { get; private set; }

    public int Version { get; private set; }

    public bool IsDeleted => DeletedAt is not null;

    /// <summary>Whose document it is at the ASP: forward invoices and amendments are written and issued in the supplier's name.</summary>
    public bool IsWrittenBySupplier => Issuance == TaxInvoiceIssuance.Normal || Document == TaxInvoiceDocument.Modification;

    /// <param name="atAgency">True when the ASP keeps drafts too: the draft is pending until the ASP has it.</param>
    public static Outcome<TaxInvoice> Draft(Tenant tenant, TaxInvoiceId id, TaxInvoiceContent content, TaxInvoiceOrigin origin, DateOnly dueDate, bool atAgency, Actor actor, DateTimeOffset at)
    {
        if ((TaxInvoiceChecks.Check(content) ?? TaxInvoiceChecks.Keys(origin)) is { } refusal)
        {
            return refusal;
        }

        var invoice = new TaxInvoice
        {
            MerchantId = tenant.Merchant,
            Mode = tenant.Mode,
            Id = id,
            Status = atAgency ? TaxInvoiceStatus.DraftPending : TaxInvoiceStatus.Drafted,
            StatusUpdatedAt = at,
            CreatedAt = at,
            DraftedAt = at,
            DraftedBy = actor.ToString(),
            SupplierDocumentKey = origin.SupplierDocumentKey,
            RecipientDocumentKey = origin.RecipientDocumentKey,
            PartnerId = origin.Partner,
            PayoutId = origin.Payout,
            BulkTaxInvoiceId = origin.Bulk,
            Memo = origin.Memo,
        };
        invoice.Take(content, dueDate);
        return invoice;
    }

    public Outcome<Move> Edit(TaxInvoiceContent content, DateOnly dueDate, Actor actor, DateTimeOffset at)
    {
        if (TaxInvoiceChecks.Check(content) is { } refusal)
        {
            return refusal;
        }

        return MoveBy(TaxInvoiceCommand.Edit, new(this), null, at).Then<Move>(move =>
        {
            Take(content, dueDate);
            DraftedBy = actor.ToString();
            return move;
        });
    }

    /// <summary>역발행 요청: the ASP is to carry it to the supplier.</summary>
    public Outcome<Move> Request(NtsConnectionStatus supplierConnection, Actor actor, string? memo, DateTimeOffset at) =>
        MoveBy(TaxInvoiceCommand.Request, new(this, supplierConnection), null, at).Then<Move>(move =>
        {
            (RequestedBy, Memo) = (actor.ToString(), memo ?? Memo);
            return move;
        });

    /// <summary>The supplier approves at our page: its number and certificate must be the invoice's.</summary>
    /// <param name="waitsFor">What must happen before the ASP can be asked to issue it, in Korean; null when it can be asked now.</param>
    public Outcome<Move> Approve(BusinessRegistrationNumber givenBrn, CertificateFacts? certificate, Actor actor, DateOnly today, DateTimeOffset at, string? waitsFor = null) =>
        MoveBy(TaxInvoiceCommand.Approve, new(this, GivenBrn: givenBrn, Certificate: certificate, Today: today), waitsFor, at).Then<Move>(move =>
        {
            IssuedBy = actor.ToString();
            return move;
        });

    /// <summary>정발행 with our own certificate.</summary>
    /// <param name="emailSubject">Of the mail to the recipient; null: our own words.</param>
    /// <param name="waitsFor">What must happen before the ASP can be asked to issue it, in Korean; null when it can be asked now.</param>
    public Outcome<Move> Issue(CertificateFacts? certificate, string? emailSubject, Actor actor, DateOnly today, DateTimeOffset at, string? waitsFor = null) =>
        MoveBy(TaxInvoiceCommand.Issue, new(this, Certificate: certificate, Today: today), waitsFor, at).Then<Move>(move =>
        {
            (IssuedBy, Content) = (actor.ToString(), Content with { EmailSubject = emailSubject });
            return move;
        });

    public Outcome<Move> Refuse(BusinessRegistrationNumber givenBrn, string? reason, Actor actor, DateTimeOffset at) =>
        Undo(TaxInvoiceCommand.Refuse, new(this, GivenBrn: givenBrn), TaxInvoiceAgencyAim.Refuse, reason, actor, at);

    public Outcome<Move> CancelRequest(string? reason, Actor actor, DateTimeOffset at) =>
        Undo(TaxInvoiceCommand.CancelRequest, new(this), TaxInvoiceAgencyAim.CancelRequest, reason, actor, at);

    public Outcome<Move> CancelIssuance(string? reason, Actor actor, DateTimeOffset at) =>
        Undo(TaxInvoiceCommand.CancelIssuance, new(this), TaxInvoiceAgencyAim.CancelIssuance, reason, actor, at);

    public Outcome<Move> SendToNts(DateTimeOffset at) => MoveBy(TaxInvoiceCommand.SendToNts, new(this), null, at);

    public Outcome<Move> Resend(DateTimeOffset at) => MoveBy(TaxInvoiceCommand.Resend, new(this), null, at);

    /// <summary>What the ASP answered, or what its state tells. Stamps what belongs to the step.</summary>
    public Outcome<Move> Observe(TaxInvoiceObservation observation, DateTimeOffset at) =>
        MoveBy(observation.Command, new(this), observation.Reason, at).Then<Move>(move =>
        {
            Stamp(observation, at);
            return move;
        });

    /// <summary>An approved invoice that waits now waits for something else.</summary>
    public void WaitFor(string reason)
    {
        StatusReason = reason;
        Version++;
    }

    /// <summary>What an approved invoice waited for has happened.</summary>
    public void StopWaiting()
    {
        StatusReason = null;
        Version++;
    }

    public void NoteOpened(DateTimeOffset at)
    {
        if (OpenedAt is null)
        {
            OpenedAt = at;
            Version++;
        }
    }

    /// <summary>Null when the supplier need not be reminded (any more).</summary>
    /// <remarks>The law sets most amendments no day to miss.</remarks>
    public DeadlineReminder? DueReminder(DateTimeOffset now, Calendar.BusinessDays businessDays) =>
        !IsDeleted && Issuance == TaxInvoiceIssuance.Reverse && TaxInvoiceLifecycle.AwaitsSupplier(Status) && RequestedAt is { } requestedAt
        && DeadlineReminder.Current(IssuanceDueDate, now, businessDays) is { } reminder && reminder.IsDue(requestedAt, Reminded)
        && (reminder.Kind != DeadlineReminderKind.Missed || Document == TaxInvoiceDocument.Normal)
            ? reminder
            : null;

    /// <summary>Whoever decides on the invoice at the same time looks again: nobody is reminded of what was approved.</summary>
    public void NoteReminded(DeadlineReminderKind kind, DateTimeOffset at)
    {
        (Reminded, RemindedAt) = (kind, at);
        Version++;
    }

    /// <summary>What is attached has changed: whoever decides on the invoice at the same time looks again.</summary>
    public Outcome<Done> NoteAttachments()
    {
        if (!TaxInvoiceLifecycle.TakesAttachments(Status))
        {
            return new TaxInvoiceRefusal.NotDrafted(Status);
        }

        Version++;
        return default(Done);
    }

    /// <summary>An amendment of it was written: whoever amends it at the same time looks again.</summary>
    public void NoteAmended() => Version++;

    public void SetMemo(string? memo)
    {
        Memo = memo;
        Version++;
    }

    public Outcome<Done> Delete(Actor actor, DateTimeOffset at)
    {
        if (IsDeleted)
        {
            return new TaxInvoiceRefusal.Deleted(Id);
        }

        if (!TaxInvoiceLifecycle.IsDeletable(Status))
        {
            return new TaxInvoiceRefusal.NotDeletable(Status);
        }

        (DeletedAt, EndedBy) = (at, actor.ToString());
        Version++;
        return default(Done);
    }

    /// <summary>지연 발행: not with the NTS although the deadline has passed.</summary>
    public bool IsDelayed(DateOnly today) =>
        Status != TaxInvoiceStatus.SendingCompleted
            ? today > IssuanceDueDate
            : IsIssuedLate;

    private Outcome<Move> Undo(TaxInvoiceCommand command, TaxInvoiceFacts facts, TaxInvoiceAgencyAim aim, string? reason, Actor actor, DateTimeOffset at) =>
        MoveBy(command, facts, reason, at).Then<Move>(move =>
        {
            (AgencyAim, EndedBy) = (aim, actor.ToString());
            return move;
        });

    /// <summary>Empties what it says of the partner, whose data is destroyed; of an issued one the lawful form stays as it was.</summary>
    public void ErasePartner()
    {
        var supplier = IssuedAt is null ? Content.Supplier.Erased() : Content.Supplier with { Contact = null };
        Content = Content with { Supplier = supplier, AdditionalContacts = [] };
        (SupplierName, SupplierBrn) = (supplier.Name, supplier.Brn);
        Version++;
    }

    private void Take(TaxInvoiceContent content, DateOnly dueDate)
    {
        Content = content;
        (Taxation, Issuance, Purpose) = (content.Taxation, content.Issuance, content.Purpose);
        Document = content.Amendment is null ? TaxInvoiceDocument.Normal : TaxInvoiceDocument.Modification;
        (WriteDate, IssuanceDueDate) = (content.WriteDate, dueDate);
        (TotalSupplyAmount, TotalTaxAmount, TotalAmount) = (content.TotalSupply, content.TotalTax, content.TotalAmount);
        (SupplierBrn, SupplierName) = (content.Supplier.Brn, content.Supplier.Name);
        (RecipientBrn, RecipientName) = (content.Recipient.Brn, content.Recipient.Name);
        (SupplierCounterpartyId, RecipientCounterpartyId) = (content.Supplier.CounterpartyId ?? PartnerId?.Value, content.Recipient.CounterpartyId);
        Version++;
    }

    private void Stamp(TaxInvoiceObservation observation, DateTimeOffset at)
    {
        switch (observation.Command)
        {
            case TaxInvoiceCommand.ConfirmRequest:
                RequestedAt = observation.HappenedAt ?? at;
                break;
            case TaxInvoiceCommand.ConfirmIssue:
                IssuedAt = observation.HappenedAt ?? at;
                IsIssuedLate = Calendar.SeoulTime.DateOf(IssuedAt.Value) > IssuanceDueDate;
                break;
            case TaxInvoiceCommand.CompleteSending or TaxInvoiceCommand.FailSending:
                (NtsResult, NtsResultCode, NtsResultReceivedAt) = (observation.NtsResult, observation.NtsResultCode, at);
                NtsSentAt = observation.HappenedAt ?? NtsSentAt ?? at;
                break;
            case TaxInvoiceCommand.StartSending:
                NtsSentAt = observation.HappenedAt ?? at;
                break;
            default:
                break;
        }

        NtsApprovalNumber = observation.NtsApprovalNumber ?? NtsApprovalNumber;
    }

    private Outcome<Move> MoveBy(TaxInvoiceCommand command, TaxInvoiceFacts facts, string? reason, DateTimeOffset at)
    {
        if (IsDeleted)
        {
            return new TaxInvoiceRefusal.Deleted(Id);
        }

        var decided = TaxInvoiceLifecycle.Table.Decide(Status, command, facts);
        if (decided.IsRefused)
        {
            return decided.Refusal;
        }

        (Status, StatusUpdatedAt) = (decided.Value.To, at);
        (AgencyAim, StatusReason) = (TaxInvoiceAgencyAim.None, reason ?? (KeepsReason(command) ? StatusReason : null));
        Version++;
        return new Move(decided.Value.From.ToString(), command.ToString(), Status.ToString(), decided.Value.Says);
    }

    /// <summary>The reason that a person gave with a cancellation or refusal stays when the ASP has carried it out.</summary>
    private static bool KeepsReason(TaxInvoiceCommand command) =>
        command is TaxInvoiceCommand.ConfirmRefusal or TaxInvoiceCommand.ConfirmRequestCancelled or TaxInvoiceCommand.ConfirmIssuanceCancelled;
}

/// <summary>Where an invoice comes from, and the keys by which the ASP knows it.</summary>
public sealed record TaxInvoiceOrigin(
    string? SupplierDocumentKey,
    string? RecipientDocumentKey,
    PartnerId? Partner = null,
    PayoutId? Payout = null,
    BulkTaxInvoiceId? Bulk = null,
    string? Memo = null);

/// <summary>What the ASP said or shows.</summary>
/// <param name="Command">One of the Confirm…, Reject… and sending commands.</param>
/// <param name="HappenedAt">The ASP's own time of it, when it tells.</param>
public sealed record TaxInvoiceObservation(
    TaxInvoiceCommand Command,
    string? Reason = null,
    DateTimeOffset? HappenedAt = null,
    string? NtsApprovalNumber = null,
    string? NtsResult = null,
    string? NtsResultCode = null);
