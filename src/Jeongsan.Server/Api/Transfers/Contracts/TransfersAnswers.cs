using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Jeongsan.Server.Api.Contracts;

internal sealed record CreateManualTransferResponse
{
    public required PlatformManualTransfer Transfer { get; init; }
}

internal sealed record CreateOrderCancelTransferResponse
{
    public required PlatformOrderCancelTransfer Transfer { get; init; }
}

internal sealed record CreateOrderTransferResponse
{
    public required PlatformOrderTransfer Transfer { get; init; }
}

internal sealed record DeletePlatformTransferResponse;

internal sealed record GetPlatformTransferSummariesResponse
{
    public required IReadOnlyList<PlatformTransferSummary> TransferSummaries { get; init; }

    public required PageInfo Page { get; init; }
}

internal sealed record PlatformExternalPayment : PlatformPayment
{
    public required string Id { get; init; }

    public string? OrderName { get; init; }

    public required CurrencyCode Currency { get; init; }

    public PlatformPaymentMethod? Method { get; init; }

    public DateTimeOffset? PaidAt { get; init; }
}

[SuppressMessage("Performance", "CA1852", Justification = "The serializer writes the discriminator of its own type only for types that are not sealed.")]
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(PlatformManualTransfer), "MANUAL")]
internal record PlatformManualTransfer : PlatformTransfer
{
    public required string Id { get; init; }

    public required string GraphqlId { get; init; }

    public required PlatformPartner Partner { get; init; }

    public required PlatformTransferStatus Status { get; init; }

    public string? Memo { get; init; }

    public required DateOnly SettlementDate { get; init; }

    public required CurrencyCode SettlementCurrency { get; init; }

    public string? PayoutId { get; init; }

    public string? PayoutGraphqlId { get; init; }

    public required bool IsForTest { get; init; }

    public required IReadOnlyList<PlatformUserDefinedPropertyKeyValue> UserDefinedProperties { get; init; }

    public required long SettlementAmount { get; init; }

    public required long SettlementTaxFreeAmount { get; init; }
}

internal sealed record PlatformManualTransferSummary : PlatformTransferSummary
{
    public required string Id { get; init; }

    public required string GraphqlId { get; init; }

    public required PlatformTransferSummaryPartner Partner { get; init; }

    public required PlatformTransferStatus Status { get; init; }

    public string? Memo { get; init; }

    public required DateOnly SettlementDate { get; init; }

    public required CurrencyCode SettlementCurrency { get; init; }

    public required bool IsForTest { get; init; }

    public required IReadOnlyList<PlatformUserDefinedPropertyKeyValue> PartnerUserDefinedProperties { get; init; }

    public required IReadOnlyList<PlatformUserDefinedPropertyKeyValue> UserDefinedProperties { get; init; }

    public required long SettlementAmount { get; init; }

    public required long SettlementTaxFreeAmount { get; init; }
}

[SuppressMessage("Performance", "CA1852", Justification = "The serializer writes the discriminator of its own type only for types that are not sealed.")]
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(PlatformOrderCancelTransfer), "ORDER_CANCEL")]
internal record PlatformOrderCancelTransfer : PlatformTransfer
{
    public required string Id { get; init; }

    public required string GraphqlId { get; init; }

    public required PlatformPartner Partner { get; init; }

    public required PlatformTransferStatus Status { get; init; }

    public string? Memo { get; init; }

    public required DateOnly SettlementDate { get; init; }

    public required CurrencyCode SettlementCurrency { get; init; }

    public string? PayoutId { get; init; }

    public string? PayoutGraphqlId { get; init; }

    public required bool IsForTest { get; init; }

    public required IReadOnlyList<PlatformUserDefinedPropertyKeyValue> UserDefinedProperties { get; init; }

    public required PlatformOrderSettlementAmount Amount { get; init; }

    public required PlatformContract Contract { get; init; }

    public required PlatformPayment Payment { get; init; }

    public required DateOnly SettlementStartDate { get; init; }

