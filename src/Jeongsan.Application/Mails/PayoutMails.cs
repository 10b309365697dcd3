using Jeongsan.Application.Payouts;
using Jeongsan.Domain.Payouts;

namespace Jeongsan.Application.Mails;

/// <summary>What the platform's own people are written about payouts.</summary>
public static class PayoutMails
{
    /// <param name="unpaid">The first failed and stopped ones.</param>
    public static MailLetter Result(MailSender sender, string name, IReadOnlyList<PayoutTally> tallies, IReadOnlyList<Payout> unpaid, Uri page)
    {
        ArgumentNullException.ThrowIfNull(sender);
        var (paid, failed, stopped) = (Of(PayoutStatus.Succeeded), Of(PayoutStatus.Failed), Of(PayoutStatus.Stopped));
        var left = failed.Count + stopped.Count;
        var result = left == 0 ? $"{KoreanWords.Digits(paid.Count)}건을 모두 지급했습니다" : $"{KoreanWords.Digits(left)}건을 지급하지 못했습니다";
        return MailLayout.Compose(
            $"[{sender.Name}] {name}: {result}",
            $"{KoreanWords.Digits(paid.Count)}건 {KoreanWords.Won(paid.Amount.Value)} 지급",
            sender,
            [
                new MailBlock.Heading($"{name}: {result}"),
                new MailBlock.Facts(
                [
                    ("지급 완료", Words(paid)),
                    .. failed.Count > 0 ? [("지급 실패", Words(failed))] : Array.Empty<(string, string)>(),
                    .. stopped.Count > 0 ? [("멈춘 지급", Words(stopped))] : Array.Empty<(string, string)>(),
                ]),
                .. unpaid.Select(payout => new MailBlock.Paragraph(
                    $"{payout.Partner.Profile.Name} {KoreanWords.Won(payout.Amount.Value)}: {(payout.Status == PayoutStatus.Failed ? payout.FailReason ?? "이유를 알 수 없습니다." : "보내기 전에 멈췄습니다. 이유는 콘솔에 있습니다.")}")),
                .. left > unpaid.Count ? [new MailBlock.Small($"그 밖의 {KoreanWords.Digits(left - unpaid.Count)}건은 콘솔에서 보실 수 있습니다.")] : Array.Empty<MailBlock>(),
                new MailBlock.Button(left == 0 ? "콘솔에서 보기" : "콘솔에서 고치기", page),
            ]);

        PayoutTally Of(PayoutStatus status) => tallies.FirstOrDefault(one => one.Status == status) ?? new PayoutTally(status, 0, default);

        static string Words(PayoutTally tally) => $"{KoreanWords.Digits(tally.Count)}건 · {KoreanWords.Won(tally.Amount.Value)}";
    }
}
