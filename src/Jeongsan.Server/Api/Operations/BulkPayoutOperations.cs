using Jeongsan.Application.Payouts;
using Jeongsan.Application.People;
using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Settlements;
using Jeongsan.Server.Api.Contracts;
using Jeongsan.Server.Api.Payouts;

namespace Jeongsan.Server.Api.Operations;

/// <summary>일괄 지급: choosing, confirming, executing.</summary>
internal static class BulkPayoutOperations
{
    public static void MapBulkPayoutOperations(this IEndpointRouteBuilder api)
    {
        var routes = api.MapGroup("/platform/bulk-payouts").WithTags("일괄 지급 (자체 API)");
        routes.MapPost("", CreateBulkPayout).Needs(PersonRight.Edit).Refuses<BulkPayoutError>();
        routes.MapPost("/{id}/confirm", ConfirmBulkPayout).Needs(PersonRight.Edit).Refuses<BulkPayoutError>();
        routes.MapPost("/{id}/execute", ExecuteBulkPayout).Needs(PersonRight.ExecutePayout).Refuses<BulkPayoutError>();
    }

    private static async Task<Answer<BulkPayoutResponse>> CreateBulkPayout(ApiCall<CreateBulkPayoutBody> call, CreateBulkPayout create, Store store, CancellationToken ct)
    {
        var body = call.Body;
        if (body.SettlementDates is null == body.PartnerSettlementIds is null)
        {
            return Invalid.Request("settlementDates와 partnerSettlementIds 가운데 하나만 적어 주세요.");
        }

        var command = new NewBulkPayout(body.Id, body.Name, body.SettlementDates, body.PartnerSettlementIds?.Select(PartnerSettlementId.From).ToList());
        return await AnswerAsync(await create.HandleAsync(call.Tenant, call.Actor, command, ct), store, ct);
    }

    private static async Task<Answer<BulkPayoutResponse>> ConfirmBulkPayout(ApiCall call, string id, ConfirmBulkPayout confirm, Store store, CancellationToken ct) =>
        await AnswerAsync(await confirm.HandleAsync(call.Tenant, call.Actor, BulkPayoutId.From(id), ct), store, ct);

    /// <summary>By API in test mode only: a program has no second factor.</summary>
    private static async Task<Answer<BulkPayoutResponse>> ExecuteBulkPayout(ApiCall call, string id, ExecuteBulkPayout execute, Store store, CancellationToken ct) =>
        await AnswerAsync(await execute.HandleAsync(call.Tenant, call.Actor, BulkPayoutId.From(id), secondFactorPassed: false, ct), store, ct);

    private static async Task<Answer<BulkPayoutResponse>> AnswerAsync(Outcome<BulkPayout> outcome, Store store, CancellationToken ct)
    {
        if (outcome.IsRefused)
        {
            return Refuse(outcome.Refusal);
        }

        var bulk = outcome.Value;
        await using var db = store.Read(new Tenant(bulk.MerchantId, bulk.Mode));
        var tallies = await BulkPayoutStats.OfAsync(db, [bulk.Id], ct);
        return new BulkPayoutResponse { BulkPayout = PayoutMapping.Write(bulk, [.. tallies[bulk.Id]]) };
    }

    private static ApiError Refuse(Refusal refusal) => refusal switch
    {
        StoredRefusal.NotFound { Subject: "PartnerSettlement" } settlement => new PlatformPartnerSettlementsNotFoundError
        {
            Ids = [settlement.Id],
            GraphqlIds = [GraphqlId.Of("PlatformPartnerSettlement", settlement.Id)],
        },
        StoredRefusal.NotFound => new BulkPayoutNotFoundError(),
        StoredRefusal.AlreadyExists => new PlatformBulkPayoutIdAlreadyExistsError(),
        PayoutRefusal.NothingChosen => new PlatformNoSelectedPartnerSettlementsError(),
        PayoutRefusal.SettlementsDuplicated => new PlatformDuplicatedPartnerSettlementIdsError(),
        PayoutRefusal.SettlementsNotPayable settlements => new PlatformNonPayablePartnerSettlementsError
        {
            Ids = [.. settlements.Ids.Select(id => id.Value)],
            GraphqlIds = [.. settlements.Ids.Select(id => GraphqlId.Of("PlatformPartnerSettlement", id.Value))],
        },
        PartnerSettlementRefusal.NotInState => Invalid.Field("partnerSettlementIds", "이미 다른 지급에 들어간 정산 내역이 있어요. 목록을 다시 확인해 주세요."),
        PayoutRefusal.NetNotPositive net => new NetPayoutNotPositiveError { PartnerIds = [.. net.Partners.Select(id => id.Value)] },
        PayoutRefusal.TooManySettlementDates dates => Invalid.Field("settlementDates", $"정산일은 한 번에 {dates.CountMax}개까지 고를 수 있어요."),
        PayoutRefusal.CurrencyNotPayable => new PlatformCurrencyNotSupportedError { Message = "외화 정산은 송금할 수 없어요. 직접 지급한 뒤 완료 처리해 주세요." },
        PayoutRefusal.CurrenciesMixed => Invalid.Field("partnerSettlementIds", "통화가 같은 정산 내역끼리 지급해 주세요."),
        PayoutRefusal.FieldMissing missing => Invalid.Field(missing.Field, "꼭 있어야 하는 값이에요."),
        PayoutRefusal.FieldTooLong tooLong => Invalid.Field(tooLong.Field, $"{tooLong.LengthMax}자 이하로 적어 주세요."),
        PayoutRefusal.BalanceInsufficient balance => new BalanceInsufficientError { Balance = balance.Balance.Value, Needed = balance.Needed.Value },
        PayoutRefusal.AnotherOngoing other => new AnotherBulkPayoutOngoingError { BulkPayoutId = other.Ongoing.Value },
        PayoutRefusal.BulkNotInState state => new BulkPayoutNotInStateError { BulkPayoutStatus = Code.Of(state.Status).As<PlatformBulkPayoutStatus>() },
        ExecutionRefusal.SecondFactorNeeded => new SecondFactorNeededError(),
        ExecutionRefusal.BankUnavailable => new PlatformExternalApiTemporarilyFailedError(),
        _ => Invalid.Of(refusal),
    };
}
