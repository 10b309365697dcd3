namespace Jeongsan.Application.Mails;

/// <summary>Mails about who was shown personal data, and about who may sign in as what, to the platform's own people.</summary>
public static class AccessMails
{
    /// <param name="what">As in the history.</param>
    /// <param name="whose">The person's or the key's name.</param>
    /// <param name="by">Who did it.</param>
    public static MailLetter AccessChanged(MailSender sender, string what, string whose, string by, DateOnly today, Uri page)
    {
        ArgumentNullException.ThrowIfNull(sender);
        var words = AccessWordsOf(what);
        return MailLayout.Compose(
            $"[{sender.Name}] 접근 권한이 바뀌었습니다: {whose}, {words}",
            $"{by}님이 바꾸었습니다",
            sender,
            [
                new MailBlock.Heading("접근 권한이 바뀌었습니다"),
                new MailBlock.Facts([("무엇", words), ("누구의", whose), ("바꾼 사람", by), ("날짜", KoreanWords.DateInText(today))]),
                new MailBlock.Paragraph("모르는 일이라면 바로 다른 소유자에게 알리고, 사람과 권한 화면에서 접근을 막아 주세요. 한 사람이 남모르게 다른 계정으로 지급을 확정하고 실행하지 못하도록 이 메일을 보냅니다."),
                new MailBlock.Button("사람과 권한 보기", page),
            ]);
    }

    private static string AccessWordsOf(string what) => what switch
    {
        "PersonAdded" => "사람 추가",
        "PersonRoleChanged" => "역할 변경",
        "PersonDeactivated" => "접근 막음",
        "PersonReactivated" => "접근 다시 허용",
        "SecondFactorForgotten" => "인증 앱 초기화",
        "PasswordSetAnew" => "비밀번호 새로 정함",
        "ApiSecretGiven" => "API 키 만듦",
        _ => throw new System.Diagnostics.UnreachableException(what),
    };

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
