namespace Jeongsan.Application.Mails;

/// <param name="Since">When the first of the failed attempts ended.</param>
/// <param name="Attempts">How many failed since then.</param>
/// <param name="Problem">What became of the last one, in Korean.</param>
/// <param name="Answer">The beginning of what the receiver said; null when nothing answered.</param>
public sealed record SwitchedOffEndpoint(Uri Url, DateTimeOffset Since, int Attempts, string Problem, string? Answer);

/// <summary>What the platform's own people are written about the addresses that hear of events.</summary>
public static class WebhookMails
{
    private const int AnswerLengthMax = 200;

    /// <summary>Nothing arrived for days, and nothing more is sent.</summary>
    public static MailLetter SwitchedOff(MailSender sender, SwitchedOffEndpoint endpoint, Uri page)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        const string heading = "웹훅이 며칠째 전달되지 않아 주소를 껐습니다";
        return MailLayout.Compose(
            $"[{sender?.Name}] {heading}",
            $"{endpoint.Url.Host} · {KoreanWords.InstantInTable(endpoint.Since)}부터",
            sender!,
            [
                new MailBlock.Heading(heading),
                new MailBlock.Paragraph("아래 주소로 보낸 웹훅이 한 번도 전달되지 않아 더 보내지 않습니다. 그동안 일어난 일은 버리지 않고 두었으니, 받는 쪽을 고친 뒤 주소를 켜고 다시 보내 주세요."),
                new MailBlock.Facts(
                [
                    ("주소", endpoint.Url.AbsoluteUri),
                    ("전달되지 않은 때", $"{KoreanWords.InstantInTable(endpoint.Since)}부터"),
                    ("실패한 시도", $"{KoreanWords.Digits(endpoint.Attempts)}번"),
                    ("마지막 답", endpoint.Problem),
                    .. endpoint.Answer is { Length: > 0 } answer ? [("답의 처음", answer.Length > AnswerLengthMax ? answer[..AnswerLengthMax] + "…" : answer)] : Array.Empty<(string, string)>(),
                ]),
                new MailBlock.Paragraph("다시 켜려면 콘솔의 설정에서 웹훅을 열고 ‘다시 켜기’를 누르세요. 켠 다음 ‘전달되지 않은 것 다시 보내기’를 누르면 최근에 전달되지 않은 것을 차례로 다시 보냅니다."),
                new MailBlock.Button("콘솔에서 웹훅 보기", page),
            ]);
    }
}
