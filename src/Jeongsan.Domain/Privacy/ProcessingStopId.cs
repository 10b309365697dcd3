using System.Text.Json.Serialization;
using Jeongsan.Domain.Foundation;

namespace Jeongsan.Domain.Privacy;

[JsonConverter(typeof(TextIdJsonConverter<ProcessingStopId>))]
public readonly record struct ProcessingStopId(string Value) : ITextId<ProcessingStopId>
{
    public static ProcessingStopId From(string value) => new(value);

    public override string ToString() => Value;
}
