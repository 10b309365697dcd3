using System.Text.Json.Serialization;
using Jeongsan.Domain.Foundation;

namespace Jeongsan.Domain.Policies;

[JsonConverter(typeof(TextIdJsonConverter<DiscountSharePolicyId>))]
public readonly record struct DiscountSharePolicyId(string Value) : ITextId<DiscountSharePolicyId>
{
    public static DiscountSharePolicyId From(string value) => new(value);

    public override string ToString() => Value;
}
