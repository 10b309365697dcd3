using Jeongsan.Application.Transfers;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Policies;
using Jeongsan.Domain.Transfers;
using Jeongsan.Server.Api.Contracts;
using Product = Jeongsan.Domain.Transfers.Product;

namespace Jeongsan.Server.Api.Transfers;

/// <summary>What callers state about orders, cancellations and corrections, on its way into the domain.</summary>
internal static class TransferReading
{
    public static Outcome<NewOrder> Read(CreatePlatformOrderTransferBody body)
    {
        var lines = body.OrderDetail.OrderLines;
        var outside = OutOfRange("orderDetail.orderAmount", body.OrderDetail.OrderAmount)
            ?? OutOfRange("taxFreeAmount", body.TaxFreeAmount)
            ?? body.Discounts.Concat(lines?.SelectMany(line => line.Discounts) ?? []).Select(OutOfRange).FirstOrDefault(one => one is not null)
            ?? lines?.Select(line => OutOfRange("product.amount", line.Product.Amount) ?? OutOfRange("product.taxFreeAmount", line.Product.TaxFreeAmount)).FirstOrDefault(one => one is not null);
        if (outside is not null)
        {
            return outside;
        }

        // Payments are known by what the platform tells: there is no payment gateway behind this installation.
        var external = body.ExternalPaymentDetail;
        var currency = external?.Currency ?? CurrencyCode.Krw;
        if (!Enum.TryParse<Currency>(currency.ToString(), out var settlementCurrency))
        {
            return new TransferRefusal.CurrencyNotSupported(PaymentMapping.CodeOf(currency));
        }

        return new NewOrder(
            body.Id,
            PartnerId.From(body.PartnerId),
            body.ContractId is { } contract ? ContractId.From(contract) : null,
            new PaymentSnapshot(
                PaymentId.From(body.PaymentId), IsExternal: true, PaymentMapping.CodeOf(currency), external?.OrderName, external?.PaidAt, PaymentMapping.Read(external?.Method), null, null),
            body.OrderDetail.OrderAmount is { } total ? new Won(total) : null,
            lines?.Select(Read).ToList(),
            body.TaxFreeAmount is { } taxFree ? new Won(taxFree) : null,
            [.. body.Discounts.Select(Read)],
            [.. body.AdditionalFees.Select(fee => AdditionalFeePolicyId.From(fee.PolicyId))],
            body.SettlementStartDate,
            body.SettlementDate,
            settlementCurrency,
            body.Memo,
            Read(body.Parameters),
            Read(body.UserDefinedProperties));
    }

    public static Outcome<NewOrderCancel> Read(CreatePlatformOrderCancelTransferBody body)
    {
        var detail = body.OrderDetail;
        var outside = OutOfRange("orderDetail.orderAmount", detail?.OrderAmount)
            ?? OutOfRange("taxFreeAmount", body.TaxFreeAmount)
            ?? body.Discounts.Concat(detail?.OrderLines?.SelectMany(line => line.Discounts) ?? [])
                .Select(discount => OutOfRange("discounts.amount", discount.Amount) ?? OutOfRange("discounts.taxFreeAmount", discount.TaxFreeAmount))
                .FirstOrDefault(one => one is not null);
        if (outside is not null)
        {
            return outside;
        }

        return Scope(detail).Then<NewOrderCancel>(scope => new NewOrderCancel(
            body.Id,
            body.TransferId is { } transfer ? TransferId.From(transfer) : null,
            body.PartnerId is { } partner ? PartnerId.From(partner) : null,
            body.PaymentId is { } payment ? PaymentId.From(payment) : null,
            new CancelRequest(scope, body.TaxFreeAmount is { } taxFree ? new Won(taxFree) : null, [.. body.Discounts.Select(Read)]),
            CancellationId.From(body.CancellationId),
            body.ExternalCancellationDetail?.CancelledAt,
            IsExternal: true,
            body.SettlementStartDate,
            body.SettlementDate,
            body.Memo,
            Read(body.UserDefinedProperties)));
    }

