namespace Jeongsan.Server.Api.Contracts;

[OneOf(
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(PlatformNotEnabledError),
    typeof(UnauthorizedError))]
internal sealed class GetPlatformAccountTransfersError;

[OneOf(
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(PlatformNotEnabledError),
    typeof(UnauthorizedError))]
internal sealed class GetPlatformBulkAccountTransfersError;

[OneOf(
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(PlatformNotEnabledError),
    typeof(UnauthorizedError))]
internal sealed class GetPlatformBulkPayoutsError;

[OneOf(
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(PlatformNotEnabledError),
    typeof(UnauthorizedError))]
internal sealed class GetPlatformPayoutsError;
