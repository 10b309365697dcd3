using Jeongsan.Server.Api.Privacy;

namespace Jeongsan.Server.Api.Contracts;

[OneOf(
    typeof(B2bExternalServiceError),
    typeof(B2bFileNotFoundError),
    typeof(B2bNotEnabledError),
    typeof(B2bTaxInvoiceNotDraftedStatusError),
    typeof(B2bTaxInvoiceNotFoundError),
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(UnauthorizedError))]
internal sealed class AttachB2bTaxInvoiceFileError;

[OneOf(
    typeof(PartnerNotToldError),
    typeof(B2bExternalServiceError),
    typeof(B2bNotEnabledError),
    typeof(B2bTaxInvoiceNotFoundError),
    typeof(B2bTaxInvoiceNotIssuedStatusError),
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(UnauthorizedError))]
internal sealed class CancelB2bTaxInvoiceIssuanceError;

[OneOf(
    typeof(PartnerNotToldError),
    typeof(B2bExternalServiceError),
    typeof(B2bNotEnabledError),
    typeof(B2bTaxInvoiceNoRecipientDocumentKeyError),
    typeof(B2bTaxInvoiceNotFoundError),
    typeof(B2bTaxInvoiceNotRequestedStatusError),
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(UnauthorizedError))]
internal sealed class CancelB2bTaxInvoiceRequestError;

[OneOf(
    typeof(B2bExternalServiceError),
    typeof(B2bNotEnabledError),
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(UnauthorizedError))]
internal sealed class CreateB2bFileUploadUrlError;

[OneOf(
    typeof(B2bExternalServiceError),
    typeof(B2bNotEnabledError),
    typeof(B2bTaxInvoiceAttachmentNotFoundError),
    typeof(B2bTaxInvoiceNotDraftedStatusError),
    typeof(B2bTaxInvoiceNotFoundError),
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(UnauthorizedError))]
internal sealed class DeleteB2bTaxInvoiceAttachmentError;

[OneOf(
    typeof(B2bBulkTaxInvoiceNotFoundError),
    typeof(B2bExternalServiceError),
    typeof(B2bNotEnabledError),
    typeof(B2bTaxInvoiceNonDeletableStatusError),
    typeof(B2bTaxInvoiceNotFoundError),
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(UnauthorizedError))]
internal sealed class DeleteB2bTaxInvoiceError;

[OneOf(
    typeof(InvalidRequestError),
    typeof(UnauthorizedError))]
internal sealed class DownloadB2bTaxInvoicesSheetError;

[OneOf(
    typeof(B2BCannotChangeTaxTypeError),
    typeof(B2BTaxInvoiceStatusNotSendingCompletedError),
    typeof(B2bCounterpartyNotFoundError),
    typeof(B2bCounterpartyNtsNotConnectedError),
    typeof(B2bExternalServiceError),
    typeof(B2bIdAlreadyExistsError),
    typeof(B2bIssuanceTypeMismatchError),
    typeof(B2bModificationNotProvidedError),
    typeof(B2bNotEnabledError),
    typeof(B2bOriginalTaxInvoiceNotFoundError),
    typeof(B2bRecipientNotFoundError),
    typeof(B2bSupplierNotFoundError),
    typeof(B2bTaxInvoiceNotFoundError),
    typeof(B2bTaxInvoiceRecipientDocumentKeyAlreadyUsedError),
    typeof(B2bTaxInvoiceSupplierDocumentKeyAlreadyUsedError),
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(UnauthorizedError))]
internal sealed class DraftB2bTaxInvoiceError;

[OneOf(
    typeof(B2bBulkTaxInvoiceNotFoundError),
    typeof(B2bExternalServiceError),
    typeof(B2bNotEnabledError),
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(UnauthorizedError))]
internal sealed class GetB2bBulkTaxInvoiceError;

[OneOf(
    typeof(B2bExternalServiceError),
    typeof(B2bNotEnabledError),
    typeof(B2bTaxInvoiceNotFoundError),
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(UnauthorizedError))]
internal sealed class GetB2bTaxInvoiceAttachmentsError;

[OneOf(
    typeof(B2bExternalServiceError),
    typeof(B2bNotEnabledError),
    typeof(B2bTaxInvoiceNotFoundError),
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(UnauthorizedError))]
internal sealed class GetB2bTaxInvoiceError;

[OneOf(
    typeof(B2bExternalServiceError),
    typeof(B2bNotEnabledError),
    typeof(B2bTaxInvoiceNotFoundError),
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(UnauthorizedError))]
internal sealed class GetB2bTaxInvoicePdfDownloadUrlError;

[OneOf(
    typeof(B2bExternalServiceError),
    typeof(B2bNotEnabledError),
    typeof(B2bTaxInvoiceNotFoundError),
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(UnauthorizedError))]
internal sealed class GetB2bTaxInvoicePopupUrlError;

[OneOf(
    typeof(B2bExternalServiceError),
    typeof(B2bNotEnabledError),
    typeof(B2bTaxInvoiceNotFoundError),
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(UnauthorizedError))]
internal sealed class GetB2bTaxInvoicePrintUrlError;

[OneOf(
    typeof(B2bExternalServiceError),
    typeof(B2bNotEnabledError),
    typeof(B2bTaxInvoiceNotFoundError),
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(UnauthorizedError))]
internal sealed class GetB2bTaxInvoicesError;

