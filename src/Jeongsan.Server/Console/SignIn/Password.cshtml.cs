using Jeongsan.Application.People;
using Jeongsan.Server.Console.Session;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Jeongsan.Server.Console.SignIn;

/// <summary>First step: e-mail and password.</summary>
internal sealed class PasswordModel(Application.People.SignIn signIn) : PageModel
{
    private const int PasswordLengthMax = 256;

    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public string? Problem { get; private set; }

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? LocalRedirect(LocalPath.OrHome(Back)) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(Email) || string.IsNullOrEmpty(Password) || Password.Length > PasswordLengthMax)
        {
            Problem = "이메일과 비밀번호를 모두 입력해 주세요.";
            return Page();
        }

        var outcome = await signIn.HandleAsync(new(Email, Password, SecondStep.NetworkAddress(HttpContext)), ct);
        if (outcome.IsRefused)
        {
            Problem = SignInMessages.For(outcome.Refusal);
            return Page();
        }
        await ConsoleAuthentication.RememberFirstFactorAsync(HttpContext, outcome.Value.Merchant, outcome.Value.Person);
        return RedirectToPage(outcome.Value.NeedsEnrolment ? "/Console/SignIn/Enrol" : "/Console/SignIn/Code", new { Back });
    }
}
