using Jeongsan.Application.SupplierDesk;
using Jeongsan.Domain.Foundation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Jeongsan.Server.SupplierPages;

/// <summary>What every page behind a link shares: the token, the way to its dead ends, and the gate of the business number.</summary>
internal abstract class SupplierPage(SupplierAccess desk, SupplierVisit visit) : PageModel
{
    [FromRoute]
    public required string Token { get; set; }

    protected SupplierAccess Desk => desk;

    protected SupplierVisit Visit => visit;

    /// <summary>The invoice for somebody who has given the right number; else where to go instead.</summary>
    protected async Task<(SupplierInvoiceView? Invoice, IActionResult? Instead)> EnterAsync(CancellationToken ct)
    {
        if (!visit.IsOpen(HttpContext, Token))
            return (null, Redirect($"/s/{Token}?view=1"));
        var view = await desk.ViewAsync(Token, ct);
        return view.IsRefused ? (null, DeadEnd(SupplierDeadEnd.For(view.Refusal))) : (view.Value, null);
    }

    protected ViewResult DeadEnd(SupplierDeadEnd end) => new()
    {
        ViewName = "/SupplierPages/DeadEnd.cshtml",
        StatusCode = end.HttpStatus,
        ViewData = new ViewDataDictionary<SupplierDeadEnd>(ViewData, end),
        TempData = TempData,
    };

    protected LocalRedirectResult Go(string page) => LocalRedirect($"/s/{Token}/{page}");

    /// <summary>What stands in the way of approving or refusing, said on the page where it can be mended.</summary>
    protected IActionResult After(Refusal refusal) => refusal switch
    {
        SupplierDeskRefusal.NotWaiting => Go("result"),
        SupplierDeskRefusal.CertificateMissing => Go("certificate"),
        SupplierDeskRefusal.CertificateExpired => Go("certificate?problem=expired"),
        SupplierDeskRefusal.CertificateOfAnotherCompany => Go("certificate?problem=company"),
        SupplierDeskRefusal.AgencyUnavailable => Go("invoice?problem=agency"),
        _ => DeadEnd(SupplierDeadEnd.For(refusal)),
    };
}
