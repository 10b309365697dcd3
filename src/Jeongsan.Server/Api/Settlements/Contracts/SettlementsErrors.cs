namespace Jeongsan.Server.Api.Contracts;

[ErrorType("PLATFORM_BULK_PAYOUT_ID_ALREADY_EXISTS", 409, "")]
internal sealed record PlatformBulkPayoutIdAlreadyExistsError : ApiError;

[ErrorType("PLATFORM_DUPLICATED_PARTNER_SETTLEMENT_IDS", 400, "")]
internal sealed record PlatformDuplicatedPartnerSettlementIdsError : ApiError;

[ErrorType("PLATFORM_CURRENCY_NOT_SUPPORTED", 400, "")]
internal sealed record PlatformNegativePayoutAmountPartnersError : ApiError;

[ErrorType("PLATFORM_NO_SELECTED_PARTNER_SETTLEMENTS", 400, "")]
internal sealed record PlatformNoSelectedPartnerSettlementsError : ApiError;

[ErrorType("PLATFORM_NON_DELETABLE_PARTNER_SETTLEMENTS", 400, "")]
internal sealed record PlatformNonDeletablePartnerSettlementsError : ApiError
{
    public required IReadOnlyList<string> Ids { get; init; }

    public required IReadOnlyList<string> GraphqlIds { get; init; }
}

[ErrorType("PLATFORM_NON_PAYABLE_PARTNER_SETTLEMENTS", 400, "")]
internal sealed record PlatformNonPayablePartnerSettlementsError : ApiError
{
    public required IReadOnlyList<string> Ids { get; init; }

    public required IReadOnlyList<string> GraphqlIds { get; init; }
}

[ErrorType("PLATFORM_PARTNER_SETTLEMENTS_NOT_FOUND", 404, "")]
internal sealed record PlatformPartnerSettlementsNotFoundError : ApiError
{
    public required IReadOnlyList<string> Ids { get; init; }

    public required IReadOnlyList<string> GraphqlIds { get; init; }
}

[ErrorType("PLATFORM_REFERENCED_CANCEL_ORDER_TRANSFERS_EXIST", 400, "")]
internal sealed record PlatformReferencedCancelOrderTransfersExistError : ApiError
{
    public required IReadOnlyList<string> Ids { get; init; }
}
