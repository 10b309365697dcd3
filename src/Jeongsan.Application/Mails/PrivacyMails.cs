namespace Jeongsan.Application.Mails;

/// <summary>What partners are written about who gets their data.</summary>
public static class PrivacyMails
{
    /// <param name="wording">As published: lines, with a heading after ■.</param>
    public static MailLetter Notice(MailSender sender, string wording, Uri publicAddress, string platform) => MailLayout.Compose(
        $"[{sender.Name}] 정산과 세금계산서를 위한 개인정보 처리위탁 안내",
        "하실 일은 없습니다. 어떤 정보가 누구에게 가는지 알려 드립니다",
        sender,
        [
            new MailBlock.Heading("정보를 누구에게 왜 보내는지 알려 드립니다"),
            .. Blocks(wording),
            new MailBlock.Button("지금의 수탁자 목록 보기", new Uri($"{publicAddress.AbsoluteUri.TrimEnd('/')}/privacy/processors/{Uri.EscapeDataString(platform)}")),
            new MailBlock.Small($"이 메일은 {KoreanWords.WithParticle(sender.Name, "과", "와")} 거래하시는 파트너의 담당자로 등록된 주소로 보냈습니다. 개인정보 보호법에 따른 안내이며 광고가 아닙니다."),
        ]);

    private static IEnumerable<MailBlock> Blocks(string wording)
    {
        foreach (var part in wording.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var lines = part.Split('\n');
            if (lines[0].StartsWith('■'))
            {
                yield return new MailBlock.Heading(lines[0][1..].Trim());
                lines = lines[1..];
            }
            foreach (var line in lines.Where(line => line.Trim().Length > 0))
            {
                yield return new MailBlock.Paragraph(line.TrimEnd());
            }
        }
    }
}
