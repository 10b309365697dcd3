using Jeongsan.Domain.Money;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Policies;
using Jeongsan.Domain.Transfers;

namespace Jeongsan.Domain.Settlements;

/// <summary>Which transfers are settled together.</summary>
/// <param name="OnlyTransferId">Set where each manual transfer becomes its own settlement.</param>
public readonly record struct GatheringKey(
    PartnerId PartnerId,
    ContractId? ContractId,
    TransferKind Kind,
    DateOnly SettlementDate,
    Currency Currency,
    TransferId? OnlyTransferId = null)
{
    public static GatheringKey Of(Transfer transfer, bool manualSettlementPerTransfer) => new(
        transfer.PartnerId,
        transfer.ContractId,
        transfer.Kind,
        transfer.SettlementDate,
        transfer.SettlementCurrency,
        transfer.Kind == TransferKind.Manual && manualSettlementPerTransfer ? transfer.Id : null);
}

/// <summary>정산 모으기 in the small: what amounts of several transfers come to.</summary>
public static class Gathering
{
    internal static IReadOnlyList<FormulaResult> Sum(IEnumerable<FormulaResult> results) =>
        [.. results.GroupBy(result => result.Key).Select(group => new FormulaResult(group.Key, group.Total(result => result.Amount)))];
}
