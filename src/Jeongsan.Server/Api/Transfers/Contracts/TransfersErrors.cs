namespace Jeongsan.Server.Api.Contracts;

[ErrorType("PLATFORM_ADDITIONAL_FEE_POLICIES_NOT_FOUND", 404, "")]
internal sealed record PlatformAdditionalFeePoliciesNotFoundError : ApiError
{
    public required IReadOnlyList<string> Ids { get; init; }

    public required IReadOnlyList<string> GraphqlIds { get; init; }
}

[ErrorType("PLATFORM_ADDITIONAL_FIXED_AMOUNT_FEE_CURRENCY_AND_SETTLEMENT_CURRENCY_MISMATCHED", 400, "")]
internal sealed record PlatformAdditionalFixedAmountFeeCurrencyAndSettlementCurrencyMismatchedError : ApiError
{
    public required string Id { get; init; }

    public required string GraphqlId { get; init; }

    public required CurrencyCode FeeCurrency { get; init; }

    public required CurrencyCode SettlementCurrency { get; init; }
}

[ErrorType("PLATFORM_CANCEL_ORDER_TRANSFERS_EXISTS", 400, "")]
internal sealed record PlatformCancelOrderTransfersExistsError : ApiError;

[ErrorType("PLATFORM_CANCELLABLE_AMOUNT_EXCEEDED", 400, "")]
internal sealed record PlatformCancellableAmountExceededError : ApiError
{
    public required long CancellableAmount { get; init; }

    public required long RequestAmount { get; init; }

    public required PlatformCancellableAmountType AmountType { get; init; }
}

[ErrorType("PLATFORM_CANCELLABLE_DISCOUNT_AMOUNT_EXCEEDED", 400, "")]
internal sealed record PlatformCancellableDiscountAmountExceededError : ApiError
{
    public required string DiscountSharePolicyId { get; init; }

    public required string DiscountSharePolicyGraphqlId { get; init; }

    public required long CancellableAmount { get; init; }

    public required long RequestAmount { get; init; }

    public string? ProductId { get; init; }
}

[ErrorType("PLATFORM_CANCELLABLE_DISCOUNT_TAX_FREE_AMOUNT_EXCEEDED", 400, "")]
internal sealed record PlatformCancellableDiscountTaxFreeAmountExceededError : ApiError
{
    public required string DiscountSharePolicyId { get; init; }

    public required string DiscountSharePolicyGraphqlId { get; init; }

    public required long CancellableAmount { get; init; }

    public required long RequestAmount { get; init; }

    public string? ProductId { get; init; }
}

[ErrorType("PLATFORM_CANCELLABLE_PRODUCT_QUANTITY_EXCEEDED", 400, "")]
internal sealed record PlatformCancellableProductQuantityExceededError : ApiError
{
    public required string ProductId { get; init; }

    public required long CancellableQuantity { get; init; }
}

[ErrorType("PLATFORM_CANCELLATION_AND_PAYMENT_TYPE_MISMATCHED", 400, "")]
internal sealed record PlatformCancellationAndPaymentTypeMismatchedError : ApiError;

[ErrorType("PLATFORM_CANCELLATION_NOT_FOUND", 404, "")]
internal sealed record PlatformCancellationNotFoundError : ApiError;

[ErrorType("PLATFORM_CANNOT_SPECIFY_TRANSFER", 400, "")]
internal sealed record PlatformCannotSpecifyTransferError : ApiError;

[ErrorType("PLATFORM_CONTRACT_PLATFORM_FIXED_AMOUNT_FEE_CURRENCY_AND_SETTLEMENT_CURRENCY_MISMATCHED", 400, "")]
internal sealed record PlatformContractPlatformFixedAmountFeeCurrencyAndSettlementCurrencyMismatchedError : ApiError
{
    public required string Id { get; init; }

    public required string GraphqlId { get; init; }

    public required CurrencyCode FeeCurrency { get; init; }

    public required CurrencyCode SettlementCurrency { get; init; }
}

[ErrorType("PLATFORM_DISCOUNT_SHARE_POLICIES_NOT_FOUND", 404, "")]
internal sealed record PlatformDiscountSharePoliciesNotFoundError : ApiError
{
    public required IReadOnlyList<string> Ids { get; init; }

    public required IReadOnlyList<string> GraphqlIds { get; init; }
}

[ErrorType("PLATFORM_DISCOUNT_SHARE_POLICY_ID_DUPLICATED", 400, "")]
internal sealed record PlatformDiscountSharePolicyIdDuplicatedError : ApiError
{
    public required string Id { get; init; }

    public required string GraphqlId { get; init; }
}

[ErrorType("PLATFORM_NEGATIVE_AMOUNT_NOT_ALLOWED", 400, "")]
internal sealed record PlatformNegativeAmountNotAllowedError : ApiError;

[ErrorType("PLATFORM_ORDER_DETAIL_MISMATCHED", 400, "")]
internal sealed record PlatformOrderDetailMismatchedError : ApiError;

