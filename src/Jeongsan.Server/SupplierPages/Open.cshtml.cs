using Jeongsan.Application.SupplierDesk;
using Jeongsan.Domain.Foundation;
using Microsoft.AspNetCore.Mvc;

namespace Jeongsan.Server.SupplierPages;

/// <summary>The page behind the mail's button: who asks for what, and the business number.</summary>
internal sealed class OpenModel(SupplierAccess desk, SupplierVisit visit) : SupplierPage(desk, visit)
{
    private const int BusinessNumberLength = 10;

    [BindProperty]
    public string? BusinessNumber { get; set; }

    /// <summary>Also shows what is settled already, after the number.</summary>
    [BindProperty(SupportsGet = true, Name = "view")]
    public bool WantsView { get; set; }

    public SupplierLinkView? Link { get; private set; }

    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } end)
            return end;
        var digits = string.Concat((BusinessNumber ?? "").Where(char.IsAsciiDigit));
        if (digits.Length != BusinessNumberLength)
        {
            Problem = "사업자등록번호 10자리를 모두 입력해 주세요.";
            return Page();
        }

        var outcome = await Desk.CheckBusinessNumberAsync(Token, digits, HttpContext.Connection.RemoteIpAddress?.ToString() ?? "", ct);
        switch (outcome.Refusal)
        {
            case null:
                Visit.Begin(HttpContext, Token);
                return Go(Link!.State == SupplierInvoiceState.Waiting ? "invoice" : "result");
            case SupplierDeskRefusal.BusinessNumberWrong wrong:
                Problem = wrong.AttemptsLeft > 0
                    ? $"이 세금계산서의 사업자등록번호와 다릅니다. 사업자등록증과 비교해 주세요. {wrong.AttemptsLeft}번 더 틀리면 잠시 기다려야 합니다."
                    : "이 세금계산서의 사업자등록번호와 다릅니다. 사업자등록증과 비교해 주세요.";
                return Page();
            case SupplierDeskRefusal.TooManyAttempts tooMany:
                return DeadEnd(SupplierDeadEnd.WrongCompany(tooMany));
            default:
                return DeadEnd(SupplierDeadEnd.For(outcome.Refusal));
        }
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        Outcome<SupplierLinkView> link = await Desk.OpenAsync(Token, ct);
        if (link.IsRefused)
            return DeadEnd(SupplierDeadEnd.For(link.Refusal));
        Link = link.Value;
        return WantsView ? null : SupplierDeadEnd.For(Link, Token) is { } end ? DeadEnd(end) : null;
    }
}