[OneOf(
    typeof(B2bExternalServiceError),
    typeof(B2bNotEnabledError),
    typeof(B2bTaxInvoiceNoSupplierDocumentKeyError),
    typeof(B2bTaxInvoiceNotDraftedStatusError),
    typeof(B2bTaxInvoiceNotFoundError),
    typeof(B2bTaxInvoiceNotRequestedStatusError),
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(UnauthorizedError),
    typeof(PartnerNotToldError))]
internal sealed class IssueB2bTaxInvoiceError;

[OneOf(
    typeof(B2BCannotChangeTaxTypeError),
    typeof(B2BTaxInvoiceStatusNotSendingCompletedError),
    typeof(B2bCounterpartyNotFoundError),
    typeof(B2bCounterpartyNtsNotConnectedError),
    typeof(B2bExternalServiceError),
    typeof(B2bIdAlreadyExistsError),
    typeof(B2bIssuanceTypeMismatchError),
    typeof(B2bModificationNotProvidedError),
    typeof(B2bNotEnabledError),
    typeof(B2bOriginalTaxInvoiceNotFoundError),
    typeof(B2bRecipientNotFoundError),
    typeof(B2bSupplierNotFoundError),
    typeof(B2bTaxInvoiceNotFoundError),
    typeof(B2bTaxInvoiceRecipientDocumentKeyAlreadyUsedError),
    typeof(B2bTaxInvoiceSupplierDocumentKeyAlreadyUsedError),
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(UnauthorizedError),
    typeof(PartnerNotToldError))]
internal sealed class IssueB2bTaxInvoiceImmediatelyError;

[OneOf(
    typeof(B2bExternalServiceError),
    typeof(B2bNotEnabledError),
    typeof(B2bTaxInvoiceNoSupplierDocumentKeyError),
    typeof(B2bTaxInvoiceNotFoundError),
    typeof(B2bTaxInvoiceNotRequestedStatusError),
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(UnauthorizedError),
    typeof(PartnerNotToldError))]
internal sealed class RefuseB2bTaxInvoiceRequestError;

[OneOf(
    typeof(PartnerNotToldError),
    typeof(B2BCannotChangeTaxTypeError),
    typeof(B2BTaxInvoiceStatusNotSendingCompletedError),
    typeof(B2bCounterpartyNotFoundError),
    typeof(B2bCounterpartyNtsNotConnectedError),
    typeof(B2bExternalServiceError),
    typeof(B2bIdAlreadyExistsError),
    typeof(B2bIssuanceTypeMismatchError),
    typeof(B2bModificationNotProvidedError),
    typeof(B2bNotEnabledError),
    typeof(B2bOriginalTaxInvoiceNotFoundError),
    typeof(B2bRecipientNotFoundError),
    typeof(B2bSupplierNotFoundError),
    typeof(B2bTaxInvoiceNotFoundError),
    typeof(B2bTaxInvoiceRecipientDocumentKeyAlreadyUsedError),
    typeof(B2bTaxInvoiceSupplierDocumentKeyAlreadyUsedError),
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(UnauthorizedError))]
internal sealed class RequestB2bTaxInvoiceReverseIssuanceError;

[OneOf(
    typeof(PartnerNotToldError),
    typeof(B2bExternalServiceError),
    typeof(B2bNotEnabledError),
    typeof(B2bTaxInvoiceNotFoundError),
    typeof(B2bTaxInvoiceNotIssuedStatusError),
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(UnauthorizedError))]
internal sealed class SendToNtsB2bTaxInvoiceError;

[OneOf(
    typeof(B2BCannotChangeTaxTypeError),
    typeof(B2BTaxInvoiceStatusNotSendingCompletedError),
    typeof(B2bCounterpartyNotFoundError),
    typeof(B2bCounterpartyNtsNotConnectedError),
    typeof(B2bDocumentKeyCannotBeChangedError),
    typeof(B2bExternalServiceError),
    typeof(B2bIdAlreadyExistsError),
    typeof(B2bIssuanceTypeMismatchError),
    typeof(B2bModificationNotProvidedError),
    typeof(B2bNotEnabledError),
    typeof(B2bOriginalTaxInvoiceNotFoundError),
    typeof(B2bRecipientNotFoundError),
    typeof(B2bSupplierNotFoundError),
    typeof(B2bTaxInvoiceNotDraftedStatusError),
    typeof(B2bTaxInvoiceNotFoundError),
    typeof(B2bTaxInvoiceRecipientDocumentKeyAlreadyUsedError),
    typeof(B2bTaxInvoiceSupplierDocumentKeyAlreadyUsedError),
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(UnauthorizedError))]
internal sealed class UpdateB2bTaxInvoiceDraftError;

[OneOf(
    typeof(PartnerNotToldError),
    typeof(B2BCannotChangeTaxTypeError),
    typeof(B2BTaxInvoiceStatusNotSendingCompletedError),
    typeof(B2bExternalServiceError),
    typeof(B2bIssuanceTypeMismatchError),
    typeof(B2bModificationNotProvidedError),
    typeof(B2bNotEnabledError),
    typeof(B2bOriginalTaxInvoiceNotFoundError),
    typeof(B2bTaxInvoiceNoRecipientDocumentKeyError),
    typeof(B2bTaxInvoiceNotDraftedStatusError),
    typeof(B2bTaxInvoiceNotFoundError),
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(UnauthorizedError))]
internal sealed class RequestB2bTaxInvoiceError;
