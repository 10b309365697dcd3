using Jeongsan.Application.Mails;
using Jeongsan.Application.Overview;
using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.TaxInvoices;

namespace Jeongsan.Server.Console.Deadlines;

/// <summary>How the deadline board speaks.</summary>
internal static class DeadlineWords
{
    internal const string Address = "/deadlines";

    private const int ReasonLengthMax = 80;

    internal static string Month(SeoulMonth month) => $"{month.First.Year}년 {month.First.Month}월";

    /// <summary>The board, narrowed to a month and a step.</summary>
    internal static string AddressOf(SeoulMonth? month, InvoiceStep? step) => new Lists.ListAddress { Path = Address, Month = month, Filter = step?.ToString() ?? "" }.ToString();

    /// <summary>What it costs to miss, or costs already; null where it costs nothing.</summary>
    internal static string? Cost(DateOnly due, DateOnly today, long theirs, long ours) =>
        theirs + ours == 0 ? null : $"{(today > due ? "지금 해도" : "놓치면")} 파트너 {KoreanWords.Won(theirs)} · 우리 {KoreanWords.Won(ours)}";

    /// <summary>Where a row leads: the invoice, its payout, or the partner.</summary>
    internal static string AddressOf(DeadlineRow row) => row.Step switch
    {
        InvoiceStep.Unpaid => $"/partners/{row.Id}",
        InvoiceStep.Missing => $"/payouts/{row.Id}",
        _ => $"/tax-invoices/{row.Id}",
    };

    /// <summary>Why a row stands where it stands.</summary>
    internal static string Why(DeadlineRow row) => (row.Blocker, row.Step) switch
    {
        (DeadlineBlocker.NotConnected, InvoiceStep.Draft) => "국세청에 연동하지 않은 파트너라 요청할 수 없어요.",
        (DeadlineBlocker.NotConnected, InvoiceStep.Unpaid) => "정산했고, 지급을 확정하지 않았어요. 파트너 연동도 필요해요.",
        (DeadlineBlocker.NotConnected, InvoiceStep.Missing) => "지급에 세금계산서가 없어요. 파트너 연동도 필요해요.",
        (DeadlineBlocker.MailFails, _) => "담당자 주소가 메일을 받지 않아요.",
        (DeadlineBlocker.Certificate, _) => "쓸 수 있는 공동인증서가 없어요. 파트너가 승인하면서 올려야 해요.",
        (_, InvoiceStep.Unpaid) => "정산했고, 지급을 확정하지 않았어요.",
        (_, InvoiceStep.Missing) => "지급에 세금계산서가 없어요.",
        _ => Short(row.Reason) ?? OfStatus(row),
    };

    private static string OfStatus(DeadlineRow row) => row.Status switch
    {
        TaxInvoiceStatus.Drafted => row.IsForward ? "발행하지 않았어요." : "요청하지 않았어요.",
        TaxInvoiceStatus.Requested => row.OpenedAt is { } opened ? $"{KoreanWords.DateInTable(SeoulTime.DateOf(opened))}에 메일을 열어 보고 승인하지 않았어요." : "아직 메일을 열어 보지 않았어요.",
        TaxInvoiceStatus.DraftPending or TaxInvoiceStatus.RequestPending or TaxInvoiceStatus.IssuePending or TaxInvoiceStatus.CancelPending or TaxInvoiceStatus.SendingPending or TaxInvoiceStatus.Sending => "팝빌에서 처리하고 있어요.",
        TaxInvoiceStatus.Issued or TaxInvoiceStatus.BeforeSending or TaxInvoiceStatus.WaitingSending => "다음 영업일 15시에 저절로 전송돼요.",
        _ => "",
    };

    private static string? Short(string? reason) => reason is { Length: > ReasonLengthMax } ? $"{reason[..ReasonLengthMax]}…" : reason;
}
