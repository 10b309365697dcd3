using System.Text.Json.Serialization;
using Jeongsan.Domain.Foundation;

namespace Jeongsan.Domain.Statements;

[JsonConverter(typeof(TextIdJsonConverter<StatementSendingId>))]
public readonly record struct StatementSendingId(string Value) : ITextId<StatementSendingId>
{
    public static StatementSendingId From(string value) => new(value);

    public override string ToString() => Value;
}
