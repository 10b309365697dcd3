using System.Collections.Frozen;
using Jeongsan.Application.Outbox;
using Jeongsan.Server.Console.States;
using MudBlazor;

namespace Jeongsan.Server.Console.Webhooks;

/// <summary>What webhooks say and how far they are, for people.</summary>
internal static class WebhookWords
{
    private static readonly FrozenDictionary<string, string> Words = new Dictionary<string, string>
    {
        ["TaxInvoice.Requested"] = "세금계산서 승인 요청",
        ["TaxInvoice.Issued"] = "세금계산서 발행",
        ["TaxInvoice.RequestCancelled"] = "세금계산서 요청 취소",
        ["TaxInvoice.IssuanceCancelled"] = "세금계산서 발행 취소",
        ["TaxInvoice.Refused"] = "세금계산서 거부",
        ["TaxInvoice.SendingCompleted"] = "국세청 전송 완료",
        ["TaxInvoice.Manual"] = "세금계산서 직접 처리",
        ["Payout.Succeeded"] = "지급 완료",
        ["Payout.Failed"] = "지급 실패",
        ["Payout.Cancelled"] = "지급 취소",
        ["Counterparty.Connected"] = "국세청 연동 완료",
        ["Counterparty.Disconnected"] = "국세청 연동 해제",
        ["Counterparty.ConnectionFailed"] = "국세청 연동 실패",
    }.ToFrozenDictionary();

    internal static string Of(string type) => Words.GetValueOrDefault(type, type);

    internal static StateLook Look(OutboxMessage message, bool isOff) => message switch
    {
        { State: OutboxState.Pending } when isOff => new("꺼져서 보내지 않음", StateColour.Grey, Icons.Material.Outlined.PowerOff),
        { State: OutboxState.Pending, Attempts: 0 } => new("보낼 차례", StateColour.Grey, Icons.Material.Outlined.Schedule),
        { State: OutboxState.Pending } => new("다시 보낼 예정", StateColour.Amber, Icons.Material.Outlined.Schedule),
        { State: OutboxState.Running } => new("보내는 중", StateColour.Blue, Icons.Material.Outlined.Autorenew, true),
        { State: OutboxState.Done } => new("전달함", StateColour.Green, Icons.Material.Outlined.CheckCircle),
        { Attempts: 0 } => new("꺼져서 보내지 않음", StateColour.Grey, Icons.Material.Outlined.PowerOff),
        _ => new("전달하지 못함", StateColour.Red, Icons.Material.Outlined.ErrorOutline),
    };
}
