using System.Text.Json.Serialization;
using Jeongsan.Domain.Foundation;

namespace Jeongsan.Domain.Payouts;

[JsonConverter(typeof(TextIdJsonConverter<PayoutId>))]
public readonly record struct PayoutId(string Value) : ITextId<PayoutId>
{
    public static PayoutId From(string value) => new(value);

    public override string ToString() => Value;
}
