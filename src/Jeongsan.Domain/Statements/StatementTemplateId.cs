using System.Text.Json.Serialization;
using Jeongsan.Domain.Foundation;

namespace Jeongsan.Domain.Statements;

[JsonConverter(typeof(TextIdJsonConverter<StatementTemplateId>))]
public readonly record struct StatementTemplateId(string Value) : ITextId<StatementTemplateId>
{
    public static StatementTemplateId From(string value) => new(value);

    public override string ToString() => Value;
}
