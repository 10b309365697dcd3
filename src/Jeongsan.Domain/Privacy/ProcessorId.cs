using System.Text.Json.Serialization;
using Jeongsan.Domain.Foundation;

namespace Jeongsan.Domain.Privacy;

[JsonConverter(typeof(TextIdJsonConverter<ProcessorId>))]
public readonly record struct ProcessorId(string Value) : ITextId<ProcessorId>
{
    public static ProcessorId From(string value) => new(value);

    public override string ToString() => Value;
}
