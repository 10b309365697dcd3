namespace Jeongsan.Server.Api.Contracts;

[ErrorType("B2B_CANNOT_CHANGE_TAX_TYPE", 400, "과세 유형은 바꿀 수 없어요. 원본과 같은 과세 유형으로 보내 주세요.")]
internal sealed record B2BCannotChangeTaxTypeError : ApiError;

[ErrorType("B2B_TAX_INVOICE_STATUS_NOT_SENDING_COMPLETED", 400, "국세청 전송이 끝난 세금계산서만 수정 발행할 수 있어요. 전송이 끝난 뒤 다시 시도해 주세요.")]
internal sealed record B2BTaxInvoiceStatusNotSendingCompletedError : ApiError;

[ErrorType("B2B_BULK_TAX_INVOICE_NOT_FOUND", 404, "일괄 세금계산서를 찾을 수 없어요. 아이디를 확인해 주세요.")]
internal sealed record B2bBulkTaxInvoiceNotFoundError : ApiError;

[ErrorType("B2B_DOCUMENT_KEY_CANNOT_BE_CHANGED", 400, "문서번호는 바꿀 수 없어요. 처음 저장한 문서번호를 그대로 보내 주세요.")]
internal sealed record B2bDocumentKeyCannotBeChangedError : ApiError;

[ErrorType("B2B_EXTERNAL_SERVICE", 502, "전자세금계산서 발행 서비스가 응답하지 않아요. 잠시 뒤 같은 요청을 다시 보내 주세요.")]
internal sealed record B2bExternalServiceError : ApiError;

[ErrorType("B2B_FILE_NOT_FOUND", 404, "올린 파일을 찾을 수 없어요. 파일을 다시 올린 뒤 첨부해 주세요.")]
internal sealed record B2bFileNotFoundError : ApiError;

[ErrorType("B2B_ID_ALREADY_EXISTS", 409, "이미 쓰고 있는 아이디예요. 다른 아이디를 써 주세요.")]
internal sealed record B2bIdAlreadyExistsError : ApiError;

[ErrorType("B2B_ISSUANCE_TYPE_MISMATCH", 400, "이 발행 유형의 세금계산서에는 할 수 없는 일이에요. 정발행인지 역발행인지 확인해 주세요.")]
internal sealed record B2bIssuanceTypeMismatchError : ApiError;

[ErrorType("B2B_MODIFICATION_NOT_PROVIDED", 400, "수정 세금계산서에는 수정 사유가 필요해요. modification을 채워 주세요.")]
internal sealed record B2bModificationNotProvidedError : ApiError;

[ErrorType("B2B_NOT_ENABLED", 403, "세금계산서 기능이 꺼져 있어요. 설정에서 켜 주세요.")]
internal sealed record B2bNotEnabledError : ApiError;

[ErrorType("B2B_ORIGINAL_TAX_INVOICE_NOT_FOUND", 404, "원본 세금계산서를 찾을 수 없어요. 원본의 국세청 승인번호를 확인해 주세요.")]
internal sealed record B2bOriginalTaxInvoiceNotFoundError : ApiError;

[ErrorType("B2B_RECIPIENT_NOT_FOUND", 404, "공급받는자를 찾을 수 없어요. 자사 사업자 정보를 확인해 주세요.")]
internal sealed record B2bRecipientNotFoundError : ApiError
{
    public string? Brn { get; init; }

    public string? CounterpartyId { get; init; }
}

[ErrorType("B2B_SUPPLIER_NOT_FOUND", 404, "공급자를 찾을 수 없어요. 파트너나 거래처의 사업자등록번호를 확인해 주세요.")]
internal sealed record B2bSupplierNotFoundError : ApiError
{
    public string? Brn { get; init; }

    public string? CounterpartyId { get; init; }
}

[ErrorType("B2B_TAX_INVOICE_ATTACHMENT_NOT_FOUND", 404, "첨부 파일을 찾을 수 없어요. 첨부 파일 아이디를 확인해 주세요.")]
internal sealed record B2bTaxInvoiceAttachmentNotFoundError : ApiError;

[ErrorType("B2B_TAX_INVOICE_NO_RECIPIENT_DOCUMENT_KEY", 400, "공급받는자 문서번호가 없는 세금계산서예요. 문서번호를 넣은 뒤 다시 시도해 주세요.")]
internal sealed record B2bTaxInvoiceNoRecipientDocumentKeyError : ApiError;

[ErrorType("B2B_TAX_INVOICE_NO_SUPPLIER_DOCUMENT_KEY", 400, "공급자 문서번호가 없는 세금계산서예요. 문서번호를 넣은 뒤 다시 시도해 주세요.")]
internal sealed record B2bTaxInvoiceNoSupplierDocumentKeyError : ApiError;

[ErrorType("B2B_TAX_INVOICE_NON_DELETABLE_STATUS", 400, "이 상태의 세금계산서는 지울 수 없어요. 임시저장, 거부, 취소, 실패 상태에서만 지울 수 있어요.")]
internal sealed record B2bTaxInvoiceNonDeletableStatusError : ApiError;

[ErrorType("B2B_TAX_INVOICE_NOT_DRAFTED_STATUS", 400, "임시저장 상태의 세금계산서만 할 수 있어요. 지금 상태를 확인해 주세요.")]
internal sealed record B2bTaxInvoiceNotDraftedStatusError : ApiError;

[ErrorType("B2B_TAX_INVOICE_NOT_FOUND", 404, "세금계산서를 찾을 수 없어요. 문서번호와 문서번호 종류를 확인해 주세요.")]
internal sealed record B2bTaxInvoiceNotFoundError : ApiError;

[ErrorType("B2B_TAX_INVOICE_NOT_ISSUED_STATUS", 400, "발행된 세금계산서만 할 수 있어요. 지금 상태를 확인해 주세요.")]
internal sealed record B2bTaxInvoiceNotIssuedStatusError : ApiError;

[ErrorType("B2B_TAX_INVOICE_NOT_REQUESTED_STATUS", 400, "발행을 요청한 상태의 세금계산서만 할 수 있어요. 지금 상태를 확인해 주세요.")]
internal sealed record B2bTaxInvoiceNotRequestedStatusError : ApiError;

[ErrorType("B2B_TAX_INVOICE_RECIPIENT_DOCUMENT_KEY_ALREADY_USED", 400, "이미 쓰고 있는 공급받는자 문서번호예요. 다른 문서번호를 써 주세요.")]
internal sealed record B2bTaxInvoiceRecipientDocumentKeyAlreadyUsedError : ApiError;

[ErrorType("B2B_TAX_INVOICE_SUPPLIER_DOCUMENT_KEY_ALREADY_USED", 400, "이미 쓰고 있는 공급자 문서번호예요. 다른 문서번호를 써 주세요.")]
internal sealed record B2bTaxInvoiceSupplierDocumentKeyAlreadyUsedError : ApiError;
