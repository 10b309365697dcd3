using System.Text.Json.Serialization;
using Jeongsan.Domain.Foundation;

namespace Jeongsan.Domain.Settlements;

[JsonConverter(typeof(TextIdJsonConverter<PartnerSettlementId>))]
public readonly record struct PartnerSettlementId(string Value) : ITextId<PartnerSettlementId>
{
    public static PartnerSettlementId From(string value) => new(value);

    public override string ToString() => Value;
}
