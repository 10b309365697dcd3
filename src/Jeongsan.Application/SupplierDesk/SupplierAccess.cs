using System.Globalization;
using System.Text;
using Jeongsan.Application.Holidays;
using Jeongsan.Application.Merchants;
using Jeongsan.Application.People;
using Jeongsan.Application.Privacy;
using Jeongsan.Application.Storage;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Privacy;
using Jeongsan.Domain.Settlements;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.Domain.Transfers;
using Jeongsan.Etax;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.SupplierDesk;

/// <summary>
/// What a supplier who came by the link of a mail can do. Every call names the token of the link; the pages have
/// checked the business number before they call anything below <see cref="CheckBusinessNumberAsync"/>.
/// </summary>
public sealed class SupplierAccess(Store store, ContextFactory contexts, ITaxInvoiceAgency agency, ApproveTaxInvoice approve, UndoTaxInvoice undo, DiscloseLookup disclose)
{
    /// <summary>What the link is about, without anything that only the supplier may see.</summary>
    /// <remarks>Refused: LinkUnknown, LinkExpired, LinkReplaced. A settled invoice is an answer with its state, not a refusal.</remarks>
    public async Task<Outcome<SupplierLinkView>> OpenAsync(string token, CancellationToken ct)
    {
        var found = await FindAsync(token, ct);
        return found.Then<SupplierLinkView>(visit => new SupplierLinkView(
            visit.Platform, State(visit.Invoice), SupplierMails.SubjectOf(visit.Invoice), visit.Invoice.SupplierName, visit.Invoice.TotalAmount.Value,
            visit.Invoice.IssuanceDueDate, SeoulTime.DateOf(visit.Link.ExpiresAt).AddDays(-1)));
    }

    /// <param name="businessNumber">Ten digits, already stripped of everything else.</param>
    /// <param name="networkAddress">Wrong attempts count per link and per address.</param>
    /// <remarks>Refused: those of <see cref="OpenAsync"/>, then TooManyAttempts, BusinessNumberWrong.</remarks>
    public async Task<Outcome<Done>> CheckBusinessNumberAsync(string token, string businessNumber, string networkAddress, CancellationToken ct)
    {
        var found = await FindAsync(token, ct);
        if (found.IsRefused)
        {
            return found.Refusal;
        }
        var visit = found.Value;
        // A wrong number is written down, so it is not a refusal of the command: what it says comes back inside.
        var entered = await store.CommandAsync<Refusal?[]>(visit.Tenant, visit.Actor, async work =>
        {
            var link = await work.Db.Set<SupplierLink>().SingleAsync(row => row.Id == visit.Link.Id, ct);
            var invoice = await work.Db.Set<TaxInvoice>().SingleAsync(row => row.Id == visit.Invoice.Id, ct);
            var refusal = await work.EnterAsync(link, businessNumber, invoice.SupplierBrn, networkAddress, visit.Platform, ct);
            if (refusal is null)
            {
                invoice.NoteOpened(work.Now);
            }
            return new[] { refusal };
        }, ct);
        return entered.Value[0] is { } refusal ? refusal : new Done();
    }

