using Jeongsan.Application.Storage;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Policies;
using Jeongsan.Domain.Settlements;
using Jeongsan.Domain.Transfers;
using Jeongsan.Server.Api.Contracts;

namespace Jeongsan.Server.Api.Transfers;

/// <summary>The list's filter, all of it in the database.</summary>
internal static class TransferQueries
{
    /// <summary>In the order of the list.</summary>
    public static IOrderedQueryable<Transfer> Of(JeongsanContext db, PlatformTransferFilterInput? filter) =>
        Json(db, filter).Rows<Transfer>(db).Where(filter).OrderByDescending(transfer => transfer.SettlementDate).ThenBy(transfer => transfer.Id);

    private static IQueryable<Transfer> Where(this IQueryable<Transfer> transfers, PlatformTransferFilterInput? filter)
    {
        if (filter is null)
        {
            return transfers;
        }

        if (filter.SettlementStartDateRange is { } started)
        {
            transfers = transfers.Where(transfer => transfer.SettlementStartDate >= started.From && transfer.SettlementStartDate <= started.Until);
        }

        if (filter.SettlementDateRange is { } settled)
        {
            transfers = transfers.Where(transfer => transfer.SettlementDate >= settled.From && transfer.SettlementDate <= settled.Until);
        }

        if (filter.ContractIds is { Count: > 0 } givenContracts)
        {
            var contracts = givenContracts.Select(id => (ContractId?)ContractId.From(id)).ToArray();
            transfers = transfers.Where(transfer => contracts.Contains(transfer.ContractId));
        }

        if (filter.Types is { Count: > 0 } givenTypes)
        {
            var kinds = givenTypes.Select(type => Code.Of(type).As<TransferKind>()).ToArray();
            transfers = transfers.Where(transfer => kinds.Contains(transfer.Kind));
        }

        if (filter.Statuses is { Count: > 0 } givenStatuses)
        {
            var statuses = givenStatuses.Select(status => Code.Of(status).As<TransferStatus>()).ToArray();
            transfers = transfers.Where(transfer => statuses.Contains(transfer.Status));
        }

        return transfers.Where(filter.Keyword);
    }

    private static JsonFilter Json(JeongsanContext db, PlatformTransferFilterInput? filter)
    {
        var json = JsonFilter.For(db)
            .Among(filter?.PartnerTags, JsonText.Each("partner", "", "profile.tags"))
            .Among(filter?.DiscountSharePolicyIds, JsonText.Each("discounts", "policy.id"), JsonText.EachOfEach("lines", "discounts", "policy.id"))
            .Among(filter?.AdditionalFeePolicyIds, JsonText.Each("additional_fees", "policy.id"), JsonText.EachOfEach("lines", "additionalFees", "policy.id"))
            .Among(filter?.PaymentMethodTypes?.Select(ApiJson.Code), new JsonText("payment", "method.type"))
            .Among(filter?.ChannelKeys, new JsonText("payment", "channelKey"));
        if (filter?.UserDefinedProperty is { } exact)
        {
            json.HasItem("properties", ("key", exact.Key), ("value", exact.Value));
        }

        var (name, memo) = (new JsonText("partner", "profile.name"), new JsonText("partner", "profile.memo"));
        var (productId, productName) = (JsonText.Each("lines", "product.id"), JsonText.Each("lines", "product.name"));
        return json
            .Containing(filter?.Keyword?.ProductId, productId)
            .Containing(filter?.Keyword?.ProductName, productName)
            .Containing(filter?.Keyword?.PartnerName, name)
            .Containing(filter?.Keyword?.PartnerMemo, memo)
            .Containing(
                filter?.Keyword?.All, new JsonText("id"), new JsonText("payment_id"), new JsonText("memo"), new JsonText("partner_id"), name, memo,
                new JsonText("partner_settlement_id"), new JsonText("payout_id"), productId, productName);
    }

    private static IQueryable<Transfer> Where(this IQueryable<Transfer> transfers, PlatformTransferFilterInputKeyword? keyword)
    {
        // Ids are looked up exactly: a part of an id would have to read every row.
        if (keyword?.PaymentId is { Length: > 0 } givenPayment)
        {
            var payment = PaymentId.From(givenPayment);
            transfers = transfers.Where(transfer => transfer.PaymentId == payment);
        }

        if (keyword?.TransferId is { Length: > 0 } givenTransfer)
        {
            var id = TransferId.From(givenTransfer);
            transfers = transfers.Where(transfer => transfer.Id == id);
        }

        if (keyword?.PartnerId is { Length: > 0 } givenPartner)
        {
            var partner = PartnerId.From(givenPartner);
            transfers = transfers.Where(transfer => transfer.PartnerId == partner);
        }

        if (keyword?.PartnerSettlementId is { Length: > 0 } givenSettlement)
        {
            var settlement = PartnerSettlementId.From(givenSettlement);
            transfers = transfers.Where(transfer => transfer.PartnerSettlementId == settlement);
        }

        if (keyword?.PayoutId is { Length: > 0 } givenPayout)
        {
            var payout = PayoutId.From(givenPayout);
            transfers = transfers.Where(transfer => transfer.PayoutId == payout);
        }

        if (keyword?.TransferMemo is { Length: > 0 } memo)
        {
            transfers = transfers.Where(transfer => transfer.Memo != null && transfer.Memo.Contains(memo));
        }

        return transfers;
    }
}
