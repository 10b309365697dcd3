using Jeongsan.Application.SupplierDesk;
using Microsoft.AspNetCore.Mvc;

namespace Jeongsan.Server.SupplierPages;

/// <summary>The invoice, and the two answers to it.</summary>
internal sealed class InvoiceModel(SupplierAccess desk, SupplierVisit visit) : SupplierPage(desk, visit)
{
    public SupplierInvoiceView? Invoice { get; private set; }

    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromQuery] string? problem, CancellationToken ct)
    {
        (Invoice, var instead) = await EnterAsync(ct);
        if (instead is not null)
            return instead;
        if (problem == "agency")
            Problem = "팝빌이 응답하지 않아 아직 발행하지 못했습니다. 잠시 뒤 다시 눌러 주세요. 두 번 눌러도 한 번만 발행됩니다.";
        return Invoice!.State == SupplierInvoiceState.Waiting ? Page() : Go("result");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!Visit.IsOpen(HttpContext, Token))
            return Redirect($"/s/{Token}");
        var outcome = await Desk.ApproveAsync(Token, ct);
        return outcome.IsRefused ? After(outcome.Refusal) : Go("result");
    }
}
