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
/// <param name="RecipientDocumentKey">Null: one of ours.</param>
public sealed record WrittenTaxInvoice(
    TaxInvoiceContent Content, string? SupplierDocumentKey, string? RecipientDocumentKey, string? Memo, AmendedOriginal? Original);

/// <summary>The invoice that a new one amends (수정세금계산서).</summary>
public sealed record AmendedOriginal(AmendmentReason Reason, TaxInvoiceId Id);

/// <summary>Why an invoice that somebody wrote can't be kept, beside what its own content forbids.</summary>
public abstract record WritingRefusal : Refusal
{
    private WritingRefusal()
    {
    }

    /// <summary>No connected partner has this number.</summary>
    public sealed record SupplierNotFound(BusinessRegistrationNumber Brn) : WritingRefusal;

    /// <summary>Reverse invoices are made out to the platform's own company.</summary>
    public sealed record RecipientNotFound(BusinessRegistrationNumber Brn) : WritingRefusal;

    public sealed record OriginalNotFound(TaxInvoiceId Original) : WritingRefusal;

    public sealed record SupplierKeyUsed(string Key) : WritingRefusal;

    public sealed record RecipientKeyUsed(string Key) : WritingRefusal;

    /// <summary>The ASP knows a document by its keys.</summary>
    public sealed record KeyUnchangeable(string Present) : WritingRefusal;
}

/// <summary>Writes reverse invoices that don't come from payouts: drafts, edits, requests at once, deletes.</summary>
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
            var supplier = await SupplierAsync(work, written.Content, ct);
            if (supplier.IsRefused)
            {
                return supplier.Refusal;
            }
            var content = written.Content with { Amendment = invoice.Content.Amendment };
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

    private static async Task<Outcome<TaxInvoice>> DraftAsync(Work work, WrittenTaxInvoice written, CancellationToken ct)
    {
        var content = await AmendAsync(work, written, ct);
        if (content.IsRefused)
        {
            return content.Refusal;
        }
        var supplier = await SupplierAsync(work, content.Value, ct);
        if (supplier.IsRefused)
        {
            return supplier.Refusal;
        }
        if (await KeyUsedAsync(work, written, ct) is { } used)
        {
            return used;
        }
        var id = new TaxInvoiceId(work.NewId("tax-invoice"));
        var key = PopbillForms.DocumentKey(work.Tenant, id);
        var origin = new TaxInvoiceOrigin(written.SupplierDocumentKey ?? key, written.RecipientDocumentKey ?? key, supplier.Value.Id, Memo: written.Memo);
        var due = IssueDeadline.For(content.Value.WriteDate, await work.Db.BusinessDaysAsync(ct));
        var drafted = TaxInvoice.Draft(work.Tenant, id, content.Value, origin, due, atAgency: false, work.Actor, work.Now);
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
        var root = original.Content.Amendment?.RootTaxInvoiceId ?? original.Id;
        return written.Content with { Amendment = new TaxInvoiceAmendment(stated.Reason, original.NtsApprovalNumber ?? "", original.Id, root) };
    }

    private static async Task<Outcome<Partner>> SupplierAsync(Work work, TaxInvoiceContent content, CancellationToken ct)
    {
        if (content.Issuance != TaxInvoiceIssuance.Reverse)
        {
            return new TaxInvoiceRefusal.IssuanceMismatched(TaxInvoiceIssuance.Reverse, content.Issuance);
        }
        var recipient = content.Recipient.Brn;
        if (!await work.Db.Set<OwnCompany>().AnyAsync(company => company.BusinessNumber == recipient, ct))
        {
            return new WritingRefusal.RecipientNotFound(recipient);
        }
        var brn = content.Supplier.Brn;
        var partner = await work.Db.Set<Partner>()
            .Where(row => row.BusinessRegistrationNumber == brn && row.NtsConnection == NtsConnectionStatus.Connected)
            .OrderBy(row => row.Id)
            .FirstOrDefaultAsync(ct);
        return partner is null ? new WritingRefusal.SupplierNotFound(brn) : partner;
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
