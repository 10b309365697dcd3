using Jeongsan.Application.SupplierDesk;
using Jeongsan.Domain.Statements;
using Microsoft.AspNetCore.Mvc;

namespace Jeongsan.Server.SupplierPages;

/// <summary>Behind the link of a statement's mail: the question who it is, then the statement, and what else was sent to that partner.</summary>
internal sealed class StatementModel(StatementDesk desk, SupplierVisit visit) : StatementPage(desk, visit)
{
    /// <summary>More of them are folded away: what is paid comes first.</summary>
    internal const int LinesOpenMax = 5;

    private const int BirthdateLength = 8;
    private const int BusinessNumberLength = 10;

    [BindProperty]
    public string? Answer { get; set; }

    public StatementLinkView? Link { get; private set; }

    public StatementView? View { get; private set; }

    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } end)
            return end;
        if (!Visit.IsOpen(HttpContext, Token))
            return Page();
        var view = await Desk.ViewAsync(Token, Sending, ct);
        if (view.IsRefused)
            return DeadEnd(SupplierDeadEnd.ForStatement(view.Refusal));
        View = view.Value;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } end)
            return end;
        var digits = string.Concat((Answer ?? "").Where(char.IsAsciiDigit));
        if (Incomplete(digits) is { } incomplete)
        {
            Problem = incomplete;
            return Page();
        }
        var outcome = await Desk.ProveAsync(Token, digits, HttpContext.Connection.RemoteIpAddress?.ToString() ?? "", ct);
        switch (outcome.Refusal)
        {
            case null:
                Visit.Begin(HttpContext, Token, "/t");
                return LocalRedirect($"/t/{Token}");
            case SupplierDeskRefusal.BusinessNumberWrong wrong:
                Problem = $"등록된 {Asked(Link!.Asks).Label}와 다릅니다. {(wrong.AttemptsLeft > 0 ? $"{wrong.AttemptsLeft}번 더 틀리면 잠시 기다려야 합니다." : "다시 확인해 주세요.")}";
                return Page();
            default:
                return DeadEnd(SupplierDeadEnd.ForStatement(outcome.Refusal));
        }
    }

    internal static (string Label, string Placeholder, string Hint) Asked(StatementProofKind kind) => kind switch
    {
        StatementProofKind.BusinessNumber => ("사업자등록번호", "000-00-00000", "사업자등록증의 10자리 숫자를 입력해 주세요."),
        StatementProofKind.Birthdate => ("생년월일 8자리", "19900101", "연도 네 자리부터 숫자 8자리를 입력해 주세요."),
        StatementProofKind.AccountNumber => ("정산받는 계좌의 번호", "숫자만", "정산금을 받는 계좌의 번호 전체를 입력해 주세요."),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    internal static string Words(SupplierInvoiceState state) => state switch
    {
        SupplierInvoiceState.Waiting => "승인 대기",
        SupplierInvoiceState.Issuing => "발행 중",
        SupplierInvoiceState.Issued => "발행 완료",
        SupplierInvoiceState.Refused => "거부함",
        SupplierInvoiceState.Cancelled => "취소됨",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    private string? Incomplete(string digits) => Link!.Asks switch
    {
        StatementProofKind.BusinessNumber => digits.Length == BusinessNumberLength ? null : "사업자등록번호 10자리를 모두 입력해 주세요.",
        StatementProofKind.Birthdate => digits.Length == BirthdateLength ? null : "생년월일 8자리를 모두 입력해 주세요. 예: 19900101",
        StatementProofKind.AccountNumber => digits.Length > 0 ? null : "계좌번호를 숫자로 입력해 주세요.",
        _ => throw new ArgumentOutOfRangeException(nameof(digits), Link.Asks, null),
    };

    private async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        var link = await Desk.OpenAsync(Token, ct);
        if (link.IsRefused)
            return DeadEnd(SupplierDeadEnd.ForStatement(link.Refusal));
        Link = link.Value;
        return null;
    }
}
