using Jeongsan.Application.Adapters.Popbill;
using Jeongsan.Application.Holidays;
using Jeongsan.Application.Merchants;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.TaxInvoices;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.TaxInvoices;

/// <param name="Content">Without an amendment: that follows from <paramref name="Original"/>.</param>
/// <param name="SupplierDocumentKey">Null: one of ours.</param>
/// <param name="RecipientDocumentKey">Null: one of ours in reverse issuance, none in forward issuance.</param>
public sealed record WrittenTaxInvoice(
    TaxInvoiceContent Content, string? SupplierDocumentKey, string? RecipientDocumentKey, string? Memo, AmendedOriginal? Original)
{
    /// <summary>The bulk that it is written with.</summary>
    public BulkTaxInvoiceId? Bulk { get; init; }

    /// <summary>A recipient who is no counterparty yet becomes one.</summary>
    public bool CreatesRecipient { get; init; }

    /// <summary>Without contacts of its own the invoice goes to the counterparty's additional ones.</summary>
    public bool UsesCounterpartyContacts { get; init; }
}

/// <summary>The invoice that a new one amends (수정세금계산서).</summary>
public sealed record AmendedOriginal(AmendmentReason Reason, TaxInvoiceId Id);

/// <summary>Why an invoice that somebody wrote can't be kept, beside what its own content forbids.</summary>
public abstract record WritingRefusal : Refusal
{
    private WritingRefusal()
    {
    }

    /// <summary>There is no company of the platform's own in whose name anything could be written.</summary>
    public sealed record NoOwnCompany : WritingRefusal;

    public sealed record CounterpartyNotFound(string Id) : WritingRefusal;

    /// <summary>The stated number is not that of the counterparty with the stated id.</summary>
    public sealed record NumberIsAnothers(BusinessRegistrationNumber Brn, string CounterpartyId, bool IsSupplier) : WritingRefusal;

    /// <summary>No counterparty has this number; in forward issuance: it is not our own company's.</summary>
    public sealed record SupplierNotFound(BusinessRegistrationNumber Brn) : WritingRefusal;

    /// <summary>Reverse invoices are made out to the platform's own company.</summary>
    public sealed record RecipientNotFound(BusinessRegistrationNumber Brn) : WritingRefusal;

    public sealed record OriginalNotFound(TaxInvoiceId Original) : WritingRefusal;

    public sealed record SupplierKeyUsed(string Key) : WritingRefusal;

    public sealed record RecipientKeyUsed(string Key) : WritingRefusal;

    /// <summary>The ASP knows a document by its keys.</summary>
    public sealed record KeyUnchangeable(string Present) : WritingRefusal;
}

/// <summary>Writes invoices that don't come from payouts: drafts, edits, requests at once, deletes.</summary>
public sealed class WriteTaxInvoice(Store store)
{
    public Task<Outcome<TaxInvoice>> DraftAsync(Tenant tenant, Actor actor, WrittenTaxInvoice written, CancellationToken ct) =>
        store.CommandAsync<TaxInvoice>(tenant, actor, work => DraftAsync(work, written, ct), ct);

    /// <summary>One transaction: there is no draft left behind when it can't be requested.</summary>
    public Task<Outcome<TaxInvoice>> RequestAsync(Tenant tenant, Actor actor, WrittenTaxInvoice written, CancellationToken ct) =>
        store.CommandAsync<TaxInvoice>(tenant, actor, async work =>
        {
            var drafted = await DraftAsync(work, written, ct);
            if (drafted.IsRefused)
            {
                return drafted;
            }
            // Requesting looks the supplier up by the invoice's partner, so nothing of the new row is read.
            var requested = await RequestTaxInvoice.RequestAsync(work, drafted.Value, written.Memo, ct);
            return requested.IsRefused ? requested.Refusal : drafted;
        }, ct);

    public Task<Outcome<TaxInvoice>> EditAsync(Tenant tenant, Actor actor, TaxInvoiceId id, WrittenTaxInvoice written, CancellationToken ct) =>
        store.CommandAsync<TaxInvoice>(tenant, actor, async work =>
        {
            var found = await work.FindInvoiceAsync(id, ct);
            if (found.IsRefused)
            {
                return found;
            }
            var invoice = found.Value;
            if (KeyChange(invoice, written) is { } unchangeable)
            {
                return unchangeable;
            }
            if (written.Content.Issuance != invoice.Issuance)
            {
                return new TaxInvoiceRefusal.IssuanceMismatched(invoice.Issuance, written.Content.Issuance);
            }
            var parties = await TaxInvoiceParties.CompleteAsync(work, written, ct);
            if (parties.IsRefused)
            {
                return parties.Refusal;
            }
            var content = parties.Value.Content with { Amendment = invoice.Content.Amendment };
            if (content.Amendment is { OriginalTaxInvoiceId: var originalId } && await work.Db.Set<TaxInvoice>().SingleOrDefaultAsync(row => row.Id == originalId, ct) is { } original
                && await TakesTooMuchAsync(work, original, content, ct, invoice) is { } tooMuch)
            {
                return tooMuch;
            }
            var edited = invoice.Edit(content, IssueDeadline.For(content.WriteDate, await work.Db.BusinessDaysAsync(ct)), actor, work.Now);
            if (edited.IsRefused)
            {
                return edited.Refusal;
            }
            if (written.Memo is { } memo)
            {
                invoice.SetMemo(memo);
            }
            await work.ToldAsync(invoice, edited.Value, ct);
            return invoice;
        }, ct);

