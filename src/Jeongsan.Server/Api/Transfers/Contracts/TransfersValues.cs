namespace Jeongsan.Server.Api.Contracts;

internal sealed record PlatformSettlementParameterValue
{
    public required long Decimal { get; init; }

    public int? DecimalScale { get; init; }
}

internal sealed record PlatformUserDefinedPropertyKeyValue
{
    public required string Key { get; init; }

    public required PlatformUserDefinedPropertyValue Value { get; init; }
}