    public required IReadOnlyList<PlatformOrderTransferOrderLine> OrderLines { get; init; }

    public required IReadOnlyList<PlatformOrderTransferAdditionalFee> AdditionalFees { get; init; }

    public required IReadOnlyList<PlatformOrderTransferDiscount> Discounts { get; init; }

    public required PlatformOrderTransferCancellation Cancellation { get; init; }

    public required IReadOnlyDictionary<string, PlatformSettlementParameterValue> Parameters { get; init; }
}

internal sealed record PlatformOrderCancelTransferSummary : PlatformTransferSummary
{
    public required string Id { get; init; }

    public required string GraphqlId { get; init; }

    public required string StoreId { get; init; }

    public required PlatformTransferSummaryPartner Partner { get; init; }

    public required PlatformContract Contract { get; init; }

    public required PlatformTransferStatus Status { get; init; }

    public string? Memo { get; init; }

    public required DateOnly SettlementDate { get; init; }

    public required CurrencyCode SettlementCurrency { get; init; }

    public required bool IsForTest { get; init; }

    public required IReadOnlyList<PlatformUserDefinedPropertyKeyValue> PartnerUserDefinedProperties { get; init; }

    public required IReadOnlyList<PlatformUserDefinedPropertyKeyValue> UserDefinedProperties { get; init; }

    public required PlatformOrderSettlementAmount Amount { get; init; }

    public required PlatformTransferSummaryPayment Payment { get; init; }

    public required DateOnly SettlementStartDate { get; init; }
}

internal sealed record PlatformOrderSettlementAmount
{
    public required long Settlement { get; init; }

    public required long SettlementTaxFree { get; init; }

    public required long Payment { get; init; }

    public required long PaymentVat { get; init; }

    public required long PaymentVatBurden { get; init; }

    public required long PaymentTaxFree { get; init; }

    public required long PaymentSupply { get; init; }

    public required long Order { get; init; }

    public required long OrderTaxFree { get; init; }

    public required long PlatformFee { get; init; }

    public required long PlatformFeeVat { get; init; }

    public required long AdditionalFee { get; init; }

    public required long AdditionalFeeVat { get; init; }

    public required long Discount { get; init; }

    public required long DiscountTaxFree { get; init; }

    public required long DiscountShare { get; init; }

    public required long DiscountShareTaxFree { get; init; }

    public required IReadOnlyDictionary<string, long> UserDefinedFormulas { get; init; }
}

[SuppressMessage("Performance", "CA1852", Justification = "The serializer writes the discriminator of its own type only for types that are not sealed.")]
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(PlatformOrderTransfer), "ORDER")]
internal record PlatformOrderTransfer : PlatformTransfer
{
    public required string Id { get; init; }

    public required string GraphqlId { get; init; }

    public required PlatformPartner Partner { get; init; }

    public required PlatformTransferStatus Status { get; init; }

    public string? Memo { get; init; }

    public required DateOnly SettlementDate { get; init; }

    public required CurrencyCode SettlementCurrency { get; init; }

    public string? PayoutId { get; init; }

    public string? PayoutGraphqlId { get; init; }

    public required bool IsForTest { get; init; }

    public required IReadOnlyList<PlatformUserDefinedPropertyKeyValue> UserDefinedProperties { get; init; }

    public required PlatformOrderSettlementAmount Amount { get; init; }

    public required PlatformContract Contract { get; init; }

    public required PlatformPayment Payment { get; init; }

    public required DateOnly SettlementStartDate { get; init; }

    public required IReadOnlyList<PlatformOrderTransferOrderLine> OrderLines { get; init; }

    public required IReadOnlyList<PlatformOrderTransferAdditionalFee> AdditionalFees { get; init; }

    public required IReadOnlyList<PlatformOrderTransferDiscount> Discounts { get; init; }

    public required IReadOnlyDictionary<string, PlatformSettlementParameterValue> Parameters { get; init; }
}

