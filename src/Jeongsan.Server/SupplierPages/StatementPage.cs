using Jeongsan.Application.SupplierDesk;
using Jeongsan.Domain.Statements;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Jeongsan.Server.SupplierPages;

/// <summary>What the pages behind a statement's link share.</summary>
internal abstract class StatementPage(StatementDesk desk, SupplierVisit visit) : PageModel
{
    [FromRoute]
    public required string Token { get; set; }

    /// <summary>Another statement of the same partner; null for the link's own.</summary>
    [FromRoute]
    public string? Statement { get; set; }

    protected StatementDesk Desk => desk;

    protected SupplierVisit Visit => visit;

    protected StatementSendingId? Sending => Statement is { Length: > 0 } given ? StatementSendingId.From(given) : null;

    protected ViewResult DeadEnd(SupplierDeadEnd end) => new()
    {
        ViewName = "/SupplierPages/DeadEnd.cshtml",
        StatusCode = end.HttpStatus,
        ViewData = new ViewDataDictionary<SupplierDeadEnd>(ViewData, end),
        TempData = TempData,
    };
}
