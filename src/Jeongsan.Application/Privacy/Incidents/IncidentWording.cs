using System.Globalization;
using System.Text;
using Jeongsan.Application.Mails;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Privacy;

namespace Jeongsan.Application.Privacy.Incidents;

/// <summary>The first text of what the affected are told, and the whole letter.</summary>
public static class IncidentWording
{
    public static string TitleOf(Incident incident)
    {
        ArgumentNullException.ThrowIfNull(incident);
        return incident.Certainty == IncidentCertainty.Certain ? "개인정보 유출 사실을 알려 드립니다" : "개인정보 유출 가능성을 알려 드립니다";
    }

    /// <summary>What was done and how we help stays empty: only a person knows it.</summary>
    public static IncidentNotice Draft(MailSender sender, Incident incident)
    {
        ArgumentNullException.ThrowIfNull(sender);
        ArgumentNullException.ThrowIfNull(incident);
        return new IncidentNotice(
            string.Join('\n', incident.Items.Select(item => $"- {PrivacyWords.Of(item)}")),
            WhenAndHow(incident),
            WhatToDo(incident.Items),
            Measures: "",
            $"{sender.Name} · {sender.ContactEmail}{(sender.ContactPhone is { Length: > 0 } phone ? $" · {phone}" : "")}",
            "이 사고로 손해를 입으셨다면 개인정보 보호법 제39조와 제39조의2에 따라 손해배상을 청구하실 수 있고, 개인정보 분쟁조정위원회(1833-6972, www.kopico.go.kr)에 분쟁조정을 신청하실 수 있습니다(제43조).");
    }

    public static string Text(MailSender sender, Incident incident)
    {
        ArgumentNullException.ThrowIfNull(sender);
        ArgumentNullException.ThrowIfNull(incident);
        var what = incident.Certainty == IncidentCertainty.Certain ? "개인정보가 유출된 사실을 알게 되어" : "개인정보가 유출되었을 가능성이 있어";
        return incident.Notice.Text($"{KoreanWords.WithParticle(sender.Name, "은", "는")} 파트너의 {what} 개인정보 보호법 제34조에 따라 알려 드립니다.", IncidentWords.Of);
    }

    private static string WhenAndHow(Incident incident)
    {
        var text = new StringBuilder();
        if (incident.Begun is { } begun)
        {
            text.Append(CultureInfo.InvariantCulture, $"- 일어난 때: {KoreanWords.InstantInTable(begun)}{(incident.Ended is { } ended ? $" ~ {KoreanWords.InstantInTable(ended)}" : "부터")}\n");
        }
        return text.Append(CultureInfo.InvariantCulture, $"- 알게 된 때: {KoreanWords.InstantInTable(incident.KnownAt)}\n- 경위: {incident.What}").ToString();
    }

    private static string WhatToDo(IReadOnlyList<PersonalDataItem> items)
    {
        var lines = new List<string>();
        if (items.Contains(PersonalDataItem.Contact))
        {
            lines.Add("- 저희나 팝빌, 은행, 국세청을 사칭한 메일·문자·전화에 주의해 주십시오. 저희는 비밀번호나 인증번호를 묻지 않습니다.");
        }
        if (items.Contains(PersonalDataItem.BankAccount))
        {
            lines.Add("- 등록하신 계좌에 모르는 출금이나 자동이체가 없는지 거래 은행에 확인해 주십시오.");
        }
        if (items.Contains(PersonalDataItem.Birthdate) || items.Contains(PersonalDataItem.ResidentNumber))
        {
            lines.Add("- 명의가 도용되지 않았는지 확인하고, 금융감독원 개인정보 노출자 사고예방 시스템(pd.fss.or.kr)에 등록하실 수 있습니다.");
        }
        lines.Add("- 의심되는 연락을 받으시면 아래 연락처로 알려 주십시오. 피해가 있으면 경찰청(112)이나 개인정보침해 신고센터(국번 없이 118)에 신고하실 수 있습니다.");
        return string.Join('\n', lines);
    }
}

