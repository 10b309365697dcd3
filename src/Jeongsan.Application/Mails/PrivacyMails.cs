using Jeongsan.Application.Privacy;
using Jeongsan.Application.Privacy.Requests;
using Jeongsan.Application.Privacy.Supervision;
using Jeongsan.Domain.Privacy;

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

    /// <summary>What the law makes the platform tell one partner: an answer to its request, a leak.</summary>
    /// <param name="text">As it is kept: lines, with a heading after ■.</param>
    public static MailLetter Legal(MailSender sender, string title, string text)
    {
        ArgumentNullException.ThrowIfNull(sender);
        ArgumentNullException.ThrowIfNull(text);
        return MailLayout.Compose(
            $"[{sender.Name}] {title}",
            title,
            sender,
            [
                new MailBlock.Heading(title),
                .. Blocks(text),
                new MailBlock.Small($"이 메일은 {KoreanWords.WithParticle(sender.Name, "과", "와")} 거래하시는 파트너의 담당자로 등록된 주소로 보냈습니다. 개인정보 보호법에 따라 알려 드리는 것이며 광고가 아닙니다."),
            ]);
    }

    /// <summary>Requests of partners that are due soon, or late: to the platform's own people. Names nobody.</summary>
    public static MailLetter RequestsDue(MailSender sender, IReadOnlyList<SubjectRequest> due, DateOnly today, Uri page)
    {
        ArgumentNullException.ThrowIfNull(sender);
        var late = due.Count(request => request.IsLate(today));
        return MailLayout.Compose(
            $"[{sender.Name}] 답해야 할 개인정보 요구가 {KoreanWords.Digits(due.Count)}건 있습니다{(late > 0 ? $" (기한 지남 {KoreanWords.Digits(late)}건)" : "")}",
            $"{KoreanWords.DateInText(today)} 기준",
            sender,
            [
                new MailBlock.Heading($"답해야 할 개인정보 요구가 {KoreanWords.Digits(due.Count)}건 있습니다"),
                new MailBlock.Paragraph("파트너가 요구한 열람, 정정, 삭제, 처리정지는 받은 날부터 10일 안에 처리하고 그 결과를 알려야 합니다(개인정보 보호법 시행령 제41조~제44조)."),
                new MailBlock.Facts([.. due.Take(DueShownMax).Select(request => (
                    $"{SubjectRequestWords.Of(request.Kind)} · {SubjectRequestWords.Of(request.Status)}", $"{KoreanWords.DateInTable(request.Deadline)} · {KoreanWords.DaysLeft(today, request.Deadline)}"))]),
                new MailBlock.Button("요구 목록 보기", page),
            ]);
    }

    /// <summary>A processor that has to be supervised or trained again: to the platform's own people.</summary>
    public static MailLetter SupervisionDue(MailSender sender, DueSupervision due, Uri page)
    {
        ArgumentNullException.ThrowIfNull(sender);
        ArgumentNullException.ThrowIfNull(due);
        var what = $"{due.Processor.Name}의 {PrivacyWords.Of(due.Kind)}";
        return MailLayout.Compose(
            $"[{sender.Name}] 수탁자 {PrivacyWords.Of(due.Kind)}: {due.Processor.Name}, {KoreanWords.DateInText(due.DueOn)}까지",
            $"{what}을(를) 마치고 결과를 적어 주세요",
            sender,
            [
                new MailBlock.Heading($"{what} 때가 되었습니다"),
                new MailBlock.Paragraph("개인정보 처리를 맡긴 곳은 교육하고, 개인정보를 안전하게 처리하는지 감독해야 합니다(개인정보 보호법 제26조 제4항). 지난번부터 1년이 되는 날까지 마치고, 무엇을 확인했고 결과가 어땠는지 증빙과 함께 적어 주세요."),
                new MailBlock.Facts([("수탁자", due.Processor.Name), ("할 일", PrivacyWords.Of(due.Kind)), ("기한", KoreanWords.DateInText(due.DueOn))]),
                new MailBlock.Button("기록하기", page),
            ]);
    }

    private const int DueShownMax = 20;

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
