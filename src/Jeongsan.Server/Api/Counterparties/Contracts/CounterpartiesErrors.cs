namespace Jeongsan.Server.Api.Contracts;

[ErrorType("B2B_CERTIFICATE_UNREGISTERED", 404, "등록된 인증서가 없어요. 공급자가 공동인증서를 먼저 등록해야 해요.")]
internal sealed record B2bCertificateUnregisteredError : ApiError;

[ErrorType("B2B_COUNTERPARTY_BRN_INVALID", 400, "사업자등록번호가 올바르지 않아요. 10자리 숫자를 확인해 주세요.")]
internal sealed record B2bCounterpartyBrnInvalidError : ApiError;

[ErrorType("B2B_COUNTERPARTY_BRN_MODIFICATION_NOT_ALLOWED", 400, "거래처의 사업자등록번호는 바꿀 수 없어요. 번호가 바뀌었다면 새 거래처로 등록해 주세요.")]
internal sealed record B2bCounterpartyBrnModificationNotAllowedError : ApiError;

[ErrorType("B2B_COUNTERPARTY_ID_ALREADY_EXISTS_BY_PARTNER", 409, "파트너 연동으로 만든 거래처가 이미 쓰고 있는 아이디예요. 다른 아이디를 써 주세요.")]
internal sealed record B2bCounterpartyIdAlreadyExistsByPartnerError : ApiError;

[ErrorType("B2B_COUNTERPARTY_ID_ALREADY_EXISTS", 409, "이미 쓰고 있는 거래처 아이디예요. 다른 아이디를 써 주세요.")]
internal sealed record B2bCounterpartyIdAlreadyExistsError : ApiError;

[ErrorType("B2B_COUNTERPARTY_MISSING_REQUIRED_FIELDS", 400, "거래처에 필요한 항목이 비어 있어요. 상호, 대표자, 담당자 이름과 이메일을 채워 주세요.")]
internal sealed record B2bCounterpartyMissingRequiredFieldsError : ApiError;

[ErrorType("B2B_COUNTERPARTY_NOT_FOUND", 404, "거래처를 찾을 수 없어요. 아이디나 사업자등록번호를 확인해 주세요.")]
internal sealed record B2bCounterpartyNotFoundError : ApiError
{
    public string? CounterpartyId { get; init; }
}

[ErrorType("B2B_COUNTERPARTY_NTS_CONNECTION_FAILED", 502, "국세청 연동에 실패했어요. 사업자 정보를 확인하고 잠시 뒤 다시 시도해 주세요.")]
internal sealed record B2bCounterpartyNtsConnectionFailedError : ApiError;

[ErrorType("B2B_COUNTERPARTY_NTS_NOT_CONNECTED", 400, "국세청에 연동되지 않은 거래처예요. 먼저 국세청 연동을 해 주세요.")]
internal sealed record B2bCounterpartyNtsNotConnectedError : ApiError
{
    public string? Brn { get; init; }

    public string? CounterpartyId { get; init; }
}

[ErrorType("B2B_COUNTERPARTY_ONGOING_TAX_INVOICE_EXISTS", 409, "진행 중인 세금계산서가 있어 거래처를 지울 수 없어요. 세금계산서를 끝내거나 취소한 뒤 지워 주세요.")]
internal sealed record B2bCounterpartyOngoingTaxInvoiceExistsError : ApiError;

[ErrorType("B2B_COUNTERPARTY_PARTNER_NOT_CONNECTABLE", 403, "파트너에서 온 거래처는 파트너 화면에서 연동해 주세요.")]
internal sealed record B2bCounterpartyPartnerNotConnectableError : ApiError;

[ErrorType("B2B_COUNTERPARTY_PARTNER_NOT_DELETABLE", 403, "파트너에서 온 거래처는 지울 수 없어요. 파트너의 연동을 해제하면 사라져요.")]
internal sealed record B2bCounterpartyPartnerNotDeletableError : ApiError;

[ErrorType("B2B_COUNTERPARTY_PARTNER_NOT_UPDATABLE", 403, "파트너에서 온 거래처는 직접 고칠 수 없어요. 파트너 정보를 고쳐 주세요.")]
internal sealed record B2bCounterpartyPartnerNotUpdatableError : ApiError;

[ErrorType("B2B_COUNTERPARTY_SELF_ORIGIN_BRN_MISMATCH", 400, "자사 사업자등록번호로는 거래처를 만들 수 없어요. 거래처의 번호를 확인해 주세요.")]
internal sealed record B2bCounterpartySelfOriginBrnMismatchError : ApiError;

[ErrorType("B2B_COUNTERPARTY_TOO_MANY_ADDITIONAL_CONTACTS", 400, "추가 담당자가 너무 많아요. 다섯 명까지 등록할 수 있어요.")]
internal sealed record B2bCounterpartyTooManyAdditionalContactsError : ApiError;

[ErrorType("B2B_COUNTERPARTY_VERIFICATION_BRN_MISMATCH", 400, "조회한 사업자등록번호와 입력한 번호가 달라요. 다시 조회해 주세요.")]
internal sealed record B2bCounterpartyVerificationBrnMismatchError : ApiError;

[ErrorType("B2B_COUNTERPARTY_VERIFICATION_INVALID", 400, "사업자 조회 결과를 더는 쓸 수 없어요. 다시 조회해 주세요.")]
internal sealed record B2bCounterpartyVerificationInvalidError : ApiError;

[ErrorType("B2B_COUNTERPARTY_VERIFICATION_NOT_FOUND", 404, "사업자 조회 결과를 찾을 수 없어요. 다시 조회해 주세요.")]
internal sealed record B2bCounterpartyVerificationNotFoundError : ApiError;

[ErrorType("B2B_COUNTERPARTY_VERIFICATION_TYPE_MISMATCH", 400, "다른 종류의 조회 결과예요. 사업자 정보 조회와 휴폐업 조회의 결과 아이디를 구분해 보내 주세요.")]
internal sealed record B2bCounterpartyVerificationTypeMismatchError : ApiError;
