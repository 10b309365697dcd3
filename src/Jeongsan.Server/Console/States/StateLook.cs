using Jeongsan.Application.Overview;
using Jeongsan.Domain.AccountTransfers;
using Jeongsan.Domain.BankFiles;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Settlements;
using Jeongsan.Domain.Statements;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.Domain.Transfers;
using MudBlazor;

namespace Jeongsan.Server.Console.States;

public enum StateColour
{
    Grey,
    Amber,
    Blue,
    Green,
    Red,
}

/// <summary>How a state is shown: a word, a colour and an icon, never colour alone.</summary>
public sealed record StateLook(string Label, StateColour Colour, string Icon, bool IsMoving = false)
{
    private const string Waiting = Icons.Material.Outlined.Schedule;
    private const string Moving = Icons.Material.Outlined.Autorenew;
    private const string Good = Icons.Material.Outlined.CheckCircle;
    private const string Bad = Icons.Material.Outlined.ErrorOutline;
    private const string Off = Icons.Material.Outlined.RemoveCircleOutline;
    private const string Draft = Icons.Material.Outlined.Edit;

    public static StateLook OfProof(int differences) =>
        differences == 0 ? new("모두 맞음", StateColour.Green, Good) : new($"{differences:N0}건 맞지 않음", StateColour.Red, Bad);

    public static StateLook Of(TaxInvoiceStatus status, bool isNearDeadline = false) => status switch
    {
        TaxInvoiceStatus.Drafted => new("작성 중", StateColour.Grey, Draft),
        TaxInvoiceStatus.DraftPending => new("저장 중", StateColour.Grey, Moving, true),
        TaxInvoiceStatus.DraftFailed => new("저장 실패", StateColour.Red, Bad),
        TaxInvoiceStatus.RequestPending => new("요청 보내는 중", StateColour.Blue, Moving, true),
        TaxInvoiceStatus.Requested => new("승인 대기", isNearDeadline ? StateColour.Red : StateColour.Amber, Waiting),
        TaxInvoiceStatus.RequestFailed => new("요청 실패", StateColour.Red, Bad),
        TaxInvoiceStatus.RequestRefused => new("거부됨", StateColour.Red, Bad),
        TaxInvoiceStatus.RequestCancelled => new("요청 취소", StateColour.Grey, Off),
        TaxInvoiceStatus.IssuePending => new("발행 중", StateColour.Blue, Moving, true),
        TaxInvoiceStatus.IssueFailed => new("발행 실패", StateColour.Red, Bad),
        TaxInvoiceStatus.Issued or TaxInvoiceStatus.BeforeSending or TaxInvoiceStatus.WaitingSending =>
            new("발행 완료 · 전송 예정", StateColour.Blue, Waiting),
        TaxInvoiceStatus.SendingPending or TaxInvoiceStatus.Sending => new("국세청 전송 중", StateColour.Blue, Moving, true),
        TaxInvoiceStatus.SendingCompleted => new("국세청 전송 완료", StateColour.Green, Good),
        TaxInvoiceStatus.SendingFailed => new("전송 실패", StateColour.Red, Bad),
        TaxInvoiceStatus.IssuanceCancelled => new("발행 취소", StateColour.Grey, Off),
        TaxInvoiceStatus.CancelPending => new("취소 처리 중", StateColour.Grey, Moving, true),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    public static StateLook Of(InvoiceStep step) => step switch
    {
        InvoiceStep.Unpaid => new("지급 전", StateColour.Grey, Waiting),
        InvoiceStep.Missing => new("미작성", StateColour.Amber, Draft),
        InvoiceStep.Draft => new("작성 중", StateColour.Grey, Draft),
        InvoiceStep.Awaiting => new("승인 대기", StateColour.Amber, Waiting),
        InvoiceStep.Refused => new("거부됨", StateColour.Red, Bad),
        InvoiceStep.Unsent => new("발행·전송 전", StateColour.Blue, Waiting),
        InvoiceStep.SendFailed => new("전송 실패", StateColour.Red, Bad),
        InvoiceStep.Done => new("완료", StateColour.Green, Good),
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, null),
    };

