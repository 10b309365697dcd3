namespace Jeongsan.Server.Api.Contracts;

[ErrorType("PLATFORM_ADDITIONAL_FEE_POLICIES_NOT_FOUND", 404, "찾을 수 없는 추가 수수료 정책이 있어요. ids의 아이디를 확인해 주세요.")]
internal sealed record PlatformAdditionalFeePoliciesNotFoundError : ApiError
{
    public required IReadOnlyList<string> Ids { get; init; }

    public required IReadOnlyList<string> GraphqlIds { get; init; }
}

[ErrorType("PLATFORM_ADDITIONAL_FIXED_AMOUNT_FEE_CURRENCY_AND_SETTLEMENT_CURRENCY_MISMATCHED", 400, "정액 추가 수수료의 통화가 정산 통화와 달라요. 통화를 맞춰 주세요.")]
internal sealed record PlatformAdditionalFixedAmountFeeCurrencyAndSettlementCurrencyMismatchedError : ApiError
{
    public required string Id { get; init; }

    public required string GraphqlId { get; init; }

    public required CurrencyCode FeeCurrency { get; init; }

    public required CurrencyCode SettlementCurrency { get; init; }
}

[ErrorType("PLATFORM_CANCEL_ORDER_TRANSFERS_EXISTS", 400, "취소 정산건이 있는 주문 정산건이에요. 취소 정산건을 먼저 지워 주세요.")]
internal sealed record PlatformCancelOrderTransfersExistsError : ApiError;

[ErrorType("PLATFORM_CANCELLABLE_AMOUNT_EXCEEDED", 400, "취소할 수 있는 금액보다 많아요. cancellableAmount 이하로 요청해 주세요.")]
internal sealed record PlatformCancellableAmountExceededError : ApiError
{
    public required long CancellableAmount { get; init; }

    public required long RequestAmount { get; init; }

    public required PlatformCancellableAmountType AmountType { get; init; }
}

[ErrorType("PLATFORM_CANCELLABLE_DISCOUNT_AMOUNT_EXCEEDED", 400, "취소할 수 있는 할인 금액보다 많아요. cancellableAmount 이하로 요청해 주세요.")]
internal sealed record PlatformCancellableDiscountAmountExceededError : ApiError
{
    public required string DiscountSharePolicyId { get; init; }

    public required string DiscountSharePolicyGraphqlId { get; init; }

    public required long CancellableAmount { get; init; }

    public required long RequestAmount { get; init; }

    public string? ProductId { get; init; }
}

[ErrorType("PLATFORM_CANCELLABLE_DISCOUNT_TAX_FREE_AMOUNT_EXCEEDED", 400, "취소할 수 있는 면세 할인 금액보다 많아요. cancellableAmount 이하로 요청해 주세요.")]
internal sealed record PlatformCancellableDiscountTaxFreeAmountExceededError : ApiError
{
    public required string DiscountSharePolicyId { get; init; }

    public required string DiscountSharePolicyGraphqlId { get; init; }

    public required long CancellableAmount { get; init; }

    public required long RequestAmount { get; init; }

    public string? ProductId { get; init; }
}

[ErrorType("PLATFORM_CANCELLABLE_PRODUCT_QUANTITY_EXCEEDED", 400, "취소할 수 있는 상품 수량보다 많아요. cancellableQuantity 이하로 요청해 주세요.")]
internal sealed record PlatformCancellableProductQuantityExceededError : ApiError
{
    public required string ProductId { get; init; }

    public required long CancellableQuantity { get; init; }
}

[ErrorType("PLATFORM_CANCELLATION_AND_PAYMENT_TYPE_MISMATCHED", 400, "결제와 취소의 종류가 달라요. 주문을 등록할 때와 같은 종류의 취소 정보를 보내 주세요.")]
internal sealed record PlatformCancellationAndPaymentTypeMismatchedError : ApiError;

[ErrorType("PLATFORM_CANCELLATION_NOT_FOUND", 404, "취소 내역을 찾을 수 없어요. 취소 아이디를 확인해 주세요.")]
internal sealed record PlatformCancellationNotFoundError : ApiError;

[ErrorType("PLATFORM_CANNOT_SPECIFY_TRANSFER", 400, "어느 정산건인지 하나로 정할 수 없어요. transferId를 보내 주세요.")]
internal sealed record PlatformCannotSpecifyTransferError : ApiError;

