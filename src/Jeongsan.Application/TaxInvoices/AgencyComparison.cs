using Jeongsan.Application.Holidays;
using Jeongsan.Application.Schedules;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.TaxInvoices;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.TaxInvoices;

/// <summary>
/// Compares open invoices with the ASP, many in one call: transmission at 15:00, the NTS's answer, and what a supplier did on
/// the ASP's own site. Each is looked at when the ASP hinted at news, and otherwise after waits that double up to half a day.
/// </summary>
internal sealed class AgencyComparison(Store store, ITaxInvoiceAgency agency) : DueStep
{
    /// <summary>As many keys as one look-up of the ASP takes.</summary>
    private const int KeysMax = 1000;

    /// <summary>As many invoices as one transaction takes over.</summary>
    private const int TogetherMax = 50;

    private static readonly Actor Popbill = new(ActorKind.Agency, "popbill");

    private static readonly TaxInvoiceStatus[] MovesThere =
    [
        TaxInvoiceStatus.Requested, TaxInvoiceStatus.IssueFailed, TaxInvoiceStatus.Issued, TaxInvoiceStatus.BeforeSending, TaxInvoiceStatus.WaitingSending,
        TaxInvoiceStatus.Sending, TaxInvoiceStatus.SendingPending,
    ];

    public override int Order => 50;

    public override async Task RunAsync(Tenant tenant, CancellationToken ct)
    {
        var began = await store.NowAsync(tenant, ct);
        foreach (var batch in (await DueAsync(tenant, began, ct)).GroupBy(key => (key.Company, key.IsSuppliers)).SelectMany(group => group.Chunk(KeysMax)))
        {
            var known = await agency.FindManyAsync(tenant, batch, ct);
            foreach (var together in batch.Select(key => key.Invoice).Chunk(TogetherMax))
            {
                await store.CommandAsync<Done>(tenant, Popbill, async work =>
                {
                    await TakeOverAsync(work, together, known, began, ct);
                    return new Done();
                }, ct);
            }
        }
    }

    private async Task<IReadOnlyList<AgencyKey>> DueAsync(Tenant tenant, DateTimeOffset now, CancellationToken ct)
    {
        await using var db = store.Read(tenant);
        var due = await (
            from invoice in db.Set<TaxInvoice>()
            where invoice.DeletedAt == null && MovesThere.Contains(invoice.Status)
                // The request of an amendment is ours alone; the ASP has it from its issue on.
                && !(invoice.Document == TaxInvoiceDocument.Modification && (invoice.Status == TaxInvoiceStatus.Requested || invoice.Status == TaxInvoiceStatus.IssueFailed))
            join watch in db.Set<AgencyWatch>() on invoice.Id equals watch.Id into watches
            from watch in watches.DefaultIfEmpty()
            where watch == null || watch.DueAt <= now || watch.HintedAt >= watch.LookedAt || watch.Status != invoice.Status
            select new { invoice.Id, invoice.Issuance, invoice.Document, invoice.SupplierBrn, invoice.SupplierDocumentKey, invoice.RecipientBrn, invoice.RecipientDocumentKey }).ToListAsync(ct);
        return [.. due.Select(row => AgencyKey.Of(row.Id, row.Issuance, row.Document, row.SupplierBrn, row.SupplierDocumentKey, row.RecipientBrn, row.RecipientDocumentKey))];
    }

    private static async Task TakeOverAsync(Work work, TaxInvoiceId[] ids, IReadOnlyDictionary<TaxInvoiceId, AgencyDocument> known, DateTimeOffset began, CancellationToken ct)
    {
        var invoices = await work.Db.Set<TaxInvoice>().Where(row => ids.Contains(row.Id)).ToListAsync(ct);
        var watches = await work.Db.Set<AgencyWatch>().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, ct);
        foreach (var invoice in invoices)
        {
            var document = known.GetValueOrDefault(invoice.Id);
            if (document is not null && Differs(invoice.Status, document.State))
            {
                await ApplyAsync(work, invoice.Id, document, ct);
            }
            if (!watches.TryGetValue(invoice.Id, out var watch))
            {
                work.Db.Add(watch = AgencyWatch.Begin(work.Tenant, invoice.Id));
            }
            watch.Looked(invoice, Difference(invoice, document), began, await work.Db.BusinessDaysAsync(ct));
        }
    }

    /// <summary>What still differs after ours took over all it could. An invoice on its way there or done with has nothing to be compared.</summary>
    private static string? Difference(TaxInvoice invoice, AgencyDocument? document) => document switch
    {
        _ when !MovesThere.Contains(invoice.Status) => null,
        null => "팝빌에 이 세금계산서가 없습니다.",
        _ when !document.IsOf(invoice) => "팝빌에 있는 세금계산서의 내용(공급자, 작성일자, 금액)이 다릅니다.",
        _ when Differs(invoice.Status, document.State) => $"팝빌에서는 '{AgencyStateWords.Of(document.State)}' 상태입니다.",
        _ => null,
    };

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
        (TaxInvoiceStatus.IssueFailed, AgencyState.Requested) => false,
        // What was asked to be sent at once may still be on its way.
        (TaxInvoiceStatus.SendingPending, AgencyState.Issued) => false,
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

/// <summary>The ASP's states in its own words.</summary>
internal static class AgencyStateWords
{
    public static string Of(AgencyState state) => state switch
    {
        AgencyState.Drafted => "임시저장",
        AgencyState.Requested => "발행대기",
        AgencyState.Issued => "발행완료",
        AgencyState.BeforeSending => "전송전",
        AgencyState.WaitingSending => "전송대기",
        AgencyState.Sending => "전송중",
        AgencyState.SendingCompleted => "전송성공",
        AgencyState.SendingFailed => "전송실패",
        AgencyState.Refused => "발행거부",
        AgencyState.RequestCancelled or AgencyState.IssuanceCancelled => "발행취소",
        AgencyState.Unknown => "알 수 없음",
        _ => throw new System.Diagnostics.UnreachableException(state.ToString()),
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
