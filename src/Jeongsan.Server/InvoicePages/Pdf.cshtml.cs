using Jeongsan.Application.TaxInvoices;
using Jeongsan.Etax.Pdf;
using Microsoft.AspNetCore.Mvc;

namespace Jeongsan.Server.InvoicePages;

/// <summary>The form as a file.</summary>
internal sealed class PdfModel(ViewInvoice views) : InvoicePage(views)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        await OpenAsync(ct) ?? File(TaxInvoicePdf.RenderPdf(Form, Copy), "application/pdf", $"{Invoice.NtsApprovalNumber ?? Invoice.Id.Value}.pdf");
}
