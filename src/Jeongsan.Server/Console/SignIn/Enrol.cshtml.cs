using Jeongsan.Application.People;
using Jeongsan.Server.Console.Session;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using QRCoder;

namespace Jeongsan.Server.Console.SignIn;

/// <summary>The first sign-in sets up the second factor before anything is shown.</summary>
internal sealed class EnrolModel(EnrolTotp enrol, FindSignedInPerson find) : PageModel
{
    private const int QrModulePixels = 4;

    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    [BindProperty]
    public string? Sealed { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    public string? Problem { get; private set; }

    public EnrolTotp.Offer? Offer { get; private set; }

    public string QrSvg { get; private set; } = "";

    /// <summary>In groups of four, as it is read aloud and typed.</summary>
    public string SpacedKey => Offer is null ? "" : string.Join(' ', Offer.Base32Secret.Chunk(4).Select(group => new string(group)));

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await ConsoleAuthentication.FirstFactorAsync(HttpContext) is not { } first)
            return RedirectToPage("/Console/SignIn/Password", new { Back });
        return await ShowAsync(first.Merchant, first.Person, null, ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await ConsoleAuthentication.FirstFactorAsync(HttpContext) is not { } first)
            return RedirectToPage("/Console/SignIn/Password", new { Back });

        var outcome = await enrol.HandleAsync(
            new(first.Merchant, first.Person, Sealed ?? "", Code ?? "", SecondStep.NetworkAddress(HttpContext)), ct);
        if (!outcome.IsRefused)
            return await SecondStep.CompleteAsync(HttpContext, find, first.Merchant, first.Person, Back, ct);
        Problem = SignInMessages.For(outcome.Refusal);
        return await ShowAsync(first.Merchant, first.Person, Sealed, ct);
    }

    private async Task<IActionResult> ShowAsync(
        Domain.Foundation.MerchantId merchant, PersonId person, string? earlier, CancellationToken ct)
    {
        // The same secret again after a mistyped code: the app has it already.
        var offer = await enrol.BeginAsync(merchant, person, earlier, ct);
        ModelState.Clear();
        if (offer.IsRefused)
        {
            Problem = SignInMessages.For(offer.Refusal);
            return Page();
        }
        Offer = offer.Value;
        using var data = QRCodeGenerator.GenerateQrCode(Offer.Uri, QRCodeGenerator.ECCLevel.M);
        using var qr = new SvgQRCode(data);
        QrSvg = qr.GetGraphic(QrModulePixels, "#000000", "#ffffff", drawQuietZones: false, SvgQRCode.SizingMode.ViewBoxAttribute);
        return Page();
    }
}
