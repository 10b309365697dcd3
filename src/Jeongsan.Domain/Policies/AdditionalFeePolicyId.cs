using System.Text.Json.Serialization;
using Jeongsan.Domain.Foundation;

namespace Jeongsan.Domain.Policies;

[JsonConverter(typeof(TextIdJsonConverter<AdditionalFeePolicyId>))]
public readonly record struct AdditionalFeePolicyId(string Value) : ITextId<AdditionalFeePolicyId>
{
    public static AdditionalFeePolicyId From(string value) => new(value);

    public override string ToString() => Value;
}
