using Jeongsan.Application.People;
using Jeongsan.Application.Storage;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.Server.Api.Contracts;
using Jeongsan.Server.Console.Messages;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Api.Operations;

/// <summary>팝빌 대기열: what waits for the ASP, and what differs from it.</summary>
internal static class AgencyOperations
{
    public static void MapAgencyOperations(this IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("/platform/tax-invoices").WithTags("세금계산서 (자체 API)");
        routes.MapGet("/agency-queue", GetAgencyQueue).Needs(PersonRight.See).Refuses<AgencyQueueError>();
        routes.MapGet("/agency-differences", GetAgencyDifferences).Needs(PersonRight.See).Refuses<AgencyQueueError>();
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
}
