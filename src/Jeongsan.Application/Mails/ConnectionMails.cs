namespace Jeongsan.Application.Mails;

/// <summary>What partners and the platform are written about connecting and certificates.</summary>
public static class ConnectionMails
{
    /// <summary>The partner can be asked for tax invoices now.</summary>
    /// <param name="isLinked">It was a member of the ASP before: no sign-up mail came.</param>
    public static MailLetter Connected(MailSender sender, string company, bool isLinked, Uri certificateLink, DateOnly linkExpires) => MailLayout.Compose(
        $"[{sender.Name}] 전자세금계산서를 주고받을 준비가 되었습니다",
        "공동인증서를 미리 등록해 두면 승인이 빨라집니다",
        sender,
        [
            new MailBlock.Heading("전자세금계산서를 주고받을 준비가 되었습니다"),
            new MailBlock.Paragraph(isLinked
                ? $"{company} 담당자님, {company}이(가) 이미 팝빌 회원이어서 가입 없이 {KoreanWords.WithParticle(sender.Name, "과", "와")} 연결했습니다. 팝빌에 저장된 정보는 바꾸지 않았습니다."
                : $"{company} 담당자님, 세금계산서를 대신 작성해 드리기 위해 {company}을(를) 전자세금계산서 서비스 팝빌에 등록했습니다. 팝빌에서 온 가입 메일은 그대로 두셔도 됩니다."),
            new MailBlock.Paragraph("세금계산서를 승인할 때 공급자의 공동인증서로 서명합니다. 지금 등록해 두시면 승인할 때 다시 묻지 않습니다. 나중에 승인하실 때 등록하셔도 됩니다."),
            new MailBlock.Button("공동인증서 미리 등록하기", certificateLink),
            .. Small(sender, company, linkExpires),
        ]);

    /// <summary>The partner's certificate ends soon, or has ended.</summary>
    /// <param name="daysLeft">0 on the last day.</param>
    public static MailLetter CertificateEnds(MailSender sender, string company, DateOnly expires, int daysLeft, Uri link, DateOnly linkExpires) => MailLayout.Compose(
        $"[{sender.Name}] 공동인증서가 {Left(daysLeft)} 끝납니다",
        $"{KoreanWords.DateInText(expires)}까지 · 갱신한 인증서를 다시 등록해 주십시오",
        sender,
        [
            new MailBlock.Heading($"공동인증서가 {Left(daysLeft)} 끝납니다"),
            new MailBlock.Paragraph($"{company} 담당자님, 세금계산서 승인에 쓰는 공동인증서의 유효기간이 {KoreanWords.DateInText(expires)}까지입니다. 그 뒤에는 세금계산서를 승인할 수 없습니다. 인증기관이나 거래 은행에서 갱신한 뒤 다시 등록해 주십시오."),
            new MailBlock.Button("갱신한 인증서 등록하기", link),
            .. Small(sender, company, linkExpires),
        ]);

    /// <summary>The platform's own certificate ends soon: to its finance team.</summary>
    public static MailLetter OwnCertificateEnds(MailSender sender, string company, DateOnly expires, int daysLeft, Uri page) => MailLayout.Compose(
        $"[{sender.Name}] 우리 회사의 공동인증서가 {Left(daysLeft)} 끝납니다",
        $"{KoreanWords.DateInText(expires)}까지",
        sender,
        [
            new MailBlock.Heading($"우리 회사의 공동인증서가 {Left(daysLeft)} 끝납니다"),
            new MailBlock.Paragraph($"{company}의 공동인증서 유효기간이 {KoreanWords.DateInText(expires)}까지입니다. 그 뒤에는 우리 회사가 발행하는 세금계산서에 서명할 수 없습니다. 갱신한 뒤 콘솔에서 다시 등록해 주세요."),
            new MailBlock.Button("콘솔에서 등록하기", page),
        ]);

    private static string Left(int daysLeft) => daysLeft <= 0 ? "오늘" : $"{daysLeft}일 뒤에";

    private static IEnumerable<MailBlock> Small(MailSender sender, string company, DateOnly linkExpires) =>
    [
        new MailBlock.Small($"링크는 {KoreanWords.DateInText(linkExpires)}까지 열리고, 먼저 사업자등록번호를 확인합니다. 인증서와 비밀번호는 팝빌에 등록되며 {sender.Name}에는 전달되지 않습니다."),
        new MailBlock.Small($"이 메일은 {KoreanWords.WithParticle(sender.Name, "과", "와")} 거래하시는 {company}의 담당자로 등록된 주소로 보냈습니다."),
    ];
}
