using System.Globalization;
using System.Text;
using Jeongsan.Application.Mails;
using Jeongsan.Domain.Privacy;

namespace Jeongsan.Application.Privacy;

/// <summary>The first text of a notice, written from the register; a person may change it before it is published.</summary>
public static class NoticeWording
{
    /// <param name="platform">As partners know it.</param>
    /// <param name="contact">Whom to ask: mail address and phone.</param>
    public static string Draft(string platform, string contact, ConsignmentRegister register)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{KoreanWords.WithParticle(platform, "은", "는")} 파트너의 정산금을 지급하고 세금계산서를 발행하기 위해 아래와 같이 정보 처리를 맡깁니다(개인정보 보호법 제26조).\n\n");
        text.Append("■ 누구에게, 어떤 정보를, 왜 보내나요\n");
        foreach (var (processor, depth) in register.Chain())
        {
            text.Append(depth == 0 ? "- " : "  - (다시 맡기는 곳) ");
            text.Append(CultureInfo.InvariantCulture, $"{processor.Name} · 맡기는 업무: {string.Join(", ", processor.Works.Select(PrivacyWords.Of))} · 보내는 정보: {string.Join(", ", processor.Items.Select(PrivacyWords.Of))}");
            text.Append(processor.IsAbroad ? $" · 국외({processor.Country})에 있는 업체\n" : "\n");
        }
        text.Append("\n■ 팝빌 가입 메일이 옵니다\n");
        text.Append("세금계산서를 대신 작성해 드리려면 전자세금계산서 서비스인 팝빌에 파트너의 사업자를 회원으로 등록해야 합니다. 등록하면 팝빌에서 가입 메일이 갑니다. 그 메일에서 하실 일은 없습니다.\n\n");
        text.Append("■ 얼마나 보관하나요\n");
        text.Append("거래 관계가 끝나면 지체 없이 지웁니다. 다만 세금계산서와 송금 기록은 세법에 따라 5년 동안 보관합니다.\n\n");
        text.Append("■ 원하지 않으시면\n");
        text.Append(CultureInfo.InvariantCulture, $"동의를 구하는 절차가 아니라 알려 드리는 것입니다. 원하지 않으시면 아래 연락처로 알려 주십시오. 그 경우 {KoreanWords.WithParticle(platform, "을", "를")} 통한 전자세금계산서 발행과 자동 지급을 해 드릴 수 없습니다.\n\n");
        text.Append(CultureInfo.InvariantCulture, $"■ 문의\n{platform} · {contact}\n");
        return text.ToString();
    }
}
