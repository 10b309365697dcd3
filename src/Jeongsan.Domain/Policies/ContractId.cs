using System.Text.Json.Serialization;
using Jeongsan.Domain.Foundation;

namespace Jeongsan.Domain.Policies;

[JsonConverter(typeof(TextIdJsonConverter<ContractId>))]
public readonly record struct ContractId(string Value) : ITextId<ContractId>
{
    public static ContractId From(string value) => new(value);

    public override string ToString() => Value;
}
