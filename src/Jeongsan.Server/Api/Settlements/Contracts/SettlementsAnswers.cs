using System.Text.Json.Serialization;

namespace Jeongsan.Server.Api.Contracts;

internal sealed record CompletePlatformPayoutByPartnerSettlementIdsResponse
{
    public string? BulkPayoutId { get; init; }

    public string? BulkPayoutGraphqlId { get; init; }

    public required int PayoutCount { get; init; }

    public required int PartnerSettlementCount { get; init; }
}

internal sealed record DeletePlatformPartnerSettlementsResponse;

internal sealed record GetPlatformPartnerSettlementsResponse
{
    public required IReadOnlyList<PlatformPartnerSettlement> Items { get; init; }

    public required PageInfo Page { get; init; }

    public required PlatformPartnerSettlementStatusStats Counts { get; init; }
}

internal sealed record PlatformPartnerManualSettlement : PlatformPartnerSettlement
{
    public required string Id { get; init; }

    public required string GraphqlId { get; init; }

    public required PlatformPartner Partner { get; init; }

    public required DateOnly SettlementDate { get; init; }

    public required CurrencyCode SettlementCurrency { get; init; }

    public required PlatformPartnerSettlementStatus Status { get; init; }

    public DateTimeOffset? StatusUpdatedAt { get; init; }

    public string? Memo { get; init; }

    public required long Amount { get; init; }

    public required long TaxFreeAmount { get; init; }

    public required bool IsForTest { get; init; }
}

internal sealed record PlatformPartnerOrderCancelSettlement : PlatformPartnerSettlement
{
    public required string Id { get; init; }

    public required string GraphqlId { get; init; }

    public required PlatformPartner Partner { get; init; }

    public required DateOnly SettlementDate { get; init; }

    public required CurrencyCode SettlementCurrency { get; init; }

    public required PlatformPartnerSettlementStatus Status { get; init; }

    public DateTimeOffset? StatusUpdatedAt { get; init; }

    public string? Memo { get; init; }

    public required PlatformContract Contract { get; init; }

    public required DateRange SettlementStartDateRange { get; init; }

    public required PlatformOrderSettlementAmount Amount { get; init; }

    public required bool IsForTest { get; init; }
}

internal sealed record PlatformPartnerOrderSettlement : PlatformPartnerSettlement
{
    public required string Id { get; init; }

    public required string GraphqlId { get; init; }

    public required PlatformPartner Partner { get; init; }

    public required DateOnly SettlementDate { get; init; }

    public required CurrencyCode SettlementCurrency { get; init; }

    public required PlatformPartnerSettlementStatus Status { get; init; }

    public DateTimeOffset? StatusUpdatedAt { get; init; }

    public string? Memo { get; init; }

    public required PlatformContract Contract { get; init; }

    public required DateRange SettlementStartDateRange { get; init; }

    public required PlatformOrderSettlementAmount Amount { get; init; }

    public required bool IsForTest { get; init; }
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(PlatformPartnerManualSettlement), "MANUAL")]
[JsonDerivedType(typeof(PlatformPartnerOrderSettlement), "ORDER")]
[JsonDerivedType(typeof(PlatformPartnerOrderCancelSettlement), "ORDER_CANCEL")]
internal abstract record PlatformPartnerSettlement;

internal sealed record PlatformPartnerSettlementStatusStats
{
    public required long PayoutScheduled { get; init; }

    public required long PayoutPrepared { get; init; }

    public required long PayoutWithheld { get; init; }

    public required long PayoutExcluded { get; init; }

    public required long PayoutFailed { get; init; }

    public required long PayoutCancelled { get; init; }

    public required long PayoutConfirmed { get; init; }

    public required long InPayout { get; init; }

    public required long PaidOut { get; init; }
}