    /// <summary>The whole invoice, in any state after the request.</summary>
    /// <remarks>Refused: those of <see cref="OpenAsync"/>.</remarks>
    public async Task<Outcome<SupplierInvoiceView>> ViewAsync(string token, CancellationToken ct)
    {
        var found = await FindAsync(token, ct);
        if (found.IsRefused)
        {
            return found.Refusal;
        }
        var visit = found.Value;
        await using var db = store.Read(visit.Tenant);
        var invoice = visit.Invoice;
        var waiting = await db.Set<TaxInvoice>().CountAsync(row =>
            row.SupplierBrn == invoice.SupplierBrn && row.Id != invoice.Id && row.Status == TaxInvoiceStatus.Requested && row.DeletedAt == null, ct);
        var state = State(invoice);
        return new SupplierInvoiceView
        {
            Platform = visit.Platform,
            State = state,
            Subject = SupplierMails.SubjectOf(invoice),
            Supplier = Party(invoice.Content.Supplier),
            Recipient = Party(invoice.Content.Recipient),
            WriteDate = invoice.WriteDate,
            SupplyAmountWon = invoice.TotalSupplyAmount.Value,
            TaxAmountWon = invoice.TotalTaxAmount.Value,
            Lines = [.. invoice.Content.Items.Select(item => Line(invoice, item))],
            FormPages = TaxInvoiceForm.RenderSvg(EtaxForm.Of(invoice), FormCopy.Supplier, isTrimmed: true),
            Deadline = invoice.IssuanceDueDate,
            IsTaxFree = invoice.Taxation == TaxInvoiceTaxation.Free,
            IsReceipt = invoice.Content.Purpose == TaxInvoicePurpose.Receipt,
            Remark = invoice.Content.Remarks.Count > 0 ? string.Join(" / ", invoice.Content.Remarks) : null,
            ApprovalNumber = invoice.NtsApprovalNumber,
            TransmissionDate = state == SupplierInvoiceState.Issued
                ? invoice.NtsSentAt is { } sentAt ? SeoulTime.DateOf(sentAt) : Transmission.DateFor(invoice, await db.BusinessDaysAsync(ct)) : null,
            IsSentToNts = invoice.Status == TaxInvoiceStatus.SendingCompleted,
            RefusalReason = state == SupplierInvoiceState.Refused ? invoice.StatusReason : null,
            AmendmentWords = AmendmentWords(invoice),
            WaitsFor = invoice.Status == TaxInvoiceStatus.IssuePending ? invoice.StatusReason : null,
            LastProblem = invoice.Status == TaxInvoiceStatus.IssueFailed ? invoice.StatusReason : null,
            Settlements = await SettlementsAsync(db, invoice, ct),
            OtherWaitingCount = waiting,
        };
    }

    /// <summary>Approves; a second call after the first was carried out says Done again.</summary>
    /// <remarks>Refused: those of <see cref="OpenAsync"/>, NotWaiting, AgencyNotEntrusted, CertificateMissing, CertificateExpired, CertificateOfAnotherCompany, AgencyUnavailable.</remarks>
    public async Task<Outcome<Done>> ApproveAsync(string token, CancellationToken ct)
    {
        var found = await FindAsync(token, ct);
        if (found.IsRefused)
        {
            return found.Refusal;
        }
        var visit = found.Value;
        if (State(visit.Invoice) is SupplierInvoiceState.Issuing or SupplierInvoiceState.Issued)
        {
            return new Done();
        }
        if (State(visit.Invoice) != SupplierInvoiceState.Waiting)
        {
            return new SupplierDeskRefusal.NotWaiting(State(visit.Invoice));
        }
        if ((await disclose.BySupplierAsync(visit.Tenant, visit.Actor, visit.Invoice.SupplierBrn, ct)).IsRefused)
        {
            return new SupplierDeskRefusal.AgencyNotEntrusted(visit.Platform);
        }
        CertificateFacts? certificate;
        try
        {
            certificate = await agency.CertificateAsync(visit.Tenant, visit.Invoice.SupplierBrn, ct) is { } registered
                ? new CertificateFacts(visit.Invoice.SupplierBrn, DateOnly.MinValue, SeoulTime.DateOf(registered.ExpiresAt)) : null;
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            return new SupplierDeskRefusal.AgencyUnavailable();
        }
        var approved = await approve.HandleAsync(visit.Tenant, visit.Actor, visit.Invoice.Id, visit.Invoice.SupplierBrn, certificate, ct);
        return approved.Refusal switch
        {
            null => new Done(),
            PrivacyRefusal => new SupplierDeskRefusal.AgencyNotEntrusted(visit.Platform),
            TaxInvoiceRefusal.CertificateNotRegistered => new SupplierDeskRefusal.CertificateMissing(),
            TaxInvoiceRefusal.CertificateExpired expired => new SupplierDeskRefusal.CertificateExpired(expired.ValidUntil),
            TaxInvoiceRefusal.CertificateOfAnother => new SupplierDeskRefusal.CertificateOfAnotherCompany(),
            _ => await NotWaitingAsync(token, ct),
        };
    }

