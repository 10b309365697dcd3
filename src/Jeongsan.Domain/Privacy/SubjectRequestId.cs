using System.Text.Json.Serialization;
using Jeongsan.Domain.Foundation;

namespace Jeongsan.Domain.Privacy;

[JsonConverter(typeof(TextIdJsonConverter<SubjectRequestId>))]
public readonly record struct SubjectRequestId(string Value) : ITextId<SubjectRequestId>
{
    public static SubjectRequestId From(string value) => new(value);

    public override string ToString() => Value;
}
