namespace Jeongsan.Server.Api.Contracts;

internal sealed record CompletePlatformPayoutByPartnerSettlementIdsBody
{
    public required string BulkPayoutId { get; init; }

    public string? Name { get; init; }

    public required IReadOnlyList<string> PartnerSettlementIds { get; init; }

    public DateOnly? CompletedAt { get; init; }

    public bool? IsForTest { get; init; }
}

internal sealed record DeletePlatformPartnerSettlementsBody
{
    public required IReadOnlyList<string> PartnerSettlementIds { get; init; }

    public bool? IsForTest { get; init; }
}

internal sealed record GetPlatformPartnerSettlementsBody
{
    public PageInput? Page { get; init; }

    public required PlatformPartnerSettlementFilterInput Filter { get; init; }

    public bool? IsForTest { get; init; }
}

internal sealed record PlatformPartnerSettlementFilterInput
{
    public IReadOnlyList<DateOnly>? SettlementDates { get; init; }

    public IReadOnlyList<string>? ContractIds { get; init; }

    public IReadOnlyList<string>? PartnerTags { get; init; }

    public IReadOnlyList<CurrencyCode>? SettlementCurrencies { get; init; }

    public IReadOnlyList<PlatformPartnerSettlementStatus>? Statuses { get; init; }

    public IReadOnlyList<string>? PartnerIds { get; init; }

    public IReadOnlyList<PlatformPartnerSettlementType>? SettlementTypes { get; init; }

    public PlatformPartnerSettlementFilterKeywordInput? Keyword { get; init; }
}

internal sealed record PlatformPartnerSettlementFilterKeywordInput
{
    public string? PartnerSettlementId { get; init; }

    public string? PayoutId { get; init; }

    public string? BulkPayoutId { get; init; }
}
