using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.TaxInvoices;

namespace Jeongsan.Application.Mails;

/// <summary>How many invoices of one deadline suppliers did not approve yet: counts and sums, nothing of any of them.</summary>
/// <param name="DaysLeft">0 on the last day, negative afterwards.</param>
/// <param name="UnopenedCount">Whose supplier never opened the page.</param>
/// <param name="LargestWon">The sum of the five largest.</param>
/// <param name="SupplierPenaltyWon">What being late costs all suppliers.</param>
/// <param name="OwnPenaltyWon">What being late costs the platform.</param>
public sealed record DeadlineDigest(DateOnly Deadline, int DaysLeft, int Count, int UnopenedCount, long TotalWon, long LargestWon, long SupplierPenaltyWon, long OwnPenaltyWon)
{
    public const int LargestMax = 5;
}

/// <summary>Reminders of issue deadlines. Pure: the same facts give the same letter.</summary>
public static class DeadlineMails
{
    /// <summary>To the supplier who was asked and did not approve yet. The links of earlier mails stay open.</summary>
    public static MailLetter ToSupplier(MailSender sender, InvoiceMailFacts invoice, ApprovalRequest request, DeadlineNotice notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        var isMissed = notice.Kind == DeadlineReminderKind.Missed;
        var heading = isMissed ? $"{invoice.Subject} 세금계산서의 승인 마감이 지났습니다" : $"{invoice.Subject} 세금계산서의 승인 마감이 {Left(notice.DaysLeft)}입니다";
        return MailLayout.Compose(
            $"[{sender?.Name}] ({(isMissed ? "마감 지남" : Left(notice.DaysLeft) + " 마감")}) {invoice.Subject} 세금계산서 승인 안내 · {KoreanWords.Won(invoice.TotalAmountWon)}",
            $"{KoreanWords.Won(invoice.TotalAmountWon)} · {(isMissed ? "지금 승인하실 수 있습니다" : $"{KoreanWords.DateInText(request.Deadline)}까지 승인해 주십시오")}",
            sender!,
            [
                new MailBlock.Heading(heading),
                new MailBlock.Paragraph($"{invoice.SupplierName} 담당자님, 안녕하십니까. {KoreanWords.WithParticle(sender!.Name, "이", "가")} 승인을 요청한 아래 세금계산서가 아직 승인을 기다리고 있습니다. {(isMissed ? $"승인 마감은 {KoreanWords.DateInText(request.Deadline)}이었습니다. 지금이라도 확인하시고 승인해 주십시오." : $"{KoreanWords.DateInText(request.Deadline)}까지 확인하시고 승인해 주십시오.")}"),
                new MailBlock.Facts(
                [
                    ("합계금액", KoreanWords.Won(invoice.TotalAmountWon)),
                    ("공급가액", KoreanWords.Won(invoice.SupplyAmountWon)),
                    ("세액", KoreanWords.Won(invoice.TaxAmountWon)),
                    ("승인 마감", isMissed ? $"{KoreanWords.DateInText(request.Deadline)} (지남)" : $"{KoreanWords.DateInText(request.Deadline)}까지"),
                    .. notice.Penalty is { Supplier.Value: > 0 } penalty ? [(isMissed ? "공급자 가산세" : "늦으면 공급자 가산세", KoreanWords.Won(penalty.Supplier.Value))] : Array.Empty<(string, string)>(),
                ]),
                .. Consequence(notice),
                new MailBlock.Button("내용 확인하고 승인하기", request.Link),
                new MailBlock.Small($"금액이 다르거나 거래 사실이 없으면 같은 화면에서 거부하실 수 있습니다. 먼저 받으신 메일의 링크로도 승인하실 수 있습니다. 이미 승인하셨다면 하실 일은 없습니다. 이 링크는 {KoreanWords.DateInText(request.LinkExpires)}까지 열립니다."),
                new MailBlock.Small($"이 메일은 {KoreanWords.WithParticle(sender.Name, "과", "와")} 거래하시는 {invoice.SupplierName}의 세금계산서 담당자로 등록된 주소로 보냈습니다. 저희는 메일이나 전화로 비밀번호를 묻지 않으며, 화면에서는 먼저 사업자등록번호를 확인합니다."),
            ]);
    }

