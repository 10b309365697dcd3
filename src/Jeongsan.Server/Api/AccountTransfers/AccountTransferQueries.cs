using Jeongsan.Application.Adapters.Bank;
using Jeongsan.Domain.AccountTransfers;
using Jeongsan.Domain.Payouts;
using Jeongsan.Server.Api.Contracts;
using Jeongsan.Server.Api.Payouts;

namespace Jeongsan.Server.Api.AccountTransfers;

/// <summary>The lists' filters, all in the database.</summary>
internal static class AccountTransferQueries
{
    public static IQueryable<AccountTransfer> Filter(IQueryable<AccountTransfer> transfers, PlatformAccountTransferFilter? filter, BankOptions bank)
    {
        transfers = ByIds(Within(transfers, filter), filter, bank);
        if (filter?.Types is { Count: > 0 } givenTypes)
        {
            var types = givenTypes.Select(type => Code.Of(type).As<AccountTransferType>()).ToArray();
            transfers = transfers.Where(transfer => types.Contains(transfer.Type));
        }

        if (filter?.DepositorName is { Length: > 0 } depositor)
        {
            transfers = transfers.Where(transfer => transfer.DepositorName != null && transfer.DepositorName.Contains(depositor));
        }

        if (filter?.DepositAccountHolder is { Length: > 0 } holder)
        {
            transfers = transfers.Where(transfer => transfer.RecipientHolder != null && transfer.RecipientHolder.Contains(holder));
        }

        if (filter?.DepositMemo is { Length: > 0 } depositMemo)
        {
            transfers = transfers.Where(transfer => transfer.DepositMemo != null && transfer.DepositMemo.Contains(depositMemo));
        }

        if (filter?.WithdrawalMemo is { Length: > 0 } withdrawalMemo)
        {
            transfers = transfers.Where(transfer => transfer.WithdrawalMemo != null && transfer.WithdrawalMemo.Contains(withdrawalMemo));
        }

        return transfers;
    }

    public static IQueryable<AccountTransfer> InStatuses(IQueryable<AccountTransfer> transfers, PlatformAccountTransferFilter? filter)
    {
        if (filter?.Statuses is not { Count: > 0 } given)
        {
            return transfers;
        }

        var statuses = Enum.GetValues<AccountTransferStatus>().Where(status => given.Contains(Code.Of(status).As<PlatformAccountTransferStatus>())).ToArray();
        return transfers.Where(transfer => statuses.Contains(transfer.Status));
    }

    public static IQueryable<BulkPayout> Filter(IQueryable<BulkPayout> bulks, PlatformBulkAccountTransferFilterInput? filter) =>
        PayoutQueries.Filter(bulks, new PlatformBulkPayoutFilterInput
        {
            Criteria = new PlatformBulkPayoutFilterInputCriteria
            {
                BulkPayoutId = filter?.Criteria?.BulkAccountTransferId,
                TimestampRange = filter?.Criteria?.TimestampRange,
                StatusUpdatedTimestampRange = filter?.Criteria?.StatusUpdatedTimestampRange,
            },
        });

    public static IQueryable<BulkPayout> InStatuses(IQueryable<BulkPayout> bulks, PlatformBulkAccountTransferFilterInput? filter)
    {
        if (filter?.Statuses is not { Count: > 0 } given)
        {
            return bulks;
        }

        var statuses = Enum.GetValues<BulkPayoutStatus>().Where(status => given.Contains(AccountTransferMapping.StatusOf(status))).ToArray();
        return bulks.Where(bulk => statuses.Contains(bulk.Status));
    }

    private static IQueryable<AccountTransfer> ByIds(IQueryable<AccountTransfer> transfers, PlatformAccountTransferFilter? filter, BankOptions bank)
    {
        if (filter?.AccountTransferId is { Length: > 0 } givenId)
        {
            var id = AccountTransferId.From(givenId);
            transfers = transfers.Where(transfer => transfer.Id == id);
        }

        if (filter?.AccountTransferIds is { Count: > 0 } givenIds)
        {
            var ids = givenIds.Select(AccountTransferId.From).ToArray();
            transfers = transfers.Where(transfer => ids.Contains(transfer.Id));
        }

        if (filter?.BankAccountId is { Length: > 0 } account && account != bank.AccountId)
        {
            transfers = transfers.Where(_ => false);
        }

        if (filter?.BulkAccountTransferId is { Length: > 0 } givenBulk)
        {
            BulkPayoutId? bulk = BulkPayoutId.From(givenBulk);
            transfers = transfers.Where(transfer => transfer.BulkPayoutId == bulk);
        }

        if (filter?.PayoutId is { Length: > 0 } givenPayout)
        {
            PayoutId? payout = PayoutId.From(givenPayout);
            transfers = transfers.Where(transfer => transfer.PayoutId == payout);
        }

        return transfers;
    }

    /// <summary>Nothing is scheduled at the bank: a payout's order goes out when its time has come.</summary>
    private static IQueryable<AccountTransfer> Within(IQueryable<AccountTransfer> transfers, PlatformAccountTransferFilter? filter)
    {
        if (filter?.ScheduledTimestampRange is not null)
        {
            transfers = transfers.Where(_ => false);
        }

        if (filter?.TradeTimestampRange is { } traded)
        {
            var (from, until) = traded.InUtc();
            transfers = transfers.Where(transfer => transfer.TradedAt >= from && transfer.TradedAt <= until);
        }

        if (filter?.CreatedTimestampRange is { } made)
        {
            var (from, until) = made.InUtc();
            transfers = transfers.Where(transfer => transfer.CreatedAt >= from && transfer.CreatedAt <= until);
        }

        if (filter?.StatusUpdatedTimestampRange is { } moved)
        {
            var (from, until) = moved.InUtc();
            transfers = transfers.Where(transfer => transfer.StatusUpdatedAt >= from && transfer.StatusUpdatedAt <= until);
        }

        return transfers;
    }
}
