using Jeongsan.Application.SupplierDesk;
using Microsoft.AspNetCore.Mvc;

namespace Jeongsan.Server.SupplierPages;

/// <summary>Only for those without a certificate that signs: what it is, which kinds work, and where to register it.</summary>
internal sealed class CertificateModel(SupplierAccess desk, SupplierVisit visit) : SupplierPage(desk, visit)
{
    public SupplierCertificateView? Certificate { get; private set; }

    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromQuery] string? problem, CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } instead)
            return instead;
        Problem = problem switch
        {
            "expired" => "등록된 인증서의 유효기간이 끝났습니다. 갱신한 인증서를 다시 등록해 주세요.",
            "company" => "등록된 인증서가 다른 사업자의 것입니다. 이 세금계산서를 발행할 사업자의 인증서를 등록해 주세요.",
            _ => null,
        };
        return Page();
    }

    /// <summary>The ASP's page opens for half a minute only, so it is asked for when the person clicks.</summary>
    public async Task<IActionResult> OnGetRegisterAsync(CancellationToken ct) =>
        await LoadAsync(ct) ?? Redirect(Certificate!.RegistrationUrl.AbsoluteUri);

    private async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        if (!Visit.IsOpen(HttpContext, Token))
            return Redirect($"/s/{Token}");
        var returnTo = new Uri($"{Request.Scheme}://{Request.Host}/s/{Token}/certificate");
        var outcome = await Desk.CertificateAsync(Token, returnTo, ct);
        if (outcome.IsRefused)
            return DeadEnd(SupplierDeadEnd.For(outcome.Refusal));
        Certificate = outcome.Value;
        return null;
    }
}
