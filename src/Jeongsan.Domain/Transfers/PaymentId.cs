using System.Text.Json.Serialization;
using Jeongsan.Domain.Foundation;

namespace Jeongsan.Domain.Transfers;

[JsonConverter(typeof(TextIdJsonConverter<PaymentId>))]
public readonly record struct PaymentId(string Value) : ITextId<PaymentId>
{
    public static PaymentId From(string value) => new(value);

    public override string ToString() => Value;
}
