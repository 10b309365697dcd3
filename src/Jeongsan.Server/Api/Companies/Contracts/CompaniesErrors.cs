namespace Jeongsan.Server.Api.Contracts;

[ErrorType("PLATFORM_COMPANY_NOT_FOUND", 404, "사업자 정보를 찾을 수 없어요. 사업자등록번호를 확인해 주세요.")]
internal sealed record PlatformCompanyNotFoundError : ApiError;

[ErrorType("PLATFORM_EXTERNAL_API_TEMPORARILY_FAILED", 503, "외부 서비스가 잠시 응답하지 않아요. 잠시 뒤 다시 시도해 주세요.")]
internal sealed record PlatformExternalApiTemporarilyFailedError : ApiError;

[ErrorType("PLATFORM_NOT_SUPPORTED_BANK", 400, "지원하지 않는 은행이에요. 다른 은행을 골라 주세요.")]
internal sealed record PlatformNotSupportedBankError : ApiError;
