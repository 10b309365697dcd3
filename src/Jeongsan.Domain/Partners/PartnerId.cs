using System.Text.Json.Serialization;
using Jeongsan.Domain.Foundation;

namespace Jeongsan.Domain.Partners;

[JsonConverter(typeof(TextIdJsonConverter<PartnerId>))]
public readonly record struct PartnerId(string Value) : ITextId<PartnerId>
{
    public static PartnerId From(string value) => new(value);

    public override string ToString() => Value;
}
