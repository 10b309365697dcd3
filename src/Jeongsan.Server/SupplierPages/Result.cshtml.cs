using Jeongsan.Application.SupplierDesk;
using Microsoft.AspNetCore.Mvc;

namespace Jeongsan.Server.SupplierPages;

/// <summary>What became of it, and what happens next.</summary>
internal sealed class ResultModel(SupplierAccess desk, SupplierVisit visit) : SupplierPage(desk, visit)
{
    public SupplierInvoiceView? Invoice { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        (Invoice, var instead) = await EnterAsync(ct);
        if (instead is not null)
            return instead;
        // An approval that did not lead to an issue says why, beside the button to try again.
        return Invoice!.State == SupplierInvoiceState.Waiting ? Go("invoice") : Page();
    }
}
