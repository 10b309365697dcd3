namespace Jeongsan.Server.Api.Contracts;

[ErrorType("PLATFORM_ACCOUNT_VERIFICATION_ALREADY_USED", 409, "이미 쓴 계좌 확인 아이디예요. 예금주를 다시 조회해 주세요.")]
internal sealed record PlatformAccountVerificationAlreadyUsedError : ApiError;

[ErrorType("PLATFORM_ACCOUNT_VERIFICATION_FAILED", 400, "계좌를 확인하지 못했어요. 은행, 계좌번호, 예금주를 확인해 주세요.")]
internal sealed record PlatformAccountVerificationFailedError : ApiError;

[ErrorType("PLATFORM_ACCOUNT_VERIFICATION_NOT_FOUND", 404, "계좌 확인 결과를 찾을 수 없어요. 예금주를 다시 조회해 주세요.")]
internal sealed record PlatformAccountVerificationNotFoundError : ApiError;

[ErrorType("PLATFORM_ARCHIVED_PARTNER", 409, "보관된 파트너예요. 복원한 뒤 다시 시도해 주세요.")]
internal sealed record PlatformArchivedPartnerError : ApiError;

[ErrorType("PLATFORM_ARCHIVED_PARTNER_NTS_NOT_ALLOWED", 409, "보관된 파트너는 국세청 연동이나 해제를 할 수 없어요. 복원한 뒤 다시 시도해 주세요.")]
internal sealed record PlatformArchivedPartnerNtsNotAllowedError : ApiError;

[ErrorType("PLATFORM_ARCHIVED_PARTNERS_CANNOT_BE_SCHEDULED", 409, "보관된 파트너는 수정을 예약할 수 없어요. 복원하거나 목록에서 빼 주세요.")]
internal sealed record PlatformArchivedPartnersCannotBeScheduledError : ApiError;

[ErrorType("PLATFORM_BTX_NOT_ENABLED", 403, "국세청 연동 기능이 꺼져 있어요. 설정에서 자사 사업자 정보를 등록하고 켜 주세요.")]
internal sealed record PlatformBtxNotEnabledError : ApiError;

[ErrorType("PLATFORM_CANNOT_ARCHIVE_SCHEDULED_PARTNER", 409, "예약된 수정이 있는 파트너는 보관할 수 없어요. 예약을 먼저 취소해 주세요.")]
internal sealed record PlatformCannotArchiveScheduledPartnerError : ApiError;

[ErrorType("PLATFORM_COMPANY_VERIFICATION_ALREADY_USED", 409, "이미 쓴 사업자 확인 아이디예요. 사업자 상태를 다시 조회해 주세요.")]
internal sealed record PlatformCompanyVerificationAlreadyUsedError : ApiError;

[ErrorType("PLATFORM_CONTRACTS_NOT_FOUND", 404, "찾을 수 없는 계약이 있어요. ids의 아이디를 확인해 주세요.")]
internal sealed record PlatformContractsNotFoundError : ApiError
{
    public required IReadOnlyList<string> Ids { get; init; }

    public required IReadOnlyList<string> GraphqlIds { get; init; }
}

[ErrorType("PLATFORM_COUNTERPARTY_NOT_CONNECTABLE_STATUS", 400, "지금은 국세청 연동을 할 수 없는 상태예요. 연동 상태를 확인해 주세요.")]
internal sealed record PlatformCounterpartyNotConnectableStatusError : ApiError;

[ErrorType("PLATFORM_COUNTERPARTY_NOT_CONNECTED", 400, "국세청에 연동되지 않은 파트너예요. 먼저 국세청 연동을 해 주세요.")]
internal sealed record PlatformCounterpartyNotConnectedError : ApiError;

[ErrorType("PLATFORM_COUNTERPARTY_ONGOING_TAX_INVOICE_EXISTS", 409, "진행 중인 세금계산서가 있어 연동을 해제할 수 없어요. 세금계산서를 끝내거나 취소해 주세요.")]
internal sealed record PlatformCounterpartyOngoingTaxInvoiceExistsError : ApiError;

[ErrorType("PLATFORM_INSUFFICIENT_DATA_TO_CHANGE_PARTNER_TYPE", 400, "파트너 유형을 바꾸려면 그 유형에 필요한 정보를 모두 보내야 해요.")]
internal sealed record PlatformInsufficientDataToChangePartnerTypeError : ApiError;

[ErrorType("PLATFORM_MEMBER_COMPANY_CONNECTED_PARTNER_BRN_UNCHANGEABLE", 409, "국세청에 연동된 파트너의 사업자등록번호는 바꿀 수 없어요. 연동을 해제한 뒤 바꾸고 다시 연동해 주세요.")]
internal sealed record PlatformMemberCompanyConnectedPartnerBrnUnchangeableError : ApiError;

[ErrorType("PLATFORM_MEMBER_COMPANY_CONNECTED_PARTNER_CANNOT_BE_SCHEDULED", 409, "국세청에 연동된 파트너의 이 수정은 예약할 수 없어요. 연동을 해제해 주세요.")]
internal sealed record PlatformMemberCompanyConnectedPartnerCannotBeScheduledError : ApiError;

