using System.Text.Json.Serialization;
using Jeongsan.Domain.Foundation;

namespace Jeongsan.Domain.Privacy;

[JsonConverter(typeof(TextIdJsonConverter<PartnerNoticeId>))]
public readonly record struct PartnerNoticeId(string Value) : ITextId<PartnerNoticeId>
{
    public static PartnerNoticeId From(string value) => new(value);

    public override string ToString() => Value;
}
