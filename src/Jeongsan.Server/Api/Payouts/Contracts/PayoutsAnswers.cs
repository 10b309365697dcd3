using System.Text.Json.Serialization;
using Jeongsan.Domain.Privacy;

namespace Jeongsan.Server.Api.Contracts;

internal sealed record GetPlatformAccountTransfersResponse
{
    public required IReadOnlyList<PlatformAccountTransfer> Items { get; init; }

    public required PageInfo Page { get; init; }

    public required PlatformAccountTransferStatusStats Counts { get; init; }
}

internal sealed record GetPlatformBulkAccountTransfersResponse
{
    public required IReadOnlyList<PlatformBulkAccountTransfer> Items { get; init; }

    public required PageInfo Page { get; init; }

    public required PlatformBulkAccountTransferStatusStats Counts { get; init; }
}

internal sealed record GetPlatformBulkPayoutsResponse
{
    public required IReadOnlyList<PlatformBulkPayout> Items { get; init; }

    public required PageInfo Page { get; init; }

    public required PlatformBulkPayoutStatusStats Counts { get; init; }
}

internal sealed record GetPlatformPayoutsResponse
{
    public required IReadOnlyList<PlatformPayout> Items { get; init; }

    public required PageInfo Page { get; init; }

    public required PlatformPayoutStatusStats Counts { get; init; }
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(PlatformDepositAccountTransfer), "DEPOSIT")]
[JsonDerivedType(typeof(PlatformWithdrawalAccountTransfer), "WITHDRAWAL")]
internal abstract record PlatformAccountTransfer;

internal sealed record PlatformAccountTransferStatusStats
{
    public required long Prepared { get; init; }

    public required long Scheduled { get; init; }

    public required long Cancelled { get; init; }

    public required long Stopped { get; init; }

    public required long Processing { get; init; }

    public required long AsyncProcessing { get; init; }

    public required long Succeeded { get; init; }

    public required long Failed { get; init; }
}

[NotPersonal("The platform's own account.")]
internal sealed record PlatformBankAccountDetail
{
    public required string AccountNumber { get; init; }

    public required BankCode Bank { get; init; }

    public required PlatformBankAccountProvider Provider { get; init; }

    public string? Holder { get; init; }
}

internal sealed record PlatformBulkAccountTransfer
{
    public required string Id { get; init; }

    public required string GraphqlId { get; init; }

    public required string CreatorId { get; init; }

    public required string BankAccountId { get; init; }

    public required string BankAccountGraphqlId { get; init; }

    public required long TotalAmount { get; init; }

    public required PlatformBulkAccountTransferStatus Status { get; init; }

    public required PlatformBulkAccountTransferStats Stats { get; init; }

    public required DateTimeOffset StatusUpdatedAt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public DateTimeOffset? ScheduledAt { get; init; }
}

internal sealed record PlatformBulkAccountTransferStats
{
    public required PlatformAccountTransferStatusStats Amount { get; init; }

    public required PlatformAccountTransferStatusStats Count { get; init; }
}

internal sealed record PlatformBulkAccountTransferStatusStats
{
    public required long Prepared { get; init; }

    public required long Scheduled { get; init; }

    public required long Ongoing { get; init; }

    public required long Completed { get; init; }
}

internal sealed record PlatformBulkPayout
{
    public required string Id { get; init; }

    public required string GraphqlId { get; init; }

    public required string Name { get; init; }

    public required string CreatorId { get; init; }

    public required PlatformPayoutMethod Method { get; init; }

    public required long TotalPayoutAmount { get; init; }

    public required long TotalSettlementAmount { get; init; }

    public required PlatformBulkPayoutStatus Status { get; init; }

    public required PlatformBulkPayoutStats PayoutStats { get; init; }

    public required DateTimeOffset StatusUpdatedAt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }
}

internal sealed record PlatformBulkPayoutStats
{
    public required PlatformPayoutStatusStats Amount { get; init; }

    public required PlatformPayoutStatusStats Count { get; init; }
}

internal sealed record PlatformBulkPayoutStatusStats
{
    public required long Preparing { get; init; }

    public required long Prepared { get; init; }

    public required long Ongoing { get; init; }

    public required long PostProcessPending { get; init; }

    public required long Completed { get; init; }

    public required long Cancelled { get; init; }
}

internal sealed record PlatformDepositAccountTransfer : PlatformAccountTransfer
{
    public required string Id { get; init; }

    public required string BankAccountId { get; init; }

    public required string BankAccountGraphqlId { get; init; }

