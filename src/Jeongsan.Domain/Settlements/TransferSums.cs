using Jeongsan.Domain.Money;
using Jeongsan.Domain.Transfers;

namespace Jeongsan.Domain.Settlements;

/// <summary>What several transfers of one <see cref="GatheringKey"/> come to, summed elsewhere.</summary>
/// <param name="StartDateFrom">The first start date among them; null for manual ones.</param>
/// <param name="StartDateUntil">The last one, included.</param>
public sealed record TransferSums(
    int TransferCount,
    DateOnly? StartDateFrom,
    DateOnly? StartDateUntil,
    Won SignedSettlement,
    Won SignedSettlementTaxFree,
    SettlementAmounts Amounts,
    IReadOnlyList<FormulaResult> FormulaResults)
{
    public static TransferSums Of(Transfer only) => new(
        1, only.SettlementStartDate, only.SettlementStartDate, only.SignedSettlement, only.SignedSettlementTaxFree, only.Amounts, only.FormulaResults);
}
