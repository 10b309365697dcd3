namespace Jeongsan.Server.Api.Contracts;

[ErrorType("PLATFORM_ADDITIONAL_FEE_POLICY_ALREADY_EXISTS", 409, "")]
internal sealed record PlatformAdditionalFeePolicyAlreadyExistsError : ApiError;

[ErrorType("PLATFORM_ADDITIONAL_FEE_POLICY_NOT_FOUND", 404, "")]
internal sealed record PlatformAdditionalFeePolicyNotFoundError : ApiError;

[ErrorType("PLATFORM_ADDITIONAL_FEE_POLICY_SCHEDULE_ALREADY_EXISTS", 409, "")]
internal sealed record PlatformAdditionalFeePolicyScheduleAlreadyExistsError : ApiError;

[ErrorType("PLATFORM_ARCHIVED_ADDITIONAL_FEE_POLICY", 409, "")]
internal sealed record PlatformArchivedAdditionalFeePolicyError : ApiError;

[ErrorType("PLATFORM_ARCHIVED_CONTRACT", 409, "")]
internal sealed record PlatformArchivedContractError : ApiError;

[ErrorType("PLATFORM_ARCHIVED_DISCOUNT_SHARE_POLICY", 409, "")]
internal sealed record PlatformArchivedDiscountSharePolicyError : ApiError;

[ErrorType("PLATFORM_CANNOT_ARCHIVE_SCHEDULED_ADDITIONAL_FEE_POLICY", 409, "")]
internal sealed record PlatformCannotArchiveScheduledAdditionalFeePolicyError : ApiError;

[ErrorType("PLATFORM_CANNOT_ARCHIVE_SCHEDULED_CONTRACT", 409, "")]
internal sealed record PlatformCannotArchiveScheduledContractError : ApiError;

[ErrorType("PLATFORM_CANNOT_ARCHIVE_SCHEDULED_DISCOUNT_SHARE_POLICY", 409, "")]
internal sealed record PlatformCannotArchiveScheduledDiscountSharePolicyError : ApiError;

[ErrorType("PLATFORM_CONTRACT_ALREADY_EXISTS", 409, "")]
internal sealed record PlatformContractAlreadyExistsError : ApiError;

[ErrorType("PLATFORM_CONTRACT_NOT_FOUND", 404, "")]
internal sealed record PlatformContractNotFoundError : ApiError;

[ErrorType("PLATFORM_CONTRACT_SCHEDULE_ALREADY_EXISTS", 409, "")]
internal sealed record PlatformContractScheduleAlreadyExistsError : ApiError;

[ErrorType("PLATFORM_DISCOUNT_SHARE_POLICY_ALREADY_EXISTS", 409, "")]
internal sealed record PlatformDiscountSharePolicyAlreadyExistsError : ApiError;

[ErrorType("PLATFORM_DISCOUNT_SHARE_POLICY_NOT_FOUND", 404, "")]
internal sealed record PlatformDiscountSharePolicyNotFoundError : ApiError;

[ErrorType("PLATFORM_DISCOUNT_SHARE_POLICY_SCHEDULE_ALREADY_EXISTS", 409, "")]
internal sealed record PlatformDiscountSharePolicyScheduleAlreadyExistsError : ApiError;
