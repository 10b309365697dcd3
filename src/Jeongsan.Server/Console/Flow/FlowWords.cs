using Jeongsan.Application.Overview;
using Jeongsan.Domain.Calendar;
using Jeongsan.Server.Console.Lists;

namespace Jeongsan.Server.Console.Flow;

/// <summary>How the picture of a month speaks, and which list stands behind each figure.</summary>
internal static class FlowWords
{
    internal static string Stage(FlowStageKind kind) => kind switch
    {
        FlowStageKind.Orders => "주문",
        FlowStageKind.Transfers => "정산건",
        FlowStageKind.Settlements => "정산 내역",
        FlowStageKind.Payouts => "지급",
        FlowStageKind.Invoices => "세금계산서",
        FlowStageKind.Nts => "국세청",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>What the amount of a stage is.</summary>
    internal static string Of(FlowStageKind kind) => kind switch
    {
        FlowStageKind.Orders => "주문 금액",
        FlowStageKind.Transfers => "정산할 금액",
        FlowStageKind.Settlements => "정산 금액",
        FlowStageKind.Payouts => "지급 금액",
        FlowStageKind.Invoices => "확정한 지급",
        FlowStageKind.Nts => "발행한 합계",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    internal static string Part(FlowPartKind kind) => kind switch
    {
        FlowPartKind.Cancelled => "주문 취소",
        FlowPartKind.Ordered => "취소 뺀 주문",
        FlowPartKind.Kept => "할인·수수료 등",
        FlowPartKind.Manual => "수기 정산",
        FlowPartKind.NotGathered => "정산일 전",
        FlowPartKind.Gathered => "정산 확정",
        FlowPartKind.Owing => "마이너스(미수금)",
        FlowPartKind.Withheld => "지급 보류",
        FlowPartKind.Excluded => "지급 제외",
        FlowPartKind.Failed => "지급 실패",
        FlowPartKind.Waiting => "지급 예정",
        FlowPartKind.Held => "지급에 담김",
        FlowPartKind.OtherMonths => "함께 지급한 다른 달",
        FlowPartKind.Vat => "더한 부가세",
        FlowPartKind.WithheldTax => "원천징수",
        FlowPartKind.Unconfirmed => "확정 전",
        FlowPartKind.NotPaid => "이체 전",
        FlowPartKind.Paid => "지급 완료",
        FlowPartKind.NotInvoiced => "발행 대상 아님",
        FlowPartKind.Missing => "미작성",
        FlowPartKind.Draft => "작성 중",
        FlowPartKind.Awaiting => "승인 대기",
        FlowPartKind.Refused => "거부",
        FlowPartKind.Issued => "발행",
        FlowPartKind.Rewritten => "고쳐 쓴 차이",
        FlowPartKind.Unsent => "전송 전",
        FlowPartKind.SendFailed => "전송 실패",
        FlowPartKind.Sent => "전송 완료",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    internal static string Address(SeoulMonth month, FlowStageKind kind) => kind switch
    {
        FlowStageKind.Orders => Transfers(month, "Order"),
        FlowStageKind.Transfers => Transfers(month, ""),
        FlowStageKind.Settlements => Settlements(month, ""),
        FlowStageKind.Payouts => Payouts(month, ""),
        FlowStageKind.Invoices => Payouts(month, "ToInvoice"),
        FlowStageKind.Nts => Invoices(month, "Issued"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>Null where no single list says it.</summary>
    internal static string? Address(SeoulMonth month, FlowPartKind kind) => kind switch
    {
        FlowPartKind.Cancelled => Transfers(month, "OrderCancel"),
        FlowPartKind.Manual => Transfers(month, "Manual"),
        FlowPartKind.NotGathered => Transfers(month, "open"),
        FlowPartKind.Gathered => Settlements(month, ""),
        FlowPartKind.Owing => Settlements(month, nameof(SettlementGroup.Owing)),
        FlowPartKind.Withheld => Settlements(month, nameof(SettlementGroup.Withheld)),
        FlowPartKind.Excluded => Settlements(month, nameof(SettlementGroup.Excluded)),
        FlowPartKind.Failed => Settlements(month, nameof(SettlementGroup.Failed)),
        FlowPartKind.Waiting => Settlements(month, nameof(SettlementGroup.Waiting)),
        FlowPartKind.Held => Settlements(month, nameof(SettlementGroup.Held)),
        FlowPartKind.Unconfirmed => Payouts(month, "Prepared"),
        FlowPartKind.NotPaid => Payouts(month, "NotPaid"),
        FlowPartKind.Paid => Payouts(month, "Succeeded"),
        FlowPartKind.NotInvoiced => Payouts(month, "NotInvoiced"),
        FlowPartKind.Missing => Payouts(month, "Missing"),
        FlowPartKind.Draft => Invoices(month, nameof(InvoiceStep.Draft)),
        FlowPartKind.Awaiting => Invoices(month, nameof(InvoiceStep.Awaiting)),
        FlowPartKind.Refused => Invoices(month, nameof(InvoiceStep.Refused)),
        FlowPartKind.Issued => Invoices(month, "Issued"),
        FlowPartKind.Unsent => Invoices(month, nameof(InvoiceStep.Unsent)),
        FlowPartKind.SendFailed => Invoices(month, nameof(InvoiceStep.SendFailed)),
        FlowPartKind.Sent => Invoices(month, nameof(InvoiceStep.Done)),
        FlowPartKind.Ordered or FlowPartKind.Kept or FlowPartKind.OtherMonths or FlowPartKind.Vat or FlowPartKind.WithheldTax or FlowPartKind.Rewritten => null,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private static string Transfers(SeoulMonth month, string filter) => new ListAddress { Path = "/transfers", Month = month, Filter = filter }.ToString();

    private static string Settlements(SeoulMonth month, string filter) => new ListAddress { Path = "/settlements", Month = month, Filter = filter }.ToString();

    private static string Payouts(SeoulMonth month, string filter) => new ListAddress { Path = "/payouts", Month = month, By = "settled", Filter = filter }.ToString();

    private static string Invoices(SeoulMonth month, string filter) => new ListAddress { Path = "/tax-invoices", Month = month, By = "settled", Filter = filter }.ToString();
}
