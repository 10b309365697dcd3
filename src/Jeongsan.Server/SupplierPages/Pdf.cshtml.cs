using Jeongsan.Application.SupplierDesk;
using Jeongsan.Etax;
using Jeongsan.Etax.Pdf;
using Microsoft.AspNetCore.Mvc;

namespace Jeongsan.Server.SupplierPages;

/// <summary>The lawful form to print or keep: the supplier's copy.</summary>
internal sealed class PdfModel(SupplierAccess desk, SupplierVisit visit) : SupplierPage(desk, visit)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var (invoice, instead) = await EnterAsync(ct);
        if (instead is not null)
            return instead;
        var form = await Desk.FormAsync(Token, ct);
        return form.IsRefused
            ? DeadEnd(SupplierDeadEnd.For(form.Refusal))
            : File(TaxInvoicePdf.RenderPdf(form.Value, FormCopy.Supplier), "application/pdf", $"{invoice!.ApprovalNumber ?? "draft"}.pdf");
    }
}
