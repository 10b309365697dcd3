using System.Diagnostics;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Transfers;
using Jeongsan.Server.Api.Contracts;
using Jeongsan.Server.Api.Partners;
using Jeongsan.Server.Api.Policies;

namespace Jeongsan.Server.Api.Transfers;

/// <summary>Transfers from the domain to the wire.</summary>
internal static class TransferMapping
{
    public static PlatformTransfer Write(Transfer transfer) => transfer.Kind switch
    {
        TransferKind.Order => WriteOrder(transfer),
        TransferKind.OrderCancel => WriteOrderCancel(transfer),
        TransferKind.Manual => WriteManual(transfer),
        _ => throw new UnreachableException(transfer.Kind.ToString()),
    };

    public static PlatformOrderTransfer WriteOrder(Transfer transfer) => new()
    {
        Id = transfer.Id.Value,
        GraphqlId = GraphqlId.Of("PlatformOrderTransfer", transfer.Id.Value),
        Partner = PartnerMapping.Write(transfer.Partner, transfer.Mode),
        Status = Code.Of(transfer.Status).As<PlatformTransferStatus>(),
        Memo = transfer.Memo,
        SettlementDate = transfer.SettlementDate,
        SettlementCurrency = Code.Of(transfer.SettlementCurrency).As<CurrencyCode>(),
        PayoutId = transfer.PayoutId?.Value,
        PayoutGraphqlId = PayoutGraphqlId(transfer),
        IsForTest = transfer.Mode == Mode.Test,
        UserDefinedProperties = PartnerMapping.WriteList(transfer.Properties),
        Amount = Write(transfer.Amounts, transfer.FormulaResults),
        Contract = PolicyMapping.Write(transfer.Contract!, transfer.Mode),
        Payment = PaymentMapping.Write(transfer.Payment!),
        SettlementStartDate = transfer.SettlementStartDate!.Value,
        OrderLines = [.. transfer.Lines.Select(line => Write(line, transfer.Mode))],
        AdditionalFees = [.. transfer.AdditionalFees.Select(fee => Write(fee, transfer.Mode))],
        Discounts = [.. transfer.Discounts.Select(discount => Write(discount, transfer.Mode))],
        Parameters = Write(transfer.Parameters),
    };

    public static PlatformOrderCancelTransfer WriteOrderCancel(Transfer transfer) => new()
    {
        Id = transfer.Id.Value,
        GraphqlId = GraphqlId.Of("PlatformOrderCancelTransfer", transfer.Id.Value),
        Partner = PartnerMapping.Write(transfer.Partner, transfer.Mode),
        Status = Code.Of(transfer.Status).As<PlatformTransferStatus>(),
        Memo = transfer.Memo,
        SettlementDate = transfer.SettlementDate,
        SettlementCurrency = Code.Of(transfer.SettlementCurrency).As<CurrencyCode>(),
        PayoutId = transfer.PayoutId?.Value,
        PayoutGraphqlId = PayoutGraphqlId(transfer),
        IsForTest = transfer.Mode == Mode.Test,
        UserDefinedProperties = PartnerMapping.WriteList(transfer.Properties),
        Amount = Write(transfer.Amounts, transfer.FormulaResults),
        Contract = PolicyMapping.Write(transfer.Contract!, transfer.Mode),
        Payment = PaymentMapping.Write(transfer.Payment!),
        SettlementStartDate = transfer.SettlementStartDate!.Value,
        OrderLines = [.. transfer.Lines.Select(line => Write(line, transfer.Mode))],
        AdditionalFees = [.. transfer.AdditionalFees.Select(fee => Write(fee, transfer.Mode))],
        Discounts = [.. transfer.Discounts.Select(discount => Write(discount, transfer.Mode))],
        Cancellation = new PlatformOrderTransferCancellation
        {
            Id = transfer.Cancellation!.Id.Value,
            CancelledAt = transfer.Cancellation.CancelledAt,
        },
        Parameters = Write(transfer.Parameters),
    };