internal sealed record PlatformOrderTransferAdditionalFee
{
    public required PlatformAdditionalFeePolicy Policy { get; init; }

    public required long Amount { get; init; }

    public required long Vat { get; init; }
}

internal sealed record PlatformOrderTransferCancellation
{
    public required string Id { get; init; }

    public required DateTimeOffset CancelledAt { get; init; }
}

internal sealed record PlatformOrderTransferDiscount
{
    public required PlatformDiscountSharePolicy SharePolicy { get; init; }

    public required long Amount { get; init; }

    public required long TaxFreeAmount { get; init; }

    public required long ShareAmount { get; init; }

    public required long ShareTaxFreeAmount { get; init; }
}

internal sealed record PlatformOrderTransferOrderLine
{
    public required PlatformOrderTransferProduct Product { get; init; }

    public required int Quantity { get; init; }

    public required IReadOnlyList<PlatformOrderTransferDiscount> Discounts { get; init; }

    public required IReadOnlyList<PlatformOrderTransferAdditionalFee> AdditionalFees { get; init; }

    public required PlatformOrderSettlementAmount Amount { get; init; }

    /// <summary>Ours: those that the line gave itself.</summary>
    public IReadOnlyDictionary<string, PlatformSettlementParameterValue>? Parameters { get; init; }
}

internal sealed record PlatformOrderTransferProduct
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required long Amount { get; init; }

    public required long TaxFreeAmount { get; init; }

    public string? Tag { get; init; }
}

internal sealed record PlatformOrderTransferSummary : PlatformTransferSummary
{
    public required string Id { get; init; }

    public required string GraphqlId { get; init; }

    public required string StoreId { get; init; }

    public required PlatformTransferSummaryPartner Partner { get; init; }

    public required PlatformContract Contract { get; init; }

    public required PlatformTransferStatus Status { get; init; }

    public string? Memo { get; init; }

    public required DateOnly SettlementDate { get; init; }

    public required CurrencyCode SettlementCurrency { get; init; }

    public required bool IsForTest { get; init; }

    public required IReadOnlyList<PlatformUserDefinedPropertyKeyValue> PartnerUserDefinedProperties { get; init; }

    public required IReadOnlyList<PlatformUserDefinedPropertyKeyValue> UserDefinedProperties { get; init; }

    public required PlatformOrderSettlementAmount Amount { get; init; }

    public required PlatformTransferSummaryPayment Payment { get; init; }

    public required DateOnly SettlementStartDate { get; init; }
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(PlatformExternalPayment), "EXTERNAL")]
[JsonDerivedType(typeof(PlatformPortOnePayment), "PORT_ONE")]
internal abstract record PlatformPayment;

[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(PlatformPaymentMethodCard), "CARD")]
[JsonDerivedType(typeof(PlatformPaymentMethodEasyPay), "EASY_PAY")]
[JsonDerivedType(typeof(PlatformPaymentMethodGiftCertificate), "GIFT_CERTIFICATE")]
[JsonDerivedType(typeof(PlatformPaymentMethodMobile), "MOBILE")]
[JsonDerivedType(typeof(PlatformPaymentMethodTransfer), "TRANSFER")]
[JsonDerivedType(typeof(PlatformPaymentMethodVirtualAccount), "VIRTUAL_ACCOUNT")]
internal abstract record PlatformPaymentMethod;

internal sealed record PlatformPaymentMethodCard : PlatformPaymentMethod;

internal sealed record PlatformPaymentMethodEasyPay : PlatformPaymentMethod
{
    public EasyPayProvider? Provider { get; init; }

    public EasyPayMethodType? MethodType { get; init; }
}

internal sealed record PlatformPaymentMethodGiftCertificate : PlatformPaymentMethod;

internal sealed record PlatformPaymentMethodMobile : PlatformPaymentMethod;

internal sealed record PlatformPaymentMethodTransfer : PlatformPaymentMethod;

internal sealed record PlatformPaymentMethodVirtualAccount : PlatformPaymentMethod;
