using System.Text.Json.Serialization;

namespace Jeongsan.Server.Api.Contracts;

internal sealed record DateTimeRange
{
    [JsonConverter(typeof(AnyInstantConverter))]
    public required DateTimeOffset From { get; init; }

    [JsonConverter(typeof(AnyInstantConverter))]
    public required DateTimeOffset Until { get; init; }
}

internal sealed record GetPlatformAccountTransfersBody
{
    public bool? IsForTest { get; init; }

    public PageInput? Page { get; init; }

    public PlatformAccountTransferFilter? Filter { get; init; }
}

internal sealed record GetPlatformBulkAccountTransfersBody
{
    public bool? IsForTest { get; init; }

    public PageInput? Page { get; init; }

    public PlatformBulkAccountTransferFilterInput? Filter { get; init; }
}

internal sealed record GetPlatformBulkPayoutsBody
{
    public bool? IsForTest { get; init; }

    public PageInput? Page { get; init; }

    public PlatformBulkPayoutFilterInput? Filter { get; init; }
}

internal sealed record GetPlatformPayoutsBody
{
    public bool? IsForTest { get; init; }

    public PageInput? Page { get; init; }

    public PlatformPayoutFilterInput? Filter { get; init; }
}

internal sealed record PlatformAccountTransferFilter
{
    public DateTimeRange? TradeTimestampRange { get; init; }

    public DateTimeRange? CreatedTimestampRange { get; init; }

    public DateTimeRange? StatusUpdatedTimestampRange { get; init; }

    public DateTimeRange? ScheduledTimestampRange { get; init; }

    public string? AccountTransferId { get; init; }

    public string? BankAccountId { get; init; }

    public string? BulkAccountTransferId { get; init; }

    public string? PayoutId { get; init; }

    public IReadOnlyList<string>? AccountTransferIds { get; init; }

    public IReadOnlyList<PlatformAccountTransferType>? Types { get; init; }

    public IReadOnlyList<PlatformAccountTransferStatus>? Statuses { get; init; }

    public string? DepositorName { get; init; }

    public string? DepositAccountHolder { get; init; }

    public string? DepositMemo { get; init; }

    public string? WithdrawalMemo { get; init; }
}

internal sealed record PlatformBulkAccountTransferFilterInput
{
    public IReadOnlyList<PlatformBulkAccountTransferStatus>? Statuses { get; init; }

    public PlatformBulkAccountTransferFilterInputCriteria? Criteria { get; init; }
}

internal sealed record PlatformBulkAccountTransferFilterInputCriteria
{
    public DateTimeRange? TimestampRange { get; init; }

    public DateTimeRange? StatusUpdatedTimestampRange { get; init; }

    public string? BulkAccountTransferId { get; init; }
}

internal sealed record PlatformBulkPayoutFilterInput
{
    public IReadOnlyList<PlatformBulkPayoutStatus>? Statuses { get; init; }

    public IReadOnlyList<PlatformPayoutMethod>? Methods { get; init; }

    public PlatformBulkPayoutFilterInputCriteria? Criteria { get; init; }
}

internal sealed record PlatformBulkPayoutFilterInputCriteria
{
    public DateTimeRange? TimestampRange { get; init; }

    public DateTimeRange? StatusUpdatedTimestampRange { get; init; }

    public string? BulkPayoutId { get; init; }
}

internal sealed record PlatformPayoutFilterInput
{
    public IReadOnlyList<PlatformPayoutStatus>? Statuses { get; init; }

    public IReadOnlyList<string>? PartnerIds { get; init; }

    public required PlatformPayoutFilterInputCriteria Criteria { get; init; }

    public IReadOnlyList<BankCode>? PayoutAccountBanks { get; init; }

    public IReadOnlyList<string>? PartnerTags { get; init; }

    public IReadOnlyList<CurrencyCode>? PayoutCurrencies { get; init; }

    public IReadOnlyList<string>? PayoutIds { get; init; }

    public IReadOnlyList<PlatformPayoutTaxInvoiceStatus>? TaxInvoiceStatuses { get; init; }

    public IReadOnlyList<PlatformPartnerTypeName>? PartnerTypes { get; init; }

    public IReadOnlyList<PlatformPartnerTaxationType>? PartnerTaxationTypes { get; init; }

    public IReadOnlyList<PlatformPayoutSettlementStatementStatus>? SettlementStatementStatuses { get; init; }
}

internal sealed record PlatformPayoutFilterInputCriteria
{
    public DateTimeRange? TimestampRange { get; init; }

    public DateTimeRange? StatusUpdatedTimestampRange { get; init; }

    public DateTimeRange? ScheduledTimestampRange { get; init; }

    public DateTimeRange? SettlementStatementIssuedTimestampRange { get; init; }

    public string? PayoutId { get; init; }

    public string? BulkPayoutId { get; init; }

    public string? TaxInvoiceId { get; init; }

    public string? SettlementStatementId { get; init; }
}
