using System.Diagnostics;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Settlements;
using Jeongsan.Domain.Transfers;
using Jeongsan.Server.Api.Contracts;
using Jeongsan.Server.Api.Partners;
using Jeongsan.Server.Api.Policies;
using Jeongsan.Server.Api.Transfers;

namespace Jeongsan.Server.Api.Settlements;

/// <summary>Partner settlements from the domain to the wire.</summary>
internal static class SettlementMapping
{
    public static PlatformPartnerSettlement Write(PartnerSettlement settlement) => settlement.Kind switch
    {
        TransferKind.Order => new PlatformPartnerOrderSettlement
        {
            Id = settlement.Id.Value,
            GraphqlId = GraphqlId.Of("PlatformPartnerOrderSettlement", settlement.Id.Value),
            Partner = PartnerMapping.Write(settlement.Partner, settlement.Mode),
            SettlementDate = settlement.SettlementDate,
            SettlementCurrency = Code.Of(settlement.SettlementCurrency).As<CurrencyCode>(),
            Status = Code.Of(settlement.Status).As<PlatformPartnerSettlementStatus>(),
            StatusUpdatedAt = settlement.StatusUpdatedAt,
            Memo = settlement.Memo,
            Contract = PolicyMapping.Write(settlement.Contract!, settlement.Mode),
            SettlementStartDateRange = new DateRange { From = settlement.StartDateFrom!.Value, Until = settlement.StartDateUntil!.Value },
            Amount = TransferMapping.Write(settlement.Amounts, settlement.FormulaResults),
            IsForTest = settlement.Mode == Mode.Test,
        },
        TransferKind.OrderCancel => new PlatformPartnerOrderCancelSettlement
        {
            Id = settlement.Id.Value,
            GraphqlId = GraphqlId.Of("PlatformPartnerOrderCancelSettlement", settlement.Id.Value),
            Partner = PartnerMapping.Write(settlement.Partner, settlement.Mode),
            SettlementDate = settlement.SettlementDate,
            SettlementCurrency = Code.Of(settlement.SettlementCurrency).As<CurrencyCode>(),
            Status = Code.Of(settlement.Status).As<PlatformPartnerSettlementStatus>(),
            StatusUpdatedAt = settlement.StatusUpdatedAt,
            Memo = settlement.Memo,
            Contract = PolicyMapping.Write(settlement.Contract!, settlement.Mode),
            SettlementStartDateRange = new DateRange { From = settlement.StartDateFrom!.Value, Until = settlement.StartDateUntil!.Value },
            Amount = TransferMapping.Write(settlement.Amounts, settlement.FormulaResults),
            IsForTest = settlement.Mode == Mode.Test,
        },
        TransferKind.Manual => new PlatformPartnerManualSettlement
        {
            Id = settlement.Id.Value,
            GraphqlId = GraphqlId.Of("PlatformPartnerManualSettlement", settlement.Id.Value),
            Partner = PartnerMapping.Write(settlement.Partner, settlement.Mode),
            SettlementDate = settlement.SettlementDate,
            SettlementCurrency = Code.Of(settlement.SettlementCurrency).As<CurrencyCode>(),
            Status = Code.Of(settlement.Status).As<PlatformPartnerSettlementStatus>(),
            StatusUpdatedAt = settlement.StatusUpdatedAt,
            Memo = settlement.Memo,
            Amount = settlement.SignedSettlement.Value,
            TaxFreeAmount = settlement.SignedSettlementTaxFree.Value,
            IsForTest = settlement.Mode == Mode.Test,
        },
        _ => throw new UnreachableException(settlement.Kind.ToString()),
    };

    public static PlatformPartnerSettlementStatusStats Write(IReadOnlyDictionary<PartnerSettlementStatus, int> counts)
    {
        long Of(PartnerSettlementStatus status) => counts.GetValueOrDefault(status);
        return new PlatformPartnerSettlementStatusStats
        {
            PayoutScheduled = Of(PartnerSettlementStatus.PayoutScheduled),
            PayoutPrepared = Of(PartnerSettlementStatus.PayoutPrepared),
            PayoutWithheld = Of(PartnerSettlementStatus.PayoutWithheld),
            PayoutExcluded = Of(PartnerSettlementStatus.PayoutExcluded),
            PayoutFailed = Of(PartnerSettlementStatus.PayoutFailed),
            PayoutCancelled = Of(PartnerSettlementStatus.Cancelled),
            PayoutConfirmed = Of(PartnerSettlementStatus.Confirmed),
            InPayout = Of(PartnerSettlementStatus.InPayout),
            PaidOut = Of(PartnerSettlementStatus.PaidOut),
        };
    }
}
