using Jeongsan.Application.Storage;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Settlements;
using Jeongsan.Server.Api.Contracts;
using Jeongsan.Server.Api.Operations;

namespace Jeongsan.Server.Api.Settlements;

/// <summary>How refusals of acts on chosen settlements read on the wire.</summary>
internal static class SettlementRefusals
{
    public static ApiError? TooMany(IReadOnlyList<string> ids) =>
        ids.Count > ApiLimits.BatchCountMax ? Invalid.Field("partnerSettlementIds", $"{ApiLimits.BatchCountMax}개까지 고를 수 있어요.") : null;

    public static ApiError OfDelete(Refusal refusal) => refusal switch
    {
        PartnerSettlementRefusal.NothingChosen => Invalid.Field("partnerSettlementIds", "정산 내역을 하나 이상 골라 주세요."),
        PartnerSettlementRefusal.Duplicated => Invalid.Field("partnerSettlementIds", "같은 정산 내역을 두 번 골랐어요. 정산 내역마다 한 번만 골라 주세요."),
        PartnerSettlementRefusal.NotFound missing => NotFound(missing),
        PartnerSettlementRefusal.SomeNotDeletable held => new PlatformNonDeletablePartnerSettlementsError
        {
            Ids = Texts(held.Ids),
            GraphqlIds = GraphqlIds(held.Ids),
        },
        PartnerSettlementRefusal.CancellationsRemain cancels => new PlatformReferencedCancelOrderTransfersExistError
        {
            Ids = [.. cancels.CancellationIds.Select(id => id.Value)],
        },
        _ => Invalid.Of(refusal),
    };

    public static ApiError OfMove(Refusal refusal) => refusal is PartnerSettlementRefusal.SomeNotInState held
        ? new PartnerSettlementsNotInStateError { Ids = Texts(held.Ids) }
        : OfDelete(refusal);

    public static ApiError OfCompletion(Refusal refusal) => refusal switch
    {
        StoredRefusal.AlreadyExists => new PlatformBulkPayoutIdAlreadyExistsError(),
        StoredRefusal.IdNotUsable id => Invalid.Field("bulkPayoutId", $"공백과 / 없이 1~{id.LengthMax}자로 적어 주세요."),
        PartnerSettlementRefusal.NothingChosen => new PlatformNoSelectedPartnerSettlementsError(),
        PartnerSettlementRefusal.Duplicated => new PlatformDuplicatedPartnerSettlementIdsError(),
        PartnerSettlementRefusal.NotFound missing => NotFound(missing),
        PayoutRefusal.SettlementsNotPayable settlements => new PlatformNonPayablePartnerSettlementsError
        {
            Ids = Texts(settlements.Ids),
            GraphqlIds = GraphqlIds(settlements.Ids),
        },
        PayoutRefusal.NetNotPositive => new PlatformNegativePayoutAmountPartnersError(),
        PayoutRefusal.TooManySettlementDates dates => Invalid.Field("partnerSettlementIds", $"정산일이 {dates.CountMax}개를 넘어요. 정산일을 나누어 처리해 주세요."),
        PayoutRefusal.CurrenciesMixed => Invalid.Field("partnerSettlementIds", "통화가 같은 정산 내역끼리 처리해 주세요."),
        PayoutRefusal.CompletedInFuture => Invalid.Field("completedAt", "오늘 또는 그 전의 날짜여야 해요."),
        PayoutRefusal.FieldMissing missing => Invalid.Field(missing.Field, "꼭 있어야 하는 값이에요."),
        PayoutRefusal.FieldTooLong tooLong => Invalid.Field(tooLong.Field, $"{tooLong.LengthMax}자 이하로 적어 주세요."),
        _ => Invalid.Of(refusal),
    };

    private static PlatformPartnerSettlementsNotFoundError NotFound(PartnerSettlementRefusal.NotFound missing) =>
        new() { Ids = Texts(missing.Ids), GraphqlIds = GraphqlIds(missing.Ids) };

    private static IReadOnlyList<string> Texts(IReadOnlyList<PartnerSettlementId> ids) => [.. ids.Select(id => id.Value)];

    private static IReadOnlyList<string> GraphqlIds(IReadOnlyList<PartnerSettlementId> ids) => [.. ids.Select(id => GraphqlId.Of("PlatformPartnerSettlement", id.Value))];
}
