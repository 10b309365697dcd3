using System.Text.Json.Serialization;
using Jeongsan.Domain.Foundation;

namespace Jeongsan.Domain.Transfers;

[JsonConverter(typeof(TextIdJsonConverter<TransferId>))]
public readonly record struct TransferId(string Value) : ITextId<TransferId>
{
    public static TransferId From(string value) => new(value);

    public override string ToString() => Value;
}
