using System.Globalization;
using System.Text;
using Jeongsan.Application.Mails;
using Jeongsan.Domain.Privacy;

namespace Jeongsan.Application.Privacy.Requests;

/// <summary>The first text of what whoever asked is told; a person may change it before it is sent.</summary>
public static class SubjectRequestWording
{
    public const int LengthMax = 10_000;

    public const string DeferralTitle = "개인정보 열람을 연기하는 이유를 알려 드립니다";

    public static string AnswerTitle(SubjectRequest request) => $"개인정보 {SubjectRequestWords.Of(request.Kind)} 요구의 처리 결과를 알려 드립니다";

    public static string Answer(MailSender sender, string partner, SubjectRequest request)
    {
        var text = Opening(partner, request).Append("에 대한 처리 결과를 알려 드립니다.\n\n");
        text.Append(CultureInfo.InvariantCulture, $"■ 요구하신 내용\n{request.Asked}\n\n");
        if (request.Ground is { } ground)
        {
            text.Append("■ 처리 결과: 요구에 따르지 못합니다\n");
            text.Append(CultureInfo.InvariantCulture, $"- 법에서 정한 사유: {SubjectRequestWords.Of(ground)}\n- 구체적인 이유: {request.Words}\n\n");
        }
        else
        {
            text.Append(CultureInfo.InvariantCulture, $"■ 처리 결과: 요구대로 처리했습니다\n{request.Words}\n");
            foreach (var field in request.Corrections)
            {
                text.Append(CultureInfo.InvariantCulture, $"- {field.Field}: {field.From ?? "없음"} → {field.To ?? "없음"}\n");
            }
            if (request.Kind == SubjectRequestKind.Deletion)
            {
                text.Append(CultureInfo.InvariantCulture, $"- 지운 것: {request.Erased}\n- 남은 것과 그 이유: {request.Kept}\n");
            }
            if (request.Kind == SubjectRequestKind.Stop)
            {
                text.Append("- 지금부터 세금계산서 서비스와 메일 서비스로 새로 보내지 않습니다. 이미 드려야 할 정산금은 계약을 지키기 위해 계속 송금합니다.\n");
            }
            text.Append('\n');
        }
        return Objection(text, sender).ToString();
    }

    public static string Deferral(MailSender sender, string partner, SubjectRequest request)
    {
        var text = Opening(partner, request).Append("을 10일 안에 해 드리지 못해 그 이유를 알려 드립니다.\n\n");
        text.Append(CultureInfo.InvariantCulture, $"■ 연기하는 이유\n{request.DeferralReason}\n\n■ 언제 열람하실 수 있나요\n");
        if (request.DeferredUntil is { } until)
        {
            text.Append(CultureInfo.InvariantCulture, $"{KoreanWords.DateInText(until)}까지 열람하실 수 있게 하겠습니다. 사유가 먼저 없어지면 바로 알려 드립니다.\n\n");
        }
        return Objection(text, sender).ToString();
    }

    private static StringBuilder Opening(string partner, SubjectRequest request) => new StringBuilder().Append(
        CultureInfo.InvariantCulture, $"{partner} 담당자님께\n\n{KoreanWords.DateInText(request.ReceivedOn)}에 요구하신 개인정보 {SubjectRequestWords.Of(request.Kind)}");

    /// <summary>시행령 제42조 ②, 제43조 ③, 제44조 ②: how to object is told with the answer.</summary>
    private static StringBuilder Objection(StringBuilder text, MailSender sender) => text
        .Append("■ 이의가 있으시면\n")
        .Append(CultureInfo.InvariantCulture, $"{sender.Name}({sender.ContactEmail}{(sender.ContactPhone is { Length: > 0 } phone ? $", {phone}" : "")})에 이 메일에 회신하거나 전화해 이의를 제기하실 수 있습니다. ")
        .Append("그래도 해결되지 않으면 개인정보 분쟁조정위원회(1833-6972, www.kopico.go.kr)에 조정을 신청하거나 개인정보침해 신고센터(국번 없이 118, privacy.kisa.or.kr)에 신고하실 수 있습니다.\n");
}

/// <summary>The desk of data subjects in Korean.</summary>
public static class SubjectRequestWords
{
    public static string Of(SubjectRequestKind kind) => kind switch
    {
        SubjectRequestKind.Access => "열람",
        SubjectRequestKind.Correction => "정정",
        SubjectRequestKind.Deletion => "삭제",
        SubjectRequestKind.Stop => "처리정지",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static string Of(RequestChannel channel) => channel switch
    {
        RequestChannel.Mail => "메일",
        RequestChannel.Phone => "전화",
        RequestChannel.Paper => "서면",
        RequestChannel.SupplierPage => "파트너 화면",
        _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, null),
    };

