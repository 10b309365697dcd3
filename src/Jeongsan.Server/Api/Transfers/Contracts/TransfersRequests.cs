namespace Jeongsan.Server.Api.Contracts;

internal sealed record CreatePlatformManualTransferBody
{
    public required string PartnerId { get; init; }

    public string? Memo { get; init; }

    public required long SettlementAmount { get; init; }

    public long? SettlementTaxFreeAmount { get; init; }

    public required DateOnly SettlementDate { get; init; }

    public bool? IsForTest { get; init; }

    public IReadOnlyList<PlatformUserDefinedPropertyKeyValue>? UserDefinedProperties { get; init; }

    public string? Id { get; init; }

    public CurrencyCode? SettlementCurrency { get; init; }
}

internal sealed record CreatePlatformOrderCancelTransferBody
{
    public string? PartnerId { get; init; }

    public string? PaymentId { get; init; }

    public string? TransferId { get; init; }

    public required string CancellationId { get; init; }

    public string? Memo { get; init; }

    public CreatePlatformOrderCancelTransferBodyOrderDetail? OrderDetail { get; init; }

    public long? TaxFreeAmount { get; init; }

    public required IReadOnlyList<CreatePlatformOrderCancelTransferBodyDiscount> Discounts { get; init; }

    public DateOnly? SettlementStartDate { get; init; }

    public DateOnly? SettlementDate { get; init; }

    public CreatePlatformOrderCancelTransferBodyExternalCancellationDetail? ExternalCancellationDetail { get; init; }

    public bool? IsForTest { get; init; }

    public IReadOnlyList<PlatformUserDefinedPropertyKeyValue>? UserDefinedProperties { get; init; }

    public string? Id { get; init; }
}

internal sealed record CreatePlatformOrderCancelTransferBodyDiscount
{
    public required string SharePolicyId { get; init; }

    public required long Amount { get; init; }

    public long? TaxFreeAmount { get; init; }
}

internal sealed record CreatePlatformOrderCancelTransferBodyExternalCancellationDetail
{
    public DateTimeOffset? CancelledAt { get; init; }
}

internal sealed record CreatePlatformOrderCancelTransferBodyOrderDetail
{
    public long? OrderAmount { get; init; }

    public IReadOnlyList<CreatePlatformOrderCancelTransferBodyOrderLine>? OrderLines { get; init; }

    public CreatePlatformOrderCancelTransferBodyOrderDetailAll? All { get; init; }
}

internal sealed record CreatePlatformOrderCancelTransferBodyOrderDetailAll;

internal sealed record CreatePlatformOrderCancelTransferBodyOrderLine
{
    public required string ProductId { get; init; }

    public required int Quantity { get; init; }

    public required IReadOnlyList<CreatePlatformOrderCancelTransferBodyDiscount> Discounts { get; init; }
}

internal sealed record CreatePlatformOrderTransferBody
{
    public required string PartnerId { get; init; }

    public string? ContractId { get; init; }

    public string? Memo { get; init; }

    public required string PaymentId { get; init; }

    public required CreatePlatformOrderTransferBodyOrderDetail OrderDetail { get; init; }

    public long? TaxFreeAmount { get; init; }

    public DateOnly? SettlementStartDate { get; init; }

    public DateOnly? SettlementDate { get; init; }

    public required IReadOnlyList<CreatePlatformOrderTransferBodyDiscount> Discounts { get; init; }

    public required IReadOnlyList<CreatePlatformOrderTransferBodyAdditionalFee> AdditionalFees { get; init; }

    public CreatePlatformOrderTransferBodyExternalPaymentDetail? ExternalPaymentDetail { get; init; }

    public bool? IsForTest { get; init; }

    public IReadOnlyDictionary<string, PlatformSettlementParameterValue>? Parameters { get; init; }

    public IReadOnlyList<PlatformUserDefinedPropertyKeyValue>? UserDefinedProperties { get; init; }

    public string? Id { get; init; }
}

internal sealed record CreatePlatformOrderTransferBodyAdditionalFee
{
    public required string PolicyId { get; init; }
}

internal sealed record CreatePlatformOrderTransferBodyDiscount
{
    public required string SharePolicyId { get; init; }

    public required long Amount { get; init; }

    public long? TaxFreeAmount { get; init; }
}