    /// <param name="reason">1 to 200 characters, in the supplier's words.</param>
    /// <remarks>Refused: those of <see cref="OpenAsync"/>, NotWaiting, AgencyNotEntrusted.</remarks>
    public async Task<Outcome<Done>> RefuseAsync(string token, string reason, CancellationToken ct)
    {
        var found = await FindAsync(token, ct);
        if (found.IsRefused)
        {
            return found.Refusal;
        }
        var visit = found.Value;
        var refused = await undo.RefuseAsync(visit.Tenant, visit.Actor, visit.Invoice.Id, visit.Invoice.SupplierBrn, reason, ct);
        return refused.Refusal switch
        {
            null => new Done(),
            PrivacyRefusal => new SupplierDeskRefusal.AgencyNotEntrusted(visit.Platform),
            _ => await NotWaitingAsync(token, ct),
        };
    }

    /// <summary>발행 취소, as long as the NTS does not have it.</summary>
    /// <param name="reason">1 to 200 characters, in the supplier's words.</param>
    /// <remarks>Refused: those of <see cref="OpenAsync"/>, NotIssuedYet, SentAlready, AgencyNotEntrusted.</remarks>
    public async Task<Outcome<Done>> CancelIssuanceAsync(string token, string reason, CancellationToken ct)
    {
        var found = await FindAsync(token, ct);
        if (found.IsRefused)
        {
            return found.Refusal;
        }
        var visit = found.Value;
        var cancelled = await undo.CancelIssuanceAsync(visit.Tenant, visit.Actor, visit.Invoice.Id, reason, ct);
        return cancelled.Refusal switch
        {
            null => new Done(),
            PrivacyRefusal => new SupplierDeskRefusal.AgencyNotEntrusted(visit.Platform),
            TaxInvoiceRefusal.NotIssued(TaxInvoiceStatus.SendingPending or TaxInvoiceStatus.Sending or TaxInvoiceStatus.SendingCompleted or TaxInvoiceStatus.SendingFailed) =>
                new SupplierDeskRefusal.SentAlready(),
            _ => new SupplierDeskRefusal.NotIssuedYet(),
        };
    }

    /// <summary>What happened to the invoice, oldest first.</summary>
    /// <remarks>Refused: those of <see cref="OpenAsync"/>.</remarks>
    public async Task<Outcome<IReadOnlyList<SupplierHistoryLine>>> HistoryAsync(string token, CancellationToken ct)
    {
        var found = await FindAsync(token, ct);
        if (found.IsRefused)
        {
            return found.Refusal;
        }
        await using var db = store.Read(found.Value.Tenant);
        var id = found.Value.Invoice.Id.Value;
        return await db.Set<HistoryRow>().Where(row => row.Subject == TaxInvoiceWork.Subject && row.SubjectId == id).OrderBy(row => row.Sequence)
            .Select(row => new SupplierHistoryLine(row.At, row.What, row.ActorKind)).ToListAsync(ct);
    }

    /// <summary>Whether a certificate is registered at the ASP, and where to register one.</summary>
    /// <param name="returnTo">Where the registration page leads back to.</param>
    /// <remarks>Refused: those of <see cref="OpenAsync"/>, AgencyNotEntrusted, AgencyUnavailable.</remarks>
    public async Task<Outcome<SupplierCertificateView>> CertificateAsync(string token, Uri returnTo, CancellationToken ct)
    {
        var found = await FindAsync(token, ct);
        if (found.IsRefused)
        {
            return found.Refusal;
        }
        var (visit, company) = (found.Value, found.Value.Invoice.SupplierBrn);
        if ((await disclose.BySupplierAsync(visit.Tenant, visit.Actor, company, ct)).IsRefused)
        {
            return new SupplierDeskRefusal.AgencyNotEntrusted(visit.Platform);
        }
        try
        {
            var registered = await agency.CertificateAsync(visit.Tenant, company, ct);
            var page = await agency.CertificateRegistrationAsync(visit.Tenant, company, ct);
            if (page.IsRefused)
            {
                return new SupplierDeskRefusal.AgencyUnavailable();
            }
            var expires = registered is null ? (DateOnly?)null : SeoulTime.DateOf(registered.ExpiresAt);
            var today = SeoulTime.DateOf(await store.NowAsync(visit.Tenant, ct));
            return new SupplierCertificateView(visit.Platform, expires >= today, expires, WithReturn(page.Value, returnTo));
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            return new SupplierDeskRefusal.AgencyUnavailable();
        }
    }

