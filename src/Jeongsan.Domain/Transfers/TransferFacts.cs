using Jeongsan.Domain.Money;
using Jeongsan.Domain.Policies;

namespace Jeongsan.Domain.Transfers;

/// <summary>A discount on an order or a line, with the policy that says who bears it.</summary>
public sealed record TransferDiscount(DiscountShareSnapshot Policy, Won Amount, Won TaxFreeAmount, Won ShareAmount, Won ShareTaxFreeAmount);

/// <param name="Vat">Also when the merchant bears it.</param>
public sealed record TransferAdditionalFee(AdditionalFeeSnapshot Policy, Won Amount, Won Vat);

/// <param name="Amount">Of one piece.</param>
/// <param name="TaxFreeAmount">The tax-free part of one piece.</param>
public sealed record Product(ProductId Id, string Name, Won Amount, Won TaxFreeAmount, string? Tag);

/// <param name="Parameters">Those that the line gives itself; null when none.</param>
/// <param name="FormulaResults">Of the platform's own formulas; null when there are none.</param>
public sealed record TransferLine(
    Product Product,
    int Quantity,
    IReadOnlyList<TransferDiscount> Discounts,
    IReadOnlyList<TransferAdditionalFee> AdditionalFees,
    SettlementAmounts Amounts,
    IReadOnlyList<SettlementParameter>? Parameters = null,
    IReadOnlyList<FormulaResult>? FormulaResults = null);

/// <summary>All that an order or a cancellation comes to.</summary>
/// <param name="Lines">Empty when the order was given by a total.</param>
/// <param name="Discounts">Of the order itself, the lines' not included.</param>
/// <param name="AdditionalFees">Of the order itself, the lines' not included.</param>
public sealed record TransferDetails(
    SettlementAmounts Amounts,
    IReadOnlyList<TransferLine> Lines,
    IReadOnlyList<TransferDiscount> Discounts,
    IReadOnlyList<TransferAdditionalFee> AdditionalFees);

/// <summary>The payment as the platform told it.</summary>
/// <param name="IsExternal">True when it was not made through the payment gateway that this system knows.</param>
/// <param name="Currency">ISO 4217 code.</param>
public sealed record PaymentSnapshot(
    PaymentId Id,
    bool IsExternal,
    string Currency,
    string? OrderName,
    DateTimeOffset? PaidAt,
    PaymentMethodSnapshot? Method,
    string? StoreId,
    string? ChannelKey);

/// <param name="Type">CARD, TRANSFER, VIRTUAL_ACCOUNT, GIFT_CERTIFICATE, MOBILE or EASY_PAY.</param>
public sealed record PaymentMethodSnapshot(string Type, string? EasyPayProvider, string? EasyPayMethodType);

public sealed record CancellationSnapshot(CancellationId Id, DateTimeOffset CancelledAt);

/// <summary>A platform's own parameter: unscaled ÷ 10^scale.</summary>
public sealed record SettlementParameter(string Key, long Unscaled, int Scale);

/// <summary>A result of one of the platform's own formulas.</summary>
public sealed record FormulaResult(string Key, Won Amount);
