using Jeongsan.Application.Storage;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Settlements;
using Jeongsan.Domain.Transfers;
using Microsoft.EntityFrameworkCore;

namespace Jeongsan.Application.Settlements;

/// <summary>Sums in the database.</summary>
internal static class GatheringSums
{
    /// <param name="mine">What the run moved.</param>
    public static async Task<Dictionary<PartnerSettlementId, TransferSums>> BySettlementAsync(
        Work work, string run, IQueryable<Transfer> mine, PartnerSettlementId[] settlements, CancellationToken ct)
    {
        var formulas = await FormulasAsync(work, run, settlements, ct);
        var sums = await SumAsync(mine.Where(row => settlements.Contains(row.PartnerSettlementId!.Value)), ct);
        return sums.ToDictionary(row => row.Key, row => row.Value with { FormulaResults = [.. formulas[row.Key]] });
    }

    /// <summary>What the transfers come to by settlement; nothing of the platform's own formulas.</summary>
    public static async Task<Dictionary<PartnerSettlementId, TransferSums>> SumAsync(IQueryable<Transfer> gathered, CancellationToken ct)
    {
        var rows = await gathered
            .GroupBy(row => row.PartnerSettlementId)
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
        return rows.ToDictionary(
            row => row.Key!.Value,
            row => new TransferSums(row.Count, row.From, row.Until, new Won(row.Signed), new Won(row.SignedTaxFree), new SettlementAmounts
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
            }, []));
    }

    /// <summary>The platform's own formulas: their results stand in a JSON column.</summary>
    private static async Task<ILookup<PartnerSettlementId, FormulaResult>> FormulasAsync(Work work, string run, PartnerSettlementId[] settlements, CancellationToken ct)
    {
        string[] ids = [.. settlements.Select(id => id.Value)];
        var (merchant, mode) = (work.Tenant.Merchant.Value, work.Tenant.Mode.ToString());
        var rows = work.Db is PostgresJeongsanContext
            ? work.Db.Database.SqlQuery<FormulaSum>($"""
                SELECT t.partner_settlement_id AS "Settlement", r ->> 'key' AS "Key", sum((r ->> 'amount')::bigint)::bigint AS "Amount"
                FROM transfers AS t CROSS JOIN LATERAL jsonb_array_elements(t.formula_results::jsonb) AS r
                WHERE t.merchant_id = {merchant} AND t.mode = {mode} AND t.partner_settlement_id = ANY({ids}) AND t.gathering_id = {run} AND t.formula_results <> '[]'
                GROUP BY 1, 2
                """)
            : work.Db.Database.SqlQuery<FormulaSum>($"""
                SELECT t.partner_settlement_id AS "Settlement", r.value ->> '$.key' AS "Key", sum(r.value ->> '$.amount') AS "Amount"
                FROM transfers AS t, json_each(t.formula_results) AS r
                WHERE t.merchant_id = {merchant} AND t.mode = {mode} AND t.partner_settlement_id IN (SELECT value FROM json_each({StorageJson.Write(ids)}))
                AND t.gathering_id = {run} AND t.formula_results <> '[]'
                GROUP BY 1, 2
                """);
        return (await rows.ToListAsync(ct)).OrderBy(row => row.Key, StringComparer.Ordinal)
            .ToLookup(row => new PartnerSettlementId(row.Settlement), row => new FormulaResult(row.Key, new Won(row.Amount)));
    }

    private sealed record FormulaSum(string Settlement, string Key, long Amount);
}
