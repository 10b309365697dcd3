using Jeongsan.Application.Audit;

namespace Jeongsan.Application.Mails;

/// <summary>What the platform's own people are written about their books.</summary>
public static class AuditMails
{
    private const int NamedMax = 5;

    /// <summary>The night's audit found something: to the finance team.</summary>
    public static MailLetter DidNotTie(MailSender sender, AuditReport report, Uri page)
    {
        ArgumentNullException.ThrowIfNull(report);
        return MailLayout.Compose(
            $"[{sender?.Name}] 장부에서 맞지 않는 것이 {KoreanWords.Digits(report.DifferenceCount)}건 나왔습니다",
            $"{KoreanWords.InstantInTable(report.At)} 대조 결과",
            sender!,
            [
                new MailBlock.Heading($"맞지 않는 것이 {KoreanWords.Digits(report.DifferenceCount)}건 나왔습니다"),
                new MailBlock.Paragraph($"{KoreanWords.InstantInTable(report.At)}에 주문, 정산, 지급, 은행 이체, 세금계산서, 원장을 서로 대조했습니다. 다음 일괄 지급을 실행하기 전에 확인해 주세요."),
                .. report.Differences.Take(NamedMax).Select(difference => new MailBlock.Paragraph(AuditWords.Of(difference))),
                new MailBlock.Button("콘솔에서 보기", page),
            ]);
    }
}
