namespace Jeongsan.Server.Api.Contracts;

[ErrorType("FORBIDDEN", 403, "이 일을 할 권한이 없어요. 권한이 있는 역할이나 API 시크릿으로 요청해 주세요.")]
internal sealed record ForbiddenError : ApiError;

[ErrorType("INVALID_REQUEST", 400, "요청 내용을 확인해 주세요.")]
internal sealed record InvalidRequestError : ApiError;

[ErrorType("PLATFORM_CURRENCY_NOT_SUPPORTED", 400, "지원하지 않는 통화예요. 지원하는 통화를 골라 주세요.")]
internal sealed record PlatformCurrencyNotSupportedError : ApiError;

[ErrorType("PLATFORM_EXTERNAL_API_FAILED", 503, "외부 서비스가 요청을 처리하지 못했어요. 입력한 정보를 확인하고 다시 시도해 주세요.")]
internal sealed record PlatformExternalApiFailedError : ApiError;

[ErrorType("PLATFORM_NOT_ENABLED", 403, "정산 기능이 꺼져 있어요. 설정에서 켜 주세요.")]
internal sealed record PlatformNotEnabledError : ApiError;

[ErrorType("PLATFORM_USER_DEFINED_PROPERTY_NOT_FOUND", 404, "정해지지 않은 사용자 정의 속성이에요. 속성 이름을 확인해 주세요.")]
internal sealed record PlatformUserDefinedPropertyNotFoundError : ApiError;

[ErrorType("UNAUTHORIZED", 401, "인증 정보가 올바르지 않아요. API 시크릿이나 액세스 토큰을 확인해 주세요.")]
internal sealed record UnauthorizedError : ApiError;