    public Task<Outcome<Done>> DeleteAsync(Tenant tenant, Actor actor, TaxInvoiceId id, CancellationToken ct) =>
        store.CommandAsync<Done>(tenant, actor, async work =>
        {
            var found = await work.FindInvoiceAsync(id, ct);
            if (found.IsRefused)
            {
                return found.Refusal;
            }
            var deleted = found.Value.Delete(actor, work.Now);
            if (!deleted.IsRefused)
            {
                work.Record(TaxInvoiceWork.Subject, id.Value, "TaxInvoiceDeleted");
            }
            return deleted;
        }, ct);

    internal static async Task<Outcome<TaxInvoice>> DraftAsync(Work work, WrittenTaxInvoice written, CancellationToken ct)
    {
        var amended = await AmendAsync(work, written, ct);
        if (amended.IsRefused)
        {
            return amended.Refusal;
        }
        var parties = await TaxInvoiceParties.CompleteAsync(work, written with { Content = amended.Value }, ct);
        if (parties.IsRefused)
        {
            return parties.Refusal;
        }
        var content = parties.Value.Content;
        if (await KeyUsedAsync(work, written with { Content = content }, ct) is { } used)
        {
            return used;
        }
        var id = new TaxInvoiceId(work.NewId("tax-invoice"));
        var key = PopbillForms.DocumentKey(work.Tenant, id);
        var recipientKey = written.RecipientDocumentKey ?? (content.Issuance == TaxInvoiceIssuance.Reverse ? key : null);
        var origin = new TaxInvoiceOrigin(written.SupplierDocumentKey ?? key, recipientKey, parties.Value.Partner, Bulk: written.Bulk, Memo: written.Memo);
        var due = IssueDeadline.For(content.WriteDate, await work.Db.BusinessDaysAsync(ct));
        var drafted = TaxInvoice.Draft(work.Tenant, id, content, origin, due, atAgency: false, work.Actor, work.Now);
        if (!drafted.IsRefused)
        {
            work.Db.Add(drafted.Value);
            work.Record(TaxInvoiceWork.Subject, id.Value, "TaxInvoiceDrafted", to: drafted.Value.Status.ToString());
        }
        return drafted;
    }

    private static async Task<Outcome<TaxInvoiceContent>> AmendAsync(Work work, WrittenTaxInvoice written, CancellationToken ct)
    {
        if (written.Original is not { } stated)
        {
            return written.Content;
        }
        var id = stated.Id;
        if (await work.Db.Set<TaxInvoice>().SingleOrDefaultAsync(row => row.Id == id && row.DeletedAt == null, ct) is not { } original)
        {
            return new WritingRefusal.OriginalNotFound(id);
        }
        if (TaxInvoiceChecks.Amendment(original, written.Content) is { } refusal)
        {
            return refusal;
        }
        if (await TakesTooMuchAsync(work, original, written.Content, ct) is { } tooMuch)
        {
            return tooMuch;
        }
        var root = original.Content.Amendment?.RootTaxInvoiceId ?? original.Id;
        return written.Content with { Amendment = new TaxInvoiceAmendment(stated.Reason, original.NtsApprovalNumber ?? "", original.Id, root) };
    }

    /// <summary>An original is taken back once, also by hand.</summary>
    /// <param name="edited">The amendment that has these amounts from now on.</param>
    private static async Task<Refusal?> TakesTooMuchAsync(Work work, TaxInvoice original, TaxInvoiceContent content, CancellationToken ct, TaxInvoice? edited = null)
    {
        var others = (await Amendments.LiveOfAsync(work.Db, original, ct)).Where(other => other.Id != edited?.Id).ToList();
        if (AmendmentPlan.TooMuch(original, others, content.TotalSupply, content.TotalTax) is { } tooMuch)
        {
            return tooMuch;
        }
        // Two at the same time would take more away than there is.
        original.NoteAmended();
        return null;
    }

    /// <summary>The number of our own company; null while there is none.</summary>
    internal async Task<BusinessRegistrationNumber?> OwnNumberAsync(Tenant tenant, CancellationToken ct)
    {
        await using var db = store.Read(tenant);
        return (await db.Set<OwnCompany>().SingleOrDefaultAsync(ct))?.BusinessNumber;
    }

    private static async Task<Refusal?> KeyUsedAsync(Work work, WrittenTaxInvoice written, CancellationToken ct)
    {
        var (supplier, recipient) = (written.Content.Supplier.Brn, written.Content.Recipient.Brn);
        if (written.RecipientDocumentKey is { } recipientKey
            && await work.Db.Set<TaxInvoice>().AnyAsync(row => row.RecipientBrn == recipient && row.RecipientDocumentKey == recipientKey, ct))
        {
            return new WritingRefusal.RecipientKeyUsed(recipientKey);
        }
        return written.SupplierDocumentKey is { } supplierKey
            && await work.Db.Set<TaxInvoice>().AnyAsync(row => row.SupplierBrn == supplier && row.SupplierDocumentKey == supplierKey, ct)
                ? new WritingRefusal.SupplierKeyUsed(supplierKey)
                : null;
    }

    private static WritingRefusal.KeyUnchangeable? KeyChange(TaxInvoice invoice, WrittenTaxInvoice written) =>
        written.SupplierDocumentKey is { } supplier && supplier != invoice.SupplierDocumentKey ? new(invoice.SupplierDocumentKey ?? "")
        : written.RecipientDocumentKey is { } recipient && recipient != invoice.RecipientDocumentKey ? new(invoice.RecipientDocumentKey ?? "")
        : null;
}
