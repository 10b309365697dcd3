using Jeongsan.Application.Merchants;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.TaxInvoices;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.TaxInvoices;

/// <summary>An invoice for somebody who came by a sealed link.</summary>
public sealed record ShownInvoice(TaxInvoice Invoice, InvoiceLink Link, string PlatformName, string ContactEmail, string? ContactPhone);

/// <summary>Shows an invoice to whoever has a link of <see cref="SealedLinks"/> that has not ended.</summary>
public sealed class ViewInvoice(Store store, SealedLinks links)
{
    /// <summary>Null when the link leads nowhere any more: ended, not ours, or the invoice was deleted.</summary>
    public async Task<ShownInvoice?> OpenAsync(string token, CancellationToken ct)
    {
        if (links.OpenInvoice(token) is not { } link)
        {
            return null;
        }
        await using var db = store.Read(link.Tenant);
        var id = link.Invoice;
        if (await db.Set<TaxInvoice>().SingleOrDefaultAsync(row => row.Id == id && row.DeletedAt == null, ct) is not { } invoice)
        {
            return null;
        }
        var platform = await db.Set<Merchant>().Where(row => row.Id == link.Tenant.Merchant).Select(row => row.Name).SingleAsync(ct);
        var own = await db.Set<OwnCompany>().SingleOrDefaultAsync(ct);
        return new ShownInvoice(invoice, link, platform, own?.ContactEmail ?? "", own?.ContactPhone);
    }

    /// <summary>The recipient has opened the mail's link.</summary>
    public async Task NoteOpenedAsync(ShownInvoice shown, CancellationToken ct)
    {
        if (!shown.Link.IsMailed || shown.Invoice.OpenedAt is not null)
        {
            return;
        }
        var id = shown.Link.Invoice;
        await store.CommandAsync<Done>(shown.Link.Tenant, Actor.System, async work =>
        {
            (await work.Db.Set<TaxInvoice>().SingleAsync(row => row.Id == id, ct)).NoteOpened(work.Now);
            return new Done();
        }, ct);
    }
}
