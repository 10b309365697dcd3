using System.Text.Json.Serialization;
using Jeongsan.Domain.Foundation;

namespace Jeongsan.Domain.Privacy;

[JsonConverter(typeof(TextIdJsonConverter<LegalNoticeId>))]
public readonly record struct LegalNoticeId(string Value) : ITextId<LegalNoticeId>
{
    public static LegalNoticeId From(string value) => new(value);

    public override string ToString() => Value;
}
