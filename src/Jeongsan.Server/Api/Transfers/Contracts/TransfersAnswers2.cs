using System.Text.Json.Serialization;

namespace Jeongsan.Server.Api.Contracts;

internal sealed record PlatformPortOnePayment : PlatformPayment
{
    public required string Id { get; init; }

    public required string StoreId { get; init; }

    public required string ChannelKey { get; init; }

    public required string OrderName { get; init; }

    public PlatformPaymentMethod? Method { get; init; }

    public required CurrencyCode Currency { get; init; }

    public required DateTimeOffset PaidAt { get; init; }
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(PlatformManualTransfer), "MANUAL")]
[JsonDerivedType(typeof(PlatformOrderTransfer), "ORDER")]
[JsonDerivedType(typeof(PlatformOrderCancelTransfer), "ORDER_CANCEL")]
internal abstract record PlatformTransfer;

[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(PlatformManualTransferSummary), "MANUAL")]
[JsonDerivedType(typeof(PlatformOrderTransferSummary), "ORDER")]
[JsonDerivedType(typeof(PlatformOrderCancelTransferSummary), "ORDER_CANCEL")]
internal abstract record PlatformTransferSummary;

internal sealed record PlatformTransferSummaryExternalPayment : PlatformTransferSummaryPayment
{
    public required string Id { get; init; }

    public string? OrderName { get; init; }

    public required CurrencyCode Currency { get; init; }

    public PaymentMethodType? MethodType { get; init; }
}

internal sealed record PlatformTransferSummaryPartner
{
    public required string Id { get; init; }

    public required string GraphqlId { get; init; }

    public required string Name { get; init; }

    public required PlatformTransferSummaryPartnerType Type { get; init; }

    public PlatformPartnerTaxationType? TaxationType { get; init; }

    public required IReadOnlyList<PlatformUserDefinedPropertyKeyValue> UserDefinedProperties { get; init; }
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(PlatformTransferSummaryExternalPayment), "EXTERNAL")]
[JsonDerivedType(typeof(PlatformTransferSummaryPortOnePayment), "PORT_ONE")]
internal abstract record PlatformTransferSummaryPayment;

internal sealed record PlatformTransferSummaryPortOnePayment : PlatformTransferSummaryPayment
{
    public required string Id { get; init; }

    public required string OrderName { get; init; }

    public required CurrencyCode Currency { get; init; }

    public PaymentMethodType? MethodType { get; init; }
}
