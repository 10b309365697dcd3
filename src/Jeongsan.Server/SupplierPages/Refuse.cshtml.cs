using Jeongsan.Application.SupplierDesk;
using Microsoft.AspNetCore.Mvc;

namespace Jeongsan.Server.SupplierPages;

/// <summary>Refusing asks why: one of a short list, and words if there are any.</summary>
internal sealed class RefuseModel(SupplierAccess desk, SupplierVisit visit) : SupplierPage(desk, visit)
{
    internal const int DetailLengthMax = 150;

    internal static IReadOnlyList<string> Reasons { get; } =
        ["금액이 계약과 다릅니다", "작성일자나 기간이 다릅니다", "사업자 정보가 다릅니다", "거래한 사실이 없습니다", "이미 다른 세금계산서를 발행했습니다"];

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Detail { get; set; }

    public SupplierInvoiceView? Invoice { get; private set; }

    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        (Invoice, var instead) = await EnterAsync(ct);
        return instead ?? (Invoice!.State == SupplierInvoiceState.Waiting ? Page() : Go("result"));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        (Invoice, var instead) = await EnterAsync(ct);
        if (instead is not null)
            return instead;
        if (Reason is null || !Reasons.Contains(Reason))
        {
            Problem = "거부 사유를 하나 골라 주세요.";
            return Page();
        }

        var detail = (Detail ?? "").Trim();
        var words = detail.Length == 0 ? Reason : $"{Reason}: {detail[..Math.Min(detail.Length, DetailLengthMax)]}";
        var outcome = await Desk.RefuseAsync(Token, words, ct);
        return outcome.IsRefused ? After(outcome.Refusal) : Go("result");
    }
}
