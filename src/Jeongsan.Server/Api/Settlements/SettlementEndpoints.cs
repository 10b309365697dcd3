using System.Runtime.CompilerServices;
using Jeongsan.Application.Payouts;
using Jeongsan.Application.People;
using Jeongsan.Application.Settlements;
using Jeongsan.Application.Sheets;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Policies;
using Jeongsan.Domain.Privacy;
using Jeongsan.Domain.Settlements;
using Jeongsan.Domain.Transfers;
using Jeongsan.Server.Api.Contracts;
using Jeongsan.Server.Api.Sheets;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Server.Api.Settlements;

/// <summary>정산 내역: what is due to a partner on a day.</summary>
internal static class SettlementEndpoints
{
    public static void MapSettlements(this IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("").WithTags("정산 내역");
        routes.MapGet("/platform/partner-settlements", GetPlatformPartnerSettlements).Needs(PersonRight.See).Refuses<GetPlatformPartnerSettlementsError>();
        routes.MapGet("/platform/partner-settlements/sheet-file", DownloadPartnerSettlementSheet).Needs(PersonRight.Download).Shows(PersonalDataItem.BusinessIdentity, PersonalDataItem.Contact, PersonalDataItem.SettlementLines).Refuses<DownloadSheetError>();
        routes.MapPost("/platform/partner-settlements/delete", DeletePlatformPartnerSettlements).Needs(PersonRight.Edit).Refuses<DeletePlatformPartnerSettlementsError>();
        routes.MapPost("/platform/partner-settlements/complete-payout", CompletePlatformPayoutByPartnerSettlementIds).Needs(PersonRight.Edit)
            .Refuses<CompletePlatformPayoutByPartnerSettlementIdsError>();
    }

    private static async Task<Answer<GetPlatformPartnerSettlementsResponse>> GetPlatformPartnerSettlements(
        ApiCall<GetPlatformPartnerSettlementsBody> call, Store store, CancellationToken ct)
    {
        var paging = Paging.Of(call.Body.Page);
        if (paging.IsRefused)
        {
            return Invalid.Of(paging.Refusal);
        }

        await using var db = store.Read(call.Tenant);
        var filter = call.Body.Filter;
        var (page, counts) = await Ordered(db, filter).PageAndCountAsync(
            settlement => settlement.Status, settlements => InStatuses(settlements, filter), paging.Value, ct);
        return new GetPlatformPartnerSettlementsResponse { Items = page.Write(SettlementMapping.Write), Page = page.Page, Counts = SettlementMapping.Write(counts) };
    }

    private static async Task<CsvAnswer> DownloadPartnerSettlementSheet(ApiCall<DownloadPartnerSettlementSheetBody> call, Store store, NoteSheet note, CancellationToken ct) =>
        await SettlementSheet.Kind.AnswerAsync(
            call.Tenant, call.Actor, call.Body.Fields, stop => RowsAsync(store, call.Tenant, call.Body.Filter ?? new PlatformPartnerSettlementFilterInput(), stop), note, ct);

    private static async IAsyncEnumerable<PartnerSettlement> RowsAsync(
        Store store, Tenant tenant, PlatformPartnerSettlementFilterInput filter, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var db = store.Read(tenant);
        await foreach (var settlement in InStatuses(Ordered(db, filter), filter).AsAsyncEnumerable().WithCancellation(ct))
        {
            yield return settlement;
        }
    }

    private static IOrderedQueryable<PartnerSettlement> Ordered(JeongsanContext db, PlatformPartnerSettlementFilterInput filter) =>
        Filter(JsonFilter.For(db).Among(filter.PartnerTags, JsonText.Each("partner", "", "profile.tags")).Rows<PartnerSettlement>(db), filter)
            .OrderByDescending(settlement => settlement.SettlementDate).ThenBy(settlement => settlement.Id);

    private static IQueryable<PartnerSettlement> InStatuses(IQueryable<PartnerSettlement> settlements, PlatformPartnerSettlementFilterInput filter)
    {
        if (filter.Statuses is not { Count: > 0 } given)
        {
            return settlements;
        }

        var statuses = given.Select(status => Code.Of(status).As<PartnerSettlementStatus>()).ToArray();
        return settlements.Where(settlement => statuses.Contains(settlement.Status));
    }

