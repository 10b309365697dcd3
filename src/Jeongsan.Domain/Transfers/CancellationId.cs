using System.Text.Json.Serialization;
using Jeongsan.Domain.Foundation;

namespace Jeongsan.Domain.Transfers;

[JsonConverter(typeof(TextIdJsonConverter<CancellationId>))]
public readonly record struct CancellationId(string Value) : ITextId<CancellationId>
{
    public static CancellationId From(string value) => new(value);

    public override string ToString() => Value;
}
