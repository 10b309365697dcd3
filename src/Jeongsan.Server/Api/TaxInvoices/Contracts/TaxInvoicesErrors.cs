namespace Jeongsan.Server.Api.Contracts;

[ErrorType("B2B_CANNOT_CHANGE_TAX_TYPE", 400, "")]
internal sealed record B2BCannotChangeTaxTypeError : ApiError;

[ErrorType("B2B_TAX_INVOICE_STATUS_NOT_SENDING_COMPLETED", 400, "")]
internal sealed record B2BTaxInvoiceStatusNotSendingCompletedError : ApiError;

[ErrorType("B2B_BULK_TAX_INVOICE_NOT_FOUND", 404, "")]
internal sealed record B2bBulkTaxInvoiceNotFoundError : ApiError;

[ErrorType("B2B_DOCUMENT_KEY_CANNOT_BE_CHANGED", 400, "")]
internal sealed record B2bDocumentKeyCannotBeChangedError : ApiError;

[ErrorType("B2B_EXTERNAL_SERVICE", 502, "")]
internal sealed record B2bExternalServiceError : ApiError;

[ErrorType("B2B_FILE_NOT_FOUND", 404, "")]
internal sealed record B2bFileNotFoundError : ApiError;

[ErrorType("B2B_ID_ALREADY_EXISTS", 409, "")]
internal sealed record B2bIdAlreadyExistsError : ApiError;

[ErrorType("B2B_ISSUANCE_TYPE_MISMATCH", 400, "")]
internal sealed record B2bIssuanceTypeMismatchError : ApiError;

[ErrorType("B2B_MODIFICATION_NOT_PROVIDED", 400, "")]
internal sealed record B2bModificationNotProvidedError : ApiError;

[ErrorType("B2B_NOT_ENABLED", 403, "")]
internal sealed record B2bNotEnabledError : ApiError;

[ErrorType("B2B_ORIGINAL_TAX_INVOICE_NOT_FOUND", 404, "")]
internal sealed record B2bOriginalTaxInvoiceNotFoundError : ApiError;

[ErrorType("B2B_RECIPIENT_NOT_FOUND", 404, "")]
internal sealed record B2bRecipientNotFoundError : ApiError
{
    public string? Brn { get; init; }

    public string? CounterpartyId { get; init; }
}

[ErrorType("B2B_SUPPLIER_NOT_FOUND", 404, "")]
internal sealed record B2bSupplierNotFoundError : ApiError
{
    public string? Brn { get; init; }

    public string? CounterpartyId { get; init; }
}

[ErrorType("B2B_TAX_INVOICE_ATTACHMENT_NOT_FOUND", 404, "")]
internal sealed record B2bTaxInvoiceAttachmentNotFoundError : ApiError;

[ErrorType("B2B_TAX_INVOICE_NO_RECIPIENT_DOCUMENT_KEY", 400, "")]
internal sealed record B2bTaxInvoiceNoRecipientDocumentKeyError : ApiError;

[ErrorType("B2B_TAX_INVOICE_NO_SUPPLIER_DOCUMENT_KEY", 400, "")]
internal sealed record B2bTaxInvoiceNoSupplierDocumentKeyError : ApiError;

[ErrorType("B2B_TAX_INVOICE_NON_DELETABLE_STATUS", 400, "")]
internal sealed record B2bTaxInvoiceNonDeletableStatusError : ApiError;

[ErrorType("B2B_TAX_INVOICE_NOT_DRAFTED_STATUS", 400, "")]
internal sealed record B2bTaxInvoiceNotDraftedStatusError : ApiError;

[ErrorType("B2B_TAX_INVOICE_NOT_FOUND", 404, "")]
internal sealed record B2bTaxInvoiceNotFoundError : ApiError;

[ErrorType("B2B_TAX_INVOICE_NOT_ISSUED_STATUS", 400, "")]
internal sealed record B2bTaxInvoiceNotIssuedStatusError : ApiError;

[ErrorType("B2B_TAX_INVOICE_NOT_REQUESTED_STATUS", 400, "")]
internal sealed record B2bTaxInvoiceNotRequestedStatusError : ApiError;

[ErrorType("B2B_TAX_INVOICE_RECIPIENT_DOCUMENT_KEY_ALREADY_USED", 400, "")]
internal sealed record B2bTaxInvoiceRecipientDocumentKeyAlreadyUsedError : ApiError;

[ErrorType("B2B_TAX_INVOICE_SUPPLIER_DOCUMENT_KEY_ALREADY_USED", 400, "")]
internal sealed record B2bTaxInvoiceSupplierDocumentKeyAlreadyUsedError : ApiError;
