using Jeongsan.Application.People;
using Jeongsan.Application.Storage;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.Server.Api.Contracts;
using Jeongsan.Server.Api.TaxInvoices;
using Jeongsan.Server.Console.Messages;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Api.Operations;

/// <summary>팝빌 대기열과 수정세금계산서: what waits for the ASP, what differs from it, and amendments by their cause.</summary>
internal static class AgencyOperations
{
    public static void MapAgencyOperations(this IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("/platform/tax-invoices").WithTags("세금계산서 (자체 API)");
        routes.MapGet("/agency-queue", GetAgencyQueue).Needs(PersonRight.See).Refuses<AgencyQueueError>();
        routes.MapGet("/agency-differences", GetAgencyDifferences).Needs(PersonRight.See).Refuses<AgencyQueueError>();
        routes.MapPost("/{taxInvoiceId}/amend", AmendTaxInvoice).Needs(PersonRight.Edit).Refuses<AmendTaxInvoiceError>();
    }

    private static async Task<Answer<AgencyQueueResponse>> GetAgencyQueue(ApiCall call, ReadAgencyQueue read, CancellationToken ct)
    {
        var queue = await read.HandleAsync(call.Tenant, ct);
        return new AgencyQueueResponse
        {
            Left = queue.Left,
            Parts = [.. queue.Waiting.OrderByDescending(part => part.Value).Select(part => new AgencyQueuePart { Type = part.Key, Name = MessageWords.Of(part.Key), Count = part.Value })],
            Stuck = queue.Stuck,
            CallsLeft = queue.CallsLeft,
            CallsPerSecond = queue.CallsPerSecond,
            DoneAt = queue.DoneAt,
            Outage = queue.Outage is { } outage ? new AgencyOutageView { Reason = outage.Words, Since = outage.Since } : null,
            Differences = queue.Different,
            Points = queue.Account is { } account
                ? new AgencyPointsView
                {
                    Member = account.MemberPoints,
                    Partner = account.PartnerPoints,
                    UnitCost = account.UnitCost,
                    IssuesAhead = account.IssuesAhead,
                    IsLow = account.IsLow,
                    SeenAt = account.SeenAt,
                }
                : null,
        };
    }

    private static async Task<Answer<AgencyDifferencesResponse>> GetAgencyDifferences(ApiCall call, Store store, CancellationToken ct)
    {
        await using var db = store.Read(call.Tenant);
        var rows = await (
            from watch in db.Set<AgencyWatch>()
            where watch.Difference != null
            join invoice in db.Set<TaxInvoice>() on watch.Id equals invoice.Id
            orderby watch.LookedAt descending
            select new { watch.Id, invoice.RecipientDocumentKey, invoice.SupplierName, invoice.Status, watch.Difference, watch.LookedAt }).Take(ApiLimits.PageSizeMax).ToListAsync(ct);
        return new AgencyDifferencesResponse
        {
            Items =
            [
                .. rows.Select(row => new AgencyDifference
                {
                    TaxInvoiceId = row.Id.Value,
                    RecipientDocumentKey = row.RecipientDocumentKey,
                    SupplierName = row.SupplierName,
                    Status = Code.Of(row.Status).As<B2bTaxInvoiceStatus>(),
                    Difference = row.Difference!,
                    LookedAt = row.LookedAt,
                }),
            ],
        };
    }

    private static async Task<Answer<AmendTaxInvoiceResponse>> AmendTaxInvoice(
        ApiCall<AmendTaxInvoiceBody> call, string taxInvoiceId, AmendTaxInvoice amend, Store store, CancellationToken ct)
    {
        var body = call.Body;
        if (body.SupplyAmount is < -Won.Limit or > Won.Limit || body.TaxAmount is < -Won.Limit or > Won.Limit)
        {
            return Invalid.Request("supplyAmount, taxAmount: 다룰 수 있는 금액을 넘었어요.");
        }
        AmendmentCause? cause = body.Cause switch
        {
            AmendmentCauseKind.SupplyChanged when body is { On: { } on, SupplyAmount: { } supply, TaxAmount: { } tax } => new AmendmentCause.SupplyChanged(on, new Won(supply), new Won(tax)),
            AmendmentCauseKind.Returned when body is { On: { } on, SupplyAmount: { } supply, TaxAmount: { } tax } => new AmendmentCause.Returned(on, new Won(supply), new Won(tax)),
            AmendmentCauseKind.ContractCancelled when body.On is { } on => new AmendmentCause.ContractCancelled(on),
            AmendmentCauseKind.IssuedTwice => new AmendmentCause.IssuedTwice(),
            _ => null,
        };
        if (cause is null)
        {
            return Invalid.Request(body.Cause is AmendmentCauseKind.ContractCancelled
                ? "계약을 해제한 날(on)을 적어 주세요."
                : "사유가 생긴 날(on)과 공급가액(supplyAmount), 세액(taxAmount)을 모두 적어 주세요.");
        }
        var amended = await amend.HandleAsync(call.Tenant, call.Actor, TaxInvoiceId.From(taxInvoiceId), cause, body.Memo, ct);
        var today = await TaxInvoiceLookup.TodayAsync(call.Tenant, store, ct);
        return amended.Answer(invoice => new AmendTaxInvoiceResponse { TaxInvoice = TaxInvoiceMapping.Write(invoice, today) }, Of);
    }

    private static ApiError Of(Refusal refusal) => refusal switch
    {
        AmendmentRefusal.OriginalNotIssued => new B2bTaxInvoiceNotIssuedStatusError(),
        AmendmentRefusal.NotPlanned planned => Invalid.Request(planned.Words),
        _ => TaxInvoiceRefusals.OfWriting(refusal),
    };
}
