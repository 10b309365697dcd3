namespace Jeongsan.Server.Api.Contracts;

[ErrorType("PLATFORM_ACCOUNT_VERIFICATION_ALREADY_USED", 409, "")]
internal sealed record PlatformAccountVerificationAlreadyUsedError : ApiError;

[ErrorType("PLATFORM_ACCOUNT_VERIFICATION_FAILED", 400, "")]
internal sealed record PlatformAccountVerificationFailedError : ApiError;

[ErrorType("PLATFORM_ACCOUNT_VERIFICATION_NOT_FOUND", 404, "")]
internal sealed record PlatformAccountVerificationNotFoundError : ApiError;

[ErrorType("PLATFORM_ARCHIVED_PARTNER", 409, "")]
internal sealed record PlatformArchivedPartnerError : ApiError;

[ErrorType("PLATFORM_ARCHIVED_PARTNER_NTS_NOT_ALLOWED", 409, "")]
internal sealed record PlatformArchivedPartnerNtsNotAllowedError : ApiError;

[ErrorType("PLATFORM_ARCHIVED_PARTNERS_CANNOT_BE_SCHEDULED", 409, "")]
internal sealed record PlatformArchivedPartnersCannotBeScheduledError : ApiError;

[ErrorType("PLATFORM_BTX_NOT_ENABLED", 403, "")]
internal sealed record PlatformBtxNotEnabledError : ApiError;

[ErrorType("PLATFORM_CANNOT_ARCHIVE_SCHEDULED_PARTNER", 409, "")]
internal sealed record PlatformCannotArchiveScheduledPartnerError : ApiError;

[ErrorType("PLATFORM_COMPANY_VERIFICATION_ALREADY_USED", 409, "")]
internal sealed record PlatformCompanyVerificationAlreadyUsedError : ApiError;

[ErrorType("PLATFORM_CONTRACTS_NOT_FOUND", 404, "")]
internal sealed record PlatformContractsNotFoundError : ApiError
{
    public required IReadOnlyList<string> Ids { get; init; }

    public required IReadOnlyList<string> GraphqlIds { get; init; }
}

[ErrorType("PLATFORM_COUNTERPARTY_NOT_CONNECTABLE_STATUS", 400, "")]
internal sealed record PlatformCounterpartyNotConnectableStatusError : ApiError;

[ErrorType("PLATFORM_COUNTERPARTY_NOT_CONNECTED", 400, "")]
internal sealed record PlatformCounterpartyNotConnectedError : ApiError;

[ErrorType("PLATFORM_COUNTERPARTY_ONGOING_TAX_INVOICE_EXISTS", 409, "")]
internal sealed record PlatformCounterpartyOngoingTaxInvoiceExistsError : ApiError;

[ErrorType("PLATFORM_INSUFFICIENT_DATA_TO_CHANGE_PARTNER_TYPE", 400, "")]
internal sealed record PlatformInsufficientDataToChangePartnerTypeError : ApiError;

[ErrorType("PLATFORM_MEMBER_COMPANY_CONNECTED_PARTNER_BRN_UNCHANGEABLE", 409, "")]
internal sealed record PlatformMemberCompanyConnectedPartnerBrnUnchangeableError : ApiError;

[ErrorType("PLATFORM_MEMBER_COMPANY_CONNECTED_PARTNER_CANNOT_BE_SCHEDULED", 409, "")]
internal sealed record PlatformMemberCompanyConnectedPartnerCannotBeScheduledError : ApiError;

[ErrorType("PLATFORM_MEMBER_COMPANY_CONNECTED_PARTNER_TYPE_UNCHANGEABLE", 409, "")]
internal sealed record PlatformMemberCompanyConnectedPartnerTypeUnchangeableError : ApiError;

[ErrorType("PLATFORM_MEMBER_COMPANY_CONNECTED_PARTNERS_CANNOT_BE_SCHEDULED", 409, "")]
internal sealed record PlatformMemberCompanyConnectedPartnersCannotBeScheduledError : ApiError
{
    public required IReadOnlyList<string> Ids { get; init; }

    public required IReadOnlyList<string> GraphqlIds { get; init; }
}

[ErrorType("PLATFORM_MEMBER_COMPANY_NOT_CONNECTABLE_STATUS", 400, "")]
internal sealed record PlatformMemberCompanyNotConnectableStatusError : ApiError;

[ErrorType("PLATFORM_MEMBER_COMPANY_NOT_CONNECTED", 400, "")]
internal sealed record PlatformMemberCompanyNotConnectedError : ApiError;

[ErrorType("PLATFORM_ONGOING_TAX_INVOICE_EXISTS", 409, "")]
internal sealed record PlatformOngoingTaxInvoiceExistsError : ApiError;

[ErrorType("PLATFORM_PARTNER_ID_ALREADY_EXISTS", 409, "")]
internal sealed record PlatformPartnerIdAlreadyExistsError : ApiError;

[ErrorType("PLATFORM_PARTNER_IDS_ALREADY_EXISTS", 409, "")]
internal sealed record PlatformPartnerIdsAlreadyExistError : ApiError
{
    public required IReadOnlyList<string> Ids { get; init; }

    public required IReadOnlyList<string> GraphqlIds { get; init; }
}

[ErrorType("PLATFORM_PARTNER_IDS_DUPLICATED", 400, "")]
internal sealed record PlatformPartnerIdsDuplicatedError : ApiError
{
    public required IReadOnlyList<string> Ids { get; init; }

    public required IReadOnlyList<string> GraphqlIds { get; init; }
}

[ErrorType("PLATFORM_PARTNER_NOT_FOUND", 404, "")]
internal sealed record PlatformPartnerNotFoundError : ApiError;

[ErrorType("PLATFORM_PARTNER_PENDING_NTS_OPERATION", 409, "")]
internal sealed record PlatformPartnerPendingNtsOperationError : ApiError;

[ErrorType("PLATFORM_PARTNER_SCHEDULE_ALREADY_EXISTS", 409, "")]
internal sealed record PlatformPartnerScheduleAlreadyExistsError : ApiError;

[ErrorType("PLATFORM_PARTNER_SCHEDULE_EXISTS", 409, "")]
internal sealed record PlatformPartnerScheduleExistsError : ApiError;

[ErrorType("PLATFORM_PARTNER_SCHEDULES_ALREADY_EXIST", 409, "")]
internal sealed record PlatformPartnerSchedulesAlreadyExistError : ApiError
{
    public required IReadOnlyList<string> Ids { get; init; }

    public required IReadOnlyList<string> GraphqlIds { get; init; }
}

[ErrorType("PLATFORM_PARTNER_TAXATION_TYPE_IS_SIMPLE", 400, "")]
internal sealed record PlatformPartnerTaxationTypeIsSimpleError : ApiError;

[ErrorType("PLATFORM_PARTNER_TYPE_IS_NOT_BUSINESS", 400, "")]
internal sealed record PlatformPartnerTypeIsNotBusinessError : ApiError;

[ErrorType("PLATFORM_TARGET_PARTNER_NOT_FOUND", 404, "")]
internal sealed record PlatformTargetPartnerNotFoundError : ApiError;
