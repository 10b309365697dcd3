using System.Text.Json.Serialization;
using Jeongsan.Domain.Foundation;

namespace Jeongsan.Domain.Payouts;

[JsonConverter(typeof(TextIdJsonConverter<AskBackId>))]
public readonly record struct AskBackId(string Value) : ITextId<AskBackId>
{
    public static AskBackId From(string value) => new(value);

    public override string ToString() => Value;
}
