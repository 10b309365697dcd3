namespace Jeongsan.Server.Api.Contracts;

[OneOf(
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(PlatformCurrencyNotSupportedError),
    typeof(PlatformNegativeAmountNotAllowedError),
    typeof(PlatformNotEnabledError),
    typeof(PlatformPartnerNotFoundError),
    typeof(PlatformTransferIdAlreadyUsedError),
    typeof(PlatformUserDefinedPropertyNotFoundError),
    typeof(UnauthorizedError))]
internal sealed class CreatePlatformManualTransferError;

[OneOf(
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(PlatformCancellableAmountExceededError),
    typeof(PlatformCancellableDiscountAmountExceededError),
    typeof(PlatformCancellableDiscountTaxFreeAmountExceededError),
    typeof(PlatformCancellableProductQuantityExceededError),
    typeof(PlatformCancellationAndPaymentTypeMismatchedError),
    typeof(PlatformCancellationNotFoundError),
    typeof(PlatformCannotSpecifyTransferError),
    typeof(PlatformDiscountSharePolicyIdDuplicatedError),
    typeof(PlatformNotEnabledError),
    typeof(PlatformOrderDetailMismatchedError),
    typeof(PlatformOrderTransferAlreadyCancelledError),
    typeof(PlatformPaymentNotFoundError),
    typeof(PlatformProductIdDuplicatedError),
    typeof(PlatformProductIdNotFoundError),
    typeof(PlatformSettlementAmountExceededError),
    typeof(PlatformSettlementCancelAmountExceededPortOneCancelError),
    typeof(PlatformSettlementDateEarlierThanSettlementStartDateError),
    typeof(PlatformTransferAlreadyExistsError),
    typeof(PlatformTransferDiscountSharePolicyNotFoundError),
    typeof(PlatformTransferIdAlreadyUsedError),
    typeof(PlatformTransferNotFoundError),
    typeof(PlatformUserDefinedPropertyNotFoundError),
    typeof(UnauthorizedError))]
internal sealed class CreatePlatformOrderCancelTransferError;

[OneOf(
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(PlatformAdditionalFeePoliciesNotFoundError),
    typeof(PlatformAdditionalFixedAmountFeeCurrencyAndSettlementCurrencyMismatchedError),
    typeof(PlatformContractNotFoundError),
    typeof(PlatformContractPlatformFixedAmountFeeCurrencyAndSettlementCurrencyMismatchedError),
    typeof(PlatformCurrencyNotSupportedError),
    typeof(PlatformDiscountSharePoliciesNotFoundError),
    typeof(PlatformNotEnabledError),
    typeof(PlatformPartnerNotFoundError),
    typeof(PlatformPaymentNotFoundError),
    typeof(PlatformProductIdDuplicatedError),
    typeof(PlatformSettlementAmountExceededError),
    typeof(PlatformSettlementDateEarlierThanSettlementStartDateError),
    typeof(PlatformSettlementParameterNotFoundError),
    typeof(PlatformSettlementPaymentAmountExceededPortOnePaymentError),
    typeof(PlatformSettlementSupplyWithVatAmountExceededPortOnePaymentError),
    typeof(PlatformSettlementTaxFreeAmountExceededPortOnePaymentError),
    typeof(PlatformTransferAlreadyExistsError),
    typeof(PlatformTransferIdAlreadyUsedError),
    typeof(PlatformUserDefinedPropertyNotFoundError),
    typeof(UnauthorizedError))]
internal sealed class CreatePlatformOrderTransferError;

[OneOf(
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(PlatformCancelOrderTransfersExistsError),
    typeof(PlatformNotEnabledError),
    typeof(PlatformTransferNonDeletableStatusError),
    typeof(PlatformTransferNotFoundError),
    typeof(UnauthorizedError))]
internal sealed class DeletePlatformTransferError;

[OneOf(
    typeof(InvalidRequestError),
    typeof(UnauthorizedError))]
internal sealed class DownloadPlatformTransferSheetError;

[OneOf(
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(PlatformNotEnabledError),
    typeof(PlatformTransferNotFoundError),
    typeof(UnauthorizedError))]
internal sealed class GetPlatformTransferError;

[OneOf(
    typeof(ForbiddenError),
    typeof(InvalidRequestError),
    typeof(PlatformNotEnabledError),
    typeof(UnauthorizedError))]
internal sealed class GetPlatformTransferSummariesError;