[ErrorType("PLATFORM_CONTRACT_PLATFORM_FIXED_AMOUNT_FEE_CURRENCY_AND_SETTLEMENT_CURRENCY_MISMATCHED", 400, "계약의 정액 수수료 통화가 정산 통화와 달라요. 통화를 맞춰 주세요.")]
internal sealed record PlatformContractPlatformFixedAmountFeeCurrencyAndSettlementCurrencyMismatchedError : ApiError
{
    public required string Id { get; init; }

    public required string GraphqlId { get; init; }

    public required CurrencyCode FeeCurrency { get; init; }

    public required CurrencyCode SettlementCurrency { get; init; }
}

[ErrorType("PLATFORM_DISCOUNT_SHARE_POLICIES_NOT_FOUND", 404, "찾을 수 없는 할인 분담 정책이 있어요. ids의 아이디를 확인해 주세요.")]
internal sealed record PlatformDiscountSharePoliciesNotFoundError : ApiError
{
    public required IReadOnlyList<string> Ids { get; init; }

    public required IReadOnlyList<string> GraphqlIds { get; init; }
}

[ErrorType("PLATFORM_DISCOUNT_SHARE_POLICY_ID_DUPLICATED", 400, "같은 할인 분담 정책을 두 번 적었어요. 정책마다 한 번만 적어 주세요.")]
internal sealed record PlatformDiscountSharePolicyIdDuplicatedError : ApiError
{
    public required string Id { get; init; }

    public required string GraphqlId { get; init; }
}

[ErrorType("PLATFORM_NEGATIVE_AMOUNT_NOT_ALLOWED", 400, "수기 정산을 건별로 정산하는 설정에서는 음수 금액을 등록할 수 없어요. 금액이나 설정을 확인해 주세요.")]
internal sealed record PlatformNegativeAmountNotAllowedError : ApiError;

[ErrorType("PLATFORM_ORDER_DETAIL_MISMATCHED", 400, "주문을 등록한 방식과 취소하는 방식이 달라요. 금액으로 등록했으면 금액으로, 주문 항목으로 등록했으면 항목으로 취소해 주세요.")]
internal sealed record PlatformOrderDetailMismatchedError : ApiError;

[ErrorType("PLATFORM_ORDER_TRANSFER_ALREADY_CANCELLED", 400, "이미 모두 취소된 주문 정산건이에요.")]
internal sealed record PlatformOrderTransferAlreadyCancelledError : ApiError;

[ErrorType("PLATFORM_PAYMENT_NOT_FOUND", 404, "결제 내역을 찾을 수 없어요. 결제 아이디를 확인해 주세요.")]
internal sealed record PlatformPaymentNotFoundError : ApiError;

[ErrorType("PLATFORM_PRODUCT_ID_DUPLICATED", 400, "같은 상품 아이디를 두 번 적었어요. 상품마다 한 번만 적어 주세요.")]
internal sealed record PlatformProductIdDuplicatedError : ApiError
{
    public required string Id { get; init; }
}

[ErrorType("PLATFORM_PRODUCT_ID_NOT_FOUND", 404, "원래 주문에 없는 상품이에요. 상품 아이디를 확인해 주세요.")]
internal sealed record PlatformProductIdNotFoundError : ApiError
{
    public required string Id { get; init; }
}

[ErrorType("PLATFORM_SETTLEMENT_AMOUNT_EXCEEDED", 400, "정산할 수 있는 금액보다 많아요. allowedAmount 이하로 요청해 주세요.", FormerCodes = typeof(PlatformAmountExceededType))]
internal sealed record PlatformSettlementAmountExceededError : ApiError
{
    public string? ProductId { get; init; }

    public required long RequestedAmount { get; init; }

    public required long AllowedAmount { get; init; }

    /// <summary>Which limit: the member "type" is taken by the error's own name.</summary>
    public required PlatformAmountExceededType ExceededType { get; init; }
}

[ErrorType("PLATFORM_SETTLEMENT_CANCEL_AMOUNT_EXCEEDED_PORT_ONE_CANCEL", 400, "취소 정산 금액이 결제 취소 금액보다 많아요. 금액을 확인해 주세요.")]
internal sealed record PlatformSettlementCancelAmountExceededPortOneCancelError : ApiError
{
    public required long RegisteredSettlementCancelAmount { get; init; }

    public required long RequestSettlementCancelAmount { get; init; }

