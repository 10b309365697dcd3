using System.Text.Json.Serialization;
using Jeongsan.Domain.Foundation;

namespace Jeongsan.Domain.Privacy.Erasures;

[JsonConverter(typeof(TextIdJsonConverter<ErasureId>))]
public readonly record struct ErasureId(string Value) : ITextId<ErasureId>
{
    public static ErasureId From(string value) => new(value);

    public override string ToString() => Value;
}
