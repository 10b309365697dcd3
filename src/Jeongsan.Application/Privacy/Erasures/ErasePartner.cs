using Jeongsan.Application.Mails;
using Jeongsan.Application.Outbox;
using Jeongsan.Application.Partners;
using Jeongsan.Application.Payees;
using Jeongsan.Application.Storage;
using Jeongsan.Application.Versions;
using Jeongsan.Domain.BankFiles;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Privacy;
using Jeongsan.Domain.Privacy.Erasures;
using Jeongsan.Domain.Statements;
using Jeongsan.Domain.TaxInvoices;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Privacy.Erasures;

/// <summary>
/// 파기 (개인정보 보호법 제21조): destroys one partner's personal data. The partner's own row is emptied at once, its copies in transfers,
/// settlements, payouts and invoices slice by slice behind it; what another law demands goes to the locked store first.
/// </summary>
public sealed class ErasePartner(Store store)
{
    internal const string Subject = "Erasure";

    /// <summary>Refused: Blocked, ReasonUnusable.</summary>
    /// <param name="reason">The end of the business, or the request of the person.</param>
    public Task<Outcome<Erasure>> HandleAsync(Tenant tenant, Actor actor, PartnerId id, string reason, CancellationToken ct) =>
        store.CommandAsync<Erasure>(tenant, actor, async work =>
        {
            // Nothing of it is sent, paid or registered while we look and empty.
            await TenantLock.TakeAsync(work, "erase-partner", ct);
            if (await work.Db.Set<Partner>().SingleOrDefaultAsync(row => row.Id == id, ct) is not { } partner)
            {
                return new StoredRefusal.NotFound(CreatePartners.Subject, id.Value);
            }
            var plan = await ErasureState.PlanAsync(work.Db, partner, work.Today, ct);
            var begun = Erasure.Begin(new ErasureId(work.NewId("erasure")), partner, plan, reason, actor.ToString(), work.Now);
            if (begun.IsRefused)
            {
                return begun.Refusal;
            }
            var erasure = begun.Value;
            var email = partner.Contact.Email;
            partner.Erase(work.Now);
            erasure.Count(ErasureWords.Partner, 1);
            await EmptyAroundAsync(work, erasure, id, email, ct);
            work.Db.Add(erasure);
            work.Record(Subject, erasure.Id.Value, "ErasureBegun", to: erasure.Status.ToString(), why: erasure.Reason);
            work.Record(CreatePartners.Subject, id.Value, "PartnerErased");
            EmptyCopies.GoOn(work, erasure.Id, EmptyCopies.First);
            return erasure;
        }, ct);

    /// <summary>What stands about the person beside the partner's row and the copies in the books.</summary>
    private static async Task EmptyAroundAsync(Work work, Erasure erasure, PartnerId id, string email, CancellationToken ct)
    {
        using var sealing = work.Db.Sealing();
        var nothing = "";
        erasure.Count(ErasureWords.Versions, await work.Db.Set<VersionRow>().Where(row => row.Subject == CreatePartners.Subject && row.SubjectId == id.Value).ExecuteDeleteAsync(ct));
        erasure.Count(ErasureWords.Checks, await work.Db.Set<PayeeCheck>().Where(row => row.PartnerId == id).ExecuteDeleteAsync(ct));
        erasure.Count(ErasureWords.Addresses,
            await work.Db.Set<PartnerNotice>().Where(row => row.PartnerId == id && row.Channel == NoticeChannel.Mail).ExecuteUpdateAsync(set => set.SetProperty(row => row.Where, nothing), ct)
            + await work.Db.Set<StatementSending>().Where(row => row.PartnerId == id).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.Email, nothing).SetProperty(row => row.PartnerName, PartnerProfile.ErasedName), ct));
        var invoices = work.Db.Set<TaxInvoice>().Where(row => row.PartnerId == id).Select(row => (TaxInvoiceId?)row.Id);
        // Links lead to pages that show the person: they are dead from now on.
        erasure.Count(ErasureWords.Links,
            await work.Db.Set<SupplierLink>().Where(row => row.PartnerId == id || invoices.Contains(row.TaxInvoiceId)).ExecuteDeleteAsync(ct));
        // What failed and could be sent again must not be; its line in the register stays.
        var forgotten = "{}";
        erasure.Count(ErasureWords.Messages, await ErasureState.MessagesOf(work.Db, id).Where(row => row.State == OutboxState.Failed).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.State, OutboxState.Done).SetProperty(row => row.Payload, forgotten).SetProperty(row => row.FinishedAt, work.RealNow), ct));
        erasure.Count(ErasureWords.Deliveries, await work.Db.Set<MailDelivery>().Where(row => row.SubjectKind == DataSubjectKind.Partner && row.SubjectId == id.Value).ExecuteDeleteAsync(ct));
        var payouts = work.Db.Set<Payout>().Where(payout => payout.PartnerId == id).Select(payout => payout.Id);
        erasure.Count(ErasureWords.BankFiles, await work.Db.Set<BankFileRow>().CountAsync(row => payouts.Contains(row.PayoutId), ct));
        var nowhere = (string?)null;
        erasure.Count(ErasureWords.Notices,
            await work.Db.Set<LegalNotice>().Where(row => row.PartnerId == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.To, nowhere), ct)
            + await work.Db.Set<AskBack>().Where(row => row.PartnerId == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Email, nothing), ct));
        IReadOnlyList<CorrectedField> none = [];
        erasure.Count(ErasureWords.Corrections, await work.Db.Set<SubjectRequest>().Where(row => row.PartnerId == id && row.Kind == SubjectRequestKind.Correction).ExecuteUpdateAsync(set => set.SetProperty(row => row.Corrections, none), ct));
        erasure.Count(ErasureWords.Mails, await work.Db.Set<MailboxMail>().Where(mail => mail.To == email).ExecuteDeleteAsync(ct));
    }
}
