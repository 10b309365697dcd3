using Jeongsan.Server.Api.Privacy;

namespace Jeongsan.Server.Api.Contracts;

[OneOf(
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(PlatformCannotArchiveScheduledPartnerError),
    typeof(PlatformCounterpartyOngoingTaxInvoiceExistsError),
    typeof(PlatformNotEnabledError),
    typeof(PlatformPartnerNotFoundError),
    typeof(PlatformPartnerPendingNtsOperationError),
    typeof(UnauthorizedError))]
internal sealed class ArchivePlatformPartnerError;

[OneOf(
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(PlatformNotEnabledError),
    typeof(PlatformPartnerNotFoundError),
    typeof(UnauthorizedError))]
internal sealed class CancelPlatformPartnerScheduleError;

[OneOf(
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(PlatformBtxNotEnabledError),
    typeof(PlatformExternalApiFailedError),
    typeof(PlatformNotEnabledError),
    typeof(PlatformPartnerNotFoundError),
    typeof(PlatformTargetPartnerNotFoundError),
    typeof(UnauthorizedError))]
internal sealed class ConnectBulkPartnerCounterpartyError;

[OneOf(
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(PlatformBtxNotEnabledError),
    typeof(PlatformExternalApiFailedError),
    typeof(PlatformNotEnabledError),
    typeof(PlatformPartnerNotFoundError),
    typeof(PlatformTargetPartnerNotFoundError),
    typeof(UnauthorizedError))]
internal sealed class ConnectBulkPartnerMemberCompanyError;

[OneOf(
    typeof(PartnerNotToldError),
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(PlatformArchivedPartnerError),
    typeof(PlatformArchivedPartnerNtsNotAllowedError),
    typeof(PlatformBtxNotEnabledError),
    typeof(PlatformCounterpartyNotConnectableStatusError),
    typeof(PlatformExternalApiFailedError),
    typeof(PlatformNotEnabledError),
    typeof(PlatformPartnerNotFoundError),
    typeof(PlatformPartnerScheduleExistsError),
    typeof(PlatformPartnerTaxationTypeIsSimpleError),
    typeof(PlatformPartnerTypeIsNotBusinessError),
    typeof(UnauthorizedError))]
internal sealed class ConnectPartnerCounterpartyError;

[OneOf(
    typeof(PartnerNotToldError),
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(PlatformBtxNotEnabledError),
    typeof(PlatformExternalApiFailedError),
    typeof(PlatformMemberCompanyNotConnectableStatusError),
    typeof(PlatformNotEnabledError),
    typeof(PlatformPartnerNotFoundError),
    typeof(PlatformPartnerScheduleExistsError),
    typeof(PlatformPartnerTaxationTypeIsSimpleError),
    typeof(PlatformPartnerTypeIsNotBusinessError),
    typeof(UnauthorizedError))]
internal sealed class ConnectPartnerMemberCompanyError;

[OneOf(
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(PlatformAccountVerificationAlreadyUsedError),
    typeof(PlatformAccountVerificationFailedError),
    typeof(PlatformAccountVerificationNotFoundError),
    typeof(PlatformCompanyVerificationAlreadyUsedError),
    typeof(PlatformContractNotFoundError),
    typeof(PlatformCurrencyNotSupportedError),
    typeof(PlatformNotEnabledError),
    typeof(PlatformPartnerIdAlreadyExistsError),
    typeof(PlatformUserDefinedPropertyNotFoundError),
    typeof(UnauthorizedError))]
internal sealed class CreatePlatformPartnerError;

[OneOf(
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(PlatformContractsNotFoundError),
    typeof(PlatformCurrencyNotSupportedError),
    typeof(PlatformNotEnabledError),
    typeof(PlatformPartnerIdsAlreadyExistError),
    typeof(PlatformPartnerIdsDuplicatedError),
    typeof(PlatformUserDefinedPropertyNotFoundError),
    typeof(UnauthorizedError))]
internal sealed class CreatePlatformPartnersError;

[OneOf(
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(PlatformBtxNotEnabledError),
    typeof(PlatformExternalApiFailedError),
    typeof(PlatformNotEnabledError),
    typeof(PlatformPartnerNotFoundError),
    typeof(PlatformTargetPartnerNotFoundError),
    typeof(UnauthorizedError))]
internal sealed class DisconnectBulkPartnerCounterpartyError;

[OneOf(
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(PlatformBtxNotEnabledError),
    typeof(PlatformExternalApiFailedError),
    typeof(PlatformNotEnabledError),
    typeof(PlatformPartnerNotFoundError),
    typeof(PlatformTargetPartnerNotFoundError),
    typeof(UnauthorizedError))]
internal sealed class DisconnectBulkPartnerMemberCompanyError;