    /// <summary>The signed XML as archived.</summary>
    /// <remarks>Refused: those of <see cref="OpenAsync"/>, NotIssuedYet.</remarks>
    public async Task<Outcome<ReadOnlyMemory<byte>>> XmlAsync(string token, CancellationToken ct)
    {
        var found = await FindAsync(token, ct);
        if (found.IsRefused)
        {
            return found.Refusal;
        }
        await using var db = store.Read(found.Value.Tenant);
        var id = found.Value.Invoice.Id;
        return await db.Set<SignedDocument>().Where(row => row.Id == id).Select(row => row.Xml).SingleOrDefaultAsync(ct) is { } xml
            ? new ReadOnlyMemory<byte>(Encoding.UTF8.GetBytes(xml)) : new SupplierDeskRefusal.NotIssuedYet();
    }

    /// <summary>The invoice for its lawful form, whatever its state; before it is issued the form says so.</summary>
    /// <remarks>Refused: those of <see cref="OpenAsync"/>.</remarks>
    public async Task<Outcome<EtaxInvoice>> FormAsync(string token, CancellationToken ct)
    {
        var found = await FindAsync(token, ct);
        return found.Then<EtaxInvoice>(visit => EtaxForm.Of(visit.Invoice));
    }

    private sealed record Visit(Tenant Tenant, SupplierLink Link, TaxInvoice Invoice, SupplierPlatform Platform)
    {
        public Actor Actor => new(ActorKind.Supplier, Invoice.PartnerId?.Value ?? Invoice.SupplierBrn.Value);
    }

    private async Task<Outcome<Visit>> FindAsync(string token, CancellationToken ct)
    {
        var hash = SupplierLink.HashOf(token);
        await using var all = contexts.CreateForAll();
        var link = await all.Set<SupplierLink>().IgnoreQueryFilters().AsNoTracking().SingleOrDefaultAsync(row => row.TokenHash == hash, ct);
        if (link is null || link.Kind != SupplierLinkKind.Approval)
        {
            return new SupplierDeskRefusal.LinkUnknown();
        }
        var tenant = new Tenant(link.MerchantId, link.Mode);
        await using var db = store.Read(tenant);
        var merchant = await db.Set<Merchant>().SingleAsync(row => row.Id == link.MerchantId, ct);
        var company = await db.Set<OwnCompany>().SingleAsync(ct);
        var platform = new SupplierPlatform(merchant.Name, company.ContactEmail, company.ContactPhone);
        var now = await store.NowAsync(tenant, ct);
        // A locked link still opens: only the number can't be tried.
        if (link.Check(now) is { } refusal and not TaxInvoiceRefusal.LinkLocked)
        {
            return Translate(refusal, link, platform, now)!;
        }
        var invoice = await db.Set<TaxInvoice>().SingleAsync(row => row.Id == link.TaxInvoiceId, ct);
        return new Visit(tenant, link, invoice, platform);
    }

    private async Task<Outcome<Done>> NotWaitingAsync(string token, CancellationToken ct)
    {
        var again = await FindAsync(token, ct);
        return again.IsRefused ? again.Refusal : new SupplierDeskRefusal.NotWaiting(State(again.Value.Invoice));
    }

    internal static SupplierDeskRefusal? Translate(Refusal? refusal, SupplierLink link, SupplierPlatform platform, DateTimeOffset now) => refusal switch
    {
        null => null,
        TaxInvoiceRefusal.LinkReplaced replaced => new SupplierDeskRefusal.LinkReplaced(platform, replaced.ReplacedAt),
        TaxInvoiceRefusal.LinkExpired expired => new SupplierDeskRefusal.LinkExpired(platform, SeoulTime.DateOf(expired.ExpiredAt)),
        TaxInvoiceRefusal.LinkLocked locked => new SupplierDeskRefusal.TooManyAttempts(platform, locked.LockedUntil - now),
        TaxInvoiceRefusal.SupplierNumberMismatched => new SupplierDeskRefusal.BusinessNumberWrong(platform, SupplierLink.AttemptCountMax - link.FailedAttemptCount),
        _ => throw new System.Diagnostics.UnreachableException(refusal.Reason),
    };

