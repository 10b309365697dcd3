using System.Text.Json.Serialization;
using Jeongsan.Domain.Foundation;

namespace Jeongsan.Domain.Counterparties;

[JsonConverter(typeof(TextIdJsonConverter<CounterpartyId>))]
public readonly record struct CounterpartyId(string Value) : ITextId<CounterpartyId>
{
    public static CounterpartyId From(string value) => new(value);

    public override string ToString() => Value;
}
