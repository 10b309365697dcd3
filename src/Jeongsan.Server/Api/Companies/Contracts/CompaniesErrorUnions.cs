namespace Jeongsan.Server.Api.Contracts;

[OneOf(
    typeof(B2bExternalServiceError),
    typeof(B2bNotEnabledError),
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(UnauthorizedError))]
internal sealed class GetB2bBusinessInfosError;

[OneOf(
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(PlatformExternalApiFailedError),
    typeof(PlatformExternalApiTemporarilyFailedError),
    typeof(PlatformNotEnabledError),
    typeof(PlatformNotSupportedBankError),
    typeof(UnauthorizedError))]
internal sealed class GetPlatformAccountHolderError;

[OneOf(
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(PlatformCompanyNotFoundError),
    typeof(PlatformExternalApiFailedError),
    typeof(PlatformNotEnabledError),
    typeof(UnauthorizedError))]
internal sealed class GetPlatformCompanyStateError;
