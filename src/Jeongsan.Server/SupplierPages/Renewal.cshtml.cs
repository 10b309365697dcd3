using Jeongsan.Application.SupplierDesk;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Jeongsan.Server.SupplierPages;

/// <summary>Behind the link of a certificate mail: the business number, then the way to the ASP's registration page.</summary>
internal sealed class RenewalModel(CertificateDesk desk, SupplierVisit visit) : PageModel
{
    private const int BusinessNumberLength = 10;

    [FromRoute]
    public required string Token { get; set; }

    [BindProperty]
    public string? BusinessNumber { get; set; }

    public CertificateLinkView? Link { get; private set; }

    public SupplierCertificateView? Certificate { get; private set; }

    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        await OpenAsync(ct) ?? (visit.IsOpen(HttpContext, Token) ? await LoadAsync(ct) : null) ?? Page();

    /// <summary>The ASP's page opens for half a minute only, so it is asked for when the person clicks.</summary>
    public async Task<IActionResult> OnGetRegisterAsync(CancellationToken ct) => await OpenAsync(ct)
        ?? (visit.IsOpen(HttpContext, Token) ? await LoadAsync(ct) ?? Redirect(Certificate!.RegistrationUrl.AbsoluteUri) : LocalRedirect($"/c/{Token}"));

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await OpenAsync(ct) is { } end)
            return end;
        var digits = string.Concat((BusinessNumber ?? "").Where(char.IsAsciiDigit));
        if (digits.Length != BusinessNumberLength)
        {
            Problem = "사업자등록번호 10자리를 모두 입력해 주세요.";
            return Page();
        }
        var outcome = await desk.CheckBusinessNumberAsync(Token, digits, HttpContext.Connection.RemoteIpAddress?.ToString() ?? "", ct);
        switch (outcome.Refusal)
        {
            case null:
                visit.Begin(HttpContext, Token, "/c");
                return LocalRedirect($"/c/{Token}");
            case SupplierDeskRefusal.BusinessNumberWrong wrong:
                Problem = wrong.AttemptsLeft > 0
                    ? $"등록된 사업자등록번호와 다릅니다. 사업자등록증과 비교해 주세요. {wrong.AttemptsLeft}번 더 틀리면 잠시 기다려야 합니다."
                    : "등록된 사업자등록번호와 다릅니다. 사업자등록증과 비교해 주세요.";
                return Page();
            case SupplierDeskRefusal.TooManyAttempts tooMany:
                return DeadEnd(SupplierDeadEnd.WrongCompany(tooMany));
            default:
                return DeadEnd(SupplierDeadEnd.For(outcome.Refusal));
        }
    }

    private async Task<IActionResult?> OpenAsync(CancellationToken ct)
    {
        var link = await desk.OpenAsync(Token, ct);
        if (link.IsRefused)
            return DeadEnd(SupplierDeadEnd.For(link.Refusal));
        Link = link.Value;
        return null;
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        var outcome = await desk.CertificateAsync(Token, new Uri($"{Request.Scheme}://{Request.Host}/c/{Token}"), ct);
        if (outcome.IsRefused)
            return DeadEnd(SupplierDeadEnd.For(outcome.Refusal));
        Certificate = outcome.Value;
        return null;
    }

    private ViewResult DeadEnd(SupplierDeadEnd end) => new()
    {
        ViewName = "/SupplierPages/DeadEnd.cshtml",
        StatusCode = end.HttpStatus,
        ViewData = new ViewDataDictionary<SupplierDeadEnd>(ViewData, end),
        TempData = TempData,
    };
}