[ErrorType("PLATFORM_ORDER_TRANSFER_ALREADY_CANCELLED", 400, "")]
internal sealed record PlatformOrderTransferAlreadyCancelledError : ApiError;

[ErrorType("PLATFORM_PAYMENT_NOT_FOUND", 404, "")]
internal sealed record PlatformPaymentNotFoundError : ApiError;

[ErrorType("PLATFORM_PRODUCT_ID_DUPLICATED", 400, "")]
internal sealed record PlatformProductIdDuplicatedError : ApiError
{
    public required string Id { get; init; }
}

[ErrorType("PLATFORM_PRODUCT_ID_NOT_FOUND", 404, "")]
internal sealed record PlatformProductIdNotFoundError : ApiError
{
    public required string Id { get; init; }
}

[ErrorType("PLATFORM_SETTLEMENT_AMOUNT_EXCEEDED", 400, "")]
internal sealed record PlatformSettlementAmountExceededError : ApiError
{
    public string? ProductId { get; init; }

    public required long RequestedAmount { get; init; }

    public required long AllowedAmount { get; init; }
}

[ErrorType("PLATFORM_SETTLEMENT_CANCEL_AMOUNT_EXCEEDED_PORT_ONE_CANCEL", 400, "")]
internal sealed record PlatformSettlementCancelAmountExceededPortOneCancelError : ApiError
{
    public required long RegisteredSettlementCancelAmount { get; init; }

    public required long RequestSettlementCancelAmount { get; init; }

    public required long PortOneCancelAmount { get; init; }

    public required PlatformPortOnePaymentCancelAmountType AmountType { get; init; }
}

[ErrorType("PLATFORM_SETTLEMENT_DATE_EARLIER_THAN_SETTLEMENT_START_DATE", 400, "")]
internal sealed record PlatformSettlementDateEarlierThanSettlementStartDateError : ApiError
{
    public required DateOnly SettlementStartDate { get; init; }

    public required DateOnly SettlementDate { get; init; }
}

[ErrorType("PLATFORM_SETTLEMENT_PARAMETER_NOT_FOUND", 404, "")]
internal sealed record PlatformSettlementParameterNotFoundError : ApiError;

[ErrorType("PLATFORM_SETTLEMENT_PAYMENT_AMOUNT_EXCEEDED_PORT_ONE_PAYMENT", 400, "")]
internal sealed record PlatformSettlementPaymentAmountExceededPortOnePaymentError : ApiError
{
    public required long RegisteredSettlementPaymentAmount { get; init; }

    public required long RequestSettlementPaymentAmount { get; init; }

    public required long PortOnePaymentAmount { get; init; }
}

[ErrorType("PLATFORM_SETTLEMENT_SUPPLY_WITH_VAT_AMOUNT_EXCEEDED_PORT_ONE_PAYMENT", 400, "")]
internal sealed record PlatformSettlementSupplyWithVatAmountExceededPortOnePaymentError : ApiError
{
    public required long RegisteredSettlementSupplyWithVatAmount { get; init; }

    public required long RequestSettlementSupplyWithVatAmount { get; init; }

    public required long PortOneSupplyWithVatAmount { get; init; }
}

[ErrorType("PLATFORM_SETTLEMENT_TAX_FREE_AMOUNT_EXCEEDED_PORT_ONE_PAYMENT", 400, "")]
internal sealed record PlatformSettlementTaxFreeAmountExceededPortOnePaymentError : ApiError
{
    public required long RegisteredSettlementTaxFreeAmount { get; init; }

    public required long RequestSettlementTaxFreeAmount { get; init; }

    public required long PortOneTaxFreeAmount { get; init; }
}

[ErrorType("PLATFORM_TRANSFER_ALREADY_EXISTS", 409, "")]
internal sealed record PlatformTransferAlreadyExistsError : ApiError
{
    public required string TransferId { get; init; }

    public required string TransferGraphqlId { get; init; }
}

[ErrorType("PLATFORM_TRANSFER_DISCOUNT_SHARE_POLICY_NOT_FOUND", 404, "")]
internal sealed record PlatformTransferDiscountSharePolicyNotFoundError : ApiError
{
    public required string DiscountSharePolicyId { get; init; }

    public required string DiscountSharePolicyGraphqlId { get; init; }

    public string? ProductId { get; init; }
}

[ErrorType("PLATFORM_TRANSFER_ID_ALREADY_USED", 409, "")]
internal sealed record PlatformTransferIdAlreadyUsedError : ApiError;

[ErrorType("PLATFORM_TRANSFER_NON_DELETABLE_STATUS", 400, "")]
internal sealed record PlatformTransferNonDeletableStatusError : ApiError;

[ErrorType("PLATFORM_TRANSFER_NOT_FOUND", 404, "")]
internal sealed record PlatformTransferNotFoundError : ApiError;
