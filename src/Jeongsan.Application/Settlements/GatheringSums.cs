using Jeongsan.Domain.Money;
using Jeongsan.Domain.Settlements;
using Jeongsan.Domain.Transfers;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Settlements;

/// <summary>What the transfers of one future settlement come to.</summary>
internal sealed record GatheredGroup(GatheringKey Key, TransferSums Sums);

/// <summary>Sums in the database.</summary>
internal static class GatheringSums
{
    public static async Task<List<GatheredGroup>> ByKeyAsync(IQueryable<Transfer> transfers, CancellationToken ct)
    {
        var rows = await transfers
            .GroupBy(row => new { row.PartnerId, row.ContractId, row.Kind, row.SettlementDate, row.SettlementCurrency })
            .Select(group => new
            {
                group.Key,
                Count = group.Count(),
                From = group.Min(row => row.SettlementStartDate),
                Until = group.Max(row => row.SettlementStartDate),
                Signed = group.Sum(row => (long)(object)row.SignedSettlement),
                SignedTaxFree = group.Sum(row => (long)(object)row.SignedSettlementTaxFree),
                Settlement = group.Sum(row => (long)(object)row.Amounts.Settlement),
                SettlementTaxFree = group.Sum(row => (long)(object)row.Amounts.SettlementTaxFree),
                Payment = group.Sum(row => (long)(object)row.Amounts.Payment),
                PaymentVat = group.Sum(row => (long)(object)row.Amounts.PaymentVat),
                PaymentVatBurden = group.Sum(row => (long)(object)row.Amounts.PaymentVatBurden),
                PaymentTaxFree = group.Sum(row => (long)(object)row.Amounts.PaymentTaxFree),
                PaymentSupply = group.Sum(row => (long)(object)row.Amounts.PaymentSupply),
                Order = group.Sum(row => (long)(object)row.Amounts.Order),
                OrderTaxFree = group.Sum(row => (long)(object)row.Amounts.OrderTaxFree),
                PlatformFee = group.Sum(row => (long)(object)row.Amounts.PlatformFee),
                PlatformFeeVat = group.Sum(row => (long)(object)row.Amounts.PlatformFeeVat),
                AdditionalFee = group.Sum(row => (long)(object)row.Amounts.AdditionalFee),
                AdditionalFeeVat = group.Sum(row => (long)(object)row.Amounts.AdditionalFeeVat),
                Discount = group.Sum(row => (long)(object)row.Amounts.Discount),
                DiscountTaxFree = group.Sum(row => (long)(object)row.Amounts.DiscountTaxFree),
                DiscountShare = group.Sum(row => (long)(object)row.Amounts.DiscountShare),
                DiscountShareTaxFree = group.Sum(row => (long)(object)row.Amounts.DiscountShareTaxFree),
            })
            .ToListAsync(ct);
        return [.. rows.Select(row => new GatheredGroup(
            new GatheringKey(row.Key.PartnerId, row.Key.ContractId, row.Key.Kind, row.Key.SettlementDate, row.Key.SettlementCurrency),
            new TransferSums(row.Count, row.From, row.Until, new Won(row.Signed), new Won(row.SignedTaxFree), new SettlementAmounts
            {
                Settlement = new Won(row.Settlement),
                SettlementTaxFree = new Won(row.SettlementTaxFree),
                Payment = new Won(row.Payment),
                PaymentVat = new Won(row.PaymentVat),
                PaymentVatBurden = new Won(row.PaymentVatBurden),
                PaymentTaxFree = new Won(row.PaymentTaxFree),
                PaymentSupply = new Won(row.PaymentSupply),
                Order = new Won(row.Order),
                OrderTaxFree = new Won(row.OrderTaxFree),
                PlatformFee = new Won(row.PlatformFee),
                PlatformFeeVat = new Won(row.PlatformFeeVat),
                AdditionalFee = new Won(row.AdditionalFee),
                AdditionalFeeVat = new Won(row.AdditionalFeeVat),
                Discount = new Won(row.Discount),
                DiscountTaxFree = new Won(row.DiscountTaxFree),
                DiscountShare = new Won(row.DiscountShare),
                DiscountShareTaxFree = new Won(row.DiscountShareTaxFree),
            }, [])))];
    }

    public static async Task<List<GatheredGroup>> EachAsync(IQueryable<Transfer> transfers, CancellationToken ct)
    {
        var rows = await transfers.AsNoTracking().ToListAsync(ct);
        return [.. rows.Select(row => new GatheredGroup(
            GatheringKey.Of(row, manualSettlementPerTransfer: true), TransferSums.Of(row)))];
    }
}
