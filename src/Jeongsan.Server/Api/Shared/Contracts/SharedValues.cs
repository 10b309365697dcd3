namespace Jeongsan.Server.Api.Contracts;

internal sealed record DateRange
{
    public required DateOnly From { get; init; }

    public required DateOnly Until { get; init; }
}

internal sealed record PlatformUserDefinedPropertyValue
{
    public required string String { get; init; }
}
