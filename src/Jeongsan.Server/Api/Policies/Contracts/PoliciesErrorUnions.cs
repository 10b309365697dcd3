namespace Jeongsan.Server.Api.Contracts;

[OneOf(
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(PlatformAdditionalFeePolicyNotFoundError),
    typeof(PlatformCannotArchiveScheduledAdditionalFeePolicyError),
    typeof(PlatformNotEnabledError),
    typeof(UnauthorizedError))]
internal sealed class ArchivePlatformAdditionalFeePolicyError;

[OneOf(
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(PlatformCannotArchiveScheduledContractError),
    typeof(PlatformContractNotFoundError),
    typeof(PlatformNotEnabledError),
    typeof(UnauthorizedError))]
internal sealed class ArchivePlatformContractError;

[OneOf(
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(PlatformCannotArchiveScheduledDiscountSharePolicyError),
    typeof(PlatformDiscountSharePolicyNotFoundError),
    typeof(PlatformNotEnabledError),
    typeof(UnauthorizedError))]
internal sealed class ArchivePlatformDiscountSharePolicyError;

[OneOf(
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(PlatformAdditionalFeePolicyNotFoundError),
    typeof(PlatformNotEnabledError),
    typeof(UnauthorizedError))]
internal sealed class CancelPlatformAdditionalFeePolicyScheduleError;

[OneOf(
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(PlatformContractNotFoundError),
    typeof(PlatformNotEnabledError),
    typeof(UnauthorizedError))]
internal sealed class CancelPlatformContractScheduleError;

[OneOf(
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(PlatformDiscountSharePolicyNotFoundError),
    typeof(PlatformNotEnabledError),
    typeof(UnauthorizedError))]
internal sealed class CancelPlatformDiscountSharePolicyScheduleError;

[OneOf(
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(PlatformAdditionalFeePolicyAlreadyExistsError),
    typeof(PlatformNotEnabledError),
    typeof(UnauthorizedError))]
internal sealed class CreatePlatformAdditionalFeePolicyError;

[OneOf(
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(PlatformContractAlreadyExistsError),
    typeof(PlatformNotEnabledError),
    typeof(UnauthorizedError))]
internal sealed class CreatePlatformContractError;

[OneOf(
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(PlatformDiscountSharePolicyAlreadyExistsError),
    typeof(PlatformNotEnabledError),
    typeof(UnauthorizedError))]
internal sealed class CreatePlatformDiscountSharePolicyError;

[OneOf(
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(PlatformNotEnabledError),
    typeof(UnauthorizedError))]
internal sealed class GetPlatformAdditionalFeePoliciesError;

[OneOf(
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(PlatformAdditionalFeePolicyNotFoundError),
    typeof(PlatformNotEnabledError),
    typeof(UnauthorizedError))]
internal sealed class GetPlatformAdditionalFeePolicyError;

[OneOf(
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(PlatformAdditionalFeePolicyNotFoundError),
    typeof(PlatformNotEnabledError),
    typeof(UnauthorizedError))]
internal sealed class GetPlatformAdditionalFeePolicyScheduleError;

[OneOf(
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(PlatformContractNotFoundError),
    typeof(PlatformNotEnabledError),
    typeof(UnauthorizedError))]
internal sealed class GetPlatformContractError;

[OneOf(
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(PlatformContractNotFoundError),
    typeof(PlatformNotEnabledError),
    typeof(UnauthorizedError))]
internal sealed class GetPlatformContractScheduleError;

[OneOf(
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(PlatformNotEnabledError),
    typeof(UnauthorizedError))]
internal sealed class GetPlatformContractsError;

[OneOf(
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(PlatformNotEnabledError),
    typeof(UnauthorizedError))]
internal sealed class GetPlatformDiscountSharePoliciesError;

[OneOf(
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(PlatformDiscountSharePolicyNotFoundError),
    typeof(PlatformNotEnabledError),
    typeof(UnauthorizedError))]
internal sealed class GetPlatformDiscountSharePolicyError;

[OneOf(
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(PlatformNotEnabledError),
    typeof(UnauthorizedError))]
internal sealed class GetPlatformDiscountSharePolicyFilterOptionsError;

[OneOf(
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(PlatformDiscountSharePolicyNotFoundError),
    typeof(PlatformNotEnabledError),
    typeof(UnauthorizedError))]
internal sealed class GetPlatformDiscountSharePolicyScheduleError;

[OneOf(
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(PlatformAdditionalFeePolicyNotFoundError),
    typeof(PlatformNotEnabledError),
    typeof(UnauthorizedError))]
internal sealed class RecoverPlatformAdditionalFeePolicyError;

[OneOf(
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(PlatformContractNotFoundError),
    typeof(PlatformNotEnabledError),
    typeof(UnauthorizedError))]
internal sealed class RecoverPlatformContractError;

[OneOf(
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(PlatformDiscountSharePolicyNotFoundError),
    typeof(PlatformNotEnabledError),
    typeof(UnauthorizedError))]
internal sealed class RecoverPlatformDiscountSharePolicyError;

[OneOf(
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(PlatformAdditionalFeePolicyNotFoundError),
    typeof(PlatformNotEnabledError),
    typeof(UnauthorizedError))]
internal sealed class RescheduleAdditionalFeePolicyError;

[OneOf(
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(PlatformContractNotFoundError),
    typeof(PlatformNotEnabledError),
    typeof(UnauthorizedError))]
internal sealed class RescheduleContractError;

[OneOf(
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(PlatformDiscountSharePolicyNotFoundError),
    typeof(PlatformNotEnabledError),
    typeof(UnauthorizedError))]
internal sealed class RescheduleDiscountSharePolicyError;

[OneOf(
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(PlatformAdditionalFeePolicyNotFoundError),
    typeof(PlatformAdditionalFeePolicyScheduleAlreadyExistsError),
    typeof(PlatformArchivedAdditionalFeePolicyError),
    typeof(PlatformNotEnabledError),
    typeof(UnauthorizedError))]
internal sealed class ScheduleAdditionalFeePolicyError;

[OneOf(
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(PlatformArchivedContractError),
    typeof(PlatformContractNotFoundError),
    typeof(PlatformContractScheduleAlreadyExistsError),
    typeof(PlatformNotEnabledError),
    typeof(UnauthorizedError))]
internal sealed class ScheduleContractError;

[OneOf(
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(PlatformArchivedDiscountSharePolicyError),
    typeof(PlatformDiscountSharePolicyNotFoundError),
    typeof(PlatformDiscountSharePolicyScheduleAlreadyExistsError),
    typeof(PlatformNotEnabledError),
    typeof(UnauthorizedError))]
internal sealed class ScheduleDiscountSharePolicyError;

[OneOf(
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(PlatformAdditionalFeePolicyNotFoundError),
    typeof(PlatformArchivedAdditionalFeePolicyError),
    typeof(PlatformNotEnabledError),
    typeof(UnauthorizedError))]
internal sealed class UpdatePlatformAdditionalFeePolicyError;

[OneOf(
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(PlatformArchivedContractError),
    typeof(PlatformContractNotFoundError),
    typeof(PlatformNotEnabledError),
    typeof(UnauthorizedError))]
internal sealed class UpdatePlatformContractError;

[OneOf(
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(PlatformArchivedDiscountSharePolicyError),
    typeof(PlatformDiscountSharePolicyNotFoundError),
    typeof(PlatformNotEnabledError),
    typeof(UnauthorizedError))]
internal sealed class UpdatePlatformDiscountSharePolicyError;
