using System.Diagnostics;
using Jeongsan.Application.Adapters.Bank;
using Jeongsan.Domain.AccountTransfers;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Payouts;
using Jeongsan.Server.Api.Contracts;

namespace Jeongsan.Server.Api.AccountTransfers;

internal readonly record struct AccountTransferTally(AccountTransferStatus Status, long AmountWon);

/// <summary>Account transfers from the domain to the wire.</summary>
internal static class AccountTransferMapping
{
    public static PlatformAccountTransfer Write(AccountTransfer transfer, BankOptions bank) => transfer.Type switch
    {
        AccountTransferType.Deposit => new PlatformDepositAccountTransfer
        {
            Id = transfer.Id.Value,
            BankAccountId = bank.AccountId,
            BankAccountGraphqlId = AccountGraphqlId(bank),
            BankAccount = Write(bank),
            Currency = Code.Of(transfer.Currency).As<CurrencyCode>(),
            Amount = transfer.Amount.Value,
            DepositMemo = transfer.DepositMemo,
            TradedAt = transfer.TradedAt,
            CreatedAt = transfer.CreatedAt,
            UpdatedAt = transfer.StatusUpdatedAt,
            DepositorName = transfer.DepositorName ?? "",
            IsForTest = transfer.Mode == Mode.Test,
            StatusUpdatedAt = transfer.StatusUpdatedAt,
            Status = Code.Of(transfer.Status).As<PlatformAccountTransferStatus>(),
        },
        AccountTransferType.Withdrawal => Withdrawal(transfer, bank),
        _ => throw new UnreachableException(transfer.Type.ToString()),
    };

    public static PlatformBulkAccountTransfer Write(BulkPayout bulk, IReadOnlyList<AccountTransferTally> tallies, BankOptions bank) => new()
    {
        Id = bulk.Id.Value,
        GraphqlId = BulkGraphqlId(bulk.Id),
        CreatorId = bulk.CreatorId,
        BankAccountId = bank.AccountId,
        BankAccountGraphqlId = AccountGraphqlId(bank),
        TotalAmount = tallies.Sum(tally => tally.AmountWon),
        Status = StatusOf(bulk.Status),
        Stats = new PlatformBulkAccountTransferStats
        {
            Amount = Stats(status => tallies.Where(tally => tally.Status == status).Sum(tally => tally.AmountWon)),
            Count = Stats(status => tallies.Count(tally => tally.Status == status)),
        },
        StatusUpdatedAt = bulk.StatusUpdatedAt,
        CreatedAt = bulk.CreatedAt,
        UpdatedAt = bulk.UpdatedAt,
    };

    public static PlatformBulkAccountTransferStatus StatusOf(BulkPayoutStatus status) => status switch
    {
        BulkPayoutStatus.Preparing or BulkPayoutStatus.Prepared => PlatformBulkAccountTransferStatus.Prepared,
        BulkPayoutStatus.Ongoing => PlatformBulkAccountTransferStatus.Ongoing,
        BulkPayoutStatus.PostProcessPending or BulkPayoutStatus.Completed or BulkPayoutStatus.Cancelled => PlatformBulkAccountTransferStatus.Completed,
        _ => throw new UnreachableException(status.ToString()),
    };

    public static PlatformAccountTransferStatusStats Stats(Func<AccountTransferStatus, long> of) => new()
    {
        Prepared = 0,
        Scheduled = 0,
        Cancelled = 0,
        Stopped = 0,
        Processing = of(AccountTransferStatus.Processing),
        AsyncProcessing = 0,
        Succeeded = of(AccountTransferStatus.Succeeded),
        Failed = of(AccountTransferStatus.Failed),
    };

    private static PlatformWithdrawalAccountTransfer Withdrawal(AccountTransfer transfer, BankOptions bank) => new()
    {
        Id = transfer.Id.Value,
        BankAccountId = bank.AccountId,
        BankAccountGraphqlId = AccountGraphqlId(bank),
        BankAccount = Write(bank),
        SequenceNumber = transfer.SequenceNumber,
        Currency = Code.Of(transfer.Currency).As<CurrencyCode>(),
        DepositBank = Code.Of(transfer.Recipient!.Bank).As<BankCode>(),
        DepositAccountNumber = transfer.Recipient.Number,
        DepositAccountHolder = transfer.Recipient.Holder,
        Amount = transfer.Amount.Value,
        WithdrawalMemo = transfer.WithdrawalMemo,
        DepositMemo = transfer.DepositMemo,
        FailReason = transfer.FailReason,
        TradedAt = transfer.TradedAt,
        CreatedAt = transfer.CreatedAt,
        UpdatedAt = transfer.StatusUpdatedAt,
        IsForTest = transfer.Mode == Mode.Test,
        WithdrawalType = PlatformWithdrawalType.PartnerPayout,
        PartnerId = transfer.PartnerId?.Value,
        PartnerGraphqlId = transfer.PartnerId is { } partner ? GraphqlId.Of("PlatformPartner", partner.Value) : null,
        BulkPayoutId = transfer.BulkPayoutId?.Value,
        BulkPayoutGraphqlId = transfer.BulkPayoutId is { } bulk ? GraphqlId.Of("PlatformBulkPayout", bulk.Value) : null,
        PayoutId = transfer.PayoutId?.Value,
        PayoutGraphqlId = transfer.PayoutId is { } payout ? GraphqlId.Of("PlatformPayout", payout.Value) : null,
        BulkAccountTransferId = transfer.BulkPayoutId?.Value,
        BulkAccountTransferGraphqlId = transfer.BulkPayoutId is { } together ? BulkGraphqlId(together) : null,
        StatusUpdatedAt = transfer.StatusUpdatedAt,
        Status = Code.Of(transfer.Status).As<PlatformAccountTransferStatus>(),
    };

    private static PlatformBankAccountDetail Write(BankOptions bank) => new()
    {
        AccountNumber = bank.AccountNumber,
        Bank = Code.Of(bank.AccountBank).As<BankCode>(),
        Provider = PlatformBankAccountProvider.Mock,
    };

    private static string AccountGraphqlId(BankOptions bank) => GraphqlId.Of("PlatformBankAccount", bank.AccountId);

    private static string BulkGraphqlId(BulkPayoutId bulk) => GraphqlId.Of("PlatformBulkAccountTransfer", bulk.Value);
}
