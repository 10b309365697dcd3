namespace Jeongsan.Server.Api.Contracts;

[ErrorType("PLATFORM_BULK_PAYOUT_ID_ALREADY_EXISTS", 409, "이미 쓰고 있는 일괄 지급 아이디예요. 다른 아이디를 써 주세요.")]
internal sealed record PlatformBulkPayoutIdAlreadyExistsError : ApiError;

[ErrorType("PLATFORM_DUPLICATED_PARTNER_SETTLEMENT_IDS", 400, "같은 정산 내역을 두 번 골랐어요. 정산 내역마다 한 번만 골라 주세요.")]
internal sealed record PlatformDuplicatedPartnerSettlementIdsError : ApiError;

[ErrorType("PLATFORM_CURRENCY_NOT_SUPPORTED", 400, "지급 금액의 합이 음수인 파트너가 있어요. 그 파트너의 정산 내역을 빼 주세요.")]
internal sealed record PlatformNegativePayoutAmountPartnersError : ApiError;

[ErrorType("PLATFORM_NO_SELECTED_PARTNER_SETTLEMENTS", 400, "고른 정산 내역이 없어요. 정산 내역을 하나 이상 골라 주세요.")]
internal sealed record PlatformNoSelectedPartnerSettlementsError : ApiError;

[ErrorType("PLATFORM_NON_DELETABLE_PARTNER_SETTLEMENTS", 400, "지울 수 없는 정산 내역이 있어요. 지급 예정, 보류, 취소, 제외 상태만 지울 수 있어요.")]
internal sealed record PlatformNonDeletablePartnerSettlementsError : ApiError
{
    public required IReadOnlyList<string> Ids { get; init; }

    public required IReadOnlyList<string> GraphqlIds { get; init; }
}

[ErrorType("PLATFORM_NON_PAYABLE_PARTNER_SETTLEMENTS", 400, "지급할 수 없는 상태의 정산 내역이 있어요. ids의 정산 내역을 빼 주세요.")]
internal sealed record PlatformNonPayablePartnerSettlementsError : ApiError
{
    public required IReadOnlyList<string> Ids { get; init; }

    public required IReadOnlyList<string> GraphqlIds { get; init; }
}

[ErrorType("PLATFORM_PARTNER_SETTLEMENTS_NOT_FOUND", 404, "찾을 수 없는 정산 내역이 있어요. ids의 아이디를 확인해 주세요.")]
internal sealed record PlatformPartnerSettlementsNotFoundError : ApiError
{
    public required IReadOnlyList<string> Ids { get; init; }

    public required IReadOnlyList<string> GraphqlIds { get; init; }
}

[ErrorType("PLATFORM_REFERENCED_CANCEL_ORDER_TRANSFERS_EXIST", 400, "취소 정산건이 참조하는 정산건이 들어 있어요. ids의 취소 정산건을 먼저 지워 주세요.")]
internal sealed record PlatformReferencedCancelOrderTransfersExistError : ApiError
{
    public required IReadOnlyList<string> Ids { get; init; }
}