    private static async Task<Answer<DeletePlatformPartnerSettlementsResponse>> DeletePlatformPartnerSettlements(
        ApiCall<DeletePlatformPartnerSettlementsBody> call, DeleteSettlements delete, CancellationToken ct)
    {
        if (SettlementRefusals.TooMany(call.Body.PartnerSettlementIds) is { } tooMany)
        {
            return tooMany;
        }

        var deleted = await delete.HandleAsync(call.Tenant, call.Actor, [.. call.Body.PartnerSettlementIds.Select(PartnerSettlementId.From)], ct);
        return deleted.Answer(_ => new DeletePlatformPartnerSettlementsResponse(), SettlementRefusals.OfDelete);
    }

    private static async Task<Answer<CompletePlatformPayoutByPartnerSettlementIdsResponse>> CompletePlatformPayoutByPartnerSettlementIds(
        ApiCall<CompletePlatformPayoutByPartnerSettlementIdsBody> call, CompletePayoutByHand complete, CancellationToken ct)
    {
        var body = call.Body;
        if (SettlementRefusals.TooMany(body.PartnerSettlementIds) is { } tooMany)
        {
            return tooMany;
        }

        var command = new PaidByHand(BulkPayoutId.From(body.BulkPayoutId), body.Name, [.. body.PartnerSettlementIds.Select(PartnerSettlementId.From)], body.CompletedAt);
        var completed = await complete.HandleAsync(call.Tenant, call.Actor, command, ct);
        return completed.Answer(
            bulk => new CompletePlatformPayoutByPartnerSettlementIdsResponse
            {
                BulkPayoutId = bulk.Id.Value,
                BulkPayoutGraphqlId = GraphqlId.Of("PlatformBulkPayout", bulk.Id.Value),
                PayoutCount = bulk.PayoutCount,
                PartnerSettlementCount = body.PartnerSettlementIds.Count,
            },
            SettlementRefusals.OfCompletion);
    }

    private static IQueryable<PartnerSettlement> Filter(IQueryable<PartnerSettlement> settlements, PlatformPartnerSettlementFilterInput filter)
    {
        if (filter.SettlementDates is { Count: > 0 } dates)
        {
            settlements = settlements.Where(settlement => dates.Contains(settlement.SettlementDate));
        }

        if (filter.ContractIds is { Count: > 0 } givenContracts)
        {
            var contracts = givenContracts.Select(id => (ContractId?)ContractId.From(id)).ToArray();
            settlements = settlements.Where(settlement => contracts.Contains(settlement.ContractId));
        }

        if (filter.PartnerIds is { Count: > 0 } givenPartners)
        {
            var partners = givenPartners.Select(PartnerId.From).ToArray();
            settlements = settlements.Where(settlement => partners.Contains(settlement.PartnerId));
        }

        if (filter.SettlementCurrencies is { Count: > 0 } givenCurrencies)
        {
            var currencies = givenCurrencies.Select(code => code.ToString()).Where(name => Enum.TryParse<Currency>(name, out _)).Select(Enum.Parse<Currency>).ToArray();
            settlements = settlements.Where(settlement => currencies.Contains(settlement.SettlementCurrency));
        }

        if (filter.SettlementTypes is { Count: > 0 } givenTypes)
        {
            var kinds = givenTypes.Select(type => Code.Of(type).As<TransferKind>()).ToArray();
            settlements = settlements.Where(settlement => kinds.Contains(settlement.Kind));
        }

        if (filter.Keyword?.PartnerSettlementId is { Length: > 0 } givenId)
        {
            var id = PartnerSettlementId.From(givenId);
            settlements = settlements.Where(settlement => settlement.Id == id);
        }

        if (filter.Keyword?.PayoutId is { Length: > 0 } givenPayout)
        {
            var payout = PayoutId.From(givenPayout);
            settlements = settlements.Where(settlement => settlement.PayoutId == payout);
        }

        if (filter.Keyword?.BulkPayoutId is { Length: > 0 } givenBulk)
        {
            var bulk = BulkPayoutId.From(givenBulk);
            settlements = settlements.Where(settlement => settlement.BulkPayoutId == bulk);
        }

        return settlements;
    }
}
