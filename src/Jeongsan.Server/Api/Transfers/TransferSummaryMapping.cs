using System.Diagnostics;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Transfers;
using Jeongsan.Server.Api.Contracts;
using Jeongsan.Server.Api.Partners;
using Jeongsan.Server.Api.Policies;

namespace Jeongsan.Server.Api.Transfers;

/// <summary>Transfers as rows of the list.</summary>
internal static class TransferSummaryMapping
{
    public static PlatformTransferSummary Write(Transfer transfer) => transfer.Kind switch
    {
        TransferKind.Order => new PlatformOrderTransferSummary
        {
            Id = transfer.Id.Value,
            GraphqlId = GraphqlId.Of("PlatformOrderTransfer", transfer.Id.Value),
            StoreId = transfer.Payment!.StoreId ?? "",
            Partner = Write(transfer.Partner),
            Contract = PolicyMapping.Write(transfer.Contract!, transfer.Mode),
            Status = Code.Of(transfer.Status).As<PlatformTransferStatus>(),
            Memo = transfer.Memo,
            SettlementDate = transfer.SettlementDate,
            SettlementCurrency = Code.Of(transfer.SettlementCurrency).As<CurrencyCode>(),
            IsForTest = transfer.Mode == Mode.Test,
            PartnerUserDefinedProperties = PartnerMapping.WriteList(transfer.Partner.Profile.Properties),
            UserDefinedProperties = PartnerMapping.WriteList(transfer.Properties),
            Amount = TransferMapping.Write(transfer.Amounts, transfer.FormulaResults),
            Payment = PaymentMapping.WriteSummary(transfer.Payment),
            SettlementStartDate = transfer.SettlementStartDate!.Value,
        },
        TransferKind.OrderCancel => new PlatformOrderCancelTransferSummary
        {
            Id = transfer.Id.Value,
            GraphqlId = GraphqlId.Of("PlatformOrderCancelTransfer", transfer.Id.Value),
            StoreId = transfer.Payment!.StoreId ?? "",
            Partner = Write(transfer.Partner),
            Contract = PolicyMapping.Write(transfer.Contract!, transfer.Mode),
            Status = Code.Of(transfer.Status).As<PlatformTransferStatus>(),
            Memo = transfer.Memo,
            SettlementDate = transfer.SettlementDate,
            SettlementCurrency = Code.Of(transfer.SettlementCurrency).As<CurrencyCode>(),
            IsForTest = transfer.Mode == Mode.Test,
            PartnerUserDefinedProperties = PartnerMapping.WriteList(transfer.Partner.Profile.Properties),
            UserDefinedProperties = PartnerMapping.WriteList(transfer.Properties),
            Amount = TransferMapping.Write(transfer.Amounts, transfer.FormulaResults),
            Payment = PaymentMapping.WriteSummary(transfer.Payment),
            SettlementStartDate = transfer.SettlementStartDate!.Value,
        },
        TransferKind.Manual => new PlatformManualTransferSummary
        {
            Id = transfer.Id.Value,
            GraphqlId = GraphqlId.Of("PlatformManualTransfer", transfer.Id.Value),
            Partner = Write(transfer.Partner),
            Status = Code.Of(transfer.Status).As<PlatformTransferStatus>(),
            Memo = transfer.Memo,
            SettlementDate = transfer.SettlementDate,
            SettlementCurrency = Code.Of(transfer.SettlementCurrency).As<CurrencyCode>(),
            IsForTest = transfer.Mode == Mode.Test,
            PartnerUserDefinedProperties = PartnerMapping.WriteList(transfer.Partner.Profile.Properties),
            UserDefinedProperties = PartnerMapping.WriteList(transfer.Properties),
            SettlementAmount = transfer.SignedSettlement.Value,
            SettlementTaxFreeAmount = transfer.SignedSettlementTaxFree.Value,
        },
        _ => throw new UnreachableException(transfer.Kind.ToString()),
    };

    private static PlatformTransferSummaryPartner Write(PartnerSnapshot partner) => new()
    {
        Id = partner.Id.Value,
        GraphqlId = GraphqlId.Of("PlatformPartner", partner.Id.Value),
        Name = partner.Profile.Name,
        Type = Code.Of(partner.Profile.Type.Name).As<PlatformTransferSummaryPartnerType>(),
        TaxationType = partner.Profile.Type is PartnerType.Business business ? Code.Of(business.TaxationType).As<PlatformPartnerTaxationType>() : null,
        UserDefinedProperties = PartnerMapping.WriteList(partner.Profile.Properties),
    };
}
