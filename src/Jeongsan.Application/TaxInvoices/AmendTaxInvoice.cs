using Jeongsan.Application.Adapters.Popbill;
using Jeongsan.Application.Holidays;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.Etax;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.TaxInvoices;

/// <summary>What amending would write, before anything is written.</summary>
/// <param name="Documents">One or two, in the order of issuing.</param>
/// <param name="IssueBy">Inclusive; where the law sets no day, the next ordinary deadline.</param>
/// <param name="DeadlineText">The deadline in Korean words.</param>
/// <param name="Explanation">What is written and why, sentence by sentence, in Korean.</param>
public sealed record PlannedAmendment(
    IReadOnlyList<TaxInvoiceContent> Documents, string Article, DateOnly IssueBy, string DeadlineText, IReadOnlyList<string> Explanation);

/// <summary>
/// Writes the amendment that the law asks for and asks the supplier to approve it, on the same page and by the same mail as
/// any other. The ASP has it only from its issue on, which it does in the supplier's name. A correction is two documents, and
/// neither goes without the other. What we issue ourselves (정발행) stays a draft until we issue it.
/// </summary>
public sealed class AmendTaxInvoice(Store store)
{
    /// <summary>What would be written, for a person to look at first. Refused as <see cref="HandleAsync"/> would be, but for what the supplier lacks.</summary>
    public async Task<Outcome<PlannedAmendment>> PlanAsync(Tenant tenant, TaxInvoiceId original, AmendmentCause cause, CancellationToken ct)
    {
        var today = SeoulTime.DateOf(await store.NowAsync(tenant, ct));
        await using var db = store.Read(tenant);
        return await db.Set<TaxInvoice>().SingleOrDefaultAsync(row => row.Id == original && row.DeletedAt == null, ct) is { } found
            ? AmendmentPlan.Of(found, await Amendments.LiveOfAsync(db, found, ct), cause, today, await db.BusinessDaysAsync(ct))
            : new StoredRefusal.NotFound(TaxInvoiceWork.Subject, original.Value);
    }

    /// <returns>The documents that were written, in the order of issuing.</returns>
    public Task<Outcome<IReadOnlyList<TaxInvoice>>> HandleAsync(Tenant tenant, Actor actor, TaxInvoiceId original, AmendmentCause cause, string? memo, CancellationToken ct) =>
        store.CommandAsync<IReadOnlyList<TaxInvoice>>(tenant, actor, async work =>
        {
            var found = await work.FindInvoiceAsync(original, ct);
            if (found.IsRefused)
            {
                return found.Refusal;
            }
            var planned = AmendmentPlan.Of(found.Value, await Amendments.LiveOfAsync(work.Db, found.Value, ct), cause, work.Today, await work.Db.BusinessDaysAsync(ct));
            if (planned.IsRefused)
            {
                return planned.Refusal;
            }
            // Two at the same time would take more away than there is.
            found.Value.NoteAmended();
            return await WriteAsync(work, found.Value, planned.Value, memo, ct);
        }, ct);

    private static async Task<Outcome<IReadOnlyList<TaxInvoice>>> WriteAsync(Work work, TaxInvoice original, PlannedAmendment planned, string? memo, CancellationToken ct)
    {
        var ids = planned.Documents.Select(_ => new TaxInvoiceId(work.NewId("tax-invoice"))).ToArray();
        var written = new List<TaxInvoice>();
        foreach (var (index, content) in planned.Documents.Index())
        {
            var drafted = Draft(work, original, content, ids, index, planned.IssueBy, memo);
            if (drafted.IsRefused)
            {
                return drafted.Refusal;
            }
            work.Db.Add(drafted.Value);
            work.Record(TaxInvoiceWork.Subject, drafted.Value.Id.Value, "TaxInvoiceDrafted", to: drafted.Value.Status.ToString());
            work.Record(TaxInvoiceWork.Subject, original.Id.Value, "TaxInvoiceAmended", why: drafted.Value.Id.Value);
            if (original.Issuance == TaxInvoiceIssuance.Reverse)
            {
                var requested = await RequestTaxInvoice.RequestAsync(work, drafted.Value, memo, ct);
                if (requested.IsRefused)
                {
                    return requested.Refusal;
                }
            }
            written.Add(drafted.Value);
        }
        return written;
    }

    private static Outcome<TaxInvoice> Draft(Work work, TaxInvoice original, TaxInvoiceContent content, TaxInvoiceId[] ids, int index, DateOnly due, string? memo)
    {
        var id = ids[index];
        var key = PopbillForms.DocumentKey(work.Tenant, id);
        var isReverse = original.Issuance == TaxInvoiceIssuance.Reverse;
        var origin = new TaxInvoiceOrigin(key, isReverse ? key : null, original.PartnerId, Memo: memo);
        var pair = ids.Length > 1 ? ids[1 - index] : (TaxInvoiceId?)null;
        var linked = content with { Amendment = content.Amendment! with { PairTaxInvoiceId = pair } };
        return TaxInvoice.Draft(work.Tenant, id, linked, origin, due, atAgency: false, work.Actor, work.Now);
    }
}
