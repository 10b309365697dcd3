using Jeongsan.Application.Privacy;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Privacy;
using Jeongsan.Domain.Statements;

namespace Jeongsan.Application.Statements;

/// <summary>Why a statement can't be sent or a template can't be kept, and the mend.</summary>
public static class StatementWords
{
    public static string Of(Refusal refusal) => refusal switch
    {
        PrivacyRefusal => PrivacyWords.Of(refusal),
        StatementRefusal.FieldMissing => "양식의 이름을 적어 주세요.",
        StatementRefusal.FieldTooLong(var field, var max) => $"{(field == "name" ? "양식 이름" : field == "greeting" ? "인사말" : "안내문")}은 {max}자까지 적을 수 있습니다.",
        StatementRefusal.NameTaken(var name) => $"'{name}' 양식이 이미 있습니다. 다른 이름으로 저장해 주세요.",
        StatementRefusal.TooManyTemplates(var max) => $"양식은 {max}개까지 둘 수 있습니다. 쓰지 않는 양식을 지워 주세요.",
        StatementRefusal.DefaultNeeded => "기본 양식입니다. 다른 양식을 먼저 기본으로 정해 주세요.",
        StatementRefusal.NothingToSend => "보낼 지급이 없습니다. 지급을 골라 주세요.",
        StatementRefusal.CompanyMissing => "메일에 적을 우리 회사 정보가 없습니다. 우리 회사 화면에서 먼저 저장해 주세요.",
        StatementRefusal.PayoutNotSendable(_, PayoutStatus.Prepared) => "아직 확정하지 않은 지급입니다. 지급을 확정한 뒤 보내 주세요.",
        StatementRefusal.PayoutNotSendable(_, PayoutStatus.Failed) => "송금하지 못한 지급입니다. 다시 지급한 뒤 그 지급의 정산내역서를 보내 주세요.",
        StatementRefusal.PayoutNotSendable => "취소한 지급이라 정산내역서를 보내지 않습니다.",
        StatementRefusal.AlreadySent => "이미 보낸 정산내역서입니다. 다시 보내려면 정산내역서 화면에서 '다시 보내기'를 눌러 주세요.",
        StatementRefusal.NotNewest => "그 사이에 다시 보낸 정산내역서입니다. 목록을 새로 고쳐 주세요.",
        StatementRefusal.AddressMissing => "파트너 담당자의 이메일 주소가 없습니다. 파트너 정보에 적은 뒤 다시 보내 주세요.",
        StatementRefusal.NotInState => "지금 보내고 있는 정산내역서입니다. 잠시 뒤 결과를 확인해 주세요.",
        StoredRefusal.NotFound { Subject: StatementTemplates.Subject } => "그 사이에 지워진 양식입니다. 다른 양식으로 보내 주세요.",
        StoredRefusal.NotFound => "그 사이에 지워졌거나 없는 항목입니다. 목록을 새로 고쳐 주세요.",
        _ => "정산내역서를 확인해 주세요.",
    };

    public static string Of(StatementDetail detail) => detail switch
    {
        StatementDetail.Sums => "합계만",
        StatementDetail.Settlements => "정산 내역별",
        StatementDetail.Transfers => "정산건별",
        _ => throw new System.Diagnostics.UnreachableException(detail.ToString()),
    };

    /// <summary><c>ho***@partner.example</c>: enough to recognise, not enough to write to.</summary>
    public static string Masked(string email)
    {
        var at = email.LastIndexOf('@');
        var shown = Math.Min(2, Math.Max(0, at - 1));
        return at < 0 ? "***" : $"{email[..shown]}***{email[at..]}";
    }
}
