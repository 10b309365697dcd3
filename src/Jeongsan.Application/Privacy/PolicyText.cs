using Jeongsan.Application.Mails;
using Jeongsan.Domain.Privacy;

namespace Jeongsan.Application.Privacy;

/// <summary>What the policy is written from: all of it is what is switched on now.</summary>
/// <param name="Platform">As partners know it.</param>
/// <param name="Contact">Whom to ask: mail address and phone.</param>
/// <param name="Officer">개인정보 보호책임자; empty while nobody said who.</param>
/// <param name="WithholdsTax">Whether partners are natural persons from whom tax is withheld.</param>
/// <param name="PublicRegister">Where the table of processors is.</param>
public sealed record PolicyFacts(string Platform, string Contact, string Officer, bool WithholdsTax, Uri PublicRegister, ConsignmentRegister Register);

/// <summary>The settlement's part of a platform's 개인정보 처리방침, in the order of 개인정보 보호법 제30조 ① and 시행령 제31조 ①.</summary>
public static class PolicyText
{
    public static string Write(PolicyFacts facts) => string.Join("\n\n", Sections(facts).Select(section => $"■ {section.Title}\n{string.Join('\n', section.Lines)}")) + "\n";

    /// <summary>The whole, with since when it applies.</summary>
    public static string Of(PublishedPolicy policy) =>
        $"{policy.Body}\n■ 시행\n이 처리방침은 {KoreanWords.DateInText(policy.EffectiveFrom)}부터 적용합니다. (제{policy.Number}판)\n";

    private static IEnumerable<(string Title, IEnumerable<string> Lines)> Sections(PolicyFacts facts)
    {
        yield return ("처리 목적", Purposes(facts).Select(Item));
        yield return ("처리하는 항목", Items(facts).Select(Item));
        yield return ("보유 기간", Retention(facts).Select(Item));
        yield return ("제3자 제공", ["- 국세청: (세금)계산서의 내용(부가가치세법 제32조)" + (facts.WithholdsTax ? "과 원천징수 지급명세서의 내용(소득세법 제164조)" : "") + "을 법령에 따라 제출합니다. 그 밖의 제3자에게 제공하지 않습니다."]);
        yield return ("처리 위탁", Processors(facts));
        yield return ("파기 절차와 방법", ["- 거래가 끝나면 지체 없이 데이터베이스에서 지우거나 빈 값으로 덮어쓰고, 파기 확인서를 남깁니다. 법령에 따라 보관하는 것은 암호화해 따로 두었다가 기한이 지나면 파기합니다."]);
        yield return ("정보주체의 권리와 행사 방법",
        [
            $"- 열람·정정·삭제·처리정지를 아래 연락처로 요구하실 수 있습니다. 받은 날부터 10일 안에 처리하고 결과를 알려 드립니다. 대리인을 통해서도 하실 수 있습니다.",
            "- 세금계산서와 지급 기록처럼 다른 법률이 보관하라고 한 것은 삭제할 수 없습니다.",
        ]);
        yield return ("안전성 확보조치",
        [
            "- 계좌번호, 생년월일, 이메일, 전화번호의 암호화 저장(AES-256)과 전송 구간 암호화",
            "- 역할에 따른 접근 권한과 2단계 인증, 지급 실행 때의 재인증",
            "- 접속기록의 보관(2년 이상)과 위조·변조 방지, 매달 점검",
        ]);
        yield return ("자동으로 수집하는 장치", ["- 파트너에게 보내는 링크의 화면은 방문을 추적하는 쿠키를 쓰지 않습니다. 본인 확인을 유지하는 데 필요한 쿠키만 씁니다."]);
        yield return ("개인정보 보호책임자와 문의",
        [
            $"- 보호책임자: {(facts.Officer.Length > 0 ? facts.Officer : "(정해 주세요)")}",
            $"- 문의: {facts.Platform} {facts.Contact}",
        ]);
        yield return ("권익침해 구제", ["- 개인정보 분쟁조정위원회 1833-6972, 개인정보침해 신고센터 118, 대검찰청 1301, 경찰청 182"]);
    }

