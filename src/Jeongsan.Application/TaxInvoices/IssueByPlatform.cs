using Jeongsan.Application.Privacy;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.TaxInvoices;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.TaxInvoices;

/// <summary>
/// 발행 by a program of the platform: its own forward invoice (정발행), or a reverse one that it approves in its supplier's name
/// with the certificate that the supplier registered at the ASP.
/// </summary>
public sealed class IssueByPlatform(Store store, ITaxInvoiceAgency agency, ApproveTaxInvoice approve, WriteTaxInvoice write, DiscloseLookup disclose)
{
    /// <param name="emailSubject">Of the mail that the recipient of a forward invoice gets; null: our own.</param>
    public async Task<Outcome<TaxInvoice>> HandleAsync(Tenant tenant, Actor actor, TaxInvoiceId id, string? memo, string? emailSubject, CancellationToken ct)
    {
        TaxInvoice? invoice;
        await using (var db = store.Read(tenant))
        {
            invoice = await db.Set<TaxInvoice>().SingleOrDefaultAsync(row => row.Id == id && row.DeletedAt == null, ct);
        }
        if (invoice is null)
        {
            return new StoredRefusal.NotFound(TaxInvoiceWork.Subject, id.Value);
        }
        var certificate = await CertificateAsync(tenant, actor, invoice.SupplierBrn, ct);
        if (certificate.IsRefused)
        {
            return certificate.Refusal;
        }
        return invoice.Issuance == TaxInvoiceIssuance.Reverse
            ? await approve.HandleAsync(tenant, actor, id, invoice.SupplierBrn, certificate.Value, ct, memo)
            : await store.CommandAsync<TaxInvoice>(tenant, actor, async work =>
            {
                var found = await work.FindInvoiceAsync(id, ct);
                return found.IsRefused ? found : await IssueAsync(work, found.Value, certificate.Value, memo, emailSubject, ct);
            }, ct);
    }

    /// <summary>One transaction: there is no draft left behind when it can't be issued.</summary>
    public async Task<Outcome<TaxInvoice>> ImmediatelyAsync(Tenant tenant, Actor actor, WrittenTaxInvoice written, CancellationToken ct)
    {
        if (written.Content.Issuance != TaxInvoiceIssuance.Normal)
        {
            return new TaxInvoiceRefusal.IssuanceMismatched(TaxInvoiceIssuance.Normal, written.Content.Issuance);
        }
        var own = await write.OwnNumberAsync(tenant, ct);
        if (own is not { } supplier)
        {
            return new WritingRefusal.NoOwnCompany();
        }
        var certificate = await CertificateAsync(tenant, actor, supplier, ct);
        if (certificate.IsRefused)
        {
            return certificate.Refusal;
        }
        return await store.CommandAsync<TaxInvoice>(tenant, actor, async work =>
        {
            var drafted = await WriteTaxInvoice.DraftAsync(work, written, ct);
            return drafted.IsRefused ? drafted : await IssueAsync(work, drafted.Value, certificate.Value, written.Memo, emailSubject: null, ct);
        }, ct);
    }

    private static async Task<Outcome<TaxInvoice>> IssueAsync(Work work, TaxInvoice invoice, CertificateFacts? certificate, string? memo, string? emailSubject, CancellationToken ct)
    {
        var waitsFor = await Amendments.WaitsForAsync(work, invoice, ct);
        var issued = invoice.Issue(certificate, emailSubject, work.Actor, work.Today, work.Now, waitsFor);
        if (issued.IsRefused)
        {
            return issued.Refusal;
        }
        if (memo is not null)
        {
            invoice.SetMemo(memo);
        }
        await work.ToldAsync(invoice, issued.Value, ct);
        if (waitsFor is not null)
        {
            return invoice;
        }
        var sent = await CarryIssue.SendAsync(work, invoice, ct);
        return sent.IsRefused ? sent.Refusal : invoice;
    }

    private async Task<Outcome<CertificateFacts?>> CertificateAsync(Tenant tenant, Actor actor, Domain.Partners.BusinessRegistrationNumber supplier, CancellationToken ct)
    {
        if ((await disclose.HandleAsync(tenant, actor, new Lookup.Certificate(supplier), ct)).Refusal is { } untold)
        {
            return untold;
        }
        var known = await agency.CertificateDetailsAsync(tenant, supplier, ct);
        return known.Then<CertificateFacts?>(details => details is null
            ? (CertificateFacts?)null
            : new CertificateFacts(supplier, DateOnly.MinValue, SeoulTime.DateOf(details.ExpiresAt)));
    }
}