/// <summary>Incidents in Korean.</summary>
public static class IncidentWords
{
    public static string Of(IncidentNoticePart part) => part switch
    {
        IncidentNoticePart.Items => "유출된 개인정보의 항목",
        IncidentNoticePart.WhenAndHow => "언제 어떻게 일어났나요",
        IncidentNoticePart.WhatToDo => "피해를 줄이기 위해 하실 수 있는 일",
        IncidentNoticePart.Measures => "저희의 대응 조치와 피해 구제 절차",
        IncidentNoticePart.Contact => "신고와 상담을 받는 곳",
        IncidentNoticePart.Rights => "손해배상과 분쟁조정을 요구할 권리",
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, null),
    };

    public static string Of(IncidentStatus status) => status switch
    {
        IncidentStatus.Open => "대상 확인 중",
        IncidentStatus.Confirmed => "대상 확정 · 통지 전",
        IncidentStatus.Telling => "통지함",
        IncidentStatus.Closed => "종결",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    public static string Of(IncidentCertainty certainty) => certainty switch
    {
        IncidentCertainty.Certain => "확인됨",
        IncidentCertainty.Likely => "가능성 있음",
        _ => throw new ArgumentOutOfRangeException(nameof(certainty), certainty, null),
    };

    public static string Of(IncidentRefusal refusal) => refusal switch
    {
        IncidentRefusal.NotInState(var status, _) => $"지금은 '{Of(status)}' 상태라 할 수 없는 일입니다. 화면을 새로 고쳐 확인해 주세요.",
        IncidentRefusal.FieldMissing(var field) => $"{FieldOf(field)}을(를) 적어 주세요.",
        IncidentRefusal.TextTooLong(var field, _, var max) => $"{FieldOf(field)}은(는) {max:#,0}자까지 적을 수 있습니다.",
        IncidentRefusal.InstantInFuture(var field, _, var now) => $"{FieldOf(field)}이(가) 지금({KoreanWords.InstantInTable(now)})보다 뒤입니다. 시각을 확인해 주세요.",
        IncidentRefusal.PeriodReversed => "일어난 때가 알게 된 때보다 뒤이거나, 끝난 때가 시작된 때보다 앞입니다. 시각을 확인해 주세요.",
        IncidentRefusal.ChoiceMissing => "누구의 정보인지 고를 기준을 하나 이상 적어 주세요. 접속기록의 사람·IP·기간이나 파트너로 고를 수 있습니다.",
        IncidentRefusal.NobodyAffected => "확정한 대상이 없어 알릴 곳이 없습니다.",
        IncidentRefusal.NoticePartMissing(var part) => $"통지문에 '{Of(part)}'이(가) 비어 있습니다. 법이 꼭 알리게 한 내용이니 적은 뒤 보내 주세요.",
        IncidentRefusal.AffectedNotTold(var count) => $"아직 알리지 못한 파트너가 {KoreanWords.Digits(count)}곳 있습니다. 모두에게 알린 뒤 종결해 주세요.",
        IncidentRefusal.NotReported => "개인정보보호위원회에 신고해야 하는 사고입니다. 신고한 때와 접수번호를 적은 뒤 종결해 주세요.",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, null),
    };

    /// <summary>How the affected were found, for whoever reads it later.</summary>
    public static string Of(AffectedChoice choice, FoundAffected found)
    {
        ArgumentNullException.ThrowIfNull(choice);
        ArgumentNullException.ThrowIfNull(found);
        var ways = new List<string>();
        if (choice.Log is { IsEmpty: false } log)
        {
            string[] said =
            [
                .. log.ActorId is { Length: > 0 } actor ? [$"본 사람 {actor}"] : Array.Empty<string>(),
                .. log.NetworkAddress is { Length: > 0 } address ? [$"접속지 {address}"] : Array.Empty<string>(),
                .. log.From is { } from ? [$"{KoreanWords.InstantInTable(from)}부터"] : Array.Empty<string>(),
                .. log.Until is { } until ? [$"{KoreanWords.InstantInTable(until)}까지"] : Array.Empty<string>(),
            ];
            ways.Add($"접속기록 {KoreanWords.Digits(found.RecordCount)}건({string.Join(", ", said)}){(found.IsEverybody ? ", 통째로 받은 기록이 있어 모든 파트너" : "")}");
        }
        if (choice.Filter is { } filter)
        {
            ways.Add($"파트너 조건(유형 {Of(filter.Type)}, 태그 {(string.IsNullOrEmpty(filter.Tag) ? "전부" : filter.Tag)})");
        }
        if (choice.Partners.Count > 0)
        {
            ways.Add($"고른 파트너 {KoreanWords.Digits(choice.Partners.Count)}곳");
        }
        return string.Join(" + ", ways);
    }

    private static string Of(PartnerTypeName? type) => type switch
    {
        null => "전부",
        PartnerTypeName.Business => "사업자",
        PartnerTypeName.WhtPayer => "원천징수 개인",
        PartnerTypeName.NonWhtPayer => "원천징수 없는 개인",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, null),
    };

    private static string FieldOf(string field) => field switch
    {
        "what" => "무슨 일이 있었는지",
        "items" => "유출된 항목",
        "knownAt" => "알게 된 때",
        "reportedAt" => "신고한 때",
        "receiptNumber" => "접수번호",
        "summary" => "종결 요약",
        _ => Enum.TryParse<IncidentNoticePart>(field, out var part) ? $"'{Of(part)}'" : field,
    };
}
