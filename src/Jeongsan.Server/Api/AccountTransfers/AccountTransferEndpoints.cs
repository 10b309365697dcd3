using Jeongsan.Application.Adapters.Bank;
using Jeongsan.Application.People;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.AccountTransfers;
using Jeongsan.Domain.Payouts;
using Jeongsan.Server.Api.Contracts;
using Jeongsan.Server.Api.Payouts;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Api.AccountTransfers;

/// <summary>이체 내역: what the bank did with the platform's account. A bulk account transfer is the bank's side of an executed bulk payout.</summary>
internal static class AccountTransferEndpoints
{
    public static void MapAccountTransfers(this IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("").WithTags("이체");
        routes.MapGet("/platform/account-transfers", GetPlatformAccountTransfers).Needs(PersonRight.See).Refuses<GetPlatformAccountTransfersError>();
        routes.MapGet("/platform/bulk-account-transfers", GetPlatformBulkAccountTransfers).Needs(PersonRight.See).Refuses<GetPlatformBulkAccountTransfersError>();
    }

    private static async Task<Answer<GetPlatformAccountTransfersResponse>> GetPlatformAccountTransfers(
        ApiCall<GetPlatformAccountTransfersBody> call, Store store, BankOptions bank, CancellationToken ct)
    {
        var paging = Paging.Of(call.Body.Page);
        if (paging.IsRefused)
        {
            return Invalid.Of(paging.Refusal);
        }

        await using var db = store.Read(call.Tenant);
        var filter = call.Body.Filter;
        var rows = AccountTransferQueries.Filter(db.Set<AccountTransfer>(), filter, bank).OrderByDescending(transfer => transfer.CreatedAt).ThenBy(transfer => transfer.Id);
        var (page, counts) = await rows.PageAndCountAsync(transfer => transfer.Status, transfers => AccountTransferQueries.InStatuses(transfers, filter), paging.Value, ct);
        return new GetPlatformAccountTransfersResponse
        {
            Items = page.Write(transfer => AccountTransferMapping.Write(transfer, bank)),
            Page = page.Page,
            Counts = AccountTransferMapping.Stats(status => counts.GetValueOrDefault(status)),
        };
    }

    private static async Task<Answer<GetPlatformBulkAccountTransfersResponse>> GetPlatformBulkAccountTransfers(
        ApiCall<GetPlatformBulkAccountTransfersBody> call, Store store, BankOptions bank, CancellationToken ct)
    {
        var paging = Paging.Of(call.Body.Page);
        if (paging.IsRefused)
        {
            return Invalid.Of(paging.Refusal);
        }

        await using var db = store.Read(call.Tenant);
        var filter = call.Body.Filter;
        var transfers = db.Set<AccountTransfer>();
        var bulks = AccountTransferQueries.Filter(db.Set<BulkPayout>().Where(bulk => transfers.Any(transfer => transfer.BulkPayoutId == bulk.Id)), filter)
            .OrderByDescending(bulk => bulk.CreatedAt).ThenBy(bulk => bulk.Id);
        var (page, counts) = await bulks.PageAndCountAsync(bulk => bulk.Status, all => AccountTransferQueries.InStatuses(all, filter), paging.Value, ct);
        var ids = page.Items.Select(bulk => (BulkPayoutId?)bulk.Id).ToArray();
        var tallies = (await transfers.Where(transfer => ids.Contains(transfer.BulkPayoutId)).Select(transfer => new { transfer.BulkPayoutId, transfer.Status, transfer.Amount }).ToListAsync(ct))
            .ToLookup(transfer => transfer.BulkPayoutId!.Value, transfer => new AccountTransferTally(transfer.Status, transfer.Amount.Value));
        return new GetPlatformBulkAccountTransfersResponse
        {
            Items = page.Write(bulk => AccountTransferMapping.Write(bulk, [.. tallies[bulk.Id]], bank)),
            Page = page.Page,
            Counts = new PlatformBulkAccountTransferStatusStats
            {
                Prepared = 0,
                Scheduled = 0,
                Ongoing = counts.Where(count => AccountTransferMapping.StatusOf(count.Key) == PlatformBulkAccountTransferStatus.Ongoing).Sum(count => count.Value),
                Completed = counts.Where(count => AccountTransferMapping.StatusOf(count.Key) == PlatformBulkAccountTransferStatus.Completed).Sum(count => count.Value),
            },
        };
    }
}