    public static Outcome<NewManualTransfer> Read(CreatePlatformManualTransferBody body)
    {
        if ((OutOfRange("settlementAmount", body.SettlementAmount) ?? OutOfRange("settlementTaxFreeAmount", body.SettlementTaxFreeAmount)) is { } outside)
        {
            return outside;
        }

        var currency = body.SettlementCurrency ?? CurrencyCode.Krw;
        return Enum.TryParse<Currency>(currency.ToString(), out var known)
            ? new NewManualTransfer(
                body.Id,
                PartnerId.From(body.PartnerId),
                new Won(body.SettlementAmount),
                new Won(body.SettlementTaxFreeAmount ?? 0),
                body.SettlementDate,
                known,
                body.Memo,
                Read(body.UserDefinedProperties))
            : new TransferRefusal.CurrencyNotSupported(PaymentMapping.CodeOf(currency));
    }

    private static Outcome<CancelScope> Scope(CreatePlatformOrderCancelTransferBodyOrderDetail? detail) =>
        (detail?.OrderAmount, detail?.OrderLines, detail?.All) switch
        {
            ({ } amount, null, null) => new CancelScope.Amount(new Won(amount)),
            (null, { } lines, null) => new CancelScope.Quantities(
                [.. lines.Select(line => new CancelLine(ProductId.From(line.ProductId), line.Quantity, [.. line.Discounts.Select(Read)]))]),
            (null, null, { }) => new CancelScope.All(),
            // Nothing said: only discounts or the tax-free part are taken back.
            (null, null, null) => new CancelScope.Amount(Won.Zero),
            _ => new RequestRefusal("orderDetail", "orderAmount, orderLines, all 가운데 하나만 적어 주세요."),
        };

    private static NewOrderLine Read(CreatePlatformOrderTransferBodyOrderLine line) => new(
        new Product(ProductId.From(line.Product.Id), line.Product.Name, new Won(line.Product.Amount), new Won(line.Product.TaxFreeAmount ?? 0), line.Product.Tag),
        line.Quantity,
        [.. line.Discounts.Select(Read)],
        [.. line.AdditionalFees.Select(fee => AdditionalFeePolicyId.From(fee.PolicyId))])
    { Parameters = Read(line.Parameters) };

    private static IReadOnlyList<SettlementParameter> Read(IReadOnlyDictionary<string, PlatformSettlementParameterValue>? parameters) =>
        [.. (parameters ?? new Dictionary<string, PlatformSettlementParameterValue>())
            .Select(parameter => new SettlementParameter(parameter.Key, parameter.Value.Decimal, parameter.Value.DecimalScale ?? 0))];

    private static NewOrderDiscount Read(CreatePlatformOrderTransferBodyDiscount discount) =>
        new(DiscountSharePolicyId.From(discount.SharePolicyId), new Won(discount.Amount), new Won(discount.TaxFreeAmount ?? 0));

    private static CancelDiscount Read(CreatePlatformOrderCancelTransferBodyDiscount discount) =>
        new(DiscountSharePolicyId.From(discount.SharePolicyId), new Won(discount.Amount), new Won(discount.TaxFreeAmount ?? 0));

    private static IReadOnlyList<UserDefinedProperty> Read(IReadOnlyList<PlatformUserDefinedPropertyKeyValue>? properties) =>
        [.. (properties ?? []).Select(property => new UserDefinedProperty(property.Key, property.Value.String))];

    private static TransferRefusal? OutOfRange(CreatePlatformOrderTransferBodyDiscount discount) =>
        OutOfRange("discounts.amount", discount.Amount) ?? OutOfRange("discounts.taxFreeAmount", discount.TaxFreeAmount);

    /// <summary>Before it becomes <see cref="Won"/>: any number can come from outside.</summary>
    private static TransferRefusal? OutOfRange(string field, long? amount) =>
        amount is > TransferLimits.AmountMax or < -TransferLimits.AmountMax
            ? new TransferRefusal.AmountOutOfRange(field, amount.Value, TransferLimits.AmountMax)
            : null;
}
