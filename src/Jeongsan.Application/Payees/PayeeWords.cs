using Jeongsan.Application.Mails;
using Jeongsan.Domain.Partners;

namespace Jeongsan.Application.Payees;

/// <summary>지급 전 확인 in words for people.</summary>
public static class PayeeWords
{
    /// <summary>Why it is not paid, and the mend.</summary>
    public static string Of(PayeeProblem problem) => problem switch
    {
        PayeeProblem.NotChecked => "지급 전 확인을 하지 않았습니다. 계좌와 사업자 상태를 확인한 뒤 다시 지급해 주세요.",
        PayeeProblem.CheckTooOld => "지급 전 확인을 한 지 오래되었습니다. 다시 확인한 뒤 지급해 주세요.",
        PayeeProblem.AccountChanged => "확인한 계좌와 지급할 계좌가 다릅니다. 지급 전 확인을 다시 해 주세요. 이 지급을 만든 뒤 계좌가 바뀌었으면 취소하고 다시 만들어 주세요.",
        PayeeProblem.HolderDiffers => "은행이 알려 준 예금주가 다릅니다. 파트너에게 계좌를 확인해 고친 뒤 지급을 다시 만들어 주세요.",
        PayeeProblem.AccountNotFound => "은행에 없는 계좌입니다. 파트너에게 계좌를 확인해 고친 뒤 지급을 다시 만들어 주세요.",
        PayeeProblem.BusinessClosed => "폐업한 사업자입니다. 파트너에게 확인한 뒤 지급을 취소하거나 파트너 정보를 고쳐 주세요.",
        PayeeProblem.BusinessNotFound => "국세청에 등록되지 않은 사업자등록번호입니다. 파트너 정보를 고쳐 주세요.",
        PayeeProblem.InvoiceNotSent => "계약에 따라 세금계산서가 국세청에 전송된 뒤에 지급합니다. 전송을 마친 뒤 다시 지급해 주세요.",
        _ => throw new System.Diagnostics.UnreachableException(problem.ToString()),
    };

    public static string Of(PayeeRefusal refusal) => refusal switch
    {
        PayeeRefusal.TooMany(var count, var max) => $"파트너가 {KoreanWords.Digits(count)}곳입니다. 한 번에 {KoreanWords.Digits(max)}곳까지 확인할 수 있습니다.",
        PayeeRefusal.OwnCompanyMissing => "우리 회사 정보가 없어 조회할 수 없습니다. 우리 회사를 먼저 등록해 주세요.",
        PayeeRefusal.NonePayable({ Count: 1 } problems) => Of(problems.Values.First()),
        PayeeRefusal.NonePayable(var problems) => $"지급할 파트너 {KoreanWords.Digits(problems.Count)}곳이 모두 지급 전 확인에 걸려 아무것도 이체하지 않았습니다. {Of(problems.Values.First())}",
        PayeeRefusal.AgeOutOfRange(_, var min, var max) => $"확인이 유효한 기간은 {min}일부터 {max}일까지 정할 수 있습니다.",
        _ => throw new System.Diagnostics.UnreachableException(refusal.Reason),
    };
}
