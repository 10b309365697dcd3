namespace Jeongsan.Server.Api.Contracts;

[ErrorType("FORBIDDEN", 403, "")]
internal sealed record ForbiddenError : ApiError;

[ErrorType("INVALID_REQUEST", 400, "")]
internal sealed record InvalidRequestError : ApiError;

[ErrorType("PLATFORM_CURRENCY_NOT_SUPPORTED", 400, "")]
internal sealed record PlatformCurrencyNotSupportedError : ApiError;

[ErrorType("PLATFORM_EXTERNAL_API_FAILED", 503, "")]
internal sealed record PlatformExternalApiFailedError : ApiError;

[ErrorType("PLATFORM_NOT_ENABLED", 403, "")]
internal sealed record PlatformNotEnabledError : ApiError;

[ErrorType("PLATFORM_USER_DEFINED_PROPERTY_NOT_FOUND", 404, "")]
internal sealed record PlatformUserDefinedPropertyNotFoundError : ApiError;

[ErrorType("UNAUTHORIZED", 401, "")]
internal sealed record UnauthorizedError : ApiError;