    public static StateLook Of(NtsConnectionStatus status, bool mayConnect) => status switch
    {
        NtsConnectionStatus.NotConnected => mayConnect ? new("연동 필요", StateColour.Amber, Waiting) : new("연동 대상 아님", StateColour.Grey, Off),
        NtsConnectionStatus.ConnectPending => new("연동 중", StateColour.Blue, Moving, true),
        NtsConnectionStatus.Connected => new("준비 완료", StateColour.Green, Good),
        NtsConnectionStatus.ConnectFailed => new("연동 실패", StateColour.Red, Bad),
        NtsConnectionStatus.DisconnectPending => new("연동 해제 중", StateColour.Grey, Moving, true),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    public static StateLook Of(PartnerSettlementStatus status) => status switch
    {
        PartnerSettlementStatus.PayoutPrepared => new("지급 예정", StateColour.Amber, Waiting),
        PartnerSettlementStatus.PayoutWithheld => new("지급 보류", StateColour.Grey, Off),
        PartnerSettlementStatus.PayoutExcluded => new("지급 제외", StateColour.Grey, Off),
        PartnerSettlementStatus.Confirmed => new("지급 확정", StateColour.Blue, Good),
        PartnerSettlementStatus.PayoutScheduled => new("지급 예약", StateColour.Blue, Waiting),
        PartnerSettlementStatus.InPayout => new("지급 중", StateColour.Blue, Moving, true),
        PartnerSettlementStatus.PaidOut => new("지급 완료", StateColour.Green, Good),
        PartnerSettlementStatus.PayoutFailed => new("지급 실패", StateColour.Red, Bad),
        PartnerSettlementStatus.Cancelled => new("지급 취소", StateColour.Grey, Off),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    public static StateLook Of(PayoutStatus status) => status switch
    {
        PayoutStatus.Prepared => new("확정 전", StateColour.Grey, Draft),
        PayoutStatus.Confirmed => new("지급 확정", StateColour.Amber, Waiting),
        PayoutStatus.Scheduled => new("지급 예약", StateColour.Blue, Waiting),
        PayoutStatus.Processing => new("송금 처리 중", StateColour.Blue, Moving, true),
        PayoutStatus.Succeeded => new("지급 완료", StateColour.Green, Good),
        PayoutStatus.Failed => new("지급 실패", StateColour.Red, Bad),
        PayoutStatus.Stopped => new("중단", StateColour.Red, Off),
        PayoutStatus.Cancelled => new("지급 취소", StateColour.Grey, Off),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    public static StateLook Of(AccountTransferStatus status) => status switch
    {
        AccountTransferStatus.Processing => new("처리 중", StateColour.Blue, Moving, true),
        AccountTransferStatus.Succeeded => new("완료", StateColour.Green, Good),
        AccountTransferStatus.Failed => new("실패", StateColour.Red, Bad),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    public static StateLook Of(BankFileStatus status) => status switch
    {
        BankFileStatus.AwaitingResults => new("결과 대기", StateColour.Amber, Waiting),
        BankFileStatus.Completed => new("결과 반영 완료", StateColour.Green, Good),
        BankFileStatus.Discarded => new("폐기", StateColour.Grey, Off),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    public static StateLook Of(BulkPayoutStatus status) => status switch
    {
        BulkPayoutStatus.Preparing => new("확정 전", StateColour.Grey, Draft),
        BulkPayoutStatus.Prepared => new("실행 대기", StateColour.Amber, Waiting),
        BulkPayoutStatus.Ongoing => new("지급 중", StateColour.Blue, Moving, true),
        BulkPayoutStatus.PostProcessPending => new("마무리 중", StateColour.Blue, Moving, true),
        BulkPayoutStatus.Completed => new("지급 완료", StateColour.Green, Good),
        BulkPayoutStatus.Cancelled => new("취소", StateColour.Grey, Off),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    public static StateLook Of(StatementSendingStatus status) => status switch
    {
        StatementSendingStatus.Waiting => new("보내는 중", StateColour.Blue, Moving, true),
        StatementSendingStatus.Sent => new("보냄", StateColour.Green, Good),
        StatementSendingStatus.Failed => new("실패", StateColour.Red, Bad),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };

    public static StateLook Of(TransferStatus status) => status switch
    {
        TransferStatus.Scheduled => new("정산 예정", StateColour.Grey, Waiting),
        TransferStatus.InProcess => new("정산 중", StateColour.Blue, Waiting),
        TransferStatus.Settled => new("정산 확정", StateColour.Amber, Good),
        TransferStatus.PayoutConfirmed => new("지급 확정", StateColour.Blue, Good),
        TransferStatus.InPayout => new("지급 중", StateColour.Blue, Moving, true),
        TransferStatus.PaidOut => new("지급 완료", StateColour.Green, Good),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, null),
    };
}
