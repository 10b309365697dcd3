namespace Jeongsan.Server.Api.Contracts;

[OneOf(
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(PlatformNotEnabledError),
    typeof(UnauthorizedError))]
internal sealed class GetPlatformSettingError;

[OneOf(
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(PlatformNotEnabledError),
    typeof(UnauthorizedError))]
internal sealed class UpdatePlatformSettingError;
