using Jeongsan.Application.SupplierDesk;
using Microsoft.AspNetCore.Mvc;

namespace Jeongsan.Server.SupplierPages;

/// <summary>The statement to print or keep.</summary>
internal sealed class StatementPdfModel(StatementDesk desk, SupplierVisit visit) : StatementPage(desk, visit)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!Visit.IsOpen(HttpContext, Token))
            return LocalRedirect($"/t/{Token}");
        var pdf = await Desk.PdfAsync(Token, Sending, ct);
        return pdf.IsRefused ? DeadEnd(SupplierDeadEnd.ForStatement(pdf.Refusal)) : File(pdf.Value, "application/pdf", "settlement-statement.pdf");
    }
}
