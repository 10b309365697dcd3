using Jeongsan.Server.Api.Privacy;

namespace Jeongsan.Server.Api.Contracts;

[OneOf(
    typeof(B2bExternalServiceError),
    typeof(B2bNotEnabledError),
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(UnauthorizedError),
    typeof(PartnerNotToldError))]
internal sealed class GetB2bBusinessInfosError;

[OneOf(
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(PlatformExternalApiFailedError),
    typeof(PlatformExternalApiTemporarilyFailedError),
    typeof(PlatformNotEnabledError),
    typeof(PlatformNotSupportedBankError),
    typeof(UnauthorizedError),
    typeof(PartnerNotToldError))]
internal sealed class GetPlatformAccountHolderError;

[OneOf(
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(PlatformCompanyNotFoundError),
    typeof(PlatformExternalApiFailedError),
    typeof(PlatformNotEnabledError),
    typeof(UnauthorizedError),
    typeof(PartnerNotToldError))]
internal sealed class GetPlatformCompanyStateError;