    public static string Of(SubjectRequestStatus status) => status switch
    {
        SubjectRequestStatus.Received => "접수",
        SubjectRequestStatus.Identified => "본인 확인됨",
        SubjectRequestStatus.Completed => "처리함 · 알릴 차례",
        SubjectRequestStatus.Refused => "거절함 · 알릴 차례",
        SubjectRequestStatus.Answering => "답을 보내는 중",
        SubjectRequestStatus.AnswerFailed => "답이 닿지 않음",
        SubjectRequestStatus.Answered => "알림",
        SubjectRequestStatus.Withdrawn => "취소됨",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    public static string Of(SubjectRefusalGround ground) => ground switch
    {
        SubjectRefusalGround.IdentityNotProven => "본인이나 정당한 대리인인지 확인하지 못함(시행령 제46조)",
        SubjectRefusalGround.AccessLimitedByLaw => "법률에 따라 열람이 금지되거나 제한됨(제35조 제4항 제1호)",
        SubjectRefusalGround.HarmToOthers => "다른 사람의 생명·신체·재산이나 이익을 해칠 우려가 있음(제35조 제4항 제2호, 제37조 제2항 제2호)",
        SubjectRefusalGround.KeptByLaw => "다른 법령이 보관하도록 정한 정보임(제36조 제1항 단서, 예: 국세기본법 제85조의3에 따라 5년)",
        SubjectRefusalGround.OtherProcedure => "다른 법률에 정정·삭제 절차가 따로 있음(시행령 제43조 제2항)",
        SubjectRefusalGround.FoundCorrect => "조사한 결과 지금의 정보가 맞음(제36조 제2항)",
        SubjectRefusalGround.LegalDuty => "법령의 의무를 지키기 위해 처리해야 함(제37조 제2항 제1호, 예: 부가가치세법 제32조)",
        SubjectRefusalGround.ContractImpossible => "처리하지 않으면 계약을 이행하기 어렵고 계약을 끝내겠다는 뜻이 분명하지 않음(제37조 제2항 제4호)",
        _ => throw new ArgumentOutOfRangeException(nameof(ground), ground, null),
    };

    public static string Of(SubjectRequestRefusal refusal) => refusal switch
    {
        SubjectRequestRefusal.NotInState(var status, _) => $"지금은 '{Of(status)}' 상태라 할 수 없는 일입니다. 화면을 새로 고쳐 확인해 주세요.",
        SubjectRequestRefusal.FieldMissing(var field) => $"{FieldOf(field)}을(를) 적어 주세요.",
        SubjectRequestRefusal.TextTooLong(var field, _, var max) => $"{FieldOf(field)}은(는) {max:#,0}자까지 적을 수 있습니다.",
        SubjectRequestRefusal.DayInFuture(_, _, var today) => $"아직 오지 않은 날입니다. 오늘({KoreanWords.DateInTable(today)})이나 그 전의 날짜를 적어 주세요.",
        SubjectRequestRefusal.IdentityNotChecked => "본인 확인을 먼저 적어 주세요. 확인하지 못했다면 그것을 이유로만 거절할 수 있습니다.",
        SubjectRequestRefusal.GroundNotOfKind(var kind, _) => $"{Of(kind)} 요구를 거절할 수 있는 사유가 아닙니다. 목록에서 법이 정한 사유를 골라 주세요.",
        SubjectRequestRefusal.NotDeferrable(var kind) => $"{Of(kind)} 요구는 연기할 수 없습니다. 기한 안에 처리하거나 거절하고 알려 주세요.",
        SubjectRequestRefusal.AlreadyDeferred(var until) => $"이미 {KoreanWords.DateInText(until)}까지 연기했습니다. 연기는 한 번만 할 수 있습니다.",
        SubjectRequestRefusal.DeferredTooLate(var due) => $"기한({KoreanWords.DateInText(due)})이 지나 연기할 수 없습니다. 지체 없이 처리하고 알려 주세요.",
        SubjectRequestRefusal.DeferralNotLater(var due) => $"지금 기한({KoreanWords.DateInText(due)})보다 뒤의 날짜를 적어 주세요.",
        SubjectRequestRefusal.ExportMissing => "건네줄 자료를 아직 내려받지 않았습니다. 열람 자료를 내려받아 전한 뒤 처리했다고 적어 주세요.",
        SubjectRequestRefusal.NothingCorrected => "접수한 날부터 바뀐 파트너 정보가 없습니다. 파트너 화면에서 정보를 고친 뒤 처리했다고 적어 주세요.",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, null),
    };

    public static string Of(LegalNoticeRefusal refusal) => refusal switch
    {
        LegalNoticeRefusal.NotInState => "이미 보내고 있거나 알린 통지입니다. 화면을 새로 고쳐 주세요.",
        LegalNoticeRefusal.HowMissing => "누구에게 어떻게 알렸는지 적어 주세요.",
        LegalNoticeRefusal.DayInFuture(_, var today) => $"아직 오지 않은 날입니다. 오늘({KoreanWords.DateInTable(today)})이나 그 전의 날짜를 적어 주세요.",
        LegalNoticeRefusal.AnswerByRequest => "요구에 대한 답은 요구의 화면에서 다시 보내 주세요.",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, null),
    };

    public static string Of(LegalNoticeDelivery delivery) => delivery switch
    {
        LegalNoticeDelivery.Pending => "보내는 중",
        LegalNoticeDelivery.Delivered => "메일 전달",
        LegalNoticeDelivery.Failed => "닿지 않음",
        LegalNoticeDelivery.ToldOtherwise => "다른 방법으로 알림",
        _ => throw new ArgumentOutOfRangeException(nameof(delivery), delivery, null),
    };

    private static string FieldOf(string field) => field switch
    {
        "asked" => "요구한 내용",
        "method" => "본인을 확인한 방법",
        "reason" => "이유",
        "words" => "처리한 내용이나 이유",
        "erased" => "지운 것",
        "kept" => "남긴 것과 그 이유",
        "text" => "알릴 내용",
        _ => field,
    };
}
