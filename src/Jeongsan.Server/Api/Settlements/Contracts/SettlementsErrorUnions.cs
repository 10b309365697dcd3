namespace Jeongsan.Server.Api.Contracts;

[OneOf(
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(PlatformBulkPayoutIdAlreadyExistsError),
    typeof(PlatformDuplicatedPartnerSettlementIdsError),
    typeof(PlatformNegativePayoutAmountPartnersError),
    typeof(PlatformNoSelectedPartnerSettlementsError),
    typeof(PlatformNonPayablePartnerSettlementsError),
    typeof(PlatformNotEnabledError),
    typeof(PlatformPartnerSettlementsNotFoundError),
    typeof(UnauthorizedError))]
internal sealed class CompletePlatformPayoutByPartnerSettlementIdsError;

[OneOf(
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(PlatformNonDeletablePartnerSettlementsError),
    typeof(PlatformNotEnabledError),
    typeof(PlatformPartnerSettlementsNotFoundError),
    typeof(PlatformReferencedCancelOrderTransfersExistError),
    typeof(UnauthorizedError))]
internal sealed class DeletePlatformPartnerSettlementsError;

[OneOf(
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(PlatformNotEnabledError),
    typeof(UnauthorizedError))]
internal sealed class GetPlatformPartnerSettlementsError;
