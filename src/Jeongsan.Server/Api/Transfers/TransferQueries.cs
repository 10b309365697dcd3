using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Policies;
using Jeongsan.Domain.Settlements;
using Jeongsan.Domain.Transfers;
using Jeongsan.Server.Api.Contracts;

namespace Jeongsan.Server.Api.Transfers;

/// <summary>The list's filter: columns in the database, members of JSON columns row by row.</summary>
internal static class TransferQueries
{
    public static IQueryable<Transfer> Where(this IQueryable<Transfer> transfers, PlatformTransferFilterInput? filter)
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

    /// <summary>Null when nothing is asked of the JSON columns.</summary>
    public static Func<Transfer, bool>? Condition(PlatformTransferFilterInput? filter)
    {
        var conditions = new List<Func<Transfer, bool>>();
        if (filter?.PartnerTags is { Count: > 0 } tags)
        {
            conditions.Add(transfer => transfer.Partner.Profile.Tags.Any(tags.Contains));
        }

        if (filter?.DiscountSharePolicyIds is { Count: > 0 } shares)
        {
            conditions.Add(transfer => transfer.Discounts.Concat(transfer.Lines.SelectMany(line => line.Discounts)).Any(discount => shares.Contains(discount.Policy.Id.Value)));
        }

        if (filter?.AdditionalFeePolicyIds is { Count: > 0 } fees)
        {
            conditions.Add(transfer => transfer.AdditionalFees.Concat(transfer.Lines.SelectMany(line => line.AdditionalFees)).Any(fee => fees.Contains(fee.Policy.Id.Value)));
        }

        if (filter?.PaymentMethodTypes is { Count: > 0 } methods)
        {
            var types = methods.Select(ApiJson.Code).ToHashSet(StringComparer.Ordinal);
            conditions.Add(transfer => transfer.Payment?.Method is { } method && types.Contains(method.Type));
        }

        if (filter?.ChannelKeys is { Count: > 0 } channels)
        {
            conditions.Add(transfer => transfer.Payment?.ChannelKey is { } channel && channels.Contains(channel));
        }

        if (filter?.UserDefinedProperty is { } exact)
        {
            conditions.Add(transfer => transfer.Properties.Any(property => property.Key == exact.Key && property.Value == exact.Value));
        }

        AddKeywords(filter?.Keyword, conditions);
        return conditions.Count == 0 ? null : transfer => conditions.TrueForAll(condition => condition(transfer));
    }

    private static void AddKeywords(PlatformTransferFilterInputKeyword? keyword, List<Func<Transfer, bool>> conditions)
    {
        void Containing(string? part, Func<Transfer, IEnumerable<string?>> textsOf)
        {
            if (part is { Length: > 0 })
            {
                conditions.Add(transfer => textsOf(transfer).Any(text => text?.Contains(part, StringComparison.OrdinalIgnoreCase) == true));
            }
        }

        Containing(keyword?.ProductId, transfer => transfer.Lines.Select(line => (string?)line.Product.Id.Value));
        Containing(keyword?.ProductName, transfer => transfer.Lines.Select(line => (string?)line.Product.Name));
        Containing(keyword?.PartnerName, transfer => [transfer.Partner.Profile.Name]);
        Containing(keyword?.PartnerMemo, transfer => [transfer.Partner.Profile.Memo]);
        Containing(keyword?.All, transfer =>
        [
            transfer.Id.Value, transfer.PaymentId?.Value, transfer.Memo, transfer.PartnerId.Value, transfer.Partner.Profile.Name,
            transfer.Partner.Profile.Memo, transfer.PartnerSettlementId?.Value, transfer.PayoutId?.Value,
            .. transfer.Lines.SelectMany(line => new[] { line.Product.Id.Value, line.Product.Name }),
        ]);
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
