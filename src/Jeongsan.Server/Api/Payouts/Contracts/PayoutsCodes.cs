namespace Jeongsan.Server.Api.Contracts;

internal enum PlatformAccountTransferStatus
{
    Prepared,
    Scheduled,
    Cancelled,
    Stopped,
    Processing,
    AsyncProcessing,
    Succeeded,
    Failed,
}

internal enum PlatformAccountTransferType
{
    Deposit,
    Withdrawal,
}

internal enum PlatformBankAccountProvider
{
    HyphenData,
    HyphenFirm,
    Dozn,
    Mock,
}

internal enum PlatformBulkAccountTransferStatus
{
    Prepared,
    Scheduled,
    Ongoing,
    Completed,
}

internal enum PlatformBulkPayoutStatus
{
    Preparing,
    Prepared,
    Ongoing,
    PostProcessPending,
    Cancelled,
    Completed,
}

internal enum PlatformPayoutMethod
{
    Direct,
    Agency,
}

internal enum PlatformPayoutSettlementStatementStatus
{
    Unsent,
    Sent,
    SendFailed,
    SendPrepared,
}

internal enum PlatformPayoutStatus
{
    Confirmed,
    Prepared,
    Cancelled,
    Stopped,
    Processing,
    Succeeded,
    Failed,
    Scheduled,
}

internal enum PlatformPayoutTaxInvoiceStatus
{
    None,
    Drafted,
    DraftPending,
    DraftFailed,
    Requested,
    RequestPending,
    RequestFailed,
    RequestCancelled,
    RequestRefused,
    Issued,
    IssuePending,
    IssueFailed,
    IssuanceCancelled,
    CancelPending,
    BeforeSending,
    WaitingSending,
    Sending,
    SendingPending,
    SendingCompleted,
    SendingFailed,
}

internal enum PlatformWithdrawalType
{
    PartnerPayout,
    Remit,
}