    internal static SupplierInvoiceState State(TaxInvoice invoice) => invoice.Status switch
    {
        TaxInvoiceStatus.Requested or TaxInvoiceStatus.IssueFailed => SupplierInvoiceState.Waiting,
        TaxInvoiceStatus.IssuePending => SupplierInvoiceState.Issuing,
        TaxInvoiceStatus.RequestRefused => SupplierInvoiceState.Refused,
        TaxInvoiceStatus.CancelPending => invoice.AgencyAim == TaxInvoiceAgencyAim.Refuse ? SupplierInvoiceState.Refused : SupplierInvoiceState.Cancelled,
        TaxInvoiceStatus.RequestCancelled or TaxInvoiceStatus.IssuanceCancelled => SupplierInvoiceState.Cancelled,
        TaxInvoiceStatus.Issued or TaxInvoiceStatus.BeforeSending or TaxInvoiceStatus.WaitingSending or TaxInvoiceStatus.Sending
            or TaxInvoiceStatus.SendingPending or TaxInvoiceStatus.SendingCompleted or TaxInvoiceStatus.SendingFailed => SupplierInvoiceState.Issued,
        _ => SupplierInvoiceState.Cancelled,
    };

    private static string? AmendmentWords(TaxInvoice invoice) => invoice.Content.Amendment is not { } amendment ? null
        : $"전에 발행한 세금계산서를 고치는 수정세금계산서입니다. 사유는 '{EtaxForm.Reason(amendment.Reason).KoreanName()}'입니다."
            + (amendment.PairTaxInvoiceId is null ? "" : " 당초 금액을 취소하는 것과 바르게 적은 것 두 장을 모두 승인하셔야 함께 발행됩니다.");

    private static SupplierInvoiceParty Party(TaxInvoiceParty party) => new()
    {
        BusinessNumber = party.Brn.Value,
        BranchNumber = party.TaxRegistrationId,
        Name = party.Name,
        Representative = party.RepresentativeName,
        Address = party.Address,
        BusinessType = party.BusinessType,
        BusinessItem = party.BusinessClass,
        Email = party.Contact?.Email,
    };

    private static SupplierInvoiceLine Line(TaxInvoice invoice, TaxInvoiceItem item) => new(
        item.PurchaseDate ?? invoice.WriteDate, item.Name ?? "", item.Spec, Scaled(item.Quantity), Scaled(item.UnitCost),
        item.SupplyCost?.Value ?? 0, item.Tax?.Value ?? 0, item.Remark);

    private static string? Scaled(ScaledNumber? number) => number is not { } given ? null
        : given.Scale == 0 ? given.Unscaled.ToString("#,0", CultureInfo.InvariantCulture)
        : new decimal(given.Unscaled).ToString(CultureInfo.InvariantCulture) is var digits && digits.Length > given.Scale
            ? digits.Insert(digits.Length - given.Scale, ".") : given.Unscaled.ToString(CultureInfo.InvariantCulture);

    private static async Task<IReadOnlyList<SupplierSettlementLine>> SettlementsAsync(JeongsanContext db, TaxInvoice invoice, CancellationToken ct)
    {
        if (invoice.PayoutId is null)
        {
            return [];
        }
        var settlements = await db.Set<PartnerSettlement>().Where(row => row.PayoutId == invoice.PayoutId).OrderBy(row => row.SettlementDate).ToListAsync(ct);
        return [.. settlements.Select(row => new SupplierSettlementLine(Label(row), row.SettlementDate, row.SignedSettlement.Value))];
    }

    private static string Label(PartnerSettlement settlement) => settlement.Kind switch
    {
        TransferKind.Order => $"주문 정산 {settlement.TransferCount}건",
        TransferKind.OrderCancel => $"주문 취소 {settlement.TransferCount}건",
        TransferKind.Manual => $"수기 정산 {settlement.TransferCount}건",
        _ => throw new System.Diagnostics.UnreachableException(settlement.Kind.ToString()),
    };

    internal static Uri WithReturn(Uri page, Uri returnTo) =>
        new($"{page}{(page.Query.Length > 0 ? "&" : "?")}return={Uri.EscapeDataString(returnTo.AbsoluteUri)}");
}
