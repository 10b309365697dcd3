namespace Jeongsan.Server.Api.Contracts;

[ErrorType("PLATFORM_COMPANY_NOT_FOUND", 404, "")]
internal sealed record PlatformCompanyNotFoundError : ApiError;

[ErrorType("PLATFORM_EXTERNAL_API_TEMPORARILY_FAILED", 503, "")]
internal sealed record PlatformExternalApiTemporarilyFailedError : ApiError;

[ErrorType("PLATFORM_NOT_SUPPORTED_BANK", 400, "")]
internal sealed record PlatformNotSupportedBankError : ApiError;