    public required long PortOneCancelAmount { get; init; }

    public required PlatformPortOnePaymentCancelAmountType AmountType { get; init; }
}

[ErrorType("PLATFORM_SETTLEMENT_DATE_EARLIER_THAN_SETTLEMENT_START_DATE", 400, "정산일이 정산 시작일보다 빨라요. 정산일을 시작일 이후로 적어 주세요.")]
internal sealed record PlatformSettlementDateEarlierThanSettlementStartDateError : ApiError
{
    public required DateOnly SettlementStartDate { get; init; }

    public required DateOnly SettlementDate { get; init; }
}

[ErrorType("PLATFORM_SETTLEMENT_PARAMETER_NOT_FOUND", 404, "정해지지 않은 정산 파라미터예요. 파라미터 이름을 확인해 주세요.")]
internal sealed record PlatformSettlementParameterNotFoundError : ApiError;

[ErrorType("PLATFORM_SETTLEMENT_PAYMENT_AMOUNT_EXCEEDED_PORT_ONE_PAYMENT", 400, "정산할 결제 금액이 실제 결제 금액보다 많아요. 금액을 확인해 주세요.")]
internal sealed record PlatformSettlementPaymentAmountExceededPortOnePaymentError : ApiError
{
    public required long RegisteredSettlementPaymentAmount { get; init; }

    public required long RequestSettlementPaymentAmount { get; init; }

    public required long PortOnePaymentAmount { get; init; }
}

[ErrorType("PLATFORM_SETTLEMENT_SUPPLY_WITH_VAT_AMOUNT_EXCEEDED_PORT_ONE_PAYMENT", 400, "정산할 과세 금액이 실제 결제의 과세 금액보다 많아요. 금액을 확인해 주세요.")]
internal sealed record PlatformSettlementSupplyWithVatAmountExceededPortOnePaymentError : ApiError
{
    public required long RegisteredSettlementSupplyWithVatAmount { get; init; }

    public required long RequestSettlementSupplyWithVatAmount { get; init; }

    public required long PortOneSupplyWithVatAmount { get; init; }
}

[ErrorType("PLATFORM_SETTLEMENT_TAX_FREE_AMOUNT_EXCEEDED_PORT_ONE_PAYMENT", 400, "정산할 면세 금액이 실제 결제의 면세 금액보다 많아요. 금액을 확인해 주세요.")]
internal sealed record PlatformSettlementTaxFreeAmountExceededPortOnePaymentError : ApiError
{
    public required long RegisteredSettlementTaxFreeAmount { get; init; }

    public required long RequestSettlementTaxFreeAmount { get; init; }

    public required long PortOneTaxFreeAmount { get; init; }
}

[ErrorType("PLATFORM_TRANSFER_ALREADY_EXISTS", 409, "이 결제와 파트너의 정산건이 이미 있어요. transferId의 정산건을 확인해 주세요.")]
internal sealed record PlatformTransferAlreadyExistsError : ApiError
{
    public required string TransferId { get; init; }

    public required string TransferGraphqlId { get; init; }
}

[ErrorType("PLATFORM_TRANSFER_DISCOUNT_SHARE_POLICY_NOT_FOUND", 404, "원래 주문에 없는 할인 분담 정책이에요. 정책 아이디를 확인해 주세요.")]
internal sealed record PlatformTransferDiscountSharePolicyNotFoundError : ApiError
{
    public required string DiscountSharePolicyId { get; init; }

    public required string DiscountSharePolicyGraphqlId { get; init; }

    public string? ProductId { get; init; }
}

[ErrorType("PLATFORM_TRANSFER_ID_ALREADY_USED", 409, "이미 쓰고 있는 정산건 아이디예요. 다른 아이디를 써 주세요.")]
internal sealed record PlatformTransferIdAlreadyUsedError : ApiError;

[ErrorType("PLATFORM_TRANSFER_NON_DELETABLE_STATUS", 400, "이 상태의 정산건은 지울 수 없어요. 정산 예정, 정산 중, 정산 확정 상태에서만 지울 수 있어요.")]
internal sealed record PlatformTransferNonDeletableStatusError : ApiError;

[ErrorType("PLATFORM_TRANSFER_NOT_FOUND", 404, "정산건을 찾을 수 없어요. 정산건 아이디를 확인해 주세요.")]
internal sealed record PlatformTransferNotFoundError : ApiError;
