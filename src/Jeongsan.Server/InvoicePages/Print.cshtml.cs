using Jeongsan.Application.TaxInvoices;
using Microsoft.AspNetCore.Mvc;

namespace Jeongsan.Server.InvoicePages;

/// <summary>Nothing but the form, and the browser's print dialogue.</summary>
internal sealed class PrintModel(ViewInvoice views) : InvoicePage(views)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await OpenAsync(ct) ?? Page();
}
