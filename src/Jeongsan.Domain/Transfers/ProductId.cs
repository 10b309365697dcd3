using System.Text.Json.Serialization;
using Jeongsan.Domain.Foundation;

namespace Jeongsan.Domain.Transfers;

[JsonConverter(typeof(TextIdJsonConverter<ProductId>))]
public readonly record struct ProductId(string Value) : ITextId<ProductId>
{
    public static ProductId From(string value) => new(value);

    public override string ToString() => Value;
}
