using Jeongsan.Application.Storage;
using Jeongsan.Domain.Transfers;
using Jeongsan.Server.Api.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Api.Transfers;

/// <summary>정산건: orders, cancellations and corrections.</summary>
internal static class TransferEndpoints
{
    public static void MapTransfers(this IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("").WithTags("정산건");
        routes.MapGet("/platform/transfers/{id}", GetPlatformTransfer).Needs(Permission.See).Refuses<GetPlatformTransferError>();
        routes.MapGet("/platform/transfer-summaries", GetPlatformTransferSummaries).Needs(Permission.See).Refuses<GetPlatformTransferSummariesError>();
    }

    private static async Task<Answer<PlatformTransfer>> GetPlatformTransfer(ApiCall call, string id, Store store, CancellationToken ct)
    {
        await using var db = store.Read(call.Tenant);
        var own = TransferId.From(id);
        return await db.Set<Transfer>().SingleOrDefaultAsync(transfer => transfer.Id == own, ct) is { } found
            ? TransferMapping.Write(found)
            : new PlatformTransferNotFoundError();
    }

    private static async Task<Answer<GetPlatformTransferSummariesResponse>> GetPlatformTransferSummaries(
        ApiCall<GetPlatformTransferSummariesBody> call, Store store, CancellationToken ct)
    {
        var paging = Paging.Of(call.Body.Page);
        if (paging.IsRefused)
        {
            return Invalid.Of(paging.Refusal);
        }

        await using var db = store.Read(call.Tenant);
        var page = await db.Set<Transfer>().Where(call.Body.Filter).OrderByDescending(transfer => transfer.SettlementDate).ThenBy(transfer => transfer.Id)
            .PageAsync(TransferQueries.Condition(call.Body.Filter), paging.Value, ct);
        return new GetPlatformTransferSummariesResponse { TransferSummaries = page.Write(TransferSummaryMapping.Write), Page = page.Page };
    }
}
