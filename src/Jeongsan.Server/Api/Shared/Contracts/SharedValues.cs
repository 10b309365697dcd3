using System.Text.Json.Serialization;

namespace Jeongsan.Server.Api.Contracts;

internal sealed record DateRange
{
    [JsonConverter(typeof(AnyDateConverter))]
    public required DateOnly From { get; init; }

    [JsonConverter(typeof(AnyDateConverter))]
    public required DateOnly Until { get; init; }
}

internal sealed record PlatformUserDefinedPropertyValue
{
    public required string String { get; init; }
}
