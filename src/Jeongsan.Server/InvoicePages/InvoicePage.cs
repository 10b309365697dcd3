using Jeongsan.Application.SupplierDesk;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.Etax;
using Jeongsan.Server.SupplierPages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Jeongsan.Server.InvoicePages;

/// <summary>What the pages behind a sealed link share: the invoice, in the copy that the link names.</summary>
internal abstract class InvoicePage(ViewInvoice views) : PageModel
{
    private static readonly SupplierDeadEnd Dead = new(
        StatusCodes.Status410Gone, "링크가 더 이상 열리지 않습니다",
        "이 링크의 기한이 지났거나 주소의 일부가 빠졌습니다.",
        "세금계산서를 보낸 곳에서 새 링크를 받거나, 메일의 버튼을 다시 눌러 주세요.", null);

    [FromRoute]
    public required string Token { get; set; }

    public ShownInvoice Shown { get; private set; } = null!;

    public TaxInvoice Invoice => Shown.Invoice;

    public SupplierPlatform Platform => new(Shown.PlatformName, Shown.ContactEmail, Shown.ContactPhone);

    public FormCopy Copy => Shown.Link.IsSuppliersCopy ? FormCopy.Supplier : FormCopy.Recipient;

    public EtaxInvoice Form => EtaxForm.Of(Invoice);

    public string Title => Invoice.Taxation == TaxInvoiceTaxation.Free ? "전자계산서" : "전자세금계산서";

    protected ViewInvoice Views => views;

    /// <summary>Null when there is something to show; else the page that says why not.</summary>
    protected async Task<IActionResult?> OpenAsync(CancellationToken ct)
    {
        if (await views.OpenAsync(Token, ct) is { } shown)
        {
            Shown = shown;
            return null;
        }
        return new ViewResult
        {
            ViewName = "/SupplierPages/DeadEnd.cshtml",
            StatusCode = Dead.HttpStatus,
            ViewData = new ViewDataDictionary<SupplierDeadEnd>(ViewData, Dead),
            TempData = TempData,
        };
    }
}