[OneOf(
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(PlatformArchivedPartnerNtsNotAllowedError),
    typeof(PlatformBtxNotEnabledError),
    typeof(PlatformCounterpartyNotConnectedError),
    typeof(PlatformExternalApiFailedError),
    typeof(PlatformNotEnabledError),
    typeof(PlatformOngoingTaxInvoiceExistsError),
    typeof(PlatformPartnerNotFoundError),
    typeof(PlatformPartnerTaxationTypeIsSimpleError),
    typeof(PlatformPartnerTypeIsNotBusinessError),
    typeof(UnauthorizedError))]
internal sealed class DisconnectPartnerCounterpartyError;

[OneOf(
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(PlatformBtxNotEnabledError),
    typeof(PlatformExternalApiFailedError),
    typeof(PlatformMemberCompanyNotConnectedError),
    typeof(PlatformNotEnabledError),
    typeof(PlatformOngoingTaxInvoiceExistsError),
    typeof(PlatformPartnerNotFoundError),
    typeof(PlatformPartnerTaxationTypeIsSimpleError),
    typeof(PlatformPartnerTypeIsNotBusinessError),
    typeof(UnauthorizedError))]
internal sealed class DisconnectPartnerMemberCompanyError;

[OneOf(
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(PlatformNotEnabledError),
    typeof(PlatformPartnerNotFoundError),
    typeof(UnauthorizedError))]
internal sealed class GetPlatformPartnerError;

[OneOf(
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(PlatformNotEnabledError),
    typeof(UnauthorizedError))]
internal sealed class GetPlatformPartnerFilterOptionsError;

[OneOf(
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(PlatformNotEnabledError),
    typeof(PlatformPartnerNotFoundError),
    typeof(UnauthorizedError))]
internal sealed class GetPlatformPartnerScheduleError;

[OneOf(
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(PlatformNotEnabledError),
    typeof(UnauthorizedError))]
internal sealed class GetPlatformPartnersError;

[OneOf(
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(PlatformNotEnabledError),
    typeof(PlatformPartnerNotFoundError),
    typeof(PlatformPartnerPendingNtsOperationError),
    typeof(UnauthorizedError))]
internal sealed class RecoverPlatformPartnerError;

[OneOf(
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(PlatformContractNotFoundError),
    typeof(PlatformMemberCompanyConnectedPartnerCannotBeScheduledError),
    typeof(PlatformNotEnabledError),
    typeof(PlatformPartnerNotFoundError),
    typeof(UnauthorizedError))]
internal sealed class ReschedulePartnerError;

[OneOf(
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(PlatformAccountVerificationAlreadyUsedError),
    typeof(PlatformAccountVerificationFailedError),
    typeof(PlatformAccountVerificationNotFoundError),
    typeof(PlatformArchivedPartnerError),
    typeof(PlatformCompanyVerificationAlreadyUsedError),
    typeof(PlatformContractNotFoundError),
    typeof(PlatformInsufficientDataToChangePartnerTypeError),
    typeof(PlatformMemberCompanyConnectedPartnerBrnUnchangeableError),
    typeof(PlatformMemberCompanyConnectedPartnerCannotBeScheduledError),
    typeof(PlatformMemberCompanyConnectedPartnerTypeUnchangeableError),
    typeof(PlatformNotEnabledError),
    typeof(PlatformPartnerNotFoundError),
    typeof(PlatformPartnerScheduleAlreadyExistsError),
    typeof(PlatformUserDefinedPropertyNotFoundError),
    typeof(UnauthorizedError))]
internal sealed class SchedulePartnerError;

[OneOf(
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(PlatformArchivedPartnersCannotBeScheduledError),
    typeof(PlatformContractNotFoundError),
    typeof(PlatformMemberCompanyConnectedPartnersCannotBeScheduledError),
    typeof(PlatformNotEnabledError),
    typeof(PlatformPartnerSchedulesAlreadyExistError),
    typeof(PlatformUserDefinedPropertyNotFoundError),
    typeof(UnauthorizedError))]
internal sealed class SchedulePlatformPartnersError;

[OneOf(
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(PlatformAccountVerificationAlreadyUsedError),
    typeof(PlatformAccountVerificationFailedError),
    typeof(PlatformAccountVerificationNotFoundError),
    typeof(PlatformArchivedPartnerError),
    typeof(PlatformCompanyVerificationAlreadyUsedError),
    typeof(PlatformContractNotFoundError),
    typeof(PlatformInsufficientDataToChangePartnerTypeError),
    typeof(PlatformMemberCompanyConnectedPartnerBrnUnchangeableError),
    typeof(PlatformMemberCompanyConnectedPartnerTypeUnchangeableError),
    typeof(PlatformNotEnabledError),
    typeof(PlatformPartnerNotFoundError),
    typeof(PlatformUserDefinedPropertyNotFoundError),
    typeof(UnauthorizedError))]
internal sealed class UpdatePlatformPartnerError;