    /// <summary>To the platform's own people. Says nothing of any single invoice.</summary>
    public static MailLetter ToStaff(MailSender sender, DeadlineDigest digest, Uri page)
    {
        ArgumentNullException.ThrowIfNull(digest);
        var when = digest.DaysLeft < 0 ? $"{KoreanWords.DateInText(digest.Deadline)} (지남)" : $"{KoreanWords.DateInText(digest.Deadline)}까지";
        var heading = digest.DaysLeft < 0
            ? $"발행 기한까지 승인되지 않은 세금계산서가 {KoreanWords.Digits(digest.Count)}건 있습니다"
            : $"발행 기한이 {Left(digest.DaysLeft)}인데 승인되지 않은 세금계산서가 {KoreanWords.Digits(digest.Count)}건 있습니다";
        return MailLayout.Compose(
            $"[{sender?.Name}] {heading}",
            $"{KoreanWords.Won(digest.TotalWon)} · {when}",
            sender!,
            [
                new MailBlock.Heading(heading),
                new MailBlock.Paragraph(digest.DaysLeft < 0
                    ? "공급자 담당자에게는 기한이 지났다고 따로 알렸습니다. 전화로 확인하시거나 콘솔에서 요청 메일을 다시 보내 주세요."
                    : "공급자 담당자에게는 안내 메일을 따로 보냈습니다. 콘솔에서 아직 열어 보지 않은 곳에 요청 메일을 다시 보내거나 다른 주소로 보낼 수 있습니다."),
                new MailBlock.Facts(
                [
                    ("발행 기한", when),
                    ("승인 대기", $"{KoreanWords.Digits(digest.Count)}건 · {KoreanWords.Won(digest.TotalWon)}"),
                    .. digest.Count > DeadlineDigest.LargestMax ? [($"가장 큰 {DeadlineDigest.LargestMax}건", KoreanWords.Won(digest.LargestWon))] : Array.Empty<(string, string)>(),
                    ("공급자가 열지 않음", $"{KoreanWords.Digits(digest.UnopenedCount)}건"),
                    ("늦으면 공급자 가산세", KoreanWords.Won(digest.SupplierPenaltyWon)),
                    ("늦으면 우리 회사 가산세", KoreanWords.Won(digest.OwnPenaltyWon)),
                ]),
                new MailBlock.Button("승인 대기 목록 보기", page),
                new MailBlock.Small("가산세는 부가가치세법 제60조로 계산한 어림이며, 수정세금계산서는 넣지 않았습니다. 우리 회사의 가산세는 매입세액을 공제받을 때의 것입니다."),
            ]);
    }

    private static IEnumerable<MailBlock> Consequence(DeadlineNotice notice)
    {
        if (notice.Penalty is not { Supplier.Value: > 0 } penalty)
        {
            yield break;
        }
        var amount = KoreanWords.Won(penalty.Supplier.Value);
        var (late, never) = penalty.IsTaxFree ? ("0.5%", "1%") : ("1%", "2%");
        yield return new MailBlock.Paragraph((notice.Kind, penalty.Reason) switch
        {
            (DeadlineReminderKind.Missed, LatePenaltyReason.NotIssued) =>
                $"확정신고 기한({KoreanWords.DateInText(notice.FinalReturn)})도 지나 공급가액의 {never}인 {amount}의 가산세가 공급자에게 부과될 수 있습니다.",
            (DeadlineReminderKind.Missed, _) =>
                $"늦게 발행하면 공급가액의 {late}인 {amount}의 가산세가 공급자에게 부과될 수 있습니다. 확정신고 기한인 {KoreanWords.DateInText(notice.FinalReturn)}까지도 발행되지 않으면 {never}로 오릅니다.",
            _ => $"마감을 넘겨 발행하면 공급가액의 {late}인 {amount}의 가산세가 공급자에게 부과될 수 있습니다.",
        });
    }

    private static string Left(int daysLeft) => daysLeft switch
    {
        0 => "오늘",
        1 => "내일",
        _ => $"{daysLeft}일 뒤",
    };
}
