using System.Text.Json.Serialization;
using Jeongsan.Domain.Foundation;

namespace Jeongsan.Domain.Privacy;

[JsonConverter(typeof(TextIdJsonConverter<IncidentId>))]
public readonly record struct IncidentId(string Value) : ITextId<IncidentId>
{
    public static IncidentId From(string value) => new(value);

    public override string ToString() => Value;
}
