namespace Jeongsan.Server.Api.Contracts;

[ErrorType("PLATFORM_ADDITIONAL_FEE_POLICY_ALREADY_EXISTS", 409, "이미 쓰고 있는 추가 수수료 정책 아이디예요. 다른 아이디를 써 주세요.")]
internal sealed record PlatformAdditionalFeePolicyAlreadyExistsError : ApiError;

[ErrorType("PLATFORM_ADDITIONAL_FEE_POLICY_NOT_FOUND", 404, "추가 수수료 정책을 찾을 수 없어요. 아이디를 확인해 주세요.")]
internal sealed record PlatformAdditionalFeePolicyNotFoundError : ApiError;

[ErrorType("PLATFORM_ADDITIONAL_FEE_POLICY_SCHEDULE_ALREADY_EXISTS", 409, "이 추가 수수료 정책에는 예약된 수정이 이미 있어요. 예약을 바꾸거나 취소해 주세요.")]
internal sealed record PlatformAdditionalFeePolicyScheduleAlreadyExistsError : ApiError;

[ErrorType("PLATFORM_ARCHIVED_ADDITIONAL_FEE_POLICY", 409, "보관된 추가 수수료 정책이에요. 복원한 뒤 다시 시도해 주세요.")]
internal sealed record PlatformArchivedAdditionalFeePolicyError : ApiError;

[ErrorType("PLATFORM_ARCHIVED_CONTRACT", 409, "보관된 계약이에요. 복원한 뒤 다시 시도해 주세요.")]
internal sealed record PlatformArchivedContractError : ApiError;

[ErrorType("PLATFORM_ARCHIVED_DISCOUNT_SHARE_POLICY", 409, "보관된 할인 분담 정책이에요. 복원한 뒤 다시 시도해 주세요.")]
internal sealed record PlatformArchivedDiscountSharePolicyError : ApiError;

[ErrorType("PLATFORM_CANNOT_ARCHIVE_SCHEDULED_ADDITIONAL_FEE_POLICY", 409, "예약된 수정이 있는 추가 수수료 정책은 보관할 수 없어요. 예약을 먼저 취소해 주세요.")]
internal sealed record PlatformCannotArchiveScheduledAdditionalFeePolicyError : ApiError;

[ErrorType("PLATFORM_CANNOT_ARCHIVE_SCHEDULED_CONTRACT", 409, "예약된 수정이 있는 계약은 보관할 수 없어요. 예약을 먼저 취소해 주세요.")]
internal sealed record PlatformCannotArchiveScheduledContractError : ApiError;

[ErrorType("PLATFORM_CANNOT_ARCHIVE_SCHEDULED_DISCOUNT_SHARE_POLICY", 409, "예약된 수정이 있는 할인 분담 정책은 보관할 수 없어요. 예약을 먼저 취소해 주세요.")]
internal sealed record PlatformCannotArchiveScheduledDiscountSharePolicyError : ApiError;

[ErrorType("PLATFORM_CONTRACT_ALREADY_EXISTS", 409, "이미 쓰고 있는 계약 아이디예요. 다른 아이디를 쓰거나 있는 계약을 고쳐 주세요.")]
internal sealed record PlatformContractAlreadyExistsError : ApiError;

[ErrorType("PLATFORM_CONTRACT_NOT_FOUND", 404, "계약을 찾을 수 없어요. 계약 아이디를 확인해 주세요.")]
internal sealed record PlatformContractNotFoundError : ApiError;

[ErrorType("PLATFORM_CONTRACT_SCHEDULE_ALREADY_EXISTS", 409, "이 계약에는 예약된 수정이 이미 있어요. 예약을 바꾸거나 취소해 주세요.")]
internal sealed record PlatformContractScheduleAlreadyExistsError : ApiError;

[ErrorType("PLATFORM_DISCOUNT_SHARE_POLICY_ALREADY_EXISTS", 409, "이미 쓰고 있는 할인 분담 정책 아이디예요. 다른 아이디를 써 주세요.")]
internal sealed record PlatformDiscountSharePolicyAlreadyExistsError : ApiError;

[ErrorType("PLATFORM_DISCOUNT_SHARE_POLICY_NOT_FOUND", 404, "할인 분담 정책을 찾을 수 없어요. 아이디를 확인해 주세요.")]
internal sealed record PlatformDiscountSharePolicyNotFoundError : ApiError;

[ErrorType("PLATFORM_DISCOUNT_SHARE_POLICY_SCHEDULE_ALREADY_EXISTS", 409, "이 할인 분담 정책에는 예약된 수정이 이미 있어요. 예약을 바꾸거나 취소해 주세요.")]
internal sealed record PlatformDiscountSharePolicyScheduleAlreadyExistsError : ApiError;
