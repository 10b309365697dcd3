using Jeongsan.Application.TaxInvoices;
using Microsoft.AspNetCore.Mvc;

namespace Jeongsan.Server.InvoicePages;

/// <summary>The invoice, with or without buttons to print and save it.</summary>
internal sealed class InvoiceModel(ViewInvoice views) : InvoicePage(views)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await OpenAsync(ct) is { } dead)
            return dead;
        await Views.NoteOpenedAsync(Shown, ct);
        return Page();
    }
}
