using System.Diagnostics;
using Jeongsan.Domain.Transfers;
using Jeongsan.Server.Api.Contracts;

namespace Jeongsan.Server.Api.Transfers;

/// <summary>The payment behind an order, between the domain and the wire.</summary>
internal static class PaymentMapping
{
    public static PlatformPayment Write(PaymentSnapshot payment) => payment.IsExternal
        ? new PlatformExternalPayment
        {
            Id = payment.Id.Value,
            OrderName = payment.OrderName,
            Currency = CurrencyOf(payment.Currency),
            Method = Write(payment.Method),
            PaidAt = payment.PaidAt,
        }
        : new PlatformPortOnePayment
        {
            Id = payment.Id.Value,
            StoreId = payment.StoreId ?? "",
            ChannelKey = payment.ChannelKey ?? "",
            OrderName = payment.OrderName ?? "",
            Method = Write(payment.Method),
            Currency = CurrencyOf(payment.Currency),
            PaidAt = payment.PaidAt ?? DateTimeOffset.UnixEpoch,
        };

    public static PlatformTransferSummaryPayment WriteSummary(PaymentSnapshot payment) => payment.IsExternal
        ? new PlatformTransferSummaryExternalPayment
        {
            Id = payment.Id.Value,
            OrderName = payment.OrderName,
            Currency = CurrencyOf(payment.Currency),
            MethodType = TypeOf(payment.Method),
        }
        : new PlatformTransferSummaryPortOnePayment
        {
            Id = payment.Id.Value,
            OrderName = payment.OrderName ?? "",
            Currency = CurrencyOf(payment.Currency),
            MethodType = TypeOf(payment.Method),
        };

    public static string CodeOf(CurrencyCode currency) => ApiJson.Code(currency);

    /// <summary>At most one way of paying.</summary>
    public static PaymentMethodSnapshot? Read(PlatformPaymentMethodInput? method) => method switch
    {
        null => null,
        { Card: not null } => new PaymentMethodSnapshot("CARD", null, null),
        { Transfer: not null } => new PaymentMethodSnapshot("TRANSFER", null, null),
        { VirtualAccount: not null } => new PaymentMethodSnapshot("VIRTUAL_ACCOUNT", null, null),
        { GiftCertificate: not null } => new PaymentMethodSnapshot("GIFT_CERTIFICATE", null, null),
        { Mobile: not null } => new PaymentMethodSnapshot("MOBILE", null, null),
        { EasyPay: { } easyPay } => new PaymentMethodSnapshot(
            "EASY_PAY",
            easyPay.Provider is { } provider ? ApiJson.Code(provider) : null,
            easyPay.MethodType is { } type ? ApiJson.Code(type) : null),
        _ => null,
    };

    private static PlatformPaymentMethod? Write(PaymentMethodSnapshot? method) => method?.Type switch
    {
        null => null,
        "CARD" => new PlatformPaymentMethodCard(),
        "TRANSFER" => new PlatformPaymentMethodTransfer(),
        "VIRTUAL_ACCOUNT" => new PlatformPaymentMethodVirtualAccount(),
        "GIFT_CERTIFICATE" => new PlatformPaymentMethodGiftCertificate(),
        "MOBILE" => new PlatformPaymentMethodMobile(),
        "EASY_PAY" => new PlatformPaymentMethodEasyPay
        {
            Provider = Code<EasyPayProvider>.TryParse(method.EasyPayProvider, out var provider) ? provider.Value : null,
            MethodType = Code<EasyPayMethodType>.TryParse(method.EasyPayMethodType, out var type) ? type.Value : null,
        },
        _ => throw new UnreachableException(method.Type),
    };

    private static PaymentMethodType? TypeOf(PaymentMethodSnapshot? method) =>
        Code<PaymentMethodType>.TryParse(method?.Type, out var type) ? type.Value : null;

    private static CurrencyCode CurrencyOf(string currency) =>
        Code<CurrencyCode>.TryParse(currency, out var code) ? code.Value : throw new UnreachableException(currency);
}
