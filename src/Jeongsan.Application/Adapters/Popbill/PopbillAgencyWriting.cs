using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.Popbill;

namespace Jeongsan.Application.Adapters.Popbill;

/// <summary>Writing documents at the ASP: in one step without files; with files as a draft first, because files go with drafts only.</summary>
internal sealed partial class PopbillAgency
{
    /// <summary>임시저장.</summary>
    private const int Draft = 100;

    public Task<Outcome<Done>> RequestAsync(Tenant tenant, TaxInvoice invoice, IReadOnlyList<AgencyFile> files, CancellationToken ct) => ActAsync(async () =>
    {
        var at = new Writing(clients.For(tenant.Mode).TaxInvoices, invoice.RecipientBrn.Value, InvoiceSide.Recipient, invoice.RecipientDocumentKey!);
        var form = PopbillForms.Of(invoice);
        if (files.Count == 0 && await OnceAsync(at, () => at.Invoices.RequestReverseIssueAsync(at.Company, form, ct), ct) is { } done)
        {
            return done;
        }
        await WriteAsync(at, form, files, ct);
        return await at.Invoices.RequestAsync(at.Company, at.Key, invoice.Memo, ct);
    });

    public Task<Outcome<AgencyIssue>> IssueForwardAsync(Tenant tenant, TaxInvoice invoice, IReadOnlyList<AgencyFile> files, bool late, CancellationToken ct) => IssuedAsync(async () =>
    {
        var at = new Writing(clients.For(tenant.Mode).TaxInvoices, invoice.SupplierBrn.Value, InvoiceSide.Supplier, invoice.SupplierDocumentKey!);
        var form = PopbillForms.Forward(invoice, late);
        if (files.Count == 0 && await OnceAsync(at, () => at.Invoices.RegisterAndIssueAsync(at.Company, form, ct), ct) is { } done)
        {
            return done;
        }
        await WriteAsync(at, form, files, ct);
        return await at.Invoices.IssueAsync(at.Company, at.Side, at.Key, invoice.Memo, late, ct);
    });

    /// <summary>Null when a draft of an earlier attempt stands in the way: then it goes on from that draft.</summary>
    private static async Task<T?> OnceAsync<T>(Writing at, Func<Task<T>> call, CancellationToken ct) where T : class
    {
        try
        {
            return await call();
        }
        catch (PopbillException fault) when (fault.Code is PopbillCodes.SupplierKeyUsed or PopbillCodes.RecipientKeyUsed)
        {
            if (await at.Invoices.FindAsync(at.Company, at.Side, at.Key, ct) is { StateCode: Draft })
            {
                return null;
            }
            throw;
        }
    }

    /// <summary>The draft as it should be, with its files, whatever an earlier attempt left there. What is no draft any more stays as it is: the next step is refused for it.</summary>
    private static async Task WriteAsync(Writing at, TaxinvoiceForm form, IReadOnlyList<AgencyFile> files, CancellationToken ct)
    {
        var there = await at.Invoices.FindAsync(at.Company, at.Side, at.Key, ct);
        if (there is null)
        {
            await at.Invoices.RegisterAsync(at.Company, form, ct);
        }
        else if (there.StateCode != Draft)
        {
            return;
        }
        else
        {
            await at.Invoices.UpdateAsync(at.Company, at.Side, at.Key, form, ct);
        }
        var present = await at.Invoices.FilesAsync(at.Company, at.Side, at.Key, ct);
        if (present.Select(file => file.DisplayName).SequenceEqual(files.Select(file => file.Name)))
        {
            return;
        }
        foreach (var file in present)
        {
            await at.Invoices.DeleteFileAsync(at.Company, at.Side, at.Key, file.AttachedFile!, ct);
        }
        foreach (var file in files)
        {
            await at.Invoices.AttachFileAsync(at.Company, at.Side, at.Key, file.Name, file.Content, ct);
        }
    }

    /// <summary>Where a document is written.</summary>
    private sealed record Writing(PopbillTaxInvoices Invoices, string Company, InvoiceSide Side, string Key);
}
