using Jeongsan.Application.Schedules;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.TaxInvoices;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.TaxInvoices;

/// <summary>
/// Looks at the ASP for invoices that move there without us: transmission at 15:00, the NTS's answer, and what a supplier
/// did on the ASP's own site.
/// </summary>
internal sealed class AgencyComparison(Store store, ITaxInvoiceAgency agency) : DueStep
{
    /// <summary>As many keys as one look-up of the ASP takes.</summary>
    private const int KeysMax = 1000;

    private static readonly TaxInvoiceStatus[] MovesThere =
    [
        TaxInvoiceStatus.Requested, TaxInvoiceStatus.Issued, TaxInvoiceStatus.BeforeSending, TaxInvoiceStatus.WaitingSending,
        TaxInvoiceStatus.Sending, TaxInvoiceStatus.SendingPending,
    ];

    public override int Order => 50;

    public override async Task RunAsync(Tenant tenant, CancellationToken ct)
    {
        await using var db = store.Read(tenant);
        var open = await db.Set<TaxInvoice>().Where(invoice => invoice.DeletedAt == null && MovesThere.Contains(invoice.Status)).ToListAsync(ct);
        foreach (var batch in open.GroupBy(invoice => invoice.RecipientBrn).SelectMany(group => group.Chunk(KeysMax)))
        {
            var known = await agency.FindManyAsync(tenant, batch, ct);
            foreach (var invoice in batch)
            {
                if (known.TryGetValue(invoice.Id, out var document) && Differs(invoice.Status, document.State))
                {
                    await store.CommandAsync<Done>(tenant, new Actor(ActorKind.Agency, "popbill"), async work =>
                    {
                        await ApplyAsync(work, invoice.Id, document, ct);
                        return new Done();
                    }, ct);
                }
            }
        }
    }

    /// <summary>Writes down what the ASP's state tells; nothing when it tells nothing new.</summary>
    public static async Task ApplyAsync(Work work, TaxInvoiceId id, AgencyDocument document, CancellationToken ct)
    {
        if (document.ApprovalNumber is not null && document.State is AgencyState.Issued or AgencyState.BeforeSending or AgencyState.WaitingSending or AgencyState.Sending or AgencyState.SendingCompleted or AgencyState.SendingFailed)
        {
            // The supplier may have issued on the ASP's own site: first that, then what followed.
            await work.ObserveAsync(id, new(TaxInvoiceCommand.ConfirmIssue, HappenedAt: document.IssuedAt, NtsApprovalNumber: document.ApprovalNumber), ct);
        }
        if (Observation(document) is { } observation)
        {
            await work.ObserveAsync(id, observation, ct);
        }
    }

    private static bool Differs(TaxInvoiceStatus ours, AgencyState theirs) => (ours, theirs) switch
    {
        (_, AgencyState.Unknown) => false,
        (TaxInvoiceStatus.Requested, AgencyState.Requested) or (TaxInvoiceStatus.Issued, AgencyState.Issued) => false,
        (TaxInvoiceStatus.BeforeSending, AgencyState.BeforeSending or AgencyState.Issued) => false,
        (TaxInvoiceStatus.WaitingSending, AgencyState.WaitingSending) or (TaxInvoiceStatus.Sending, AgencyState.Sending) => false,
        _ => true,
    };

    private static TaxInvoiceObservation? Observation(AgencyDocument document) => document.State switch
    {
        AgencyState.BeforeSending => new(TaxInvoiceCommand.QueueSending),
        AgencyState.WaitingSending => new(TaxInvoiceCommand.AwaitSending),
        AgencyState.Sending => new(TaxInvoiceCommand.StartSending, HappenedAt: document.SentAt),
        AgencyState.SendingCompleted => new(TaxInvoiceCommand.CompleteSending, HappenedAt: document.SentAt, NtsApprovalNumber: document.ApprovalNumber,
            NtsResult: "전송 성공", NtsResultCode: document.ResultCode),
        AgencyState.SendingFailed => new(TaxInvoiceCommand.FailSending, Reason: NtsResultWords.Of(document.ResultCode), HappenedAt: document.SentAt,
            NtsResult: "전송 실패", NtsResultCode: document.ResultCode),
        AgencyState.Refused => new(TaxInvoiceCommand.ConfirmRefusal, Reason: document.Memo),
        AgencyState.RequestCancelled => new(TaxInvoiceCommand.ConfirmRequestCancelled, Reason: document.Memo),
        AgencyState.IssuanceCancelled => new(TaxInvoiceCommand.ConfirmIssuanceCancelled, Reason: document.Memo),
        _ => null,
    };
}

/// <summary>The NTS's result codes in words.</summary>
internal static class NtsResultWords
{
    public static string Of(string? code) => code switch
    {
        "SYN002" => "전자서명이 유효하지 않습니다.",
        "SYN003" => "이미 쓰인 승인번호입니다.",
        "SYN004" => "문서 형식이 표준과 다릅니다.",
        "ERR001" => "공급자가 국세청에 등록되지 않은 사업자입니다.",
        "ERR002" => "공급받는자가 국세청에 등록되지 않은 사업자입니다.",
        "ERR003" => "수탁자가 국세청에 등록되지 않은 사업자입니다.",
        "ERR005" => "발행 일시가 올바르지 않습니다.",
        "ERR006" => "작성일자가 올바르지 않습니다.",
        "ERR007" => "공급가액이나 세액이 올바르지 않습니다.",
        "ERR008" => "세금계산서 종류나 수정 사유가 올바르지 않습니다.",
        "ERR009" => "폐업한 사업자가 폐업일 뒤에 발행했습니다.",
        "ERR010" => "승인번호의 사업자 번호가 다릅니다.",
        "ERR011" => "당초 승인번호가 없거나 다릅니다.",
        _ => "국세청이 받아들이지 않았습니다.",
    };
}
