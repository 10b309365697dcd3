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

/// <summary>정산 모으기: which transfers are due, and into which settlement each goes.</summary>
public static class Gathering
{
    /// <summary>Order transfers and cancellations when their settlement date has come; manual ones at once.</summary>
    public static bool IsDue(Transfer transfer, DateOnly today) =>
        transfer.Status is TransferStatus.Scheduled or TransferStatus.InProcess
        && (transfer.Kind == TransferKind.Manual || transfer.SettlementDate <= today);

    /// <summary>Puts every due transfer into the open settlement of its key, or opens one. Settles the transfers.</summary>
    /// <param name="open">Settlements that still accept transfers, by key.</param>
    /// <returns>All settlements that were opened or grew, each once.</returns>
    public static IReadOnlyList<PartnerSettlement> Gather(
        IEnumerable<Transfer> due,
        IReadOnlyDictionary<GatheringKey, PartnerSettlement> open,
        bool manualSettlementPerTransfer,
        Func<PartnerSettlementId> newId,
        DateTimeOffset at)
    {
        var touched = new Dictionary<GatheringKey, PartnerSettlement>();
        foreach (var transfer in due)
        {
            var key = GatheringKey.Of(transfer, manualSettlementPerTransfer);
            if (touched.TryGetValue(key, out var settlement) || open.TryGetValue(key, out settlement))
            {
                settlement.Add(transfer);
            }
            else
            {
                settlement = PartnerSettlement.Open(newId(), key, transfer, at);
            }

            touched[key] = settlement;
            _ = transfer.Settle(settlement.Id, at).Value;
        }

        return [.. touched.Values];
    }

    internal static IReadOnlyList<FormulaResult> Sum(IEnumerable<FormulaResult> results) =>
        [.. results.GroupBy(result => result.Key).Select(group => new FormulaResult(group.Key, group.Total(result => result.Amount)))];
}
