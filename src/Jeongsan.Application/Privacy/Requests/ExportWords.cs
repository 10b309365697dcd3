using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Settlements;
using Jeongsan.Domain.Statements;
using Jeongsan.Domain.TaxInvoices;

namespace Jeongsan.Application.Privacy.Requests;

/// <summary>States and actors as a partner reads them on the page of its own data.</summary>
internal static class ExportWords
{
    public static string Of(PartnerSettlementStatus status) => status switch
    {
        PartnerSettlementStatus.PayoutPrepared => "지급 예정",
        PartnerSettlementStatus.PayoutWithheld => "지급 보류",
        PartnerSettlementStatus.PayoutExcluded => "지급 제외",
        PartnerSettlementStatus.Confirmed => "지급 확정",
        PartnerSettlementStatus.PayoutScheduled => "지급 예약",
        PartnerSettlementStatus.InPayout => "지급 중",
        PartnerSettlementStatus.PaidOut => "지급 완료",
        PartnerSettlementStatus.PayoutFailed => "지급 실패",
        PartnerSettlementStatus.Cancelled => "지급 취소",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    public static string Of(PayoutStatus status) => status switch
    {
        PayoutStatus.Prepared => "확정 전",
        PayoutStatus.Confirmed => "지급 확정",
        PayoutStatus.Scheduled => "지급 예약",
        PayoutStatus.Processing => "송금 처리 중",
        PayoutStatus.Succeeded => "지급 완료",
        PayoutStatus.Failed => "지급 실패",
        PayoutStatus.Stopped => "중단",
        PayoutStatus.Cancelled => "지급 취소",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    public static string Of(TaxInvoiceStatus status) => status switch
    {
        TaxInvoiceStatus.Drafted or TaxInvoiceStatus.DraftPending or TaxInvoiceStatus.DraftFailed => "작성 중",
        TaxInvoiceStatus.Requested or TaxInvoiceStatus.RequestPending or TaxInvoiceStatus.RequestFailed => "승인 요청",
        TaxInvoiceStatus.RequestRefused => "거부",
        TaxInvoiceStatus.RequestCancelled => "요청 취소",
        TaxInvoiceStatus.IssuePending or TaxInvoiceStatus.IssueFailed => "발행 처리 중",
        TaxInvoiceStatus.Issued or TaxInvoiceStatus.BeforeSending or TaxInvoiceStatus.WaitingSending => "발행",
        TaxInvoiceStatus.SendingPending or TaxInvoiceStatus.Sending or TaxInvoiceStatus.SendingFailed => "발행 · 국세청 전송 전",
        TaxInvoiceStatus.SendingCompleted => "발행 · 국세청 전송",
        TaxInvoiceStatus.IssuanceCancelled or TaxInvoiceStatus.CancelPending => "발행 취소",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    public static string Of(StatementSendingStatus status) => status switch
    {
        StatementSendingStatus.Waiting => "보내는 중",
        StatementSendingStatus.Sent => "보냄",
        StatementSendingStatus.Failed => "닿지 않음",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    public static string Of(ActorKind kind) => kind switch
    {
        ActorKind.System => "정산 시스템",
        ActorKind.ApiSecret => "플랫폼의 프로그램",
        ActorKind.Person => "플랫폼의 담당자",
        ActorKind.Supplier => "파트너 본인",
        ActorKind.Agency => "전자세금계산서 서비스",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
