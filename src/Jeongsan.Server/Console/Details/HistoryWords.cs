using System.Collections.Frozen;

namespace Jeongsan.Server.Console.Details;

/// <summary>What happened, in the words of the time line. An event without words shows its own name rather than nothing.</summary>
internal static class HistoryWords
{
    private static readonly FrozenDictionary<string, string> Words = new Dictionary<string, string>
    {
        ["PartnerCreated"] = "파트너 등록",
        ["PartnerUpdated"] = "파트너 정보 수정",
        ["PartnerArchived"] = "파트너 보관",
        ["PartnerRecovered"] = "파트너 보관 해제",
        ["NtsConnectionBegun"] = "국세청 연동 시작",
        ["NtsConnected"] = "국세청 연동 완료",
        ["NtsConnectFailed"] = "국세청 연동 실패",
        ["NtsDisconnected"] = "국세청 연동 해제",
        ["ContractCreated"] = "계약 등록",
        ["DiscountSharePolicyCreated"] = "할인 분담 등록",
        ["AdditionalFeePolicyCreated"] = "추가 수수료 등록",
        ["OrderRegistered"] = "주문 등록",
        ["OrderCancelRegistered"] = "주문 취소 등록",
        ["ManualTransferRegistered"] = "수기 정산 등록",
        ["TransferDeleted"] = "정산건 삭제",
        ["PartnerSettlementOpened"] = "정산일이 되어 정산건을 모음",
        ["PartnerSettlementGrew"] = "정산건이 더해짐",
        ["PayoutStartPayout"] = "지급 시작",
        ["PayoutCompletePayout"] = "지급 완료",
        ["PayoutFailPayout"] = "지급 실패",
        ["PayoutReleasePayout"] = "지급에서 풀림",
        ["OwnCompanyConnected"] = "우리 회사 국세청 연동 완료",
        ["OwnCompanyConnectFailed"] = "우리 회사 국세청 연동 실패",
        ["BulkTaxInvoiceDrafted"] = "세금계산서 일괄 작성",
        ["BulkPayoutCreated"] = "일괄 지급 만들기",
        ["BulkPayoutConfirmed"] = "일괄 지급 확정",
        ["BulkPayoutExecuted"] = "일괄 지급 실행",
        ["BulkPayoutCompleted"] = "일괄 지급 완료",
        ["PayoutConfirmed"] = "지급 확정",
        ["PayoutStarted"] = "송금 시작",
        ["PayoutSucceeded"] = "송금 완료",
        ["PayoutFailed"] = "송금 실패",
        ["TaxInvoiceDrafted"] = "세금계산서 작성",
        ["TaxInvoice.Requested"] = "승인 요청 메일 발송",
        ["TaxInvoice.Issued"] = "발행 (공급자 승인)",
        ["TaxInvoice.Refused"] = "공급자가 거부",
        ["TaxInvoice.RequestCancelled"] = "요청 취소",
        ["TaxInvoice.IssuanceCancelled"] = "발행 취소",
        ["TaxInvoice.SendingCompleted"] = "국세청 전송 완료",
        ["TaxInvoice.SendingFailed"] = "국세청 전송 실패",
        ["Request"] = "발행 요청",
        ["Resend"] = "승인 요청 메일 다시 보내기",
        ["Approve"] = "공급자 승인, 전자서명 요청",
        ["RejectRequest"] = "발행 요청 실패",
        ["RejectIssue"] = "전자서명 실패",
        ["Refuse"] = "공급자가 거부, 팝빌에 알림",
        ["CancelRequest"] = "요청 취소 시작",
        ["CancelIssuance"] = "발행 취소 시작",
        ["SendToNts"] = "국세청 바로 전송 요청",
        ["QueueSending"] = "국세청 전송 대기",
        ["AwaitSending"] = "국세청 전송 대기",
        ["StartSending"] = "국세청 전송 시작",
        ["DocumentArchived"] = "전자문서 확인하고 보관",
        ["DocumentDoubtful"] = "전자문서 확인 실패",
        ["MessageRetried"] = "다시 보내기",
        ["TestClockAdvanced"] = "테스트 시계 이동",
    }.ToFrozenDictionary();

    internal static string Of(string what) => Words.GetValueOrDefault(what, what);
}
