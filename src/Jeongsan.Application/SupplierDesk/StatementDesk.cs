using Jeongsan.Application.Merchants;
using Jeongsan.Application.Statements;
using Jeongsan.Application.Storage;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Statements;
using Jeongsan.Domain.TaxInvoices;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.SupplierDesk;

/// <summary>
/// What a partner who came by a statement's link can do: prove who it is, and see that statement and the others that were sent to it.
/// The pages have asked before they call anything below <see cref="ProveAsync"/>.
/// </summary>
public sealed class StatementDesk(Store store, ContextFactory contexts, SealedLinks links)
{
    /// <summary>The newest of each; older ones are asked of the platform.</summary>
    private const int LinesMax = 100;

    /// <remarks>Refused: LinkUnknown, LinkExpired, LinkReplaced.</remarks>
    public async Task<Outcome<StatementLinkView>> OpenAsync(string token, CancellationToken ct) =>
        (await FindAsync(token, ct)).Then<StatementLinkView>(visit => new StatementLinkView(
            visit.Platform, visit.Sending.PartnerName, StatementProof.Of(visit.Payout).Kind, SeoulTime.DateOf(visit.Link.ExpiresAt).AddDays(-1)));

    /// <param name="digits">What the link's question was answered with; digits only.</param>
    /// <param name="networkAddress">Wrong attempts count per link and per address.</param>
    /// <remarks>Refused: those of <see cref="OpenAsync"/>, then TooManyAttempts, BusinessNumberWrong.</remarks>
    public async Task<Outcome<Done>> ProveAsync(string token, string digits, string networkAddress, CancellationToken ct)
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
            var refusal = await work.EnterAsync(link, digits, StatementProof.Of(visit.Payout).Digits, networkAddress, visit.Platform, ct);
            if (refusal is null)
            {
                (await work.Db.Set<StatementSending>().SingleAsync(row => row.Id == visit.Sending.Id, ct)).NoteOpened(work.Now);
            }
            return new[] { refusal };
        }, ct);
        return entered.Value[0] is { } refusal ? refusal : new Done();
    }

    /// <param name="other">Another statement that was sent to the same partner; null for the link's own.</param>
    /// <remarks>Refused: those of <see cref="OpenAsync"/>. A statement of somebody else is LinkUnknown.</remarks>
    public async Task<Outcome<StatementView>> ViewAsync(string token, StatementSendingId? other, CancellationToken ct)
    {
        var found = await ReadAsync(token, other, ct);
        if (found.IsRefused)
        {
            return found.Refusal;
        }
        var (visit, sending, statement) = found.Value;
        await using var db = store.Read(visit.Tenant);
        return new StatementView(
            visit.Platform, sending.Id, statement.Payout.Status, StatementPaper.Of(statement, sending.Terms), await StatementsAsync(db, visit, sending, ct), await InvoicesAsync(db, visit, ct));
    }

    /// <inheritdoc cref="ViewAsync"/>
    public async Task<Outcome<byte[]>> PdfAsync(string token, StatementSendingId? other, CancellationToken ct) =>
        (await ReadAsync(token, other, ct)).Then<byte[]>(found => found.Statement.ToPdf(found.Sending.Terms));

    private async Task<Outcome<(Visit Visit, StatementSending Sending, SettlementStatement Statement)>> ReadAsync(string token, StatementSendingId? other, CancellationToken ct)
    {
        var found = await FindAsync(token, ct);
        if (found.IsRefused)
        {
            return found.Refusal;
        }
        var visit = found.Value;
        await using var db = store.Read(visit.Tenant);
        var (wanted, partner) = (other ?? visit.Sending.Id, visit.Sending.PartnerId);
        if (await db.Set<StatementSending>().SingleOrDefaultAsync(row => row.Id == wanted && row.PartnerId == partner, ct) is not { } sending
            || (sending.Status != StatementSendingStatus.Sent && sending.Id != visit.Sending.Id))
        {
            return new SupplierDeskRefusal.LinkUnknown();
        }
        return (visit, sending, (await SettlementStatement.ReadAsync(db, sending.PayoutId, sending.Terms, ct))!);
    }

    /// <summary>Of several sendings of the same statement, the newest.</summary>
    private static async Task<IReadOnlyList<SentStatementLine>> StatementsAsync(JeongsanContext db, Visit visit, StatementSending shown, CancellationToken ct)
    {
        var partner = visit.Sending.PartnerId;
        var rows = await db.Set<StatementSending>().Where(row => row.PartnerId == partner && row.Status == StatementSendingStatus.Sent)
            .Join(db.Set<Payout>(), sending => sending.PayoutId, payout => payout.Id, (sending, payout) => new { Sending = sending, Payout = payout })
            .OrderByDescending(row => row.Sending.CreatedAt).Take(LinesMax).ToListAsync(ct);
        return
        [
            .. rows.GroupBy(row => (row.Sending.PayoutId, row.Sending.TemplateId)).Select(same => same.MaxBy(row => row.Sending.Number)!)
                .Select(row => new SentStatementLine(
                    row.Sending.Id, row.Sending.SentAt ?? row.Sending.CreatedAt, StatementPaper.Money(row.Payout, row.Payout.Amount.Value),
                    row.Payout.PaidAt is { } paid ? SeoulTime.DateOf(paid) : null,
                    row.Sending.PayoutId == shown.PayoutId && row.Sending.TemplateId == shown.TemplateId)),
        ];
    }

    /// <summary>Those that the partner was asked for or that were issued; what is only written is the platform's own.</summary>
    private async Task<IReadOnlyList<PartnerInvoiceLine>> InvoicesAsync(JeongsanContext db, Visit visit, CancellationToken ct)
    {
        var partner = visit.Sending.PartnerId;
        TaxInvoiceStatus[] unseen = [TaxInvoiceStatus.Drafted, TaxInvoiceStatus.DraftPending, TaxInvoiceStatus.DraftFailed, TaxInvoiceStatus.RequestPending, TaxInvoiceStatus.RequestFailed];
        var invoices = await db.Set<TaxInvoice>().Where(row => row.PartnerId == partner && row.DeletedAt == null && !unseen.Contains(row.Status))
            .OrderByDescending(row => row.WriteDate).ThenByDescending(row => row.Id).Take(LinesMax).ToListAsync(ct);
        return
        [
            .. invoices.Select(invoice => new PartnerInvoiceLine(
                SupplierMails.SubjectOf(invoice), invoice.WriteDate, invoice.TotalAmount.Value, SupplierAccess.State(invoice),
                SupplierAccess.State(invoice) == SupplierInvoiceState.Issued ? links.Invoice(visit.Tenant, invoice.Id, isSuppliersCopy: true, hasMenu: true, "") : null)),
        ];
    }

    private sealed record Visit(Tenant Tenant, SupplierLink Link, StatementSending Sending, Payout Payout, SupplierPlatform Platform)
    {
        public Actor Actor => new(ActorKind.Supplier, Sending.PartnerId.Value);
    }

    private async Task<Outcome<Visit>> FindAsync(string token, CancellationToken ct)
    {
        var hash = SupplierLink.HashOf(token);
        await using var all = contexts.CreateForAll();
        var link = await all.Set<SupplierLink>().IgnoreQueryFilters().AsNoTracking().SingleOrDefaultAsync(row => row.TokenHash == hash && row.Kind == SupplierLinkKind.Statement, ct);
        if (link is null)
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
            return SupplierAccess.Translate(refusal, link, platform, now)!;
        }
        var sending = await db.Set<StatementSending>().SingleAsync(row => row.Id == link.StatementSendingId, ct);
        return new Visit(tenant, link, sending, await db.Set<Payout>().SingleAsync(row => row.Id == sending.PayoutId, ct), platform);
    }
}
