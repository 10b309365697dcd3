using Jeongsan.Application.People;
using Jeongsan.Server.Console.Session;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jeongsan.Server.Console.SignIn;

/// <summary>Second step: the six digits of the authenticator app.</summary>
internal sealed class CodeModel(VerifySecondFactor verify, FindSignedInPerson find) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync() =>
        await ConsoleAuthentication.FirstFactorAsync(HttpContext) is null ? RedirectToPage("/Console/SignIn/Password", new { Back }) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await ConsoleAuthentication.FirstFactorAsync(HttpContext) is not { } first)
            return RedirectToPage("/Console/SignIn/Password", new { Back });

        var outcome = await verify.HandleAsync(
            new(first.Merchant, first.Person, Code ?? "", SecondStep.NetworkAddress(HttpContext), "SignedIn"), ct);
        if (outcome.IsRefused)
        {
            Problem = SignInMessages.For(outcome.Refusal);
            return Page();
        }
        return await SecondStep.CompleteAsync(HttpContext, find, first.Merchant, first.Person, Back, ct);
    }
}