    private static IEnumerable<string> Purposes(PolicyFacts facts)
    {
        var works = facts.Register.Active.SelectMany(processor => processor.Works).ToHashSet();
        yield return "파트너와의 정산, 정산내역의 안내와 문의 응대";
        if (works.Contains(EntrustedWork.TaxInvoices))
        {
            yield return "전자(세금)계산서의 작성·발행·전송";
        }
        if (works.Contains(EntrustedWork.AccountHolderCheck))
        {
            yield return "지급 전 예금주와 사업자 상태의 확인";
        }
        yield return "정산금의 지급";
        if (facts.WithholdsTax)
        {
            yield return "소득세의 원천징수와 지급명세서의 제출";
        }
    }

    private static IEnumerable<string> Items(PolicyFacts facts)
    {
        var items = facts.Register.Active.SelectMany(processor => processor.Items).Append(PersonalDataItem.Contact).Append(PersonalDataItem.BankAccount).Append(PersonalDataItem.SettlementLines);
        if (facts.WithholdsTax)
        {
            items = items.Append(PersonalDataItem.Birthdate);
        }
        return items.Distinct().Order().Select(PrivacyWords.Of);
    }

    private static IEnumerable<string> Retention(PolicyFacts facts)
    {
        yield return "거래가 끝날 때까지";
        yield return "(세금)계산서와 그 증빙, 지급 기록: 신고기한부터 5년 (국세기본법 제85조의3)";
        if (facts.WithholdsTax)
        {
            yield return "원천징수 관련 기록: 신고기한부터 5년 (국세기본법 제85조의3)";
        }
        yield return "접속기록: 2년 이상 (개인정보의 안전성 확보조치 기준 제8조)";
    }

    private static IEnumerable<string> Processors(PolicyFacts facts)
    {
        foreach (var (processor, depth) in facts.Register.Chain())
        {
            yield return $"{(depth == 0 ? "- " : "  - (재수탁) ")}{processor.Name} · {string.Join(", ", processor.Works.Select(PrivacyWords.Of))} · {string.Join(", ", processor.Items.Select(PrivacyWords.Of))}"
                + (processor.IsAbroad ? $" · 국외({processor.Country}). 통신망으로 그때마다 보내며, 맡긴 일이 끝날 때까지 보관합니다. 원하지 않으시면 아래 연락처로 거부하실 수 있고, 그 경우 그 일을 해 드릴 수 없습니다." : "");
        }
        yield return $"- 지금의 수탁자: {facts.PublicRegister}";
    }

    private static string Item(string words) => $"- {words}";
}

public enum TextChange
{
    Same = 0,
    Removed,
    Added,
}

/// <summary>What differs between two texts, line by line: the longest common lines stay.</summary>
public static class TextDifference
{
    public static IReadOnlyList<(TextChange Change, string Line)> Of(string before, string after)
    {
        var (old, present) = (before.Split('\n'), after.Split('\n'));
        // Length of what is common to the rest of both, from each pair of lines on.
        var common = new int[old.Length + 1, present.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
        {
            for (var j = present.Length - 1; j >= 0; j--)
            {
                common[i, j] = old[i] == present[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }
        var lines = new List<(TextChange, string)>();
        var (at, now) = (0, 0);
        while (at < old.Length || now < present.Length)
        {
            if (at < old.Length && now < present.Length && old[at] == present[now])
            {
                lines.Add((TextChange.Same, present[now++]));
                at++;
            }
            else if (now == present.Length || (at < old.Length && common[at + 1, now] >= common[at, now + 1]))
            {
                lines.Add((TextChange.Removed, old[at++]));
            }
            else
            {
                lines.Add((TextChange.Added, present[now++]));
            }
        }
        return lines;
    }
}
