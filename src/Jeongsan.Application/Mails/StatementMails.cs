using Jeongsan.Domain.Statements;

namespace Jeongsan.Application.Mails;

/// <summary>The facts of one payout that the mail of its statement speaks about.</summary>
public sealed record StatementMailFacts
{
    public required string PartnerName { get; init; }

    /// <summary>The first settlement date; null when there is none.</summary>
    public required DateOnly? From { get; init; }

    /// <summary>The last settlement date, included.</summary>
    public required DateOnly? Until { get; init; }

    /// <summary>What is paid, with its unit.</summary>
    public required string Amount { get; init; }

    /// <summary>Null before it is paid.</summary>
    public required DateOnly? PaidOn { get; init; }

    /// <summary>The platform's own words; lines may break.</summary>
    public string? Greeting { get; init; }
}

/// <param name="Link">The personal link with its token; the mail is the only place that holds it.</param>
/// <param name="Expires">The last day (inclusive) on which it opens.</param>
/// <param name="IsAgain">An earlier mail's link is dead.</param>
public sealed record StatementMailLink(Uri Link, DateOnly Expires, StatementProofKind Asks, bool IsAgain);

/// <summary>What partners are written about a settlement statement. Pure: the same facts give the same letter.</summary>
public static class StatementMails
{
    /// <summary>What is paid stands in the mail; accounts, taxes and lines stand behind the link.</summary>
    public static MailLetter Statement(MailSender sender, StatementMailFacts facts, StatementMailLink link) => MailLayout.Compose(
        $"[{sender.Name}] {(link.IsAgain ? "(다시 보냄) " : "")}{Title(facts)} · {facts.Amount}",
        facts.PaidOn is { } paid ? $"{facts.Amount} · {KoreanWords.DateInText(paid)} 지급" : $"{facts.Amount} · 지급 전",
        sender,
        [
            new MailBlock.Heading($"{Title(facts)}를 보내 드립니다"),
            .. Greeting(facts),
            new MailBlock.Paragraph(link.IsAgain
                ? $"{facts.PartnerName} 담당자님, 안녕하십니까. 정산내역서를 다시 보내 드립니다. 먼저 받으신 메일의 링크는 더 이상 열리지 않으니 이 메일의 링크를 이용해 주십시오."
                : $"{facts.PartnerName} 담당자님, 안녕하십니까. 이번 정산의 내역과 지급 금액을 아래 버튼으로 확인하실 수 있습니다."),
            new MailBlock.Facts(
            [
                ("지급 금액", facts.Amount),
                .. Period(facts) is { } period ? [("정산일", period)] : Array.Empty<(string, string)>(),
                ("지급일", facts.PaidOn is { } on ? KoreanWords.DateInText(on) : "지급 전"),
            ]),
            new MailBlock.Button("정산내역서 보기", link.Link),
            new MailBlock.Small($"링크는 {KoreanWords.DateInText(link.Expires)}까지 열리고, 먼저 {Asked(link.Asks)}를 확인합니다. 화면에서 PDF로 받으실 수 있습니다."),
            new MailBlock.Small($"이 메일은 {KoreanWords.WithParticle(sender.Name, "과", "와")} 거래하시는 {facts.PartnerName}의 담당자로 등록된 주소로 보냈습니다. 저희는 메일이나 전화로 비밀번호를 묻지 않습니다. 내용이 거래와 다르면 {sender.ContactEmail}로 알려 주십시오."),
        ]);

    private static string Title(StatementMailFacts facts) => facts.Until is { } until ? $"{until.Month}월 {until.Day}일 정산내역서" : "정산내역서";

    private static IEnumerable<MailBlock> Greeting(StatementMailFacts facts) =>
        (facts.Greeting ?? "").ReplaceLineEndings("\n").Split('\n').Where(line => line.Trim().Length > 0).Select(line => new MailBlock.Paragraph(line.Trim()));

    private static string? Period(StatementMailFacts facts) => (facts.From, facts.Until) switch
    {
        ({ } from, { } until) when from == until => KoreanWords.DateInText(from),
        ({ } from, { } until) => $"{KoreanWords.DateInText(from)} ~ {KoreanWords.DateInText(until)}",
        _ => null,
    };

    private static string Asked(StatementProofKind kind) => kind switch
    {
        StatementProofKind.BusinessNumber => "사업자등록번호",
        StatementProofKind.Birthdate => "생년월일 8자리",
        StatementProofKind.AccountNumber => "정산받는 계좌의 번호",
        _ => throw new System.Diagnostics.UnreachableException(kind.ToString()),
    };
}
