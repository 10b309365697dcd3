using Jeongsan.Application.Partners;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Payouts;

namespace Jeongsan.Application.Mails;

/// <summary>What partners are written about money that they owe. Pure: the same facts give the same letter.</summary>
public static class ReceivableMails
{
    /// <summary>Days that stand in the mail one by one; what was before them is one line.</summary>
    private const int DaysMax = 10;

    public static MailLetter AskBack(MailSender sender, string partnerName, AskBack ask)
    {
        ArgumentNullException.ThrowIfNull(sender);
        ArgumentNullException.ThrowIfNull(ask);
        var (amount, until) = (KoreanWords.Won(ask.Amount.Value), KoreanWords.DateInText(ask.DueOn));
        return MailLayout.Compose(
            $"[{sender.Name}] 정산금 {amount} 반환 요청 · {ask.DueOn.Month}월 {ask.DueOn.Day}일까지",
            $"{amount} · {until}까지",
            sender,
            [
                new MailBlock.Heading($"정산금 {amount}을 돌려주시기를 부탁드립니다"),
                new MailBlock.Paragraph($"{partnerName} 담당자님, 안녕하십니까. 취소와 조정으로 아래 정산의 합계가 마이너스가 되어 저희가 돌려받을 금액이 생겼습니다."),
                new MailBlock.Facts([.. Lines(ask.Days), ("정산 합계", KoreanWords.Won(-ask.Amount.Value))]),
                new MailBlock.Paragraph($"{until}까지 아래 계좌로 {amount}을 보내 주시기 바랍니다."),
                new MailBlock.Facts(
                [
                    ("보내실 금액", amount),
                    ("보내실 계좌", $"{BankNames.Of(ask.Account.Bank)} {ask.Account.Number}"),
                    ("예금주", ask.Account.Holder),
                    ("기한", until),
                ]),
                new MailBlock.Paragraph("기한까지 입금되지 않으면 다음 정산금에서 이 금액을 빼고 지급합니다. 다음 정산금이 이보다 적으면 모자라는 금액은 그다음 정산금에서 뺍니다."),
                new MailBlock.Paragraph("이미 보내셨다면 다시 보내지 않으셔도 됩니다."),
                new MailBlock.Small($"이 메일은 {KoreanWords.WithParticle(sender.Name, "과", "와")} 거래하시는 {partnerName}의 담당자로 등록된 주소로 보냈습니다. 저희는 메일이나 전화로 비밀번호를 묻지 않습니다. 내용이 거래와 다르거나 계좌가 맞는지 확인하시려면 {sender.ContactEmail}{(sender.ContactPhone is { Length: > 0 } phone ? $", {phone}" : "")}로 연락해 주십시오."),
            ]);
    }

    /// <summary>To the platform's own people, each time another account is given.</summary>
    public static MailLetter AccountChanged(MailSender sender, RepaymentAccount account, string who)
    {
        ArgumentNullException.ThrowIfNull(sender);
        ArgumentNullException.ThrowIfNull(account);
        return MailLayout.Compose(
            "[정산] 파트너가 돈을 돌려보낼 계좌가 바뀌었습니다",
            $"{BankNames.Of(account.Bank)} {account.Number}",
            sender,
            [
                new MailBlock.Heading("파트너가 돈을 돌려보낼 계좌가 바뀌었습니다"),
                new MailBlock.Paragraph("미수금을 요청하는 메일에 이제 아래 계좌를 적습니다. 우리 회사의 계좌가 아니라면 바로 미수금 화면에서 바로잡고, 그사이 메일을 받은 파트너에게 알려 주십시오."),
                new MailBlock.Facts([("계좌", $"{BankNames.Of(account.Bank)} {account.Number}"), ("예금주", account.Holder), ("바꾼 사람", who)]),
            ]);
    }

    private static IEnumerable<(string, string)> Lines(IReadOnlyList<AskBackDay> days)
    {
        var before = days.Count > DaysMax ? days.Take(days.Count - DaysMax + 1).ToList() : [];
        if (before.Count > 0)
        {
            yield return ($"{KoreanWords.DateInText(before[^1].SettlementDate)}까지의 정산 {before.Count}일", KoreanWords.Won(before.Select(day => day.Amount).Total().Value));
        }
        foreach (var day in days.Skip(before.Count))
        {
            yield return ($"{KoreanWords.DateInText(day.SettlementDate)} 정산", KoreanWords.Won(day.Amount.Value));
        }
    }
}
