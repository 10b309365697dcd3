using Jeongsan.Application.SupplierDesk;
using Microsoft.AspNetCore.Mvc;

namespace Jeongsan.Server.SupplierPages;

/// <summary>The signed document itself.</summary>
internal sealed class XmlModel(SupplierAccess desk, SupplierVisit visit) : SupplierPage(desk, visit)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var (invoice, instead) = await EnterAsync(ct);
        if (instead is not null)
            return instead;
        var xml = await Desk.XmlAsync(Token, ct);
        return xml.Refusal switch
        {
            null => File(xml.Value.ToArray(), "application/xml", $"{invoice!.ApprovalNumber}.xml"),
            SupplierDeskRefusal.NotIssuedYet => Go("result"),
            var refusal => DeadEnd(SupplierDeadEnd.For(refusal)),
        };
    }
}