[ErrorType("PLATFORM_MEMBER_COMPANY_CONNECTED_PARTNER_TYPE_UNCHANGEABLE", 409, "국세청에 연동된 파트너의 유형은 바꿀 수 없어요. 연동을 해제한 뒤 바꾸고 다시 연동해 주세요.")]
internal sealed record PlatformMemberCompanyConnectedPartnerTypeUnchangeableError : ApiError;

[ErrorType("PLATFORM_MEMBER_COMPANY_CONNECTED_PARTNERS_CANNOT_BE_SCHEDULED", 409, "국세청에 연동된 파트너가 있어 이 수정을 예약할 수 없어요. 연동을 해제하거나 목록에서 빼 주세요.")]
internal sealed record PlatformMemberCompanyConnectedPartnersCannotBeScheduledError : ApiError
{
    public required IReadOnlyList<string> Ids { get; init; }

    public required IReadOnlyList<string> GraphqlIds { get; init; }
}

[ErrorType("PLATFORM_MEMBER_COMPANY_NOT_CONNECTABLE_STATUS", 400, "지금은 국세청 연동을 할 수 없는 상태예요. 연동 상태를 확인해 주세요.")]
internal sealed record PlatformMemberCompanyNotConnectableStatusError : ApiError;

[ErrorType("PLATFORM_MEMBER_COMPANY_NOT_CONNECTED", 400, "국세청에 연동되지 않은 파트너예요. 먼저 국세청 연동을 해 주세요.")]
internal sealed record PlatformMemberCompanyNotConnectedError : ApiError;

[ErrorType("PLATFORM_ONGOING_TAX_INVOICE_EXISTS", 409, "진행 중인 세금계산서가 있어요. 세금계산서를 끝내거나 취소한 뒤 다시 시도해 주세요.")]
internal sealed record PlatformOngoingTaxInvoiceExistsError : ApiError;

[ErrorType("PLATFORM_PARTNER_ID_ALREADY_EXISTS", 409, "이미 쓰고 있는 파트너 아이디예요. 다른 아이디를 쓰거나 있는 파트너를 고쳐 주세요.")]
internal sealed record PlatformPartnerIdAlreadyExistsError : ApiError;

[ErrorType("PLATFORM_PARTNER_IDS_ALREADY_EXISTS", 409, "이미 쓰고 있는 파트너 아이디가 있어요. ids의 아이디를 바꿔 주세요.")]
internal sealed record PlatformPartnerIdsAlreadyExistError : ApiError
{
    public required IReadOnlyList<string> Ids { get; init; }

    public required IReadOnlyList<string> GraphqlIds { get; init; }
}

[ErrorType("PLATFORM_PARTNER_IDS_DUPLICATED", 400, "같은 파트너 아이디를 두 번 적었어요. ids의 아이디를 확인해 주세요.")]
internal sealed record PlatformPartnerIdsDuplicatedError : ApiError
{
    public required IReadOnlyList<string> Ids { get; init; }

    public required IReadOnlyList<string> GraphqlIds { get; init; }
}

[ErrorType("PLATFORM_PARTNER_NOT_FOUND", 404, "파트너를 찾을 수 없어요. 파트너 아이디를 확인해 주세요.")]
internal sealed record PlatformPartnerNotFoundError : ApiError;

[ErrorType("PLATFORM_PARTNER_PENDING_NTS_OPERATION", 409, "파트너의 국세청 연동이나 해제를 처리하고 있어요. 끝난 뒤 다시 시도해 주세요.")]
internal sealed record PlatformPartnerPendingNtsOperationError : ApiError;

[ErrorType("PLATFORM_PARTNER_SCHEDULE_ALREADY_EXISTS", 409, "이 파트너에는 예약된 수정이 이미 있어요. 예약을 바꾸거나 취소해 주세요.")]
internal sealed record PlatformPartnerScheduleAlreadyExistsError : ApiError;

[ErrorType("PLATFORM_PARTNER_SCHEDULE_EXISTS", 409, "파트너에 예약된 수정이 있어요. 예약을 먼저 취소해 주세요.")]
internal sealed record PlatformPartnerScheduleExistsError : ApiError;

[ErrorType("PLATFORM_PARTNER_SCHEDULES_ALREADY_EXIST", 409, "예약된 수정이 이미 있는 파트너가 있어요. ids의 예약을 먼저 취소해 주세요.")]
internal sealed record PlatformPartnerSchedulesAlreadyExistError : ApiError
{
    public required IReadOnlyList<string> Ids { get; init; }

    public required IReadOnlyList<string> GraphqlIds { get; init; }
}

[ErrorType("PLATFORM_PARTNER_TAXATION_TYPE_IS_SIMPLE", 400, "세금계산서를 발행하지 않는 간이과세자는 국세청에 연동할 수 없어요.")]
internal sealed record PlatformPartnerTaxationTypeIsSimpleError : ApiError;

[ErrorType("PLATFORM_PARTNER_TYPE_IS_NOT_BUSINESS", 400, "사업자 파트너만 국세청에 연동할 수 있어요. 파트너 유형을 확인해 주세요.")]
internal sealed record PlatformPartnerTypeIsNotBusinessError : ApiError;

[ErrorType("PLATFORM_TARGET_PARTNER_NOT_FOUND", 404, "처리할 파트너가 없어요. 조건에 맞는 파트너가 있는지 확인해 주세요.")]
internal sealed record PlatformTargetPartnerNotFoundError : ApiError;