internal sealed record CreatePlatformOrderTransferBodyExternalPaymentDetail
{
    public required CurrencyCode Currency { get; init; }

    public string? OrderName { get; init; }

    public DateTimeOffset? PaidAt { get; init; }

    public PlatformPaymentMethodInput? Method { get; init; }
}

internal sealed record CreatePlatformOrderTransferBodyOrderDetail
{
    public long? OrderAmount { get; init; }

    public IReadOnlyList<CreatePlatformOrderTransferBodyOrderLine>? OrderLines { get; init; }
}

internal sealed record CreatePlatformOrderTransferBodyOrderLine
{
    public required CreatePlatformOrderTransferBodyProduct Product { get; init; }

    public required int Quantity { get; init; }

    public required IReadOnlyList<CreatePlatformOrderTransferBodyDiscount> Discounts { get; init; }

    public required IReadOnlyList<CreatePlatformOrderTransferBodyAdditionalFee> AdditionalFees { get; init; }

    /// <summary>Ours: parameters that are given per product.</summary>
    public IReadOnlyDictionary<string, PlatformSettlementParameterValue>? Parameters { get; init; }
}

internal sealed record CreatePlatformOrderTransferBodyProduct
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required long Amount { get; init; }

    public long? TaxFreeAmount { get; init; }

    public string? Tag { get; init; }
}

internal sealed record DownloadPlatformTransferSheetBody
{
    public PlatformTransferFilterInput? Filter { get; init; }

    public IReadOnlyList<string>? Fields { get; init; }
}

internal sealed record GetPlatformTransferSummariesBody
{
    public PageInput? Page { get; init; }

    public PlatformTransferFilterInput? Filter { get; init; }
}

internal sealed record PlatformPaymentMethodCardInput;

internal sealed record PlatformPaymentMethodEasyPayInput
{
    public EasyPayProvider? Provider { get; init; }

    public EasyPayMethodType? MethodType { get; init; }
}

internal sealed record PlatformPaymentMethodGiftCertificateInput;

internal sealed record PlatformPaymentMethodInput
{
    public PlatformPaymentMethodCardInput? Card { get; init; }

    public PlatformPaymentMethodTransferInput? Transfer { get; init; }

    public PlatformPaymentMethodVirtualAccountInput? VirtualAccount { get; init; }

    public PlatformPaymentMethodGiftCertificateInput? GiftCertificate { get; init; }

    public PlatformPaymentMethodMobileInput? Mobile { get; init; }

    public PlatformPaymentMethodEasyPayInput? EasyPay { get; init; }
}

internal sealed record PlatformPaymentMethodMobileInput;

internal sealed record PlatformPaymentMethodTransferInput;

internal sealed record PlatformPaymentMethodVirtualAccountInput;

internal sealed record PlatformTransferFilterInput
{
    public DateRange? SettlementStartDateRange { get; init; }

    public DateRange? SettlementDateRange { get; init; }

    public IReadOnlyList<string>? PartnerTags { get; init; }

    public IReadOnlyList<string>? ContractIds { get; init; }

    public IReadOnlyList<string>? DiscountSharePolicyIds { get; init; }

    public IReadOnlyList<string>? AdditionalFeePolicyIds { get; init; }

    public IReadOnlyList<PaymentMethodType>? PaymentMethodTypes { get; init; }

    public IReadOnlyList<string>? ChannelKeys { get; init; }

    public IReadOnlyList<PlatformTransferType>? Types { get; init; }

    public IReadOnlyList<PlatformTransferStatus>? Statuses { get; init; }

    public PlatformTransferPropertyExactMatchInput? UserDefinedProperty { get; init; }

    public PlatformTransferFilterInputKeyword? Keyword { get; init; }

    public bool? IsForTest { get; init; }
}

internal sealed record PlatformTransferFilterInputKeyword
{
    public string? All { get; init; }

    public string? PaymentId { get; init; }

    public string? TransferId { get; init; }

    public string? TransferMemo { get; init; }

    public string? ProductId { get; init; }

    public string? ProductName { get; init; }

    public string? PartnerId { get; init; }

    public string? PartnerName { get; init; }

    public string? PartnerMemo { get; init; }

    public string? PartnerSettlementId { get; init; }

    public string? PayoutId { get; init; }
}

internal sealed record PlatformTransferPropertyExactMatchInput
{
    public required string Key { get; init; }

    public required string Value { get; init; }
}
