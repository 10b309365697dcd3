using System.Text.Json.Serialization;
using Jeongsan.Domain.Foundation;

namespace Jeongsan.Domain.Payouts;

[JsonConverter(typeof(TextIdJsonConverter<BulkPayoutId>))]
public readonly record struct BulkPayoutId(string Value) : ITextId<BulkPayoutId>
{
    public static BulkPayoutId From(string value) => new(value);

    public override string ToString() => Value;
}