    public static PlatformManualTransfer WriteManual(Transfer transfer) => new()
    {
        Id = transfer.Id.Value,
        GraphqlId = GraphqlId.Of("PlatformManualTransfer", transfer.Id.Value),
        Partner = PartnerMapping.Write(transfer.Partner, transfer.Mode),
        Status = Code.Of(transfer.Status).As<PlatformTransferStatus>(),
        Memo = transfer.Memo,
        SettlementDate = transfer.SettlementDate,
        SettlementCurrency = Code.Of(transfer.SettlementCurrency).As<CurrencyCode>(),
        PayoutId = transfer.PayoutId?.Value,
        PayoutGraphqlId = PayoutGraphqlId(transfer),
        IsForTest = transfer.Mode == Mode.Test,
        UserDefinedProperties = PartnerMapping.WriteList(transfer.Properties),
        SettlementAmount = transfer.SignedSettlement.Value,
        SettlementTaxFreeAmount = transfer.SignedSettlementTaxFree.Value,
    };

    public static PlatformOrderSettlementAmount Write(SettlementAmounts amounts, IReadOnlyList<FormulaResult> formulas) => new()
    {
        Settlement = amounts.Settlement.Value,
        SettlementTaxFree = amounts.SettlementTaxFree.Value,
        Payment = amounts.Payment.Value,
        PaymentVat = amounts.PaymentVat.Value,
        PaymentVatBurden = amounts.PaymentVatBurden.Value,
        PaymentTaxFree = amounts.PaymentTaxFree.Value,
        PaymentSupply = amounts.PaymentSupply.Value,
        Order = amounts.Order.Value,
        OrderTaxFree = amounts.OrderTaxFree.Value,
        PlatformFee = amounts.PlatformFee.Value,
        PlatformFeeVat = amounts.PlatformFeeVat.Value,
        AdditionalFee = amounts.AdditionalFee.Value,
        AdditionalFeeVat = amounts.AdditionalFeeVat.Value,
        Discount = amounts.Discount.Value,
        DiscountTaxFree = amounts.DiscountTaxFree.Value,
        DiscountShare = amounts.DiscountShare.Value,
        DiscountShareTaxFree = amounts.DiscountShareTaxFree.Value,
        UserDefinedFormulas = formulas.ToDictionary(result => result.Key, result => result.Amount.Value, StringComparer.Ordinal),
    };

    private static PlatformOrderTransferOrderLine Write(TransferLine line, Mode mode) => new()
    {
        Product = new PlatformOrderTransferProduct
        {
            Id = line.Product.Id.Value,
            Name = line.Product.Name,
            Amount = line.Product.Amount.Value,
            TaxFreeAmount = line.Product.TaxFreeAmount.Value,
            Tag = line.Product.Tag,
        },
        Quantity = line.Quantity,
        Discounts = [.. line.Discounts.Select(discount => Write(discount, mode))],
        AdditionalFees = [.. line.AdditionalFees.Select(fee => Write(fee, mode))],
        Amount = Write(line.Amounts, line.FormulaResults ?? []),
        Parameters = line.Parameters is { } parameters ? Write(parameters) : null,
    };

    private static PlatformOrderTransferDiscount Write(TransferDiscount discount, Mode mode) => new()
    {
        SharePolicy = PolicyMapping.Write(discount.Policy, mode),
        Amount = discount.Amount.Value,
        TaxFreeAmount = discount.TaxFreeAmount.Value,
        ShareAmount = discount.ShareAmount.Value,
        ShareTaxFreeAmount = discount.ShareTaxFreeAmount.Value,
    };

    private static PlatformOrderTransferAdditionalFee Write(TransferAdditionalFee fee, Mode mode) => new()
    {
        Policy = PolicyMapping.Write(fee.Policy, mode),
        Amount = fee.Amount.Value,
        Vat = fee.Vat.Value,
    };

    private static IReadOnlyDictionary<string, PlatformSettlementParameterValue> Write(IReadOnlyList<SettlementParameter> parameters) =>
        parameters.ToDictionary(
            parameter => parameter.Key,
            parameter => new PlatformSettlementParameterValue { Decimal = parameter.Unscaled, DecimalScale = parameter.Scale },
            StringComparer.Ordinal);

    private static string? PayoutGraphqlId(Transfer transfer) =>
        transfer.PayoutId is { } payout ? GraphqlId.Of("PlatformPayout", payout.Value) : null;
}
