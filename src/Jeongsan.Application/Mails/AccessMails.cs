namespace Jeongsan.Application.Mails;

/// <summary>Mails about who was shown personal data, to the platform's own people.</summary>
public static class AccessMails
{
    /// <param name="month">Its first day.</param>
    public static MailLetter ReviewDue(MailSender sender, DateOnly month, Uri page)
    {
        ArgumentNullException.ThrowIfNull(sender);
        return MailLayout.Compose(
            $"[{sender.Name}] {month.Month}월 개인정보 접속기록을 점검할 때입니다",
            $"{month.Year}년 {month.Month}월의 접속기록",
            sender,
            [
                new MailBlock.Heading($"{month.Year}년 {month.Month}월의 개인정보 접속기록을 아직 점검하지 않았습니다"),
                new MailBlock.Paragraph("개인정보 처리자는 접속기록을 매월 점검해야 합니다(개인정보의 안전성 확보조치 기준 제8조). 누가 얼마나 보았는지, 밤이나 휴일에 본 것과 통째로 내려받은 것이 있는지 확인하고 결과를 적어 주세요."),
                new MailBlock.Button("접속기록 점검하기", page),
            ]);
    }
}