    public required PlatformBankAccountDetail BankAccount { get; init; }

    public required CurrencyCode Currency { get; init; }

    public required long Amount { get; init; }

    public string? DepositMemo { get; init; }

    public DateTimeOffset? TradedAt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public required string DepositorName { get; init; }

    public required bool IsForTest { get; init; }

    public required DateTimeOffset StatusUpdatedAt { get; init; }

    public required PlatformAccountTransferStatus Status { get; init; }
}

internal sealed record PlatformPayout
{
    public required string Id { get; init; }

    public required string GraphqlId { get; init; }

    public required string BulkPayoutId { get; init; }

    public required string BulkPayoutGraphqlId { get; init; }

    public required PlatformPayoutMethod Method { get; init; }

    public required PlatformPayoutStatus Status { get; init; }

    public required DateTimeOffset StatusUpdatedAt { get; init; }

    public string? Memo { get; init; }

    public required PlatformPartner Partner { get; init; }

    public required PlatformPayoutAccount Account { get; init; }

    public string? TaxInvoiceId { get; init; }

    public required PlatformPayoutTaxInvoiceStatus TaxInvoiceStatus { get; init; }

    public required CurrencyCode Currency { get; init; }

    public required long Amount { get; init; }

    public required long SupplyAmount { get; init; }

    public required long TaxFreeAmount { get; init; }

    public required long VatAmount { get; init; }

    public required long SettlementAmount { get; init; }

    public required long SettlementTaxFreeAmount { get; init; }

    public required long IncomeTaxAmount { get; init; }

    public required long LocalIncomeTaxAmount { get; init; }

    public string? WithdrawalMemo { get; init; }

    public string? DepositMemo { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? ScheduledAt { get; init; }

    public string? FailReason { get; init; }

    public required bool DeductWht { get; init; }

    public required SettlementAmountType SettlementAmountType { get; init; }

    public required PlatformPayoutSettlementStatementSummary SettlementStatement { get; init; }
}

[Personal(PersonalDataItem.BankAccount)]
internal sealed record PlatformPayoutAccount
{
    public required BankCode Bank { get; init; }

    public required string Number { get; init; }

    public required string Holder { get; init; }
}

internal sealed record PlatformPayoutSettlementStatementSummary
{
    public required PlatformPayoutSettlementStatementStatus Status { get; init; }

    public string? Id { get; init; }

    public DateTimeOffset? IssuedAt { get; init; }
}

internal sealed record PlatformPayoutStatusStats
{
    public required long Confirmed { get; init; }

    public required long Prepared { get; init; }

    public required long Cancelled { get; init; }

    public required long Stopped { get; init; }

    public required long Processing { get; init; }

    public required long Succeeded { get; init; }

    public required long Failed { get; init; }

    public required long Scheduled { get; init; }
}

internal sealed record PlatformWithdrawalAccountTransfer : PlatformAccountTransfer
{
    public required string Id { get; init; }

    public required string BankAccountId { get; init; }

    public required string BankAccountGraphqlId { get; init; }

    public required PlatformBankAccountDetail BankAccount { get; init; }

    public int? SequenceNumber { get; init; }

    public required CurrencyCode Currency { get; init; }

    public required BankCode DepositBank { get; init; }

    [Personal(PersonalDataItem.BankAccount)]
    public required string DepositAccountNumber { get; init; }

    [Personal(PersonalDataItem.BankAccount)]
    public required string DepositAccountHolder { get; init; }

    public required long Amount { get; init; }

    public string? WithdrawalMemo { get; init; }

    public string? DepositMemo { get; init; }

    public long? Balance { get; init; }

    public string? FailReason { get; init; }

    public DateTimeOffset? TradedAt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public required bool IsForTest { get; init; }

    public required PlatformWithdrawalType WithdrawalType { get; init; }

    [Subject(DataSubjectKind.Partner)]
    public string? PartnerId { get; init; }

    public string? PartnerGraphqlId { get; init; }

    public string? BulkPayoutId { get; init; }

    public string? BulkPayoutGraphqlId { get; init; }

    public string? PayoutId { get; init; }

    public string? PayoutGraphqlId { get; init; }

    public string? BulkAccountTransferId { get; init; }

    public string? BulkAccountTransferGraphqlId { get; init; }

    public string? DocumentId { get; init; }

    public required DateTimeOffset StatusUpdatedAt { get; init; }

    public required PlatformAccountTransferStatus Status { get; init; }

    public DateTimeOffset? ScheduledAt { get; init; }
}
